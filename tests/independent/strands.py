"""Muscles of a described spine: straight strands that never push.

    F = a Fmax (1 + q (L - L0) / L0), never below 0        torque on joint j = -F dL/dt_j

a: activation of the strand's group, L0: length while neutral, q: short-range stiffness
factor. A joint between both ends changes the length by turning the upper end about
its pivot, dL/dt_j = u . i (r - P_j) with u along the strand; others do not.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tests.independent.chain import Chain, Complex, JOINTS, plane, Posture, Real, Told

GROUPS = ("multifidus", "erector_spinae", "erector_lumbar", "abdominals")
Activations = Mapping[str, float]


class Strands:
    """All strands: where they are and how they pull."""

    def __init__(self, told: Told, chain: Chain, short_range: float) -> None:
        rows = told["strands"]
        self._short_range = short_range
        self.groups = [row["group"] for row in rows]
        self.strongest: Real = np.array([row["fmax"] for row in rows])
        self.lower, self.upper = (
            np.array([chain.names.index(row[end]) - 1 for row in rows])
            for end in ("below", "above")
        )
        self.low = plane([row["point_below"] for row in rows])
        self.high = plane([row["point_above"] for row in rows])
        self.neutral: Real = np.abs(self.high - self.low)
        joints = np.arange(JOINTS)[None]
        self.crosses: NDArray[np.bool_] = (joints > self.lower[:, None]) & (
            joints <= self.upper[:, None]
        )
        self._low_arms = self.low - np.append(chain.pivots, 0.0)[self.lower]
        self._high_arms = self.high - chain.pivots[self.upper]

    def levels(self, activations: Activations) -> Real:
        """The activation of every strand."""
        return np.array([activations[group] for group in self.groups])

    def stretched(self, posture: Posture) -> tuple[Real, Complex, Real]:
        """Lengths [m], unit vectors upwards along the strands, and dL/dt (strands, 6) [m]."""
        # The sacrum is body -1: it neither moves nor turns.
        pivots, turns = np.append(posture.pivots, 0.0), np.append(posture.turns, 1.0)
        low = pivots[self.lower] + turns[self.lower] * self._low_arms
        high = pivots[self.upper] + turns[self.upper] * self._high_arms
        spans = high - low
        lengths: Real = np.abs(spans)
        along = spans / lengths
        moved = 1j * (high[:, None] - posture.pivots[None])
        changes: Real = np.real(along.conj()[:, None] * moved) * self.crosses
        return lengths, along, changes

    def pulls(self, lengths: Real, levels: Real) -> Real:
        """What each strand pulls with [N]."""
        pulls: Real = (
            levels
            * self.strongest
            * np.maximum(0.0, 1 + self._short_range * (lengths / self.neutral - 1))
        )
        return pulls

    def torques(self, posture: Posture, levels: Real) -> Real:
        """What all strands turn the joints with [N m]."""
        lengths, _, changes = self.stretched(posture)
        torques: Real = -self.pulls(lengths, levels) @ changes
        return torques
