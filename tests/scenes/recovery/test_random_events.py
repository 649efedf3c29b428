"""Random taps, drags and keys on the year; then starting over equals a fresh start."""

import random

import pygame
import pytest

from sim.recovery.model import Recovery
from tests.scenes.recovery.player import agree, RecoveryPlayer
from tests.scenes.restless import random_event


@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start() -> None:
    player = RecoveryPlayer(week=7, trained=1)
    source = random.Random(4)
    for _ in range(600):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
        assert player.app.running
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("recovery")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.year
    assert scene.model.snapshot() == Recovery({"week": 7, "trained": 1}).snapshot()
    assert not scene.passing
    assert not scene.clock.paused
    assert scene.playback.before_now == 0
    assert not scene.unfolded
    assert len(scene.undo_list) == 0
    agree(player)
