"""The lumbar spine written a second time, from the design's figures, for comparison.

Nothing in here uses the program's geometry, kinematics or analysis.
"""

import csv
import itertools
import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.mechanics.column import Column, Disc, Joint, Segment

Vector = NDArray[np.float64]
NAMES = ["sacrum", "L5", "L4", "L3", "L2", "L1", "thorax"]
FRAMES = np.radians([-42, -20, -6, 4, 10, 14, 0])  # world angles while neutral
STRANDS = Path(__file__).parents[3] / "sim" / "spine" / "strands.csv"


def place(segment: int, local: Vector, bends: Vector) -> Vector:
    """A point given in a segment's anatomical frame [m], in the world, by following the chain."""
    turns = np.concatenate([[0.0], np.cumsum(bends)])
    pivot = np.zeros(2)
    for below in range(1, segment):
        pivot = pivot + 0.037 * _up(FRAMES[below] + turns[below])
    angle = FRAMES[segment] + turns[segment]
    if 0 < segment < 6:
        pivot = pivot + 0.0185 * _up(angle)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = local
    there: Vector = pivot + np.array([cos * x - sin * y, sin * x + cos * y])
    return there


def _up(angle: float) -> Vector:
    return np.array([-math.sin(angle), math.cos(angle)])


def energy(settings: Mapping[str, object], bends: Vector) -> float:
    """Potential energy [J] without the balance torques, which are linear in the angles."""
    value = {name: float(str(v)) for name, v in settings.items() if name != "push_level"}
    stiffness = value["disc_stiffness"] + 20 * value["transversus"]
    total: float = 0.0
    for bend in bends:
        cubic = 1900 if bend < 0 else 7900
        total += stiffness * bend**2 / 2 + cubic * bend**4 / 4
    for segment in range(1, 6):
        total += 2.0 * 9.81 * place(segment, np.zeros(2), bends)[1]
    thorax = place(6, np.array([0.0, 0.22]), bends)
    total += (34 + value["hand_load"]) * 9.81 * thorax[1]
    still = np.zeros(6)
    with STRANDS.open() as file:
        for row in csv.DictReader(file):
            ends = [
                (
                    NAMES.index(row[side]),
                    np.array([float(row[f"{side}_{axis}_mm"]) / 1000 for axis in "xy"]),
                )
                for side in ("below", "above")
            ]
            length, neutral = (
                math.dist(*(place(segment, point, at) for segment, point in ends))
                for at in (bends, still)
            )
            force = value[row["group"]] * float(row["fmax_N"])
            rate = value["short_range_stiffness"] * force / neutral
            # F = a Fmax + rate (L - L0) while positive: its integral from where it is zero.
            pull = max(0.0, force + rate * (length - neutral))
            total += pull**2 / (2 * rate) if rate else 0.0
    return float(total)


def numeric_hessian(settings: Mapping[str, object]) -> Vector:
    """Second derivative in the six joint angles, central differences, extrapolated twice."""
    found = [_differences(settings, step) for step in (0.008, 0.004, 0.002)]
    while len(found) > 1:
        factor = 4 ** (4 - len(found))
        found = [(factor * b - a) / (factor - 1) for a, b in itertools.pairwise(found)]
    return found[0]


def _differences(settings: Mapping[str, object], step: float) -> Vector:
    hessian = np.zeros((6, 6))
    middle = energy(settings, np.zeros(6))
    basis = step * np.eye(6)
    for j in range(6):
        hessian[j, j] = (
            energy(settings, basis[j]) - 2 * middle + energy(settings, -basis[j])
        ) / step**2
        for k in range(j):
            corners = [
                a * b * energy(settings, a * basis[j] + b * basis[k])
                for a in (-1, 1)
                for b in (-1, 1)
            ]
            hessian[j, k] = hessian[k, j] = sum(corners) / (4 * step**2)
    return hessian


def straight(
    joints: int, spacing: float, disc: Disc, *, load: float, gravity: float, press: float = 0.0
) -> Column:
    """A straight column on pivots with a load [kg] on its upper end; the rest is light."""
    light = [Segment(f"segment {i}", 0.2, 1e-3) for i in range(1, joints)]
    # The top segment's origin is its upper end, where it is loaded.
    top = Segment("top", load, 1e-3)
    half = spacing / 2
    crests = [((0.0, 0.0), (0.0, -half))] + [((0.0, half), (0.0, -half))] * (joints - 2)
    crests += [((0.0, half), (0.0, -spacing))]
    return Column(
        (Segment("base", 0.0, 0.0), *light, top),
        tuple(
            Joint(f"joint {i}", below, above, disc=disc)
            for i, (below, above) in enumerate(crests, start=1)
        ),
        (),
        press=press,
        guided=False,
        gravity=gravity,
    )


LONG = (0, 0.05, 0.10, 0.15, 0.20, 0.30, 0.40, 0.60, 0.80, 1.00)


def random_settings(seed: int) -> dict[str, object]:
    random = np.random.default_rng(seed)
    return {
        **{
            name: random.uniform(0, 1)
            for name in ("multifidus", "transversus", "erector_spinae", "abdominals")
        },
        "hand_load": random.uniform(0, 20),
        "disc_stiffness": random.uniform(10, 150),
        "short_range_stiffness": random.uniform(2, 40),
    }


def disc(per_degree: float, *, cubic: bool = True, stop: float = math.pi) -> Disc:
    flexion, extension = (1900.0, 7900.0) if cubic else (0.0, 0.0)
    return Disc(math.degrees(per_degree), flexion, extension, 0.23, stop, 0.0)
