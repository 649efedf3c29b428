"""Takes the known part of the pivots' forces off the solver: relief.

A pair of equal and opposite forces at one pivot changes nothing in the motion of a
column, however large it is. So the iterative solver need only find what is left over
when the joint forces of neutral posture are applied beforehand:

    R(j)      = - sum of all external forces on the segments above joint j
    force(i)  =   R(i) - R(i+1)                             on segment i, in every step
    torque(i) =   Rot(a) p x R(i) - Rot(a) q x R(i+1)

with p and q the pivots below and above in segment i's frame, and a its angle. External
forces are weight and strand tensions while neutral, linear in the strands' stiffness.
The solver moves bodies before it takes forces, so a is the angle at the end of the step:
angle + spin dt. With the angle at its beginning the levers lag, and what they miss would
damp or drive the motion by as much as a tenth of the discs' damping.
"""

from array import array
from collections.abc import Sequence
from math import cos

import numpy as np
from pymunk import batch, Space

from sim.mechanics.column import Array, Column

_FIELDS = batch.BodyFields.FORCE | batch.BodyFields.TORQUE


class Relief:
    """Forces on all segments of one pivoted column, given to its space in every step."""

    def __init__(self, column: Column, space: Space) -> None:
        self._space = space
        origins = column.neutral_origins()
        masses = np.array([segment.mass for segment in column.segments[1:]])
        above = np.triu(np.ones((len(masses), len(masses))))
        self._weight: Array = np.stack([np.zeros(len(masses)), above @ masses], axis=1)
        self._weight *= column.gravity
        # A strand pulls down on all joints between its ends.
        spans = np.array(
            [
                (origins[s.above] + s.point_above) - (origins[s.below] + s.point_below)
                for s in column.strands
            ]
        ).reshape(-1, 2)
        lengths = np.hypot(*spans.T)
        stretches = np.maximum(lengths - [s.rest_length for s in column.strands], 0.0)
        crossed = np.array(
            [[s.below <= j < s.above for s in column.strands] for j in range(len(masses))]
        ).reshape(len(masses), -1)
        pull = spans / lengths[:, None] * stretches[:, None]
        self._pulls: Array = (crossed[..., None] * pull).reshape(len(masses), -1, 2)
        self._below = np.array([joint.crest_above for joint in column.joints])
        self._above = np.array([*(joint.crest_below for joint in column.joints[1:]), (0.0, 0.0)])
        # Force and torque of every segment, the base last; an array of this kind is the
        # quickest to write single numbers into.
        self._forces = array("d", bytes(8 * 3 * len(column.segments)))
        self._buffer = batch.Buffer()
        self._buffer.set_float_buf(self._forces)
        self.tune(np.array([strand.stiffness for strand in column.strands]))

    def tune(self, stiffness: Array) -> None:
        """Follow the stiffness [N/m] of all strands."""
        joints = self._weight + np.einsum("jsx,s->jx", self._pulls, stiffness)
        over = np.vstack([joints[1:], np.zeros(2)])
        across = _cross(self._below, joints) - _cross(self._above, over)
        along = (self._below * joints).sum(axis=1) - (self._above * over).sum(axis=1)
        # across cos(a) - along sin(a) = most cos(a + ahead)
        most, ahead = np.hypot(across, along), np.arctan2(along, across)
        self._levers = [
            (3 * i + 2, 6 * i + 2, 6 * i + 5, *lever)
            for i, lever in enumerate(zip(most.tolist(), ahead.tolist(), strict=True))
        ]
        for i, (x, y) in enumerate((joints - over).tolist()):
            self._forces[3 * i], self._forces[3 * i + 1] = x, y

    def apply(self, values: Sequence[float], dt: float) -> None:
        """Give every segment its force for a part of a step of `dt` [s].

        `values` are x, y, angle, vx, vy, spin of all segments at its beginning, base last.
        """
        forces = self._forces
        for torque, angle, spin, most, ahead in self._levers:
            forces[torque] = most * cos(values[angle] + values[spin] * dt + ahead)
        batch.set_space_bodies(self._space, _FIELDS, self._buffer)


def _cross(a: Array, b: Array) -> Array:
    crossed: Array = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return crossed
