"""The raised arm rebuilt elsewhere: from the JSON of its description alone, with SciPy.

Nothing of the program is imported for it. Angles are those of the segments; a point is a
sum of turning complex numbers; muscles are followed as the laws in the JSON have them.
"""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

from tests.terminal import report

Real = NDArray[np.float64]
Complex = NDArray[np.complex128]


class Rebuilt:
    """A spine on pivots with muscles that change, from its description."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told, self.joints, self.strands = told, told["joints"], told["strands"]
        self.names = [segment["name"] for segment in told["segments"]]
        self.pivots = np.array([complex(*joint["pivot"]) for joint in self.joints])
        moving = told["segments"][1:]
        self.masses = np.array([segment["mass"] for segment in moving])
        self.inertias = np.array([segment["inertia"] for segment in moving])
        coms = [self.arms(segment["name"], segment["com"]) for segment in moving]
        self.coms = np.array([arms for _, arms in coms])
        ends = [
            self.arms(strand[side], strand[f"point_{side}"])
            for side in ("below", "above")
            for strand in self.strands
        ]
        count = len(self.strands)
        self.starts = np.array([start for start, _ in ends]).reshape(2, count)
        self.ends = np.array([arms for _, arms in ends]).reshape(2, count, -1)

    def arms(self, name: str, point: list[float]) -> tuple[complex, Complex]:
        """A point as a fixed place and the vectors that turn with each moving segment."""
        level, place = self.names.index(name), complex(*point)
        arms = np.zeros(len(self.pivots), dtype=complex)
        if not level:
            return place, arms
        steps = np.diff(self.pivots)
        arms[: level - 1] = steps[: level - 1]
        arms[level - 1] = place - self.pivots[level - 1]
        return complex(self.pivots[0]), arms

    def activation(self, muscle: str, time: float) -> float:
        """The lag law, solved: how active a muscle is [s from the movement's start]."""
        for group in self.told["activations"]:
            if muscle in group["muscles"]:
                late = max(0.0, time - group["onset"]) / self.told["activation"]["lag"]
                share = float(np.exp(-late))
                return float(group["after"] + (group["before"] - group["after"]) * share)
        return 0.0

    def moments(self, bends: Real, rates: Real, time: float) -> Real:
        """What every disc and its balance torque do on the segment above."""
        law = self.told["laws"]["disc_stiffness"]
        deep = law["transversus_stiffness"] * self.activation("transversus", time)
        found = np.zeros(len(bends))
        for i, (joint, t, rate) in enumerate(zip(self.joints, bends, rates, strict=True)):
            cubic = joint["cubic_extension" if t > 0 else "cubic_flexion"]
            held = sum(
                self.activation(group, time) * torque
                for group, torque in joint["balance_torque_of"].items()
            )
            found[i] = joint["balance_torque_at_rest"] + held
            found[i] -= (law["disc_stiffness"] + deep) * t + cubic * t**3 + joint["damping"] * rate
        return found

    def pulls(self, turns: Complex, time: float) -> Real:
        """What strands do about every segment's angle."""
        q = self.told["laws"]["muscle"]["q"]
        fmax = np.array([s["fmax"] * self.activation(s["group"], time) for s in self.strands])
        neutral = np.array([strand["length"] for strand in self.strands])
        low, high = self.starts + self.ends @ turns
        length = np.abs(high - low)
        tension = np.maximum(0.0, q * fmax / neutral * (length - neutral * (1 - 1 / q)))
        towards = tension * (high - low) / length  # on the lower end
        moves = 1j * self.ends * turns
        found: Real = np.real(towards @ np.conj(moves[0]) - towards @ np.conj(moves[1]))
        return found

    def rates(self, time: float, state: Real) -> Real:
        """Angles and their speeds, per second."""
        movement, gravity = self.told["movement"], self.told["gravity"]
        angles, speeds = np.split(state, 2)
        turns = np.exp(1j * angles)
        moves = 1j * self.coms * turns
        forces = -1j * gravity * self.masses
        torques = np.zeros(len(angles))
        if movement["start"] <= time < movement["start"] + movement["pulse"]:
            hit = movement["force"]
            forces[self.names.index(hit["segment"]) - 1] += complex(*hit["force"])
            turned = movement["moment"]
            torques[self.names.index(turned["segment"]) - 1] += turned["moment"]
        bends, bending = (np.diff(values, prepend=0.0) for values in (angles, speeds))
        discs = self.moments(bends, bending, time)
        torques += discs - np.append(discs[1:], 0.0) + self.pulls(turns, time)
        mass = np.real(np.conj(moves.T) @ (self.masses[:, None] * moves)) + np.diag(self.inertias)
        inward = -(self.coms * turns) @ speeds**2
        torques += np.real(np.conj(moves.T) @ (forces - self.masses * inward))
        return np.concatenate([speeds, np.linalg.solve(mass, torques)])

    def largest_bend(self) -> float:
        """Of any joint while it is watched [rad]."""
        movement = self.told["movement"]
        first, last, start = movement["from"], movement["to"], movement["start"]
        breaks = {first, start, start + movement["pulse"], last}
        breaks |= {group["onset"] for group in self.told["activations"]}
        state, most = np.zeros(2 * len(self.joints)), 0.0
        for a, b in pairwise(sorted(breaks)):
            times = np.linspace(a, b, 200)
            span = (a, np.nextafter(b, a))
            times[-1] = span[1]
            found = solve_ivp(self.rates, span, state, "DOP853", times, rtol=1e-7, atol=1e-10)
            state = found.y[:, -1]
            bends = np.diff(found.y[: len(self.joints)], axis=0, prepend=0.0)
            most = max(most, float(np.abs(bends).max()))
        return most


@pytest.mark.parametrize("onset", [-0.03, 0.05, 0.1, 0.2])
def test_the_raised_arm_can_be_rebuilt(onset: float) -> None:
    setting = f"--set=onset={onset}"
    rebuilt = Rebuilt(report("describe", "timing", setting))
    expected = report("simulate", "timing", setting)["max_rotation_deg"]
    assert np.degrees(rebuilt.largest_bend()) == pytest.approx(expected, rel=0.01)


def test_the_balance_torque_is_that_of_the_activations() -> None:
    told = report("describe", "timing", "--set=long_before=0.6", "--set=deep_before=0.1")
    rebuilt = Rebuilt(told)
    balance = rebuilt.moments(np.zeros(6), np.zeros(6), -0.2)
    assert balance == pytest.approx([joint["balance_torque"] for joint in told["joints"]])
    still = rebuilt.rates(-0.2, np.zeros(12))
    assert still == pytest.approx(np.zeros(12), abs=1e-9)
