"""The exported spine in MuJoCo is the same spine: balance, stiffness, bends, motion."""

import math

import mujoco
import numpy as np
import pytest
from numpy.typing import NDArray

from sim.mechanics.stability import analyse
from sim.mechanics.world import STEP
from sim.spine.anatomy import column_of
from sim.spine.mjcf import mjcf
from sim.spine.model import LumbarSpine
from sim.spine.parameters import settings_of

Real = NDArray[np.float64]

STATES: dict[str, dict[str, object]] = {
    "as it starts": {},
    "no muscle": {"long_muscles": 0},
    "stands": {"long_muscles": 0.2, "deep_muscles": 0.3},
    "loaded": {
        **{"long_muscles": 0.4, "deep_muscles": 0.6, "erector_lumbar": 0.3, "hand_load": 20},
        **{"disc_stiffness": 70, "short_range_stiffness": 17.2, "preload_stiffening": 1},
    },
    "buckles": {"long_muscles": 0.8, "push_level": "L4"},
}
FINER = 4
EVERY = pytest.mark.parametrize("values", STATES.values(), ids=STATES)


class Loaded:
    """A spine in MuJoCo."""

    def __init__(self, values: dict[str, object]) -> None:
        self.settings = settings_of(values)
        self.model = mujoco.MjModel.from_xml_string(mjcf(self.settings))
        self.data = mujoco.MjData(self.model)

    def moments(self, bends: Real) -> Real:
        """What turns every joint at rest with these bends."""
        self.data.qpos[:] = bends
        mujoco.mj_forward(self.model, self.data)
        found: Real = self.data.qfrc_passive - self.data.qfrc_bias
        return found

    def slopes(self, step: float) -> Real:
        """How moments fall with bends at neutral, by central differences."""
        there = step * np.eye(6)
        rows = [(self.moments(-bend) - self.moments(bend)) / (2 * step) for bend in there]
        return np.array(rows).T


@EVERY
def test_the_neutral_posture_is_in_balance(values: dict[str, object]) -> None:
    loaded = Loaded(values)
    assert loaded.moments(np.zeros(6)) == pytest.approx(np.zeros(6), abs=1e-9)


@EVERY
def test_stiffness_and_mass_are_those_of_the_analysis(values: dict[str, object]) -> None:
    loaded = Loaded(values)
    found = analyse(column_of(loaded.settings))
    coarse, fine = loaded.slopes(1e-3), loaded.slopes(5e-4)
    stiffness = (4 * fine - coarse) / 3
    scale = np.abs(found.stiffness).max()
    assert stiffness == pytest.approx(found.stiffness, rel=1e-6, abs=1e-6 * scale)
    loaded.moments(np.zeros(6))
    mass = np.zeros((6, 6))
    mujoco.mj_fullM(loaded.model, loaded.data, mass)
    assert mass == pytest.approx(found.mass, rel=1e-9)


def test_discs_stiffen_and_stops_hold_as_here() -> None:
    column = column_of(settings_of({"long_muscles": 0}))
    loaded = Loaded({"long_muscles": 0})
    for i, joint in enumerate(column.joints):
        disc = joint.disc
        assert disc is not None
        for degrees in (-14, -11, -5, 5, 11, 14):
            bend = math.radians(degrees)
            bends = bend * np.eye(6)[i]
            cubic = disc.cubic_flexion if bend < 0 else disc.cubic_extension
            beyond = math.copysign(max(0.0, abs(bend) - disc.stop), bend)
            expected = disc.torque - disc.stiffness * bend - cubic * bend**3
            expected -= disc.stop_stiffness * beyond
            loaded.moments(bends)
            assert loaded.data.qfrc_spring[i] == pytest.approx(expected)


def test_a_strand_never_pushes() -> None:
    loaded = Loaded({"deep_muscles": 0, "long_muscles": 0.5})
    back = [i for i in range(loaded.model.ntendon) if "erector" in loaded.model.tendon(i).name]
    rest = loaded.model.tendon_lengthspring[back]
    assert np.all(rest[:, 0] == 0)
    loaded.moments(np.full(6, math.radians(6)))  # leaning back: the back muscles are slack
    slack = loaded.data.ten_length[back] < rest[:, 1]
    assert slack.any()
    loaded.model.tendon_stiffness[np.array(back)[~slack]] = 0
    with_slack = loaded.moments(np.full(6, math.radians(6)))
    loaded.model.tendon_stiffness[back] = 0
    assert loaded.moments(np.full(6, math.radians(6))) == pytest.approx(with_slack, abs=1e-12)


@EVERY
def test_it_moves_as_here_after_a_push(values: dict[str, object]) -> None:
    # A quarter of the step: 1/1200 s is 3 % off in the stiffest of these states.
    here, there = LumbarSpine(values, dt=STEP / FINER), Loaded(values)
    assert there.model.opt.timestep == STEP
    pushed = there.model.body(str(here.settings["push_level"])).id
    here.push()
    paths = []
    for step in range(round(0.3 / STEP)):
        pushing = step < round(float(here.settings["push_time"]) / STEP)
        there.data.xfrc_applied[pushed, 0] = float(here.settings["push"]) if pushing else 0
        mujoco.mj_step(there.model, there.data)
        for _ in range(FINER):
            here.step()
        paths.append((here.rotations.copy(), there.data.qpos.copy()))
    ours, theirs = np.array(paths).swapaxes(0, 1)
    assert np.abs(ours).max() < math.radians(12)  # a stop's friction is left out
    assert np.abs(ours - theirs).max() < 0.02 * np.abs(ours).max()
