"""Random taps, drags and keys on the two backs; then starting over equals a fresh start."""

import math
import random

import pygame
import pytest

from sim.timing.pair import settings_of
from tests.scenes.restless import random_event
from tests.scenes.timing.player import rotation, TimingPlayer


@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start() -> None:
    player = TimingPlayer(onset=0.12)
    source = random.Random(4)
    for _ in range(600):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
        moment = player.timing.playback.moment if player.app.scenes.chosen == "timing" else None
        if moment is not None:
            assert math.isfinite(moment.left.turned + moment.right.turned)
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("timing")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.timing
    assert scene.model.settings == settings_of({"onset": 0.12})
    assert scene.playback.moment.since_push is None
    assert scene.playback.tries == []
    assert scene.playback.before_now == 0
    assert not scene.clock.paused
    assert scene.clock.speed == 1
    assert not scene.unfolded
    assert len(scene.undo_list) == 0
    for name, slider in scene.panel.sliders.items():
        assert slider.value == scene.model.settings[name]
    player.key(pygame.K_p)
    assert player.until(player.over)
    assert player.shown.right.turned == rotation(0.12)
