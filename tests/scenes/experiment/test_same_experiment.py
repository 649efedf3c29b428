"""One key swaps blocks and spine."""

import pygame

from scenes.spine.scene import SpineScene
from sim.spine.muscles import DEEP, level, LONG
from tests.scenes.player import Player


def test_one_key_swaps_blocks_and_spine() -> None:
    player = Player(press=240, tape="all")
    player.key(pygame.K_b)
    spine = player.app.experiment
    assert isinstance(spine, SpineScene)
    assert level(spine.model.settings, LONG) == 0.8
    assert level(spine.model.settings, DEEP) == 0.3
    spine.change("long_muscles", 0.5)
    spine.change("deep_muscles", 0.0)
    player.key(pygame.K_b)
    assert player.scene.stack.settings["press"] == 150
    assert player.scene.stack.settings["tape"] == "none"
