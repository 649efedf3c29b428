"""Activation: what the world gets is what a new column would have."""

from dataclasses import replace

import numpy as np
import pytest

from sim.mechanics.world import upright, World
from sim.spine.activation import activation_law
from sim.spine.anatomy import column_of
from sim.spine.model import LumbarSpine
from sim.spine.parameters import settings_of
from tests.sim.spine.spines import random_settings


@pytest.mark.parametrize("seed", range(10))
def test_a_change_of_activation_does_what_a_new_column_would(seed: int) -> None:
    spine = LumbarSpine(random_settings(seed))
    wanted = random_settings(seed + 100)
    for name in ("multifidus", "transversus", "erector_spinae", "abdominals"):
        spine.set(name, wanted[name])
    column = spine.column()
    discs = [joint.disc for joint in column.joints if joint.disc]
    assert np.allclose(spine.world.strands.stiffness, [s.stiffness for s in column.strands])
    assert np.allclose(spine.world.discs.stiffness, [d.stiffness for d in discs])
    assert np.allclose(spine.world.discs.torques, [d.torque for d in discs], atol=1e-9)
    fresh = LumbarSpine(spine.settings)
    for one in (spine, fresh):
        one.push()
        for _ in range(120):
            one.step()
    assert np.allclose(spine.world.state, fresh.world.state, atol=1e-6)


def test_drive_needs_no_world_of_its_own() -> None:
    settings = settings_of({"hand_load": 5, "long_muscles": 0.5})
    column = column_of(settings)
    world = World(column, upright(column, (True,) * len(column.strands)))
    before = list(world.discs.torques)
    activation_law(settings).tune(world, settings)
    assert np.allclose(world.discs.torques, before, atol=1e-9)
    assert replace(column) == column
