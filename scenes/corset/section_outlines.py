"""The outlines of the transverse section, and the lines that its belt and fascia follow.

The data (`scenes/art/corset.json`) are millimetres; here they are metres, so that they
go through a camera like everything else: x to the person's right, y to the front.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.assets import ART
from sim.data_files import json_of

Array = NDArray[np.float64]

MIRROR = np.array([-1.0, 1.0])
ROUND = 28  # corners of a vessel
SHEET_STEP = 0.009  # m between corners of a fascia, of which few are drawn faster
FIBRE = 1.3  # design pixels
BONES = "arch"  # the first shape that never moves; all after it do not either


@dataclass(frozen=True, eq=False)
class Shape:
    """One outline or line: points [m], how it is drawn, colours by name, width in design pixels.

    `pieces`: the points are so many lines of as many points each. `sheet`: a fascia, teal
    with tendon inside.
    """

    name: str
    points: Array
    closed: bool
    fill: str | None
    line: str | None
    width: float
    sheet: bool = False
    pieces: int = 1


@cache
def shapes() -> tuple[Shape, ...]:
    """Everything, from behind to the front; fibres right after their muscle."""
    found: list[Shape] = []
    for item in json_of(ART / "corset.json")["items"]:
        for shape in _shapes_of(item):
            found.append(shape)
            if "fibres" in item:
                found.append(_fibres(shape, item["fibres"]))
    return tuple(found)


def part(name: str) -> tuple[Shape, ...]:
    """The shapes of one name, the person's right first."""
    return tuple(shape for shape in shapes() if shape.name == name)


@cache
def first_bone() -> int:
    """The number of the first shape that never moves."""
    return next(number for number, shape in enumerate(shapes()) if shape.name == BONES)


def _shapes_of(item: dict[str, Any]) -> list[Shape]:
    name, fill, line, width = item["name"], item["fill"], item["line"], item["line_px"]
    nucleus = "disc_hi" if fill == "nucleus" else fill
    if "circle" in item:
        x, y, radius = (length / 1000 for length in item["circle"])
        inner = radius * item["inner"]
        return [
            Shape(name, _circle(x, y, radius), True, fill, line, width),
            Shape(name, _circle(x, y, inner), True, item["inner_fill"], line, width / 2),
        ]
    points = np.array(item["points"]) / 1000
    if item.get("sheet"):
        length = float(np.hypot(*np.diff(points, axis=0).T).sum())
        points = along(points, np.linspace(0, 1, 2 + round(length / SHEET_STEP)))
    sides = [points, points * MIRROR] if item["mirrored"] else [points]
    sheet = item.get("sheet", False)
    return [Shape(name, side, item["closed"], nucleus, line, width, sheet) for side in sides]


def _circle(x: float, y: float, radius: float) -> Array:
    angles = 2 * math.pi * np.arange(ROUND) / ROUND
    return np.stack([x + radius * np.cos(angles), y + radius * np.sin(angles)], axis=1)


def _fibres(muscle: Shape, how: dict[str, float]) -> Shape:
    """Parallel lines through a muscle, of three points each so that they bend with it."""
    left = muscle.points[:, 0].mean() < 0
    angle = math.radians(how["angle_deg"]) * (-1 if left else 1)
    along = np.array([math.cos(angle), math.sin(angle)])
    aside = np.array([-along[1], along[0]])
    step, margin = how["step_mm"] / 1000, how["margin_mm"] / 1000
    ahead, height = muscle.points @ along, muscle.points @ aside
    lines = []
    for level in np.arange(height.min() + step, height.max() - margin / 2, step):
        cuts = sorted(_cuts(ahead, height - level))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            if end - start > 2.5 * margin:
                places = np.linspace(start + margin, end - margin, 3)[:, None]
                lines.append(places * along + level * aside)
    points, count = np.concatenate(lines), len(lines)
    return Shape(muscle.name, points, False, None, muscle.line, FIBRE, pieces=count)


def _cuts(ahead: Array, height: Array) -> list[float]:
    """Where a closed outline crosses height 0, as places ahead."""
    after, beyond = np.roll(height, -1), np.roll(ahead, -1)
    crossing = (height > 0) != (after > 0)
    share = height[crossing] / (height[crossing] - after[crossing])
    cuts: list[float] = (ahead[crossing] + share * (beyond - ahead)[crossing]).tolist()
    return cuts


# -- the lines that the model's nodes lie on ------------------------------------------


@cache
def belt_line() -> Array:
    """The right half of the belt as drawn, from the raphe to the midline [m]."""
    muscle = part("transversus")[0].points
    count = len(muscle) // 2
    outer, inner = muscle[:count], muscle[count:][::-1]
    middle = ((outer + inner) / 2)[::-1]
    tendon = part("transversus_aponeurosis")[0].points[::-1]
    return np.concatenate([middle, tendon[tendon[:, 0] < middle[-1, 0]]])


@cache
def sheet_line() -> Array:
    """The right posterior layer as drawn, from the raphe to the spinous process [m]."""
    return part("fascia_posterior")[0].points[::-1]


def along(line: Array, shares: Array) -> Array:
    """Points at shares (0 to 1) of the length of a line."""
    lengths = np.hypot(*np.diff(line, axis=0).T)
    at = np.concatenate([[0.0], np.cumsum(lengths)])
    wanted = shares * at[-1]
    return np.stack([np.interp(wanted, at, line[:, axis]) for axis in (0, 1)], axis=1)
