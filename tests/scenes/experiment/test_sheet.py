"""The sheet of the hand: three heights by drag, tap and key, and actions that stay."""

import pygame
import pytest

from scenes.experiment.base import Experiment
from scenes.experiment.sheet import HEIGHTS
from tests.scenes.player import Player


def opened(scene: str = "blocks", size: tuple[int, int] = (390, 844)) -> tuple[Player, Experiment]:  # type: ignore[type-arg]
    player = Player(size, scene=scene)
    assert isinstance(player.app.tab, Experiment)
    return player, player.app.tab


def test_a_tap_raises_it_and_a_drag_puts_it_where_it_is_let_go() -> None:
    player, blocks = opened()
    sheet = blocks.sheet
    assert sheet.height == "peek"
    at = (sheet.grip.rect.centerx, sheet.grip.rect.top + 8)
    player.click(at)
    assert sheet.height == "half"
    top = sheet.rect.top
    player.drag([(195, top + 8), (195, 400), (195, 160)])
    assert sheet.height == "full"
    assert sheet.rect.top < top
    top = sheet.rect.top
    player.drag([(195, top + 8), (195, 400), (195, 700)])
    assert sheet.height == "peek"


def test_keys_raise_it() -> None:
    player, blocks = opened()
    player.app.group.focus_on(blocks.sheet.grip, keyboard=True)
    for key, height in ((pygame.K_UP, "half"), (pygame.K_UP, "full"), (pygame.K_DOWN, "half")):
        player.key(key)
        assert blocks.sheet.height == height


def test_the_actions_never_move_and_the_picture_keeps_its_room() -> None:
    player, blocks = opened()
    places = set()
    for height in HEIGHTS:
        blocks.sheet.rise_to(height)
        player.frames(1)
        assert blocks.panel.switch is not None
        places.add((tuple(blocks.panel.primary.rect), tuple(blocks.panel.switch.rect)))
        if height != "full":
            assert blocks.view.touch.rect.height >= 200
    assert len(places) == 1


def test_the_primary_action_taps_and_stacks_again() -> None:
    player, blocks = opened()
    primary = blocks.panel.primary
    assert primary.text == "Tik"
    player.click(primary.rect.center)
    assert player.until(lambda: blocks.playback.moment.fallen)
    player.frames(2)
    assert primary.text == "Stapelen"
    player.click(primary.rect.center)
    assert player.until(lambda: not blocks.playback.moment.fallen)
    player.click(blocks.panel.switch.rect.center)  # type: ignore[union-attr]
    assert blocks.model.settings["tape"] == "all"


@pytest.mark.parametrize(("scene", "page"), [("spine", 1), ("corset", 1), ("recovery", 1)])
def test_pages_of_the_picture_are_turned_by_their_names(scene: str, page: int) -> None:
    player, shown = opened(scene)
    strip = shown.view.strip
    before = pygame.image.tobytes(player.app.surface, "RGB")
    player.click((strip.rect.left + strip.rect.width * (page + 0.5) / 2, strip.rect.centery))
    player.frames(2)
    assert strip.chosen == page
    assert pygame.image.tobytes(player.app.surface, "RGB") != before
    if scene == "spine":
        assert shown.view.map in shown.widgets()  # type: ignore[attr-defined]


def test_the_slider_at_hand_is_the_one_of_the_page() -> None:
    player, blocks = opened()
    slider = blocks.panel.sliders["press"]
    assert slider in blocks.widgets()
    player.click((slider.rect.left + 0.9 * slider.rect.width, slider.rect.bottom - 14))
    assert float(blocks.model.settings["press"]) > 200
    assert not slider.note or slider.note not in slider.brief
