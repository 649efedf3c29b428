"""Random taps, drags and keys on the spine; then starting over equals a fresh start."""

import random

import pytest

from sim.spine.model import LumbarSpine
from tests.scenes.restless import restless, start_over
from tests.scenes.spine.player import agree, SpinePlayer


@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start() -> None:
    player = SpinePlayer(long_muscles=0.35)
    source = random.Random(8)
    for _ in restless(player, source, 800):
        pass
    start_over(player, "spine")
    scene = player.spine
    fresh = LumbarSpine({"long_muscles": 0.35})
    for _ in range(scene.model.world.steps):
        fresh.step()
    assert scene.model.snapshot() == fresh.snapshot()
    assert scene.extras == {"names"}
    agree(player)
