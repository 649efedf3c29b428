"""Many pivoted columns in motion side by side, in their joint angles.

For many runs and no picture: no pivot has to be held by a solver, and numpy does all runs
at once. With t the joint angles of one run (above minus below), row k of an array that of
joint k or of segment k + 1 above it, and one run in each column of the array:

    M(t) t'' = weights + strands + discs + pushes - whirl(t, t')

M is the mass matrix and whirl what moving in circles takes. The plane is that of the
complex numbers: x is the real part, y the imaginary one, and Im(conj(a) b) the moment that
a force b has at a. Speeds lie half way between steps (Stoermer and Verlet). Damping takes
the mean of both speeds, discs the mean place of three steps (Newmark, 1/4), so that the stops,
stiffer than all else, bound no step. Discs act on joint angles, so that all of this changes
the diagonal of M alone. A joint's brake holds it, or slides with all its friction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sim.mechanics.column import Array, Column, Disc

Plane = NDArray[np.complex128]
Numbers = TypeVar("Numbers", Array, Plane)

STUCK = 1e-4  # rad/s, below which dry friction holds
TRIES = 6  # to find which joints stick
LEAST_WAY = 1e-12  # rad, so that nothing is divided by zero


@dataclass(frozen=True)
class Drive:
    """What acts on all runs about one moment.

    `strands` [N/m] are their stiffnesses (strands, runs); `discs` [N m/rad] and `torques`
    [N m] of the joints (joints, runs); `pushes` [N], to the right on the centres of the segments
    (joints, runs), and `moments` [N m] on the top segments (runs,), where there are any.
    """

    strands: Array
    discs: Array
    torques: Array
    pushes: Array | None = None
    moments: Array | None = None


class ManyColumns:
    """Columns that stand neutral at first; run r has the one at `which[r]`.

    They differ in numbers alone: all have as many segments, and strands between the same.
    `bends` (joints, runs) are the joint angles [rad].
    """

    def __init__(self, columns: Sequence[Column], which: NDArray[np.intp]) -> None:
        count = len(columns[0].joints)

        def each(rows: Sequence[Sequence[complex]]) -> NDArray[np.complex128]:
            found = np.array(rows, dtype=complex).T
            return found[:, which] if len(columns) > 1 else found

        def real(rows: Sequence[Sequence[float]]) -> Array:
            return np.ascontiguousarray(each(rows).real)

        self._masses = real([[s.mass for s in c.segments[1:]] for c in columns])
        self._inertias = real([[s.inertia for s in c.segments[1:]] for c in columns])
        self._weights = -1j * self._masses * real([[c.gravity] for c in columns])
        self._above = _from_above(self._masses)
        self._turning = _from_above(self._inertias)
        self._arms = -each([[complex(*j.crest_above) for j in c.joints] for c in columns])
        self._steps = self._arms[:-1] + each(
            [[complex(*j.crest_below) for j in c.joints[1:]] for c in columns]
        )
        base = each([[complex(*c.base)] for c in columns])
        self._foot = base + each([[complex(*c.joints[0].crest_below)] for c in columns])

        discs = [[_disc(joint.disc) for joint in c.joints] for c in columns]
        self._flexion = real([[d.cubic_flexion for d in one] for one in discs])
        self._extension = real([[d.cubic_extension for d in one] for one in discs])
        self._damping = real([[d.damping for d in one] for one in discs])
        self._stops = real([[d.stop for d in one] for one in discs])
        self._stop_stiffness = real([[d.stop_stiffness for d in one] for one in discs])
        self._stop_friction = real([[d.stop_friction for d in one] for one in discs])

        strands = columns[0].strands
        self._lower = np.array([s.below for s in strands], dtype=np.intp)
        self._upper = np.array([s.above for s in strands], dtype=np.intp)
        joints = np.arange(count)[:, None]
        self._crossed = ((self._lower <= joints) & (joints < self._upper)).astype(float)
        self._low = each([[complex(*s.point_below) for s in c.strands] for c in columns])
        self._high = each([[complex(*s.point_above) for s in c.strands] for c in columns])
        self._rests = real([[s.rest_length for s in c.strands] for c in columns])

        shape = (count, len(which))
        self.bends = np.zeros(shape)
        self._speeds = np.zeros(shape)  # half a step before `bends`
        self._change = np.zeros(shape)  # of the speeds in the last step
        self._pivots = np.empty(shape, dtype=complex)
        self._turns = np.ones((count + 1, len(which)), dtype=complex)  # of segments, base first
        self._ends = np.empty((count + 1, len(which)), dtype=complex)  # origins of segments
        self._ends[0] = base
        self._look()
        self._stood = self._ends[1:].real.copy()

    @property
    def aside(self) -> Array:
        """How far the origins are from where they stood [m], to the right, (joints, runs)."""
        found: Array = self._ends[1:].real - self._stood
        return found

    def step(self, drive: Drive, dt: float) -> None:
        """Go on by a step of `dt` [s] under what acts about its beginning.

        Whoever calls it begins with half the push: speeds begin half a step earlier.
        """
        pivots, origins = self._pivots, self._ends[1:]
        forces = self._weights - self._masses * self._whirl()
        if drive.pushes is not None:
            forces += drive.pushes
        pulls, turned = self._pulled(drive.strands)
        torques = _from_above(_moment(origins, forces)) + turned
        torques -= _moment(pivots, _from_above(forces) + pulls)
        torques += drive.torques
        if drive.moments is not None:
            torques += drive.moments
        matrix = self._mass()
        brakes = self._resist(drive.discs, dt, torques, matrix)
        torques *= dt
        if brakes is None:
            self._change = _solved(matrix, torques)
        else:
            self._change = self._braked(matrix, torques, dt * brakes)
        self._speeds += self._change
        self.bends += dt * self._speeds
        self._look()

    def _look(self) -> None:
        """Find where everything is at the present joint angles."""
        angles = np.cumsum(self.bends, axis=0)
        turns = self._turns[1:]
        turns.real, turns.imag = np.cos(angles), np.sin(angles)
        self._pivots[1:] = turns[:-1] * self._steps
        self._pivots[0] = self._foot
        np.cumsum(self._pivots, axis=0, out=self._pivots)
        self._ends[1:] = self._pivots + turns * self._arms

    def _whirl(self) -> Plane:
        """What the origins are accelerated with by turning as they do now [m/s^2]."""
        inward = np.cumsum(self._speeds + self._change / 2, axis=0)
        found = self._turns[1:] * -(inward * inward)
        around: Plane = found * self._arms
        around[1:] += np.cumsum(found[:-1] * self._steps, axis=0)
        return around

    def _mass(self) -> Array:
        """The mass matrix [kg m^2], right in its upper half: (joints, joints, runs)."""
        pivots, origins = self._pivots, self._ends[1:]
        weighted: Plane = np.multiply(origins, self._masses)
        first = _from_above(weighted)
        second = _from_above(self._masses * _dot(origins, origins)) + self._turning
        own = second - 2 * _dot(pivots, first) + self._above * _dot(pivots, pivots)
        lever = first - self._above * pivots
        x, y = pivots.real.copy(), pivots.imag.copy()
        matrix: Array = (x - x[:, None]) * lever.real + (y - y[:, None]) * lever.imag
        matrix += own
        return matrix

    def _pulled(self, stiffness: Array) -> tuple[Plane, Array]:
        """What strands pull the part above each joint with [N], and its moment about 0 [N m]."""
        high = self._ends[self._upper]
        high += self._turns[self._upper] * self._high
        low = self._ends[self._lower]
        low += self._turns[self._lower] * self._low
        low -= high
        lengths = np.sqrt(_dot(low, low))
        low *= stiffness * np.maximum(lengths - self._rests, 0.0) / lengths
        turned: Array = self._crossed @ _moment(high, low)
        return (self._crossed @ low.view(float)).view(complex), turned

    def _resist(self, stiffness: Array, dt: float, torques: Array, matrix: Array) -> Array | None:
        """Add what discs resist with, and to the matrix what of it comes with the step itself.

        Returns how much the brakes of joints beyond their stops hold [N m], if any is.
        """
        bends, speeds = self.bends, self._speeds
        cubic = np.where(bends < 0, self._flexion, self._extension) * (bends * bends)
        tangent = stiffness + 3 * cubic
        torques -= (stiffness + cubic) * bends
        torques -= self._damping * speeds
        # A stop acts for so much of the step about this moment as the joint is beyond it.
        way = np.maximum(dt / 2 * np.abs(speeds + self._change / 2), LEAST_WAY)
        over = np.abs(bends) + way - self._stops
        brakes = None
        if over.max() > 0:
            share = np.clip(over / (2 * way), 0.0, 1.0)
            mean = np.where(share < 1, share * share * way, over - way)
            torques -= self._stop_stiffness * np.copysign(mean, bends)
            tangent = tangent + self._stop_stiffness * share
            brakes = self._stop_friction * share
        diagonal = np.einsum("jjr->jr", matrix)
        diagonal += dt / 2 * self._damping + dt * dt / 4 * tangent
        return brakes

    def _braked(self, matrix: Array, impulses: Array, most: Array) -> Array:
        """How speeds change where brakes hold with at most so much [N m s].

        A joint slides one way or the other against all of it, or sticks against less: which
        is tried as it was, and again as it came out.
        """
        runs = np.flatnonzero(most.any(axis=0))
        speeds, most = self._speeds[:, runs], most[:, runs]
        held, pushed = matrix[:, :, runs], impulses[:, runs]
        change = _solved(matrix, impulses)
        slides = np.where(np.abs(speeds) > STUCK, np.sign(speeds), 0.0)
        for _ in range(TRIES):
            sticks = np.where(slides == 0, most / STUCK, 0.0)
            tried = held.copy()
            diagonal = np.einsum("jjr->jr", tried)
            diagonal += sticks
            found = _solved(tried, pushed - most * slides - sticks * speeds)
            after = speeds + found
            turned = (most > 0) & (slides * after < 0)
            slipped = (most > 0) & (slides == 0) & (np.abs(after) > STUCK)
            if not (turned | slipped).any():
                break
            slides = np.where(turned, 0.0, np.where(slipped, np.sign(after), slides))
        change[:, runs] = found
        return change


def _disc(disc: Disc | None) -> Disc:
    if disc is None:
        raise ValueError("only pivots with discs have joint angles alone")
    return disc


def _from_above(rows: Numbers) -> Numbers:
    """Of every row the sum of it and those after it."""
    summed: Numbers = np.cumsum(rows[::-1], axis=0)[::-1]
    return summed


def _dot(a: Plane, b: Plane) -> Array:
    return a.real * b.real + a.imag * b.imag


def _moment(a: Plane, b: Plane) -> Array:
    return a.real * b.imag - a.imag * b.real


def _solved(matrix: Array, right: Array) -> Array:
    """The solution of every run's symmetric positive equations, of which the upper half is read.

    `matrix` (n, n, runs) and `right` (n, runs) are used up.
    """
    count = len(right)
    for k in range(count - 1):
        shares = matrix[k, k + 1 :] / matrix[k, k]
        matrix[k + 1 :, k + 1 :] -= shares[:, None] * matrix[k, k + 1 :]
        right[k + 1 :] -= shares * right[k]
    for k in range(count - 1, -1, -1):
        if k + 1 < count:
            right[k] -= (matrix[k, k + 1 :] * right[k + 1 :]).sum(axis=0)
        right[k] /= matrix[k, k]
    return right
