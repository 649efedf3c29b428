"""Random taps, drags and keys on the corset; then starting over equals a fresh start."""

import random

import pytest

from sim.corset.model import Corset
from tests.scenes.corset.player import agree, CorsetPlayer
from tests.scenes.restless import restless, start_over


@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start() -> None:
    player = CorsetPlayer(draw_in=0.3)
    source = random.Random(7)
    for _ in restless(player, source, 500):
        pass
    player.app.prefer(zoom=1.0, profile="default")
    start_over(player, "corset")
    scene = player.corset
    fresh = Corset({"draw_in": 0.3})
    for _ in range(scene.model.ring.steps):
        fresh.step()
    assert scene.model.snapshot() == fresh.snapshot()
    assert scene.extras == set(scene.first_extras)
    agree(player)
