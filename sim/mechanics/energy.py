"""Potential energy of a column with its exact derivatives.

    V(a) = sum m g y + P y_top + sum 1/2 s max(0, L - L0)^2 + sum 1/2 k t^2 + 1/4 c t^4 - T t

in the angles a of the segments above the base, with t the angle of a joint that
has a disc (k, c) and a constant torque T. The stops of discs are left out. A
guided top keeps its place sideways and its angle; the sideways reaction is the
multiplier of that.
"""

from copy import copy

import numpy as np

from sim.mechanics.column import Array, Column
from sim.mechanics.kinematics import Kinematics, Paths


class Energy:
    """Potential energy of a column with its first two derivatives, in segment angles."""

    def __init__(self, column: Column) -> None:
        self.kinematics = Kinematics(column)
        self.press = column.press
        last = len(column.segments) - 1
        self._top = self.kinematics.point(last)
        weight = self._top.times(0.0)
        for i, segment in enumerate(column.segments[1:], start=1):
            weight = weight.plus(self.kinematics.point(i).times(segment.mass * column.gravity))
        self._heights = Paths([weight, self._top])
        spans = [
            self.kinematics.point(strand.above, strand.point_above).minus(
                self.kinematics.point(strand.below, strand.point_below)
            )
            for strand in column.strands
        ]
        self._spans = Paths(spans) if spans else None
        self._stiffness = np.array([strand.stiffness for strand in column.strands])
        self._rests = np.array([strand.rest_length for strand in column.strands])
        discs = [(i, joint.disc) for i, joint in enumerate(column.joints) if joint.disc]
        self._bends = (np.eye(last) - np.eye(last, k=-1))[[i for i, _ in discs]]
        self._discs = np.array(
            [(d.stiffness, d.cubic_flexion, d.cubic_extension, d.torque) for _, d in discs]
        ).reshape(-1, 4)
        self._guided = column.guided
        mass = sum(segment.mass for segment in column.segments[1:])
        load = mass * column.gravity + column.press + 1.0
        self.scale = load * float(column.neutral_origins()[last][1])

    def pressed(self, press: float) -> "Energy":
        """The energy of the same column under another press [N]."""
        other = copy(self)
        other.press = press
        return other

    def derivatives(self, angles: Array) -> tuple[Array, Array]:
        """Gradient (n,) and Hessian (n, n)."""
        _, first, second = self._heights.at(angles)
        gradient = first[0, 1] + self.press * first[1, 1]
        hessian = second[0, 1] + self.press * second[1, 1]
        stiffness, flexion, extension, torque = self._discs.T
        bends = self._bends @ angles
        cubic = np.where(bends < 0, flexion, extension)
        gradient = gradient + (stiffness * bends + cubic * bends**3 - torque) @ self._bends
        tangents = stiffness + 3 * cubic * bends**2
        hessian = hessian + (tangents[:, None] * self._bends).T @ self._bends
        if self._spans is None:
            return gradient, hessian
        spans, first, second = self._spans.at(angles)
        lengths = np.hypot(*spans.T)
        tensions = self._stiffness * np.maximum(lengths - self._rests, 0.0)
        units = spans / lengths[:, None]
        slopes = np.einsum("si,sin->sn", units, first)
        # F L_jk = F (first . first + span . second - slope slope) / L, and s slope slope.
        pull = tensions / lengths
        taut = np.where(tensions > 0, self._stiffness, 0.0) - pull
        gradient = gradient + tensions @ slopes
        hessian = (
            hessian
            + np.einsum("s,sij,sik->jk", pull, first, first)
            + np.einsum("s,si,sijk->jk", tensions, units, second)
            + (taut[:, None] * slopes).T @ slopes
        )
        return gradient, hessian

    def arms(self, angles: Array) -> tuple[Array, Array]:
        """How much strands lengthen per rad of each joint [m], (strands, n), and their lengths."""
        if self._spans is None:
            return np.zeros((0, len(angles))), np.zeros(0)
        spans, first, _ = self._spans.at(angles)
        lengths: Array = np.hypot(*spans.T)
        return joint_moments(np.einsum("si,sin->sn", spans / lengths[:, None], first)), lengths

    def guide(self, angles: Array) -> tuple[Array, Array, Array]:
        """Violation (c,), gradient (c, n) and second derivative (c, n, n) of the guide."""
        n = self.kinematics.count
        if not self._guided:
            return np.zeros(0), np.zeros((0, n)), np.zeros((0, n, n))
        place, first, second = self._top.at(angles)
        turn = np.zeros(n)
        turn[-1] = 1.0
        return (
            np.array([place[0], angles[-1]]),
            np.vstack([first[0], turn]),
            np.stack([second[0], np.zeros((n, n))]),
        )

    def mass(self, column: Column, angles: Array) -> Array:
        """Mass matrix (n, n) [kg m^2]."""
        moving = column.segments[1:]
        points = Paths([self.kinematics.point(i) for i in range(1, len(column.segments))])
        _, first, _ = points.at(angles)
        masses = np.array([segment.mass for segment in moving])
        result: Array = np.einsum("s,sij,sik->jk", masses, first, first)
        return result + np.diag([segment.inertia for segment in moving])


def joint_moments(segment_moments: Array) -> Array:
    """Derivatives by joint angles from those by segment angles, in the last dimension.

    A joint turns all segments above it.
    """
    moments: Array = np.cumsum(segment_moments[..., ::-1], axis=-1)[..., ::-1]
    return moments


def longest_arms(column: Column) -> Array:
    """The most that each strand lengthens per rad of any joint while neutral [m]."""
    arms, _ = Energy(column).arms(np.zeros(len(column.joints)))
    longest: Array = np.abs(arms).max(axis=1, initial=0.0)
    return longest


def energy_of_bodies(column: Column, state: Array) -> float:
    """Kinetic energy and energy of weight [J]; rows as in `sim.mechanics.world.World`."""
    masses, inertias = np.array([(s.mass, s.inertia) for s in column.segments[1:]]).T
    _, y, _, vx, vy, spin = state[:-1].T
    kinetic = masses @ (vx**2 + vy**2) / 2 + inertias @ spin**2 / 2
    return float(kinetic + column.gravity * (masses @ y))
