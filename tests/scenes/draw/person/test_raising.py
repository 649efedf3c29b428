"""The arm that rises."""

import numpy as np
import pytest

from scenes.draw.person.raising import ARM, arm_angle
from sim.timing.model import LEAD, WATCHED


def test_the_arm_rises_with_the_movement_and_with_its_reaction() -> None:
    angles = [arm_angle(now) for now in np.linspace(-LEAD, WATCHED, 60)]
    assert angles == sorted(angles)
    assert angles[0] == 0 == arm_angle(0.0)
    assert angles[-1] == pytest.approx(ARM)
    assert arm_angle(0.2, -2.0) < arm_angle(0.2) / 2
    assert arm_angle(0.4, 0.0) == 0
