"""Random taps, drags and keys on the year; then starting over equals a fresh start."""

import random

import pytest

from sim.recovery.model import Recovery
from tests.scenes.recovery.player import agree, RecoveryPlayer
from tests.scenes.restless import restless, start_over


@pytest.mark.usefixtures("unsaved")
def test_after_anything_starting_over_equals_a_fresh_start() -> None:
    player = RecoveryPlayer(week=7, trained=1)
    source = random.Random(4)
    for _ in restless(player, source, 600):
        pass
    start_over(player, "recovery")
    scene = player.year
    assert scene.model.snapshot() == Recovery({"week": 7, "trained": 1}).snapshot()
    assert not scene.passing
    agree(player)
