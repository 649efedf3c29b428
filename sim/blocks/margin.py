"""How far the block stack is from giving way, and what keeps it up.

All of it comes from the stability analysis of the stack as it would stand
upright; nothing from the values of the settings.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from sim.blocks.critical import slenderness
from sim.blocks.parameters import column_of
from sim.mechanics.column import Column
from sim.mechanics.kinematics import Kinematics
from sim.mechanics.stability import analyse, critical_press, stands
from sim.parameter import Value


@dataclass(frozen=True)
class Margin:
    """The verdict of the analysis.

    `critical` [N] is the largest press at which it stands, None if there is none,
    infinity if there is no limit. `holding` is what holds against what tips: 1 at
    the limit. `by_tape` says whether it would not stand without tape; `balanced`
    whether it has an upright balance at all.
    """

    stable: bool
    balanced: bool
    flat: bool
    by_tape: bool
    critical: float | None
    holding: float


def margin_of(settings: Mapping[str, Value]) -> Margin:
    """The verdict on the stack with these settings."""
    return _margin(tuple(settings.items()))


@lru_cache(maxsize=64)
def _margin(settings: tuple[tuple[str, Value], ...]) -> Margin:
    column = column_of(dict(settings))
    stable = stands(column)
    critical = critical_press(column)
    return Margin(
        stable=stable,
        balanced=column.flat or analyse(column).balanced,
        flat=column.flat,
        by_tape=stable and not stands(replace(column, strands=())),
        critical=critical,
        holding=_holding(column, critical, stable=stable),
    )


def _holding(column: Column, critical: float | None, *, stable: bool) -> float:
    if critical is None:
        # No press is low enough: what holds is the roundness alone, R / R_crit.
        radius = column.joints[0].radius
        return min(0.95, slenderness(len(column.joints) - 1) * radius / 2)
    if math.isinf(critical):
        return math.inf
    held = critical / column.press if column.press else math.inf
    # A stack may stand at its critical press and not below, where its weight tips it.
    return held if stable else min(held, 0.95)


def falling_shape(
    settings: Mapping[str, Value], furthest: float
) -> list[tuple[float, float, float]]:
    """Where every block is, base first, in the shape in which the stack falls.

    The shape of the analysis, as large as brings the furthest block `furthest` [m]
    off the axis. Empty for flat faces, which have no such shape.
    """
    column = column_of(settings)
    if column.flat:
        return []
    turns = np.cumsum(analyse(column).slowest)
    kinematics = Kinematics(column)
    points = [kinematics.point(i) for i in range(len(column.segments))]
    small = max(abs(point.at(1e-3 * turns)[0][0]) for point in points) / 1e-3
    angles = turns * furthest / small
    places = [np.add(point.at(angles)[0], column.base) for point in points]
    return [
        (float(x), float(y), angle)
        for (x, y), angle in zip(places, [0.0, *angles.tolist()], strict=True)
    ]
