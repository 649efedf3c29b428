"""The bar of time by keys."""

import pygame
import pytest

from tests.scenes.player import Player


def test_arrow_keys_look_back_and_forth() -> None:
    player = Player()
    player.frames(60)
    player.key(pygame.K_TAB)
    for _ in range(5):
        player.key(pygame.K_LEFT)
    assert player.scene.playback.before_now == pytest.approx(0.1)
    player.key(pygame.K_RIGHT)
    assert player.scene.playback.before_now == pytest.approx(0.08)
