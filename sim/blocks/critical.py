"""The largest press or crown at which a block stack stands, found in three ways.

By the stability analysis, with weight and any tape; by the closed form of
`docs/model.md`, for weightless blocks with tape on all joints or on none; and by
simulation: the largest value at which a push of 2 mN for 0.15 s moves no block by
a quarter of its width within 4 s.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sim.blocks.parameters import (
    column_of,
    crown_radius,
    HEIGHT,
    PARAMETERS,
    pushed_block,
    settings_of,
    WIDTH,
)
from sim.mechanics.column import Column
from sim.mechanics.stability import critical_press, critical_value, MOST_PRESS
from sim.mechanics.world import upright, World
from sim.parameter import nearest, Value

NUDGE = 0.002  # N, small, yet far above rounding
NUDGE_TIME = 0.15  # s, a tap
WATCH = 4.0  # s in which a departure becomes visible
PRECISION = 1.01  # a simulated critical value is bracketed to 1 %

Found = tuple[float | None, str]
"""A value, or None and why there is none."""


def survives_nudge(column: Column, segment: int) -> bool:
    """Whether a nudge of one segment moves none by a quarter of its width."""
    world = World(column, upright(column, (True,) * len(column.strands)))
    world.push_segment = segment
    limit = WIDTH / 4
    pushed = round(NUDGE_TIME / world.dt)
    for step in range(round(WATCH / world.dt)):
        world.push = NUDGE if step < pushed else 0.0
        world.step()
        if world.rightmost > limit or world.leftmost < -limit:
            return False
    return True


def bracketed(holds: Callable[[float], bool], low: float, high: float) -> float | None:
    """The largest value up to `high` at which `holds`, to 1 %, from probes that double.

    None where it holds at no probe; infinity where it still holds at `high`.
    """
    probes = [low * 2**k for k in range(math.ceil(math.log2(high / low)))] + [high]
    good = next((k for k in reversed(range(len(probes))) if holds(probes[k])), None)
    if good is None:
        return None
    if good == len(probes) - 1:
        return math.inf
    standing, falling = probes[good], probes[good + 1]
    while falling / standing > PRECISION:
        middle = math.sqrt(standing * falling)
        standing, falling = (middle, falling) if holds(middle) else (standing, middle)
    return float(standing)


def slenderness(blocks: int) -> float:
    """Lambda = (4 / h) sin^2(pi / (n + 1)) [1/m]; derived in docs/model.md."""
    return 4 / HEIGHT * math.sin(math.pi / (blocks + 1)) ** 2


def _tape_turning_stiffness(settings: Mapping[str, Value]) -> float | None:
    """Kt = s w^2 / 2 [N m/rad] of a joint; None where the joints differ."""
    if settings["tape"] == "none":
        return 0.0
    if settings["tape"] != "all":
        return None
    stiffness: float = float(settings["tape_stiffness"]) * WIDTH**2 / 2
    return stiffness


def closed_form_press(settings: Mapping[str, Value]) -> Found:
    """P_crit = Lambda kt / (1 - Lambda R / 2) [N]."""
    tape = _tape_turning_stiffness(settings)
    if tape is None:
        return None, "the closed form needs tape on all joints or on none"
    rate = slenderness(int(settings["blocks"]))
    softening = 1 - rate * crown_radius(settings) / 2
    if softening <= 0:
        return None, "by the closed form it stands at every press"
    if not tape:
        return None, "by the closed form it stands at no press"
    return rate * tape / softening, ""


def closed_form_crown(settings: Mapping[str, Value]) -> Found:
    """1 / R at which P = Lambda (P R / 2 + kt), [1/m]; 1 / R_crit = Lambda / 2 without tape."""
    tape = _tape_turning_stiffness(settings)
    if tape is None:
        return None, "the closed form needs tape on all joints or on none"
    rate = slenderness(int(settings["blocks"]))
    press = float(settings["press"])
    held = rate * tape / press if tape and press else float(bool(tape))
    if held >= 1:
        return None, "by the closed form it stands with any crown"
    return rate / 2 / (1 - held), ""


@dataclass(frozen=True)
class _Search:
    """What to vary, between which values, in which unit."""

    column_at: Callable[[float], Column]
    theory: float | None
    closed_form: Found
    low: float
    high: float
    suffix: str
    unit: str


def _search(settings: Mapping[str, Value], vary: str) -> _Search:
    column = column_of(settings)
    if vary == "press":
        return _Search(
            lambda press: replace(column, press=press),
            critical_press(column),
            closed_form_press(settings),
            *(1.0, MOST_PRESS),
            *("N", "N"),
        )
    if vary == "crown_curvature":
        high = next(p.high for p in PARAMETERS if p.name == vary)

        def column_at(curvature: float) -> Column:
            return column_of({**settings, vary: curvature})

        theory = critical_value(column_at, 0.0, high)
        return _Search(
            column_at,
            math.inf if theory == high else theory,
            closed_form_crown(settings),
            *(1.0, high),
            *("per_m", "1/m"),
        )
    raise nearest("parameter to vary", vary, ("press", "crown_curvature"))


def critical(values: Mapping[str, object], vary: str) -> dict[str, Any]:
    """The report of all three ways, ready for strict JSON.

    Raises ParameterError for bad values and for another parameter to vary.
    """
    settings = settings_of(values)
    search = _search(settings, vary)
    pushed = pushed_block(settings)
    simulated = bracketed(
        lambda value: survives_nudge(search.column_at(value), pushed), search.low, search.high
    )
    found = {
        "theory": _explained("by the analysis", search.theory, search),
        "closed_form": search.closed_form,
        "simulated": _explained("in simulation", simulated, search),
    }
    return {
        "scene": "blocks",
        "parameter": vary,
        **{f"{way}_{search.suffix}": value for way, (value, _) in found.items()},
        "note": "; ".join(why for _, why in found.values() if why),
        "parameters": settings,
    }


def _explained(how: str, value: float | None, search: _Search) -> Found:
    if value is None:
        return None, f"{how} it stands at no value"
    if math.isfinite(value):
        return value, ""
    return None, f"{how} it stands at every value up to {search.high:g} {search.unit}"
