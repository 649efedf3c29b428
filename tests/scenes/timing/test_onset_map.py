"""The map of onset and strength: real runs, two dots that can be dragged, and no late picture."""

import random
from itertools import takewhile

import numpy as np
import pygame
import pytest

from scenes.timing.later_means_more import EARLIEST, LATEST, onsets
from scenes.timing.onset_map import OnsetMap
from scenes.timing.onset_map_values import Grid, Key, key_of, STRENGTHS
from sim.mechanics.column import Array
from sim.timing.many_runs import later_means_more
from sim.timing.pair import settings_of
from tests.scenes.timing.player import measured, TimingPlayer

PHONE, SIDEWAYS = (390, 844), (844, 390)
FOUND: dict[Key, Array] = {}  # whole maps that were found before


def mapped(size: tuple[int, int] = (1280, 720), **onsets_of: float) -> TimingPlayer:
    """The map as a person finds it: by its button, its switch, or its page."""
    player = TimingPlayer(size, "en", **onsets_of)
    view, panel = player.timing.view, player.timing.panel
    if view.strip.visible:
        player.click((view.strip.rect.right - 30, view.strip.rect.centery))
    elif view.turn.visible:
        player.click(view.turn.rect.center)
    else:
        player.click(panel.switch_map.rect.center)
    player.frames(2)
    return player


def shown(player: TimingPlayer) -> OnsetMap:
    """The map, which has to be there."""
    assert player.timing.view.mapped
    assert player.timing.view.map in player.timing.widgets()
    return player.timing.view.map


def known(player: TimingPlayer) -> Grid:
    """All there is to find."""
    grid = shown(player).grid
    assert grid is not None
    assert player.until(lambda: grid.fine)
    player.frames(1)
    return grid


def known_already(player: TimingPlayer) -> None:
    """All there is to find, without finding it once more."""
    grid = shown(player).grid
    assert grid is not None
    key = key_of(player.timing.model.settings)
    if key not in FOUND:
        found = known(player).turned
        assert found is not None
        FOUND[key] = found
    grid.turned, grid.slices = FOUND[key], iter(())
    player.frames(1)


def places(player: TimingPlayer) -> tuple[float, ...]:
    """Both onsets and the strength, as the model has them."""
    settings = player.timing.model.settings
    return tuple(float(settings[name]) for name in ("onset_beside", "onset", "deep_after"))


# -- what it shows ---------------------------------------------------------------------------


def test_it_is_coarse_first_and_then_each_point_is_a_run() -> None:
    grid = Grid(settings_of({"lag": 0.04}))
    assert (grid.turned, grid.at(0.0, 0.9)) == (None, None)
    first = len(list(takewhile(lambda news: not news, grid.slices)))
    assert grid.turned is not None
    coarse = grid.turned
    assert coarse.shape == (5, 7)
    rest = list(grid.slices)
    assert grid.fine
    assert rest[-1]
    assert grid.turned.shape == (STRENGTHS, len(onsets()))
    assert grid.turned[::4, ::5] == pytest.approx(coarse)
    assert len(rest) > 3 * first  # slices: none of them is long
    for onset, strength in ((-0.1, 1.0), (0.1, 0.875), (0.2, 0.5)):
        run = measured({"lag": 0.04, "onset": onset, "deep_after": strength})
        assert grid.at(onset, strength) == pytest.approx(run, rel=0.01)


def test_later_means_more_is_one_of_its_rows() -> None:
    grid = Grid(settings_of({}))
    for _ in grid.slices:
        pass
    assert grid.turned is not None
    row = 14
    *_, curve = later_means_more({"deep_after": row / (STRENGTHS - 1)}, onsets())
    assert curve is not None
    assert grid.turned[row] == pytest.approx([bend for _, bend in curve], rel=1e-6)


def test_between_points_it_is_near_to_a_run() -> None:
    player = mapped()
    grid = known(player)
    source = np.random.default_rng(21)
    for onset, strength in zip(
        source.uniform(-0.1, 0.2, 12), source.uniform(0.65, 1, 12), strict=True
    ):
        settings = {"onset": round(float(onset), 3), "deep_after": round(float(strength), 2)}
        assert grid.at(*settings.values()) == pytest.approx(measured(settings), rel=0.06)


def test_no_picture_waits_for_it_and_what_was_begun_is_gone_on_with() -> None:
    player = mapped()
    grid = shown(player).grid
    assert grid is not None
    assert not grid.fine
    player.until(lambda: grid.turned is not None)
    player.timing.change("onset", 0.15)  # the map is the same one
    assert shown(player).grid is grid
    assert known(player) is grid
    player.timing.change("lag", 0.05)
    other = shown(player).grid
    assert other is not grid
    assert other is not None
    assert other.turned is None
    assert known(player) is other


def test_nothing_is_tried_for_a_map_that_nobody_sees() -> None:
    player = TimingPlayer()
    player.until(lambda: not player.timing.background.pending)
    player.frames(30)
    grid = player.timing.view.map.grid
    assert grid is not None
    assert grid.turned is None
    assert not player.timing.background.pending


def test_the_edge_of_the_neutral_zone_is_a_line_and_colours_get_darker() -> None:
    player = mapped()
    grid, living = known(player), shown(player)
    picture, box = living._picture, living.box
    at_strength = round((1 - 0.97) * box.height)
    row = [picture.get_at((x, at_strength))[:3] for x in range(4, box.width - 4)]
    light = [sum(colour) for colour in row]
    ink = min(range(len(light)), key=light.__getitem__)
    onset = EARLIEST + (ink + 4.5) / box.width * (LATEST - EARLIEST)
    assert grid.at(onset, 0.97) == pytest.approx(1.5, abs=0.05)
    assert light[0] > light[int(0.7 * len(light))]


# -- hands ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 720), (1024, 600), (820, 1180), PHONE, SIDEWAYS])
def test_it_can_be_found_in_every_form_and_left_again(size: tuple[int, int]) -> None:
    player = mapped(size)
    living, view = shown(player), player.timing.view
    assert view._areas is not None
    assert view._areas.play.contains(living.rect)
    assert living.rect.contains(living.box)
    assert min(living.box.size) >= 60
    for card in view.touch.cards:
        assert view._areas.play.contains(card)
        assert not card.colliderect(living.rect)
    if view.strip.visible:
        player.click((view.strip.rect.left + 30, view.strip.rect.centery))
    elif view.turn.visible:
        player.click(view.turn.rect.center)
    else:
        player.click(player.timing.panel.switch_map.rect.center)
    player.frames(2)
    assert not view.mapped
    assert view.marks[0] in player.timing.widgets()
    assert view.touch.lanes is not None


def test_dots_are_dragged_to_an_onset_of_their_own_and_a_strength_of_both() -> None:
    player = mapped()
    left, right = shown(player).children
    box, before = shown(player).box, places(player)
    x, y = right.knob
    player.drag(
        [(x, y), (x + 20, y + 10), (box.left + box.width * 0.9, box.top + box.height * 0.4)]
    )
    player.frames(1)
    assert places(player) == pytest.approx((-0.03, 0.17, 0.6), abs=0.006)
    assert places(player)[1] == pytest.approx(round(places(player)[1] / 0.005) * 0.005)
    assert left.knob[1] == right.knob[1]
    player.timing.undo()
    assert places(player) == before
    x, y = left.knob
    player.drag([(x, y), (x - 400, y - 400)])
    assert places(player) == (-0.1, 0.1, 1.0)


def test_a_press_beside_them_takes_the_nearer_one() -> None:
    player = mapped()
    box = shown(player).box
    player.click((box.right - 3, box.centery))
    assert places(player) == pytest.approx((-0.03, 0.2, 0.5), abs=0.006)
    player.click((box.left + 3, box.centery))
    assert places(player) == pytest.approx((-0.1, 0.2, 0.5), abs=0.006)


def test_two_dots_in_one_place_come_apart_again() -> None:
    player = mapped(onset=0.05, onset_beside=0.05)
    box = shown(player).box
    x, y = shown(player).children[0].knob
    player.drag([(x + 4, y), (box.right - 20, y)])
    assert places(player)[1] > 0.15
    assert places(player)[0] == 0.05
    player.timing.undo()
    player.drag([(x - 4, y), (box.left + 20, y)])
    assert places(player)[0] < -0.05
    assert places(player)[1] == 0.05


def test_keys_move_them_and_with_shift_a_tenth_of_a_step() -> None:
    player = mapped()
    left, right = shown(player).children
    player.app.group.focus_on(left, keyboard=True)
    player.key(pygame.K_RIGHT)
    player.key(pygame.K_DOWN)
    assert places(player) == pytest.approx((-0.025, 0.1, 0.89))
    player.key(pygame.K_LEFT, pygame.KMOD_SHIFT)
    player.key(pygame.K_UP, pygame.KMOD_SHIFT)
    assert places(player) == pytest.approx((-0.0255, 0.1, 0.891))
    player.key(pygame.K_PAGEDOWN)
    player.key(pygame.K_HOME)
    assert places(player) == pytest.approx((-0.1, 0.1, 0.791))
    player.key(pygame.K_TAB)
    assert player.app.group.focus is right
    player.key(pygame.K_END)
    assert places(player) == pytest.approx((-0.1, 0.2, 0.791))


def test_any_dragging_keeps_dots_and_model_together() -> None:
    player = mapped()
    source = random.Random(3)
    for _ in range(25):
        box = shown(player).box
        ends = [
            (source.uniform(box.left - 40, box.right + 40), source.uniform(box.top, box.bottom))
            for _ in range(3)
        ]
        player.drag(ends)
        player.frames(1)
        beside, onset, strength = places(player)
        dots = [(dot.time, dot.strength) for dot in shown(player).children]
        assert dots == [(beside, strength), (onset, strength)]
        assert all(-0.1 <= time <= 0.2 for time in (beside, onset))
        assert 0 <= strength <= 1


def test_the_arm_is_raised_beside_the_map_too() -> None:
    player = mapped()
    known(player)
    player.click(player.timing.view.touch.cards[0].center)
    assert player.timing.model.moving
    assert player.until(player.over)
    grid = shown(player).grid
    assert grid is not None
    assert grid.at(0.1, 0.9) == pytest.approx(player.shown.right.turned, rel=0.06)


# -- words ---------------------------------------------------------------------------------


def test_a_screen_reader_hears_which_dot_it_is_and_how_far_it_bends() -> None:
    player = mapped()
    left, right = shown(player).children
    assert left.describe() == (
        "Map. Left: deep muscles \u221230 ms, strength 90 %. Arrows move the dot"
    ).replace(" %", "\u00a0%").replace(" ms", "\u00a0ms")
    known(player)
    zone = player.timing.words("spine.neutral_zone")
    assert left.describe().endswith(f"Largest bend 1.4°. {zone}")
    assert right.describe().endswith("Largest bend 2.4°")


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 600), (820, 1180), PHONE, SIDEWAYS])
def test_names_of_dots_lie_on_the_map_and_on_nothing_else(
    size: tuple[int, int], zoom: float
) -> None:
    player = mapped(size, onset=0.02)
    player.app.prefer(zoom=zoom)
    player.frames(2)
    known_already(player)
    assert player.timing.view._look is not None
    living = shown(player)
    plates = [plate for _, plate in living._plates(player.timing.view._look)]
    for plate in plates:
        assert living.box.contains(plate)
        assert plate.collidelist([other for other in plates if other is not plate]) < 0
        assert not any(plate.collidepoint(dot.knob) for dot in living.children)


def test_the_switch_is_a_part_of_links_and_of_starting_over() -> None:
    player = mapped()
    assert player.timing.extras == {"map"}
    player.timing.reset()
    player.frames(1)
    assert not player.timing.view.mapped
    assert not player.timing.view.turn.on
