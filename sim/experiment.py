"""Headless experiments on the block stack: simulate, analyse, describe.

Every function returns plain data ready for strict JSON: what does not exist is
None, with a note that says why.
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from sim.blocks import column_of, PARAMETERS, settings_of
from sim.stability import analyse
from sim.stack import BlockStack
from sim.trace import Trace
from sim.world import ANGLE, STEP, X

Report = dict[str, Any]

SAMPLE = 4  # steps between two samples of a trace: 300 a second


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
            "radius": joint.radius if math.isfinite(joint.radius) else None,
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
