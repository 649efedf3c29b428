"""The strands of a column (tape, muscles) as springs in a pymunk space that never push.

A spring of Chipmunk works both ways. A strand that is no longer than its rest
length therefore has the stiffness and damping of its spring set to zero, in the
step in which that happens, and back when it is taut again.

States are (n, 6) arrays of x, y, angle, vx, vy, spin, row i - 1 for segment i, so
that the base (segment 0) is the last row.
"""

import numpy as np
import pymunk
from numpy.typing import NDArray

from sim.mechanics.column import Array, Strand

APPLIED = 0.98  # of the distance it bridges: tape is put on taut (chosen)

assign = object.__setattr__
"""`assign(spring, "stiffness", 5.0)` does what `spring.stiffness = 5.0` does, without the
detour through Python that pymunk's own `__setattr__` takes: half the time."""


class Strands:
    """All strands of one column; strand i is on while `rest_lengths[i]` is a number."""

    def __init__(
        self, strands: tuple[Strand, ...], space: pymunk.Space, bodies: list[pymunk.Body]
    ) -> None:
        self._strands = strands
        self._space = space
        self._bodies = bodies
        self._springs: dict[int, pymunk.DampedSpring] = {}
        self.rest_lengths: list[float | None] = [None] * len(strands)
        self.stiffness = np.array([strand.stiffness for strand in strands])
        self._rests = np.full(len(strands), np.inf)  # the same, infinity where off
        self._taut = np.zeros(len(strands), dtype=bool)
        self._rows = np.array([(s.below - 1, s.above - 1) for s in strands], dtype=int).reshape(
            -1, 2
        )
        points = [(complex(*s.point_below), complex(*s.point_above)) for s in strands]
        self._points = np.array(points, dtype=complex).reshape(-1, 2)

    def put_on(self, i: int, rest_length: float) -> None:
        """Add strand i with its rest length [m]."""
        strand = self._strands[i]
        spring = pymunk.DampedSpring(
            self._bodies[strand.below],
            self._bodies[strand.above],
            strand.point_below,
            strand.point_above,
            rest_length,
            0.0,
            0.0,
        )
        self._space.add(spring)
        self._springs[i] = spring
        self.rest_lengths[i] = self._rests[i] = rest_length
        self._taut[i] = False

    def tune(self, stiffness: Array) -> None:
        """Change the stiffness [N/m] of all strands, shape (strands,)."""
        self.stiffness = stiffness
        values = np.where(self._taut, stiffness, 0.0).tolist()
        for i, spring in self._springs.items():
            assign(spring, "stiffness", values[i])

    def take_off(self, i: int) -> None:
        """Remove strand i."""
        self._space.remove(self._springs.pop(i))
        self.rest_lengths[i] = None
        self._rests[i] = np.inf
        self._taut[i] = False

    def springs(self) -> list[pymunk.DampedSpring]:
        """The springs of the strands that are on, in their order."""
        return [self._springs[i] for i in sorted(self._springs)]

    def __len__(self) -> int:
        """How many strands are on."""
        return len(self._springs)

    def ends(self, state: Array) -> Array:
        """Both ends of every strand in the world [m], shape (strands, 2, 2)."""
        ends: Array = self._ends(state).view(float).reshape(-1, 2, 2)
        return ends

    def _ends(self, state: Array) -> NDArray[np.complex128]:
        """The same as x + i y, which turns with the fewest calls, shape (strands, 2)."""
        places = state[:, 0] + 1j * state[:, 1]
        turns = np.exp(1j * state[:, 2])
        ends: NDArray[np.complex128] = places[self._rows] + turns[self._rows] * self._points
        return ends

    def lengths(self, state: Array) -> Array:
        """Distances [m] between the ends of every strand, on or off."""
        ends = self._ends(state)
        lengths: Array = np.abs(ends[:, 1] - ends[:, 0])
        return lengths

    def tensions(self, state: Array) -> Array:
        """Elastic pull of every strand [N], zero where slack or off."""
        return self.tensions_between(self.ends(state))

    def tensions_between(self, ends: Array) -> Array:
        """The same for ends [m] that are known already."""
        lengths = np.hypot(*(ends[:, 1] - ends[:, 0]).T)
        tensions: Array = self.stiffness * np.maximum(lengths - self._rests, 0.0)
        return tensions

    def energy(self, state: Array) -> float:
        """Elastic energy of all strands [J]."""
        return float(self.stiffness @ self._stretches(state) ** 2) / 2

    def _stretches(self, state: Array) -> Array:
        stretches: Array = np.maximum(self.lengths(state) - self._rests, 0.0)
        return stretches

    def update(self, state: Array) -> Array:
        """Let every strand that went slack stop acting, and every taut one act.

        Returns how much longer than its rest length each strand is [m].
        """
        over: Array = self.lengths(state) - self._rests
        taut = over > 0
        for i in np.flatnonzero(taut != self._taut).tolist():
            spring = self._springs[i]
            spring.stiffness = float(self.stiffness[i]) if taut[i] else 0.0
            spring.damping = self._strands[i].damping if taut[i] else 0.0
        self._taut = taut
        return over

    def calm_turn(self, state: Array) -> float:
        """How far [rad] any segments may turn against each other with no strand going slack.

        A joint that turns by t brings the ends of a strand together by at most t
        times their distance from the axis. Not positive where one is slack already.
        """
        on = list(self._springs)
        rests = [spring.rest_length for spring in self._springs.values()]
        stretch = self.lengths(state)[on] - rests
        reach = np.abs(self._points[on].real).max(axis=1)
        turned = np.ptp(state[:, 2])  # of the bound is used up already
        return float((stretch / reach).min(initial=np.inf) - turned)
