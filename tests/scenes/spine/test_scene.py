"""The spine played: the teaching path with the mouse and with the keyboard."""

import pygame
import pytest

from scenes.experiment.same_experiment import TAPED
from sim.spine.muscles import DEEP, level, LONG
from tests.scenes.spine.player import SpinePlayer


def test_the_teaching_path_with_the_mouse() -> None:
    player = SpinePlayer()
    scene, words = player.spine, player.app.words
    assert player.headline == words("spine_say.wobbly")
    player.slide("long_muscles", 0.8)
    player.click(player.vertebra(3))
    assert player.until(lambda: scene.model.fallen)
    first = scene.model.fell_at
    assert player.headline == words("spine_say.buckles")
    assert words("spine_say.buckle_deep_could") in scene.view.reason.text
    player.click(player.vertebra(3))
    assert not scene.model.fallen
    player.slide("long_muscles", 0.99)
    player.click(player.vertebra(3))
    assert player.until(lambda: scene.model.fallen)
    second = scene.model.fell_at
    assert first is not None
    assert second is not None
    assert second < first  # pulling harder does not help
    player.click(player.vertebra(3))
    player.slide("long_muscles", 0.3)
    player.slide("deep_muscles", 0.5)
    assert player.headline in (words("spine_say.stands"), words("spine_say.firm"))
    player.click(player.vertebra(3))
    player.frames(180)
    assert not scene.model.fallen
    assert words("spine_say.both") in scene.view.reason.text


def test_the_teaching_path_with_the_keyboard() -> None:
    player = SpinePlayer(long_muscles=0.3)
    scene = player.spine
    player.key(pygame.K_TAB)
    assert scene.view.touch.focused
    player.key(pygame.K_SPACE)
    assert player.until(lambda: scene.model.fallen)
    player.key(pygame.K_SPACE)
    assert not scene.model.fallen
    for _ in range(8):
        player.key(pygame.K_UP)
    assert level(scene.model.settings, DEEP) == pytest.approx(0.4)
    player.key(pygame.K_MINUS)
    assert level(scene.model.settings, LONG) == pytest.approx(0.2)
    player.key(pygame.K_SPACE)
    player.frames(180)
    assert not scene.model.fallen
    player.key(pygame.K_t)
    assert level(scene.model.settings, DEEP) == 0
    player.key(pygame.K_t)
    assert level(scene.model.settings, DEEP) == TAPED


def test_the_help_speaks_of_muscles_and_not_of_tape() -> None:
    player = SpinePlayer()
    told = {player.app.words(f"hotkeys.{action}") for action in player.spine.actions()}
    assert player.app.words("hotkeys.deep") in told
    assert not any("tape" in text.lower() or "press" in text.lower() for text in told)
