"""Kinematics against finite differences."""

import numpy as np
import pytest

from sim.blocks.parameters import column_of, settings_of
from sim.mechanics.kinematics import Kinematics


def test_kinematics_agree_with_finite_differences() -> None:
    column = column_of(settings_of({"blocks": 6}))
    path = Kinematics(column).point(4, (0.01, -0.02))
    angles = np.random.default_rng(1).normal(0, 0.3, 7)
    _, first, second = path.at(angles)
    step = 1e-6
    for k in range(7):
        moved = np.zeros(7)
        moved[k] = step
        ahead, behind = path.at(angles + moved), path.at(angles - moved)
        assert first[:, k] == pytest.approx((ahead[0] - behind[0]) / (2 * step), abs=1e-8)
        assert second[:, :, k] == pytest.approx((ahead[1] - behind[1]) / (2 * step), abs=1e-8)
