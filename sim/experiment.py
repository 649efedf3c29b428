"""Headless experiments on the block stack: simulate, critical values, reports.

Every function returns plain data ready for strict JSON: what does not exist is
None, with a note that says why.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from sim.blocks import (
    BlockStack,
    column_of,
    crown_radius,
    HEIGHT,
    PARAMETERS,
    pushed_block,
    settings_of,
    WIDTH,
)
from sim.column import Column
from sim.parameter import nearest, Value
from sim.stability import analyse, critical_press, critical_value, MOST_PRESS
from sim.trace import Trace
from sim.world import ANGLE, STEP, upright, World, X

Report = dict[str, Any]

SAMPLE = 4  # steps between two samples of a trace: 300 a second
NUDGE = 0.002  # N, the push that finds a critical value: small, yet far above rounding
NUDGE_TIME = 0.15  # s
WATCH = 4.0  # s in which a departure becomes visible
PRECISION = 1.01  # a critical value is bracketed to 1 %
TRUSTED_PRESS = 500.0  # N; above it the contact solver falls behind (docs/model.md)


def simulate(values: Mapping[str, object], duration: float) -> tuple[Report, Trace]:
    """Push the stack at t = 0 and run for `duration` [s]."""
    stack = BlockStack(values)
    trace = Trace(stack.units())
    trace.add(stack.observe())
    stack.push()
    peak = np.abs(stack.world.state)
    for step in range(1, round(duration / STEP) + 1):
        stack.step()
        np.maximum(peak, np.abs(stack.world.state), out=peak)
        if step % SAMPLE == 0:
            trace.add(stack.observe())
    report = {
        "scene": "blocks",
        "time_s": stack.world.time,
        "standing": not stack.fallen,
        "fell_at_s": stack.fell_at,
        "max_displacement_mm": float(peak[:, X].max()) * 1000,
        "max_rotation_deg": math.degrees(float(peak[:, ANGLE].max())),
        "parameters": stack.settings,
    }
    return report, trace


def survives_nudge(column: Column, segment: int) -> bool:
    """Whether a push of `NUDGE` moves no segment by a quarter of its width within `WATCH`."""
    world = World(column, upright(column, (True,) * len(column.strands)))
    world.push_segment = segment
    limit = column.segments[0].half_width / 2
    pushed = round(NUDGE_TIME / world.dt)
    for step in range(round(WATCH / world.dt)):
        world.push = NUDGE if step < pushed else 0.0
        world.step()
        places = world.values[X::6]
        if max(places) > limit or min(places) < -limit:
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
    return math.sqrt(standing * falling)


def closed_form_rate(blocks: int) -> float:
    """Lambda = (4 / h) sin^2(pi / (n + 1)) [1/m]; derived in docs/model.md."""
    return 4 / HEIGHT * math.sin(math.pi / (blocks + 1)) ** 2


def closed_form(settings: Mapping[str, Value], vary: str) -> tuple[float | None, str]:
    """Critical press [N] or crown [1/m] of the weightless stack, or None and why."""
    rate = closed_form_rate(int(settings["blocks"]))
    if settings["tape"] not in ("all", "none"):
        return None, "the closed form is for a stack with tape on all joints or on none"
    tape = float(settings["tape_stiffness"]) * WIDTH**2 / 2 if settings["tape"] == "all" else 0.0
    if vary == "press":
        softening = 1 - rate * crown_radius(settings) / 2
        if softening <= 0:
            return None, "by the closed form it stands at every press"
        if not tape:
            return None, "by the closed form it stands at no press"
        return rate * tape / softening, ""
    press = float(settings["press"])
    if not tape:
        return rate / 2, ""
    radius = 2 * (1 / rate - tape / press) if press else 0.0
    if radius <= 0:
        return None, "by the closed form it stands with any crown"
    return 1 / radius, ""


def critical(values: Mapping[str, object], vary: str) -> Report:
    """The largest press or crown curvature at which the stack stands, in three ways.

    By the stability analysis with weight, by the closed form without, and by
    simulation. Raises ParameterError for another parameter.
    """
    settings = settings_of(values)
    if vary == "press":
        column = column_of(settings)
        suffix, low, high = "N", 1.0, MOST_PRESS
        theory = critical_press(column)

        def column_at(value: float) -> Column:
            return replace(column, press=value)

    elif vary == "crown_curvature":
        suffix, low, high = "per_m", 1.0, next(p.high for p in PARAMETERS if p.name == vary)

        def column_at(value: float) -> Column:
            return column_of({**settings, vary: value})

        theory = critical_value(column_at, 0.0, high)
        theory = math.inf if theory == high else theory
    else:
        raise nearest("parameter to vary", vary, ("press", "crown_curvature"))

    flat = vary == "press" and not settings["crown_curvature"]
    notes = []
    if flat:
        theory = None
        notes.append("flat faces do not roll: no press is critical for a small push")
        exact, why = None, ""
    else:
        notes.append(_why_not("by the analysis", theory, high, suffix))
        exact, why = closed_form(settings, vary)
    notes.append(why)
    pushed = pushed_block(settings)
    found = bracketed(lambda value: survives_nudge(column_at(value), pushed), low, high)
    notes.append(_why_not("simulated", found, high, suffix))
    if vary == "press" and found is not None and TRUSTED_PRESS < found < math.inf:
        notes.append(
            f"above {TRUSTED_PRESS:g} N the simulation finds too little (see docs/model.md)"
        )
    return {
        "scene": "blocks",
        "parameter": vary,
        f"theory_{suffix}": _finite(theory),
        f"closed_form_{suffix}": exact,
        f"simulated_{suffix}": _finite(found),
        "note": "; ".join(note for note in notes if note),
        "parameters": settings,
    }


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _why_not(how: str, value: float | None, high: float, suffix: str) -> str:
    unit = {"N": "N", "per_m": "1/m"}[suffix]
    if value is None:
        return f"{how} it stands at none"
    return "" if math.isfinite(value) else f"{how} it stands at every value up to {high:g} {unit}"


def stability(values: Mapping[str, object]) -> Report:
    """The stability analysis of the upright stack; empty lists where faces are flat."""
    settings = settings_of(values)
    column = column_of(settings)
    report: Report = {
        "scene": "blocks",
        "joint_names": [joint.name for joint in column.joints],
        "stiffness_matrix": [],
        "mass_matrix": [],
        "eigenvalues": [],
        "mode": [],
        "growth_rates": [],
        "stable": True,
        "note": "flat faces do not roll: a small push turns no block",
        "parameters": settings,
    }
    if column.flat:
        return report
    found = analyse(column)
    return report | {
        "stiffness_matrix": found.stiffness.tolist(),
        "mass_matrix": found.mass.tolist(),
        "eigenvalues": found.eigenvalues.tolist(),
        "mode": found.mode.tolist(),
        "growth_rates": found.growth_rates.tolist(),
        "stable": found.stable,
        "note": "" if found.balanced else "no balance near upright: the tape pulls to one side",
    }


def describe(values: Mapping[str, object]) -> Report:
    """The upright stack in SI and world coordinates, enough to rebuild it elsewhere."""
    settings = settings_of(values)
    column = column_of(settings)
    origins = column.neutral_origins()

    def world(segment: int, point: tuple[float, float]) -> list[float]:
        place: list[float] = (origins[segment] + point).tolist()
        return place

    segments: list[Report] = [{"name": column.segments[0].name, "fixed": True}]
    for i, segment in enumerate(column.segments):
        box = {"half_width": segment.half_width, "bottom": segment.bottom, "top": segment.top}
        if i:
            own = {"name": segment.name, "mass": segment.mass, "inertia": segment.inertia}
            segments.append({**own, "com": world(i, (0.0, 0.0)), **box})
        else:
            segments[0] |= {"origin": world(i, (0.0, 0.0)), **box}
    joints = [
        {
            "name": joint.name,
            "below": column.segments[i].name,
            "above": column.segments[i + 1].name,
            "contact": world(i, joint.crest_below),
            "radius": _finite(joint.radius),
            "reach": joint.reach,
            "friction": joint.friction,
        }
        for i, joint in enumerate(column.joints)
    ]
    strands = [
        {
            "group": "tape",
            "name": strand.name,
            "below": column.segments[strand.below].name,
            "above": column.segments[strand.above].name,
            "point_below": world(strand.below, strand.point_below),
            "point_above": world(strand.above, strand.point_above),
            "stiffness": strand.stiffness,
            "rest_length": strand.rest_length,
            "damping": strand.damping,
        }
        for strand in column.strands
    ]
    return {
        "scene": "blocks",
        "gravity": column.gravity,
        "press": column.press,
        "guided_top": column.guided,
        "segments": segments,
        "joints": joints,
        "strands": strands,
        "parameters": settings,
    }


def params() -> list[Report]:
    """Every parameter with its unit, default, range, step and source."""
    return [
        {
            "name": p.name,
            "unit": p.unit,
            "default": p.default,
            **({"form": p.form} if p.canonical else {"low": p.low, "high": p.high, "step": p.step}),
            "source": p.source,
        }
        for p in PARAMETERS
    ]
