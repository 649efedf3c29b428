"""Motions by adaptive steps (Dormand and Prince 8(5,3)), cut where a force jumps."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.integrate import solve_ivp

from tests.independent.chain import Real

Rates = Callable[[float, Real], Real]
Limit = Callable[[Real], float]
SAMPLES = 1200  # a second, of what is kept


@dataclass(frozen=True)
class Motion:
    """`times` [s] (n,) and `states` (n, size); `reached`: when the limit was, None if never."""

    times: Real
    states: Real
    reached: float | None


def move(
    phases: Sequence[tuple[float, Rates]], start: Real, limit: Limit, *, exact: float = 1e-7
) -> Motion:
    """Follow y' = rates(t, y) from t = 0, phase by phase, each until its end [s].

    It ends early when `limit` of the state, negative at first, becomes 0.
    """

    def event(_time: float, state: Real) -> float:
        return limit(state)

    event.terminal = True  # type: ignore[attr-defined]
    event.direction = 1.0  # type: ignore[attr-defined]
    now, state = 0.0, start
    times, states = [np.zeros(1)], [start[None]]
    for end, rates in phases:
        if end <= now:
            continue
        done = solve_ivp(
            rates,
            (now, end),
            state,
            method="DOP853",
            rtol=exact,
            atol=exact / 100,
            dense_output=True,
            events=event,
        )
        assert done.success, done.message
        last = float(done.t[-1])
        kept = np.append(np.arange(now, last, 1 / SAMPLES)[1:], last)
        times.append(kept)
        states.append(done.sol(kept).T)
        now, state = end, done.y[:, -1]
        if done.status == 1:
            return Motion(np.concatenate(times), np.concatenate(states), last)
    return Motion(np.concatenate(times), np.concatenate(states), None)


def phases_until(
    ends: Sequence[float], rates: Callable[[float], Rates]
) -> list[tuple[float, Rates]]:
    """A phase between every two `ends` [s], with the rates that hold in its middle."""
    every = sorted({0.0, *(end for end in ends if end > 0)})
    return [(end, rates((begin + end) / 2)) for begin, end in itertools.pairwise(every)]
