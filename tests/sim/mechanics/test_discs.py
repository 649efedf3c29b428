"""Discs: they stiffen when bent."""

import math

import numpy as np
import pytest

from sim.mechanics.world import ANGLE, upright, World
from tests.sim.spine.spines import disc, straight


@pytest.mark.parametrize(("cubic", "expected"), [(True, "little"), (False, "far")])
def test_after_buckling_the_stiffening_disc_bends_little(cubic: bool, expected: str) -> None:
    """100 N on the straight column: found 40 degrees with a linear spring, less than 5 without."""
    column = straight(5, 0.036, disc(0.68, cubic=cubic), load=100 / 9.81, gravity=9.81)
    world = World(column, upright(column, ()))
    world.push_segment = 5
    for step in range(20 * 1200):
        world.push = 1.0 if step < 60 else 0.0
        world.step()
    top = math.degrees(float(world.state[-2, ANGLE]))
    if expected == "little":
        assert np.degrees(np.abs(world.discs.bends)).max() < 5
    else:
        assert abs(top) > 30
