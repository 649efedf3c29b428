"""Random taps, drags and keys on the spine; then starting over equals a fresh start."""

import random

import pygame
import pytest

from sim.spine.model import LumbarSpine
from tests.scenes.restless import random_event
from tests.scenes.spine.player import agree, SpinePlayer


@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start() -> None:
    player = SpinePlayer(long_muscles=0.35)
    source = random.Random(8)
    for _ in range(800):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("spine")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.spine
    fresh = LumbarSpine({"long_muscles": 0.35})
    for _ in range(scene.model.world.steps):
        fresh.step()
    assert scene.model.snapshot() == fresh.snapshot()
    assert scene.extras == {"names"}
    agree(player)
