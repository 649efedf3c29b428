"""Muscles of the lumbar spine: where they attach, and what they pull with.

A strand pulls in a straight line with

    F = a Fmax + (q a Fmax / L0) (L - L0)        [N], never below 0

a: activation (0 to 1); Fmax: maximal force, both sides of the body together;
L0: length in neutral posture; q: short-range stiffness factor. The stiffness of
a muscle per length, k = q F / L, is found in Brown & McGill 2010
(doi 10.1080/10255841003630652). As a spring this is a stiffness q a Fmax / L0
with the rest length L0 (1 - 1/q): the rest length does not depend on a.

Attachments and forces (`strands.csv`) come from an open musculoskeletal
model of the torso, 46 N/cm^2 of muscle. Transversus abdominis has no strand:
through the abdominal pressure it stiffens every lumbar joint and unloads the discs.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sim.data_files import damaged, rows_of
from sim.mechanics.column import Vector
from sim.parameter import Value

STRANDED = ("multifidus", "erector_spinae", "erector_lumbar", "abdominals")
MUSCLES = (*STRANDED, "transversus")
DEEP = ("multifidus", "transversus")
LONG = ("erector_spinae", "abdominals")  # they pass the lumbar vertebrae by
ATTACHED = (*DEEP, "erector_lumbar")  # they act on every lumbar vertebra

TRANSVERSUS_STIFFNESS = 20.0  # N m/rad per joint at full activation (calibrated on Hodges 2005)
REST_PRESSURE = 1000.0  # Pa in the abdomen with transversus at rest (illustrative)
MOST_PRESSURE = 10_000.0  # Pa with transversus at full activation (illustrative)

PLACES = ("below_x", "below_y", "above_x", "above_y")
STRANDS = Path(__file__).with_name("strands.csv")


@dataclass(frozen=True)
class Muscle:
    """One strand: points [m] in the frames of the segments named, maximal force [N]."""

    group: str
    below: str
    above: str
    point_below: Vector
    point_above: Vector
    fmax: float


@cache
def muscles() -> tuple[Muscle, ...]:
    """All strands of the lumbar spine, in the order of the file. Raises UserError."""
    return tuple(_muscle(line, row) for line, row in rows_of(STRANDS))


def _muscle(line: int, row: Mapping[str, str]) -> Muscle:
    try:
        group, below, above = row["group"], row["below"], row["above"]
        lengths = [float(row[f"{name}_mm"]) / 1000 for name in PLACES]
        fmax = float(row["fmax_N"])
    except KeyError as error:
        raise damaged(STRANDS, f"there is no column {error}") from None
    except ValueError as error:
        raise damaged(STRANDS, error, line) from None
    if group not in STRANDED:
        raise damaged(STRANDS, f"{group[:40]!r} is not a muscle", line)
    if not all(map(math.isfinite, (*lengths, fmax))) or fmax <= 0:
        raise damaged(STRANDS, "a number is out of range", line)
    x_below, y_below, x_above, y_above = lengths
    return Muscle(group, below, above, (x_below, y_below), (x_above, y_above), fmax)


def linked(long: float, deep: float) -> dict[str, float]:
    """The activations of all muscles whose long ones act as one, and whose deep ones do.

    The lumbar part of erector spinae, which is of neither kind, is at rest.
    """
    levels = {**dict.fromkeys(LONG, long), **dict.fromkeys(DEEP, deep)}
    return {name: levels.get(name, 0.0) for name in MUSCLES}


def level(activations: Mapping[str, Value], group: tuple[str, ...]) -> float:
    """The level of linked muscles, `DEEP` or `LONG`: their mean where they differ."""
    return sum(float(activations[name]) for name in group) / len(group)


def full_stiffness(fmax: float, factor: float, length: float) -> float:
    """Stiffness [N/m] of a fully active strand with the neutral length [m]: q Fmax / L0."""
    return factor * fmax / length


def rest_length(factor: float, length: float) -> float:
    """Length [m] at which a strand stops pulling: L0 (1 - 1/q)."""
    return length * (1 - 1 / factor)


def pressure(transversus: float) -> float:
    """Abdominal pressure [Pa] at an activation of transversus: 1 + 9 a kPa."""
    return REST_PRESSURE + (MOST_PRESSURE - REST_PRESSURE) * transversus


def activation_at(abdominal: float) -> float:
    """The activation of transversus that goes with an abdominal pressure [Pa], 0 to 1."""
    share = (abdominal - REST_PRESSURE) / (MOST_PRESSURE - REST_PRESSURE)
    return min(1.0, max(0.0, share))


def followed(activation: float, command: float, seconds: float, lag: float) -> float:
    """Activation after so many seconds under a constant command: da/dt = (command - a) / lag.

    The exact solution, so that two halves of a step make the same as the whole.
    """
    return command + (activation - command) * math.exp(-seconds / lag)
