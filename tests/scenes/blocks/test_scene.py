"""The window played: tap and it falls, press and it falls sooner, tape and it stands."""

import pygame
import pytest

from scenes.blocks.scene import BlocksScene
from sim.blocks.model import BlockStack
from sim.catalogue import LANGUAGES
from tests.scenes.player import Player


def fall(player: Player) -> float:
    """Tap the middle block and wait until it has fallen; after how long [s]."""
    player.click(player.block(3))
    assert player.until(lambda: player.scene.stack.fallen)
    found = player.scene.stack.fell_at
    assert found is not None
    return found


def stack_again(player: Player) -> None:
    """One tap on the play area after a fall."""
    player.click(player.middle_of(player.scene.view.touch))
    assert not player.scene.stack.fallen
    player.frames(45)  # the blocks are on their way back up


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_teaching_path_with_the_mouse(language: str) -> None:
    player = Player(language=language, push=0.3)
    scene = player.scene
    words = player.app.words
    player.frames(60)
    assert scene.view.headline.text == words("blocks_say.wobbly")
    assert not scene.stack.fallen
    first = fall(player)
    assert scene.view.headline.text == words("blocks_say.falls")
    assert scene.view.reason.text == words("blocks_say.rolled")
    stack_again(player)
    player.slide("press", 0.95)
    assert float(scene.stack.settings["press"]) > 200
    second = fall(player)
    assert scene.view.reason.text == words("blocks_say.harder_sooner")
    assert second < first
    stack_again(player)
    player.click(player.middle_of(scene.panel.tape))
    assert scene.stack.settings["tape"] == "all"
    assert scene.view.headline.text == words("blocks_say.stands")
    player.click(player.block(3))
    player.frames(180)
    assert not scene.stack.fallen
    assert scene.view.headline.text == words("blocks_say.stands")


def test_the_teaching_path_with_the_keyboard() -> None:
    player = Player()
    scene = player.scene
    player.key(pygame.K_TAB)
    assert scene.view.touch.focused
    player.key(pygame.K_SPACE)
    assert player.until(lambda: scene.stack.fallen)
    first = scene.stack.fell_at
    player.key(pygame.K_SPACE)
    assert not scene.stack.fallen
    for _ in range(10):
        player.key(pygame.K_DOWN)
    assert scene.stack.settings["press"] == 160
    player.key(pygame.K_SPACE)
    assert player.until(lambda: scene.stack.fallen)
    second = scene.stack.fell_at
    assert first is not None
    assert second is not None
    assert second < first
    player.key(pygame.K_SPACE)
    player.key(pygame.K_t)
    player.key(pygame.K_SPACE)
    player.frames(180)
    assert not scene.stack.fallen


def test_reset_brings_everything_back() -> None:
    player = Player(press=80)
    player.slide("press", 0.9)
    player.slide("push", 0.9)
    player.click(player.joint(2, 1))
    player.key(pygame.K_z)
    player.key(pygame.K_k, pygame.KMOD_ALT)
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.scene
    start = {**BlocksScene.start, "press": 80}
    assert scene.stack.settings == BlockStack(start).settings
    assert not scene.clock.paused
    assert scene.clock.speed == 1
    assert scene.playback.tries == []
    fresh = BlockStack(start)
    for _ in range(scene.stack.world.steps):
        fresh.step()
    assert scene.stack.snapshot() == fresh.snapshot()
    assert scene.panel.sliders["press"].value == 80


@pytest.mark.parametrize(
    ("tape", "label"),
    [("none", "untaped, 60 N"), ("1,2,4l", "partly taped, 60 N"), ("all", "taped")],
)
def test_a_curve_is_called_after_the_tape_that_was_on(tape: str, label: str) -> None:
    player = Player(language="en", tape=tape)
    player.key(pygame.K_p)
    player.frames(3)
    assert player.scene.playback.tries[-1].main.label.replace("\u00a0", " ") == label
