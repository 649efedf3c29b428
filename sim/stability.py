"""Does a column stand? Its stiffness matrix, eigenvalues, buckling mode and growth rates.

Potential energy of a column with segment angles a, weights m g at heights y, a
press P on the top and strands of length L and free length L0:

    V(a) = sum m g y + P y_top + sum 1/2 s max(0, L - L0)^2

At an equilibrium its second derivative H says whether the column stands:

    strands   s dL/da(j) dL/da(k) + F d2L/da(j)da(k)    (F = s (L - L0), 0 when slack)
    loads     -(force) x (what the rolling faces and tipping segments let it sink)

A guided top keeps its place sideways and its angle; H is then taken on the
motions that obey both, with the sideways reaction as multiplier. It stands where
the smallest eigenvalue is positive; a motion v departs as exp(g t) where
H v = -g^2 M v with the mass matrix M.

Coordinates are the joint angles in rad (above minus below, counter-clockwise
positive). For n equal weightless blocks between a fixed base and a guided top
this becomes (derived in `docs/model.md`, kt the tape's rotational stiffness):

    Lambda = (4 / h) sin^2(pi / (n + 1))         [1/m]
    P_crit = Lambda kt / (1 - Lambda R / 2)      [N]
    R_crit = 2 / Lambda                          [m]
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from sim.column import Array, Column
from sim.kinematics import Kinematics

NEWTON_STEPS = 20
RESIDUAL = 1e-12  # of the largest load times length: far below what any test can see
MOST_PRESS = 3000.0  # N, ten times what the hands can press
SEARCH = 24  # pieces of a range


@dataclass(frozen=True)
class Stability:
    """What the linear analysis says of one column.

    `stiffness` [N m/rad] and `mass` [kg m^2] are (j, j) in joint angles;
    `motions` (j, m) spans the motions that the guide allows, orthonormal.
    `equilibrium` (j,) are the joint angles [rad] about which they are taken. Where
    the column is not `balanced` there is none: one-sided tape pulls it over, and
    the rest is said of the upright position.
    """

    stiffness: Array
    mass: Array
    motions: Array
    equilibrium: Array
    balanced: bool

    @cached_property
    def _modes(self) -> tuple[Array, Array]:
        values, vectors = np.linalg.eigh(self.motions.T @ self.stiffness @ self.motions)
        return values, self.motions @ vectors

    @property
    def eigenvalues(self) -> Array:
        """Eigenvalues of the stiffness matrix on the allowed motions [N m/rad], rising."""
        return self._modes[0]

    @property
    def stable(self) -> bool:
        """Whether the column is in balance and every small motion costs energy."""
        return self.balanced and bool(self.eigenvalues[0] > 0)

    @property
    def mode(self) -> Array:
        """Joint angles (j,) of the motion that costs least; its largest entry is 1."""
        return _scaled(self._modes[1][:, 0])

    @property
    def slowest(self) -> Array:
        """Joint angles (j,) of the motion that departs fastest, or else swings slowest.

        The masses have a say in it: this is how a column falls. Its largest entry is 1.
        """
        return _scaled(self.motions @ self._swings[1][:, 0])

    @property
    def growth_rates(self) -> Array:
        """Rates g [1/s] of all departing motions, fastest first; empty when stable.

        Undamped: the strips' damping is left out, so taped columns depart slower.
        """
        squares = -self._swings[0]
        rates: Array = np.sqrt(squares[squares > 0])
        return rates

    @property
    def highest_frequency(self) -> float:
        """Angular frequency [rad/s] of the fastest undamped motion, 0 if none swings."""
        return math.sqrt(max(0.0, float(self._swings[0][-1])))

    @cached_property
    def _swings(self) -> tuple[Array, Array]:
        """Eigenvalues w^2 [1/s^2], rising, and vectors of H v = w^2 M v on the motions."""
        lower = np.linalg.cholesky(self.motions.T @ self.mass @ self.motions)
        left = np.linalg.solve(lower, self.motions.T @ self.stiffness @ self.motions)
        squares, vectors = np.linalg.eigh(np.linalg.solve(lower, left.T))
        return squares, np.linalg.solve(lower.T, vectors)


def _scaled(mode: Array) -> Array:
    largest: Array = mode[np.argmax(np.abs(mode))]
    return mode / largest


class _Energy:
    """Potential energy of a column with its first two derivatives, in segment angles."""

    def __init__(self, column: Column) -> None:
        self.kinematics = Kinematics(column)
        top = len(column.segments) - 1
        loads = [segment.mass * column.gravity for segment in column.segments]
        loads[top] += column.press
        self._loads = [
            (load, self.kinematics.point(i)) for i, load in enumerate(loads) if i and load
        ]
        self._strands = [
            (
                strand,
                self.kinematics.point(strand.above, strand.point_above).minus(
                    self.kinematics.point(strand.below, strand.point_below)
                ),
            )
            for strand in column.strands
        ]
        self._top = self.kinematics.point(top)
        self._guided = column.guided
        self.scale = (sum(loads[1:]) + 1.0) * column.neutral_origins()[top][1]

    def derivatives(self, angles: Array) -> tuple[Array, Array]:
        """Gradient (n,) and Hessian (n, n)."""
        n = self.kinematics.count
        gradient, hessian = np.zeros(n), np.zeros((n, n))
        for load, path in self._loads:
            _, first, second = path.at(angles)
            gradient += load * first[1]
            hessian += load * second[1]
        for strand, path in self._strands:
            span, first, second = path.at(angles)
            length = math.hypot(*span)
            tension = strand.stiffness * (length - strand.rest_length)
            if tension <= 0:
                continue
            slope = span @ first / length
            bend = (first.T @ first + np.tensordot(span, second, 1)) / length
            bend -= np.outer(slope, slope) / length
            gradient += tension * slope
            hessian += strand.stiffness * np.outer(slope, slope) + tension * bend
        return gradient, hessian

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
        result = np.diag([segment.inertia for segment in column.segments[1:]])
        for i, segment in enumerate(column.segments):
            if i:
                _, first, _ = self.kinematics.point(i).at(angles)
                result += segment.mass * first.T @ first
        return result


class _Lagrangian:
    """Energy and guide at one set of angles, with the sideways reaction as multiplier."""

    def __init__(self, energy: _Energy, angles: Array) -> None:
        self.angles = angles
        gradient, hessian = energy.derivatives(angles)
        self.violation, self.normal, curvature = energy.guide(angles)
        reaction = np.linalg.lstsq(self.normal.T, -gradient, rcond=None)[0]
        self.residual = gradient + self.normal.T @ reaction
        self.hessian = hessian + np.tensordot(reaction, curvature, 1)
        out_of_balance = float(np.abs(self.residual).max()) / energy.scale
        self.error = max(out_of_balance, float(np.abs(self.violation).max(initial=0.0)))

    def newton_step(self) -> Array:
        """The change of the angles that would bring balance if all were linear."""
        c = len(self.violation)
        system = np.block([[self.hessian, self.normal.T], [self.normal, np.zeros((c, c))]])
        unbalanced = np.concatenate([self.residual, self.violation])
        step: Array = np.linalg.lstsq(system, -unbalanced, rcond=None)[0]
        return step[: len(self.angles)]


def analyse(column: Column) -> Stability:
    """The stability of a column with round faces about its equilibrium near upright.

    The equilibrium is found by Newton's method from upright; with one-sided tape
    it lies a little beside it. Raises ValueError for flat faces.
    """
    energy = _Energy(column)
    n = energy.kinematics.count
    upright = state = _Lagrangian(energy, np.zeros(n))
    for _ in range(NEWTON_STEPS):
        if state.error <= RESIDUAL:
            break
        step = state.newton_step()
        state = min(
            (_Lagrangian(energy, state.angles + step / 2**k) for k in range(4)),
            key=lambda candidate: candidate.error,
        )
    balanced = bool(state.error <= RESIDUAL)
    if not balanced:
        state = upright
    to_segments = np.tril(np.ones((n, n)))  # segment angle = sum of joint angles below it
    _, _, basis = np.linalg.svd(state.normal @ to_segments)
    return Stability(
        stiffness=to_segments.T @ state.hessian @ to_segments,
        mass=to_segments.T @ energy.mass(column, state.angles) @ to_segments,
        motions=basis[len(state.violation) :].T,
        equilibrium=np.diff(state.angles, prepend=0.0),
        balanced=balanced,
    )


def stands(column: Column) -> bool:
    """Whether the column stands by this analysis; flat faces do under any load."""
    return column.flat or analyse(column).stable


def critical_press(column: Column) -> float | None:
    """The largest press [N] at which the column stands, whatever its own press.

    None where it stands at no press, infinity where it stands at every large one.
    With as much tape on either side the column balances upright at every press,
    and H = H0 + P H1 exactly: the press is an eigenvalue of that pair. Otherwise
    the range up to `MOST_PRESS` is searched.
    """
    if column.flat:
        return math.inf
    unloaded, loaded = (analyse(replace(column, press=press)) for press in (0.0, 1.0))
    if np.any(unloaded.equilibrium) or not (unloaded.balanced and loaded.balanced):
        return critical_value(lambda press: replace(column, press=press), 0.0, MOST_PRESS)
    motions = unloaded.motions
    base = motions.T @ unloaded.stiffness @ motions
    slope = motions.T @ loaded.stiffness @ motions - base
    roots = np.linalg.eigvals(np.linalg.lstsq(slope, -base, rcond=None)[0])
    real = sorted(float(root.real) for root in roots if abs(root.imag) < 1e-9 * abs(root))
    ends = [0.0, *(root for root in real if root > 0)]
    # Between two roots the signs of the eigenvalues do not change.
    for low, high in reversed(list(pairwise([*ends, math.inf]))):
        inside = (low + high) / 2 if math.isfinite(high) else 2 * low + 1.0
        if np.linalg.eigvalsh(base + inside * slope)[0] > 0:
            return high
    return None


def critical_value(column_at: Callable[[float], Column], low: float, high: float) -> float | None:
    """The largest value in [low, high] at which the column stands, to 1e-6 of the range.

    None where it stands nowhere. The range is searched in `SEARCH` pieces first,
    because a column may stand only in the middle of it.
    """
    values = [float(value) for value in np.linspace(low, high, SEARCH + 1)]
    good = next((value for value in reversed(values) if stands(column_at(value))), None)
    if good is None or good == high:
        return good
    bad = good + (high - low) / SEARCH
    while bad - good > 1e-6 * (high - low):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if stands(column_at(middle)) else (good, middle)
    return good
