"""A spine that a finger pushes, and one whose arm is raised.

Finger: a force to the front on the centre of a body from t = 0 on, for a while.
Arm: at t = 0 the long muscles are commanded from one level to another, and for the length
of a pulse a moment acts on the thorax and a force on L3; the deep muscles are commanded at
their onset. With the command u, da/dt = (u - a) / lag. Before t = 0 nothing moves: the
torques of the joints balance whatever the muscles do in neutral posture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np

from tests.independent.chain import JOINTS, Real, Told
from tests.independent.motion import Motion, move, phases_until, Rates
from tests.independent.spine import activations_of, GIVEN_WAY, Holding, Spine, spine_of

L3 = 2
WATCHED = 0.5  # s after the arm began to rise
STILL = np.zeros(2 * JOINTS)
DEEP, LONG = ("multifidus", "transversus"), ("erector_spinae", "abdominals")


def _beyond(state: Real) -> float:
    return float(np.abs(state[:JOINTS]).max() - GIVEN_WAY)


def _never(_state: Real) -> float:
    return -1.0


def pushed(told: Told, seconds: float) -> Motion:
    """The described spine, pushed as it says, for some time or until it gives way."""
    spine, parameters = spine_of(told), told["parameters"]
    holding = spine.hold(activations_of(told))
    push, push_time = float(parameters["push"]), float(parameters["push_time"])
    body = spine.chain.names.index(parameters["push_level"]) - 1

    def rates(when: float) -> Rates:
        pushes = {body: push} if when < push_time else {}
        return lambda _time, y: _changes(spine, y, holding, pushes, 0.0)

    return move(phases_until([push_time, seconds], rates), STILL, _beyond)


def _changes(
    spine: Spine, y: Real, holding: Holding, pushes: Mapping[int, float], moment: float
) -> Real:
    angles, speeds = y[:JOINTS], y[JOINTS:]
    found = spine.accelerations(angles, speeds, holding, pushes=pushes, moment=moment)
    return np.concatenate([speeds, found])


@dataclass(frozen=True)
class Raise:
    """What happens when an arm is raised; times [s] count from its start."""

    onset: float
    long_before: float
    long_after: float
    deep_before: float
    deep_after: float
    moment: float
    force: float
    pulse: float
    lag: float

    def activations(self, time: float) -> dict[str, float]:
        """How active all muscles are."""
        return {
            "erector_lumbar": 0.0,
            **dict.fromkeys(LONG, self._followed(time, self.long_before, self.long_after, 0.0)),
            **dict.fromkeys(
                DEEP, self._followed(time, self.deep_before, self.deep_after, self.onset)
            ),
        }

    def _followed(self, time: float, before: float, after: float, onset: float) -> float:
        if time < onset:
            return before
        return after + (before - after) * exp((onset - time) / self.lag)


def raise_of(told: Told) -> Raise:
    """The movement of `describe timing`."""
    return Raise(**{name: float(value) for name, value in told["parameters"].items()})


def arm_spine(told: Told, deep: float) -> Spine:
    """The spine of `describe timing` or `recovery`, described with deep muscles at that level."""
    strand = max(told["strands"], key=lambda row: float(row["tension"]))
    short_range = strand["stiffness"] * strand["length"] / strand["tension"]
    (stiffness,) = {joint["stiffness"] for joint in told["joints"]}
    return Spine(told, unloaded=stiffness - 20.0 * deep, short_range=short_range, preload=False)


def raised(spine: Spine, arm: Raise) -> Motion:
    """What the arm's movement does to the spine within `WATCHED`."""

    def rates(when: float) -> Rates:
        pushes, moment = ({L3: arm.force}, arm.moment) if when < arm.pulse else ({}, 0.0)

        def changes(time: float, y: Real) -> Real:
            return _changes(spine, y, spine.hold(arm.activations(time)), pushes, moment)

        return changes

    ends = [arm.pulse, arm.onset, WATCHED]
    return move(phases_until(ends, rates), STILL, _never)


def rotations(spine: Spine, arm: Raise, onsets: Sequence[float]) -> list[float]:
    """The largest joint rotation [degrees] at each onset [s]."""
    runs = (raised(spine, replace(arm, onset=onset)) for onset in onsets)
    return [float(np.degrees(np.abs(run.states[:, :JOINTS]).max())) for run in runs]
