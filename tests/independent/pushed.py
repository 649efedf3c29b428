"""A spine that a finger pushes, and one whose arm is raised.

Finger: a force on the centre of a body from t = 0 on, for a while.
Arm: at t = 0 the long muscles are commanded from one level to another, and for the length
of a pulse a moment acts on the thorax and a force on a vertebra; the deep muscles are commanded at
their onset. With the command u, da/dt = (u - a) / lag. Before t = 0 nothing moves: the
torques of the joints balance whatever the muscles do in neutral posture.
"""

from collections.abc import Mapping
from math import exp

import numpy as np

from tests.independent.chain import JOINTS, Real, Told
from tests.independent.motion import Motion, move, phases_until, Rates
from tests.independent.spine import activations_of, Holding, MUSCLES, Spine

STILL = np.zeros(2 * JOINTS)


def pushed(told: Told, seconds: float) -> Motion:
    """The described spine, pushed as it says, for some time or until it gives way."""
    spine, push = Spine(told), told["push"]
    holding = spine.hold(activations_of(told))
    body = spine.chain.names.index(push["segment"]) - 1

    def rates(when: float) -> Rates:
        pushes = {body: complex(*push["force"])} if when < push["time"] else {}
        return lambda _time, y: _changes(spine, y, holding, pushes, 0.0)

    def beyond(y: Real) -> float:
        return float(np.abs(y[:JOINTS]).max()) - spine.limit

    return move(phases_until([push["time"], seconds], rates), STILL, beyond)


def _changes(
    spine: Spine, y: Real, holding: Holding, pushes: Mapping[int, complex], moment: float
) -> Real:
    angles, speeds = y[:JOINTS], y[JOINTS:]
    found = spine.accelerations(angles, speeds, holding, pushes=pushes, moment=moment)
    return np.concatenate([speeds, found])


class Raise:
    """The described movement of an arm, with any onset of the deep muscles [s]."""

    def __init__(self, told: Told) -> None:
        self.spine = Spine(told)
        movement = told["movement"]
        self._body = self.spine.chain.names.index(movement["force"]["segment"]) - 1
        assert movement["moment"]["segment"] == self.spine.chain.names[-1]
        self._force = complex(*movement["force"]["force"])
        self._moment, self._pulse = float(movement["moment"]["moment"]), float(movement["pulse"])
        self._watched, self._lag = float(movement["to"]), float(told["activation"]["lag"])
        self._commands = {command["name"]: command for command in told["activations"]}
        self.onset = float(self._commands["deep"]["onset"])

    def activations(self, time: float, onset: float) -> dict[str, float]:
        """How active all muscles are, with the deep muscles' onset."""
        found = dict.fromkeys(MUSCLES, 0.0)
        for name, command in self._commands.items():
            late = time - (onset if name == "deep" else command["onset"])
            level = command["before"]
            if late > 0:
                level = command["after"] + (level - command["after"]) * exp(-late / self._lag)
            found |= dict.fromkeys(command["muscles"], level)
        return found

    def motion(self, onset: float) -> Motion:
        """What it does to the spine for as long as it is watched."""

        def rates(when: float) -> Rates:
            acting = when < self._pulse
            pushes, moment = ({self._body: self._force}, self._moment) if acting else ({}, 0.0)

            def changes(time: float, y: Real) -> Real:
                holding = self.spine.hold(self.activations(time, onset))
                return _changes(self.spine, y, holding, pushes, moment)

            return changes

        phases = phases_until([self._pulse, onset, self._watched], rates)
        return move(phases, STILL, lambda _y: -1.0)

    def rotation(self, onset: float) -> float:
        """The largest joint rotation [degrees]."""
        return float(np.degrees(np.abs(self.motion(onset).states[:, :JOINTS]).max()))
