"""One key swaps blocks and spine."""

import pygame

from scenes.experiment.same_experiment import counterpart, TAPED
from scenes.spine.scene import SpineScene
from sim.spine.muscles import DEEP, level, LONG
from sim.spine.parameters import settings_of
from sim.spine.verdict import verdict_of
from tests.scenes.player import Player


def test_one_key_swaps_blocks_and_spine() -> None:
    player = Player(press=240, tape="all")
    player.key(pygame.K_b)
    spine = player.app.experiment
    assert isinstance(spine, SpineScene)
    assert level(spine.model.settings, LONG) == 0.8
    assert level(spine.model.settings, DEEP) == TAPED
    spine.change("long_muscles", 0.5)
    spine.change("deep_muscles", 0.0)
    player.key(pygame.K_b)
    assert player.scene.stack.settings["press"] == 150
    assert player.scene.stack.settings["tape"] == "none"


def test_what_stands_taped_stands_as_a_spine() -> None:
    """From a press on that lets the long muscles carry the trunk."""
    for press in range(60, 301, 20):
        _, settings = counterpart("blocks", {"press": press, "tape": "all"})
        assert verdict_of(settings_of(settings)).stable
