"""Random taps, drags and keys on the corset; then starting over equals a fresh start."""

import random

import pygame
import pytest

from sim.corset.model import Corset
from tests.scenes.corset.player import agree, CorsetPlayer
from tests.scenes.restless import random_event


@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start() -> None:
    player = CorsetPlayer(draw_in=0.3)
    source = random.Random(7)
    for _ in range(500):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("corset")
    player.app.prefer(zoom=1.0, profile="default")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.corset
    fresh = Corset({"draw_in": 0.3})
    for _ in range(scene.model.ring.steps):
        fresh.step()
    assert scene.model.snapshot() == fresh.snapshot()
    assert scene.playback.tries == []
    assert scene.extras == set(scene.first_extras)
    assert not scene.unfolded
    assert len(scene.undo_list) == 0
    assert not scene.clock.paused
    agree(player)
