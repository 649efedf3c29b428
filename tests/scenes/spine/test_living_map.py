"""The living map: it agrees with sliders and analyses, and is painted in time."""

import random
from collections import deque

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look, REGULAR
from scenes.draw.palette import Colour, DEFAULT, PROFILES
from scenes.experiment.preset import load_preset, preset_names
from scenes.forms import Form, look_for, Viewport
from scenes.spine.living_map import SpineMap
from scenes.spine.living_map_key import BUCKLES, LEANS, REGIONS, STANDS
from scenes.spine.living_map_names import roomiest
from scenes.spine.living_map_picture import paint_map
from scenes.spine.living_map_values import COARSE, FINE, Plane
from scenes.text.words import Words
from sim.mechanics.stability import analyse
from sim.spine.anatomy import column_of
from sim.spine.muscles import DEEP, level, LONG, MUSCLES
from sim.spine.parameters import settings_of
from sim.spine.verdict import verdict_of
from tests.harness.drawn_text import written
from tests.scenes.spine.player import agree, SpinePlayer

SETTLED = 90  # pictures within which a map has become fine


def test_the_dot_and_the_sliders_never_disagree() -> None:
    player = SpinePlayer()
    source = random.Random(5)
    agree(player)
    for _ in range(40):
        scene = player.spine
        box = scene.view.map.box
        what = source.randrange(5)
        if what == 0:
            across, down = source.uniform(0, box.width), source.uniform(0, box.height)
            player.click((box.left + across, box.top + down))
        elif what == 1:
            player.slide(source.choice(["deep_muscles", "long_muscles"]), source.random())
        elif what == 2:
            scene.change(source.choice(MUSCLES), round(source.random(), 2))
        elif what == 3:
            scene.undo()
        else:
            scene.load(load_preset(source.choice(preset_names("spine"))))
        player.frames(1)
        agree(player)


def test_the_dot_can_be_dragged_and_one_undo_takes_it_back() -> None:
    player = SpinePlayer()
    before = dict(player.spine.model.settings)
    x, y = player.dot()
    player.drag([(x, y), (x + 30, y - 60), (x + 60, y - 120)])
    agree(player)
    settings = player.spine.model.settings
    assert level(settings, LONG) > 0.4
    assert level(settings, DEEP) > 0.4
    for group in (LONG, DEEP):  # no drag is finer than what the sliders' steps are
        assert level(settings, group) == round(level(settings, group), 2)
    player.spine.undo()
    assert player.spine.model.settings == before
    agree(player)


def test_the_dot_moves_with_the_keys() -> None:
    player = SpinePlayer()
    player.key(pygame.K_TAB)
    player.key(pygame.K_TAB)
    assert player.app.group.focus is player.spine.view.map
    for key in (pygame.K_RIGHT, pygame.K_UP, pygame.K_PAGEUP):
        player.key(key)
    assert level(player.spine.model.settings, LONG) == pytest.approx(0.22)
    assert level(player.spine.model.settings, DEEP) == pytest.approx(0.12)


def test_a_coarse_map_at_once_and_a_fine_one_soon() -> None:
    plane = Plane(settings_of({}))
    assert len(plane.region.smallest) == COARSE
    slices = len(list(plane.slices()))
    assert len(plane.region.smallest) == FINE
    assert slices < 25  # pictures: with those of rest before them under half a second


@pytest.mark.parametrize("values", [{}, {"hand_load": 12, "disc_stiffness": 70}], ids=str)
def test_the_map_says_what_single_analyses_say(values: dict[str, object]) -> None:
    plane = Plane(settings_of(values))
    deque(plane.slices(), 0)
    for row, column in ((0, 0), (5, 90), (50, 20), (99, 99), (30, 31)):
        levels = {"long_muscles": (column + 0.5) / FINE, "deep_muscles": (row + 0.5) / FINE}
        found = analyse(column_of(settings_of({**values, **levels})))
        assert plane.region.smallest[row, column] == pytest.approx(found.eigenvalues[0], abs=1e-6)


def test_the_map_of_unlinked_muscles_goes_through_the_present_state() -> None:
    settings = settings_of({"multifidus": 0.6, "transversus": 0.2, "long_muscles": 0.4})
    plane = Plane(settings)
    deque(plane.slices(), 0)
    there = plane.region.smallest[round(0.4 * FINE), round(0.4 * FINE)]
    assert there == pytest.approx(verdict_of(settings).smallest, abs=3)


def test_the_map_moves_with_what_it_depends_on_only() -> None:
    player = SpinePlayer()
    player.frames(SETTLED)
    plane = player.spine.view.map.plane
    player.slide("deep_muscles", 0.7)
    player.slide("push", 0.7)
    assert player.spine.view.map.plane is plane
    player.spine.change("hand_load", 10.0)
    assert player.spine.view.map.plane is not plane
    player.frames(SETTLED)
    assert player.spine.view.map.plane is not None
    assert player.spine.view.map.plane.region.fine


def test_the_map_gets_finer_while_the_dot_is_dragged() -> None:
    player = SpinePlayer()
    player.spine.change("hand_load", 10.0)
    for picture in range(SETTLED):
        player.spine.set_levels(0.2 + 0.01 * (picture % 2), 0.5)
        player.frames(1)
    plane = player.spine.view.map.plane
    assert plane is not None
    assert plane.region.fine


def test_a_small_window_has_the_map_beside_the_chart() -> None:
    player = SpinePlayer((1024, 600))
    assert player.spine.view.map not in player.spine.widgets()
    pages = player.spine.panel.pages
    assert pages.visible
    player.click((pages.rect.right - 20, pages.rect.centery))
    player.frames(1)
    assert player.spine.view.map in player.spine.panel.area.children
    player.app.group.focus_on(player.spine.view.map, keyboard=True)
    player.key(pygame.K_PAGEUP)
    assert level(player.spine.model.settings, DEEP) == pytest.approx(0.1)


def test_the_border_is_as_thick_while_the_map_is_coarse() -> None:
    def light(plane: Plane, side: int) -> float:
        look = look_for(Viewport((1280 * side // 240, 720 * side // 240)), DEFAULT, 1.0)
        picture, *_ = paint_map(plane.region, side, look, Words("en"))
        colours = pygame.surfarray.array3d(picture)[side // 2 : 3 * side // 4, side // 4 :]
        return float(colours[:, : side // 2].mean())

    pygame.font.init()
    plane = Plane(settings_of({}))
    coarse = light(plane, 240)
    deque(plane.slices(), 0)
    fine = light(plane, 240)
    assert coarse == pytest.approx(fine, rel=0.01)
    assert light(plane, 720) == pytest.approx(fine, rel=0.01)


def test_names_stand_where_there_is_room() -> None:
    mask = np.zeros((32, 32), dtype=bool)
    assert roomiest(mask, 2, 1) is None
    mask[4:10, 8:30] = True
    place = roomiest(mask, 6, 2)
    assert place is not None
    assert place[0] == pytest.approx(18.5, abs=1)
    assert place[1] == pytest.approx(6.5, abs=1)
    assert roomiest(mask, 2, 6) is None


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "levels", [(0.25, 0.6), (0.4, 0.8), (0.0, 0.3), (0.6, 0.75), (0.1, 0.5), (0.5, 0.0)]
)
def test_neither_the_dot_nor_its_lines_strike_a_name_or_a_number(
    monkeypatch: pytest.MonkeyPatch, language: str, levels: tuple[float, float]
) -> None:
    long, deep = levels
    player = SpinePlayer(long_muscles=long, deep_muscles=deep)
    if language != player.app.words.language:
        player.app.language()
    player.frames(SETTLED)
    living, look = player.spine.view.map, player.app.look
    dot = pygame.Rect(0, 0, 2 * look.px(13), 2 * look.px(13))
    dot.center = round(living.knob[0]), round(living.knob[1])
    lines = [line for line in written(player.app, monkeypatch) if living.rect.contains(line.box)]
    assert len(lines) >= 6
    for line in lines:
        assert not line.letters.colliderect(dot), line.text
    assert len(living._names) >= 2
    # What is on the plates is what is written there without the lines to the axes.
    for name in living._names:
        around = living._around_knob(look).move(-living.box.left, -living.box.top)
        plate = name.beside(around)
        if plate is None:
            continue
        plate = plate.move(living.box.topleft)
        page = player.app.surface.copy()
        name.draw(page, plate, look)
        inner = plate.inflate(-4, -4)
        now, alone = (
            pygame.surfarray.array3d(one.subsurface(inner)) for one in (player.app.surface, page)
        )
        assert (now == alone).all()


class _Nobody:
    """Hands that do nothing."""

    def set_levels(self, long: float, deep: float) -> None:
        """Nothing."""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("side", [60, 120, 200, 240, 320])
def test_every_region_has_its_name_on_the_map_or_in_its_key(
    monkeypatch: pytest.MonkeyPatch, language: str, profile: str, side: int
) -> None:
    pygame.font.init()
    words, written, write = Words(language), set[str](), Look.fitted

    def fitted(
        look: Look, text: str, size: float, colour: Colour, weight: int = REGULAR, *, width: int
    ) -> pygame.Surface:
        written.add(text)
        return write(look, text, size, colour, weight, width=width)

    look = look_for(Viewport((1280, 720)), PROFILES[profile], 1.0)
    living = SpineMap(words, _Nobody())
    living.show_settings(settings_of({}), 0.2, 0.0)
    assert living.plane is not None
    deque(living.plane.slices(), 0)
    surface = pygame.Surface((side + 40, side + 240))
    living.place(surface.get_rect(), look)
    for _ in range(5):  # fewer names in the key leave more room for the map, and for names in it
        living.draw(surface, look)
    monkeypatch.setattr(Look, "fitted", fitted)
    living.draw(surface, look)  # the map itself is painted: what is written is the key
    picture, names, unnamed = paint_map(living.plane.region, living.box.width, look, words)
    for name in names:
        name.draw(picture, name.plate, look)
    for region in REGIONS:
        assert (region in unnamed) == (words(f"spine.{region}") in written)
    for ink, regions in ((look.palette.teal, {STANDS}), (look.palette.amber_ink, {LEANS, BUCKLES})):
        letters = pygame.mask.from_threshold(picture, ink, (8, 8, 8)).count()
        assert (letters > 40) == bool(regions - set(unnamed))


@pytest.mark.parametrize("high", [0, 1, 14, 15, 40])
@pytest.mark.parametrize("form", [Form.TALL, Form.WIDE])
def test_a_map_is_painted_in_whatever_room_there_is(form: Form, high: int) -> None:
    look = look_for(Viewport((390, 844), asked=form), DEFAULT, 2.0)
    living = SpineMap(Words("nl"), _Nobody())
    living.show_settings(settings_of({}), 0.2, 0.0)
    living.place(pygame.Rect(10, 10, 60, high), look)
    living.draw(pygame.Surface((390, 844)), look)
    assert min(living.box.size) > 1
