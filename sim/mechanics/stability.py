"""Does a column stand? Its stiffness matrix, eigenvalues, buckling mode and growth rates.

The potential energy V of a column is that of its weights, its press, its strands and
its discs (`sim.mechanics.energy`). At an equilibrium its second derivative H says whether the
column stands. With a strand's length L, free length L0, stiffness s and tension F:

    strands   s dL/da(j) dL/da(k) + F d2L/da(j)da(k)    (F = s (L - L0), 0 when slack)
    discs     k + 3 c t^2                               (constant torques: nothing)
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
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from sim.mechanics.column import Array, Column
from sim.mechanics.column_balance import balance
from sim.mechanics.energy import Energy

MOST_PRESS = 3000.0  # N, ten times what the hands can press
SEARCH = 24  # pieces of a range
FOUND = 1e-4  # of a range, how closely a value is found that is searched for


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

        Undamped: what strips and discs damp is left out, so columns depart slower.
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


def analyse(column: Column) -> Stability:
    """The stability of a column with round faces or pivots about its equilibrium near neutral.

    The equilibrium is found by Newton's method from neutral; with one-sided tape
    it lies a little beside it. Raises ValueError for flat faces.
    """
    return _analysed(column, Energy(column))


def _analysed(column: Column, energy: Energy) -> Stability:
    state, balanced = balance(energy)
    n = energy.kinematics.count
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
    energy = Energy(column)

    def at(press: float) -> Stability:
        return _analysed(column, energy.pressed(press))

    unloaded, loaded = at(0.0), at(1.0)
    if np.any(unloaded.equilibrium) or not (unloaded.balanced and loaded.balanced):
        return _largest(lambda press: at(press).stable, 0.0, MOST_PRESS)
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
    """The largest value in [low, high] at which the column stands, to 1e-4 of the range.

    None where it stands nowhere. The range is searched in `SEARCH` pieces first,
    because a column may stand only in the middle of it.
    """
    return _largest(lambda value: stands(column_at(value)), low, high)


def _largest(holds: Callable[[float], bool], low: float, high: float) -> float | None:
    values = [float(value) for value in np.linspace(low, high, SEARCH + 1)]
    good = next((value for value in reversed(values) if holds(value)), None)
    if good is None or good == high:
        return good
    bad = good + (high - low) / SEARCH
    while bad - good > FOUND * (high - low):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if holds(middle) else (good, middle)
    return good
