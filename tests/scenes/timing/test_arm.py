"""The arm that rises."""

import numpy as np
import pytest

from scenes.timing.arm import ARM, arm_angle
from sim.timing.model import LEAD, WATCHED
from sim.timing.pair import settings_of


def test_the_arm_rises_with_the_movement_and_with_its_reaction() -> None:
    settings = settings_of({})
    angles = [arm_angle(settings, now) for now in np.linspace(-LEAD, WATCHED, 60)]
    assert angles == sorted(angles)
    assert angles[0] == 0 == arm_angle(settings, 0.0)
    assert angles[-1] == pytest.approx(ARM)
    calm = settings_of({"moment": -2})
    assert arm_angle(calm, 0.2) < arm_angle(settings, 0.2) / 2
    assert arm_angle(settings_of({"moment": 0}), 0.4) == 0
