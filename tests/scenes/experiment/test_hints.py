"""One hint at a time, each until it was done."""

from types import ModuleType

import pygame
import pytest

from scenes.blocks import view as blocks_view
from scenes.experiment.hints import Hints
from scenes.spine import view as spine_view
from tests.scenes.player import Player
from tests.scenes.spine.player import SpinePlayer


def test_the_first_that_was_not_done_and_then_the_first_of_all() -> None:
    hints = Hints("tap", "hand", "dot")
    assert hints.now("tap", "hand") == "tap"
    hints.done("tap")
    assert hints.now("tap", "dot") == "dot"
    assert hints.now("tap", "hand", "dot") == "hand"
    hints.done("hand")
    hints.done("hand")
    assert hints.now("tap", "hand") == "tap"


def test_that_the_hand_can_be_dragged_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    for name in ("draw_tap_here", "draw_drag_here"):
        draw = getattr(blocks_view, name)

        def noted(*given: object, name: str = name, draw: object = draw) -> object:
            said.append(name)
            assert callable(draw)
            return draw(*given)

        monkeypatch.setattr(blocks_view, name, noted)
    player = Player()
    scene = player.scene

    def hints() -> set[str]:
        said.clear()
        player.app.rest.wake()
        player.frames(1)
        return set(said)

    assert hints() == {"draw_tap_here"}
    scene.tap()
    player.frames(3)
    assert hints() == set()
    scene.again()
    player.frames(90)
    assert hints() == {"draw_drag_here"}
    assert scene.view.touch.stage is not None
    x, _ = scene.view.touch.stage.camera.to_screen((0.0, 0.0))
    hand = (x + 60, scene.view.touch.rect.top + 130)
    player.drag([hand, (hand[0], hand[1] + 20), (hand[0], hand[1] + 40)])
    assert float(scene.stack.settings["press"]) > 60
    assert hints() == {"draw_tap_here"}
    scene.reset()
    scene.tap()
    scene.again()
    player.frames(90)
    assert hints() == {"draw_tap_here"}


def test_the_map_of_the_spine_waits_with_its_hint_until_there_was_a_tap() -> None:
    player = SpinePlayer()
    scene = player.spine
    assert not scene.view.map.hinted
    player.key(pygame.K_p)
    assert not scene.view.map.hinted
    scene.again()
    player.frames(5)
    assert scene.view.map.hinted
    scene.set_levels(0.3, 0.4)
    player.frames(5)
    assert not scene.view.map.hinted


@pytest.mark.parametrize(("scene", "view"), [("blocks", blocks_view), ("spine", spine_view)])
def test_on_a_phone_a_low_picture_has_no_word_over_hand_and_muscles(
    scene: str, view: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[pygame.Rect] = []
    draw = view.draw_tap_here

    def noted(*given: object) -> pygame.Rect:
        said.append(draw(*given))
        return said[-1]

    monkeypatch.setattr(view, "draw_tap_here", noted)
    player = Player((390, 844), scene=scene)
    player.frames(2)
    assert said
    player.app.experiment.sheet.rise_to("half")
    player.frames(1)
    low = player.app.experiment.view.touch.rect.height < 300
    said.clear()
    player.app.draw()
    assert bool(said) != low
    player = Player((360, 640), scene=scene)
    said.clear()
    player.frames(2)
    assert not said
