"""The drawn spine is the model's."""

import math

import numpy as np
import pytest

from scenes.draw.spine.pose import pose_of, SEGMENTS
from sim.spine.model import LumbarSpine


@pytest.mark.parametrize("seed", range(20))
def test_the_drawn_joints_are_the_models_pivots(seed: int) -> None:
    source = np.random.default_rng(seed)
    spine = LumbarSpine({"long_muscles": source.uniform(), "deep_muscles": source.uniform()})
    spine.hold(int(source.integers(1, 7)), float(source.uniform(-40, 40)))
    for _ in range(int(source.integers(1, 600))):
        spine.step()
    pose = pose_of(spine.world.state)
    rows = np.vstack([spine.world.state[-1], spine.world.state[:-1]])
    for index, joint in enumerate(spine.world.column.joints):
        for segment, crest in ((index, joint.crest_below), (index + 1, joint.crest_above)):
            x, y, turn = rows[segment, :3]
            cos, sin = math.cos(turn), math.sin(turn)
            there = (x + cos * crest[0] - sin * crest[1], y + sin * crest[0] + cos * crest[1])
            # The pivots of the model give by micrometres under load.
            assert pose.pivots[index] == pytest.approx(there, abs=1e-4)
    assert len(pose.places) == len(SEGMENTS)
