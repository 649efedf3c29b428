"""Random taps, drags and keys on the two backs; then starting over equals a fresh start."""

import math
import random

import pygame
import pytest

from sim.timing.pair import settings_of
from tests.scenes.restless import restless, start_over
from tests.scenes.timing.player import rotation, TimingPlayer


@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start() -> None:
    player = TimingPlayer(onset=0.12)
    source = random.Random(4)
    for _ in restless(player, source, 600):
        moment = player.timing.playback.moment if player.app.scenes.chosen == "timing" else None
        if moment is not None:
            assert math.isfinite(moment.left.turned + moment.right.turned)
    start_over(player, "timing")
    scene = player.timing
    assert scene.model.settings == settings_of({"onset": 0.12})
    assert scene.playback.moment.since_push is None
    player.key(pygame.K_p)
    assert player.until(player.over)
    assert player.shown.right.turned == rotation(0.12)
