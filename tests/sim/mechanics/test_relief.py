"""Relief takes the known joint forces off the solver and changes nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from sim.mechanics.column import Column
from sim.mechanics.world import STEP, upright, World
from sim.spine.anatomy import column_of
from sim.spine.model import LumbarSpine
from sim.spine.parameters import settings_of

EXACT = {0.0: 1.5021, 0.1: 0.4942, 0.3: 0.3367, 0.8: 0.1217, 1.0: 0.1017}
"""When a spine gives way at these efforts of the long muscles [s], by exact joint angles."""


def column(**values: float) -> Column:
    """A spine in balance."""
    return column_of(settings_of(values))


@pytest.mark.parametrize(("long", "fell_at"), EXACT.items())
def test_a_spine_gives_way_when_exact_joints_say_so(long: float, fell_at: float) -> None:
    spine = LumbarSpine({"long_muscles": long})
    spine.push()
    while not spine.fallen:
        spine.step()
    assert spine.fell_at == pytest.approx(fell_at, rel=0.005)


def test_few_iterations_find_what_many_find() -> None:
    """Both with relief: what the solver is left with is small."""
    ends = []
    for iterations in (10, 400):
        spine = LumbarSpine({"long_muscles": 0.4, "deep_muscles": 0.3}, iterations=iterations)
        spine.push()
        for _ in range(120):
            spine.step()
        ends.append(spine.rotations)
    assert np.abs(ends[0] - ends[1]).max() < 0.01 * np.abs(ends[1]).max()


def test_relief_does_no_work() -> None:
    """An undamped spine that swings keeps its energy.

    With levers of the beginning of a step relief would drive or brake it by a tenth of
    what the discs' damping does.
    """
    damped = column(long_muscles=0.2, deep_muscles=0.4)
    joints = tuple(
        replace(joint, disc=joint.disc and replace(joint.disc, damping=0.0))
        for joint in damped.joints
    )
    lost = []
    for swinging in (replace(damped, joints=joints), damped):
        state = upright(swinging, (True,) * len(swinging.strands))
        # Places lag half a step behind speeds, which is seen in the energy: finer steps.
        world = World(swinging, state, dt=STEP / 4, iterations=400)
        world.push, world.push_segment = 20.0, 3
        for _ in range(720):
            world.step()
        world.push = 0.0
        began = world.energy()
        for _ in range(2400):
            world.step()
        lost.append(began - world.energy())
    assert abs(lost[0]) < 0.05 * lost[1]
