"""How finely a step is solved: parts, iterations, and steps in place to warm the solver.

`docs/model.md` shows what more of each changes.
"""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from sim.mechanics.column import Column
from sim.mechanics.stability import analyse

SAFE_PHASE = 1.9  # rad of the fastest motion in a part of a step; explicit limit is 2


@dataclass(frozen=True)
class Solving:
    """Parts of a step, iterations in each, and steps in place after which all forces are known."""

    parts: int
    iterations: int
    warm: int


ROLLING, PIVOTED = Solving(3, 10, 20), Solving(1, 20, 60)


def solving(column: Column) -> Solving:
    """What the solver needs for this kind of column."""
    return PIVOTED if column.pivoted else ROLLING


@lru_cache(maxsize=16)  # the analysis costs as much as all else that a world is made of
def parts(column: Column, press: float, dt: float) -> int:
    """Into how many parts the solver cuts a step of `dt` [s] at this press [N].

    Rolling faces, discs and strands are springs that are integrated explicitly,
    which is stable while frequency times time stays below 2. Only nearly flat faces
    need more parts than usual: their stiffness is P R / 2.
    """
    least = solving(column).parts
    if column.flat:
        return least
    phase = analyse(replace(column, press=press)).highest_frequency * dt
    return max(least, math.ceil(phase / SAFE_PHASE))
