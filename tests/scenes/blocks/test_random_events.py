"""Thousands of random taps, drags and keys; then "start over" equals a fresh start."""

import random

import pytest

from scenes.blocks.scene import BlocksScene
from sim.blocks.model import BlockStack
from tests.scenes.player import Player
from tests.scenes.restless import AT_ONCE, restless, start_over

EVENTS = 10_000


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start(seed: int) -> None:
    player = Player(press=80)
    source = random.Random(seed)
    for _ in restless(player, source, EVENTS // AT_ONCE):
        pass
    start_over(player, "blocks")

    scene = player.scene
    fresh = BlockStack({**BlocksScene.start, "press": 80})
    for _ in range(scene.stack.world.steps):
        fresh.step()
    assert scene.stack.snapshot() == fresh.snapshot()
    assert not scene.extras
    assert not scene.panel.tape.on
