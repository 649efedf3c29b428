"""Thousands of random taps, drags and keys; then "start over" equals a fresh start."""

import random

import pygame
import pytest

from scenes.blocks.scene import BlocksScene
from sim.blocks.model import BlockStack
from tests.scenes.player import Player
from tests.scenes.restless import random_event

EVENTS = 10_000
AT_ONCE = 5  # events in one frame
DRAWN = 3  # every how manieth frame is drawn


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start(seed: int) -> None:
    player = Player(press=80)
    source = random.Random(seed)
    for number in range(EVENTS // AT_ONCE):
        for _ in range(AT_ONCE):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        drawn = number % DRAWN == 0
        passing = source.choice([0.0, 1 / 60, 1 / 60, 1 / 10])
        (player.app.frame if drawn else player.app.go_on)(passing)
    assert player.app.running
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("blocks")
    player.key(pygame.K_r, pygame.KMOD_ALT)

    scene = player.scene
    fresh = BlockStack({**BlocksScene.start, "press": 80})
    for _ in range(scene.stack.world.steps):
        fresh.step()
    assert scene.stack.snapshot() == fresh.snapshot()
    assert scene.playback.tries == []
    assert scene.playback.before_now == 0
    assert not scene.clock.paused
    assert scene.clock.speed == 1
    assert not scene.extras
    assert not scene.unfolded
    assert len(scene.undo_list) == 0
    for name, slider in scene.panel.sliders.items():
        assert slider.value == scene.stack.settings[name]
    assert not scene.panel.tape.on
