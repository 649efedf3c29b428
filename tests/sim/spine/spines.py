"""The lumbar spine written a second time, from the design's figures, for comparison.

Nothing in here uses the program's geometry, kinematics or analysis.
"""

import csv
import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.mechanics.column import Column, Disc, Joint, Segment

Vector = NDArray[np.float64]
NAMES = ["sacrum", "L5", "L4", "L3", "L2", "L1", "thorax"]
FRAMES = np.radians([-42, -20, -6, 4, 10, 14, 0])  # world angles while neutral
STRANDS = Path(__file__).parents[3] / "sim" / "spine" / "strands.csv"


@dataclass(frozen=True)
class Muscle:
    """A row of the table: where a strand ends, in anatomical frames [m], and its force [N]."""

    group: str
    below: tuple[int, tuple[float, float]]
    above: tuple[int, tuple[float, float]]
    fmax: float


@cache
def _muscles() -> list[Muscle]:
    with STRANDS.open() as file:
        return [
            Muscle(row["group"], _end(row, "below"), _end(row, "above"), float(row["fmax_N"]))
            for row in csv.DictReader(file)
        ]


def _end(row: Mapping[str, str], side: str) -> tuple[int, tuple[float, float]]:
    x, y = (float(row[f"{side}_{axis}_mm"]) / 1000 for axis in "xy")
    return NAMES.index(row[side]), (x, y)


class Chain:
    """The segments, each on the one below, bent by six angles."""

    def __init__(self, bends: Sequence[float]) -> None:
        self._frames = []
        pivot, turned = (0.0, 0.0), 0.0
        for segment, bend in enumerate((0.0, *bends)):
            turned += bend
            angle = float(FRAMES[segment]) + turned
            cos, sin = math.cos(angle), math.sin(angle)
            up = 0.0185 if 0 < segment < 6 else 0.0
            origin = (pivot[0] - up * sin, pivot[1] + up * cos)
            self._frames.append((origin, cos, sin))
            if segment:
                pivot = (pivot[0] - 0.037 * sin, pivot[1] + 0.037 * cos)

    def place(self, segment: int, local: tuple[float, float]) -> tuple[float, float]:
        """A point given in a segment's anatomical frame [m], in the world."""
        (x0, y0), cos, sin = self._frames[segment]
        x, y = local
        return x0 + cos * x - sin * y, y0 + sin * x + cos * y

    def length(self, muscle: Muscle) -> float:
        """From end to end [m]."""
        return math.dist(self.place(*muscle.below), self.place(*muscle.above))


STILL = Chain([0.0] * 6)


def place(segment: int, local: Vector, bends: Vector) -> Vector:
    """A point given in a segment's anatomical frame [m], in the world, by following the chain."""
    x, y = local.tolist()
    return np.array(Chain(bends.tolist()).place(segment, (x, y)))


def energy(settings: Mapping[str, object], bends: Vector) -> float:
    """Potential energy [J] without the balance torques, which are linear in the angles."""
    value = {name: float(str(v)) for name, v in settings.items() if name != "push_level"}
    chain = Chain(bends.tolist())
    stiffness = value["disc_stiffness"] + 20 * value["transversus"]
    total = 0.0
    for bend in bends.tolist():
        cubic = 1900 if bend < 0 else 7900
        total += stiffness * bend**2 / 2 + cubic * bend**4 / 4
    for segment in range(1, 6):
        total += 2.0 * 9.81 * chain.place(segment, (0.0, 0.0))[1]
    total += (34 + value["hand_load"]) * 9.81 * chain.place(6, (0.0, 0.22))[1]
    for muscle in _muscles():
        length, neutral = chain.length(muscle), STILL.length(muscle)
        force = value[muscle.group] * muscle.fmax
        rate = value["short_range_stiffness"] * force / neutral
        # F = a Fmax + rate (L - L0) while positive: its integral from where it is zero.
        pull = max(0.0, force + rate * (length - neutral))
        total += pull**2 / (2 * rate) if rate else 0.0
    return total


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
    return Disc(math.degrees(per_degree), flexion, extension, 0.23, stop, 3000.0, 100.0, 0.0)
