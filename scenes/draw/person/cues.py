"""Small signs beside the figure that say where to feel, or what comes first."""

import math
from typing import NamedTuple

from scenes.draw.person.body import capsule, Shape
from scenes.draw.person.pose import between, joints, Point, UNITS

DISC = 46  # units, radius of a numbered disc


class Mark(NamedTuple):
    """A number on a disc, in body heights."""

    text: str
    at: Point
    radius: float
    colour: str


def _stroke(a: Point, b: Point, radius: float) -> list[Point]:
    return capsule((a, radius), (b, radius))


def _signs(exercise: str, share: float) -> list[list[Point]]:
    """Outlines [units] of what is drawn in the colour of the deep muscles."""
    at = joints(between(exercise, share))
    match exercise:
        case "draw_in":
            x, y = at["belly"][0] - 14, at["belly"][1] + 100 - 24 * share
            head = [(x, y - 22), (x - 44, y + 34), (x - 16, y + 34)]
            return [[*head, (x - 16, y + 96), (x + 16, y + 96), (x + 16, y + 34), (x + 44, y + 34)]]
        case "exhale" if share > 0.5:
            x, y = at["head"][0] + 92, at["head"][1] - 22
            ends = (((0, 18), (46, 42)), ((4, -6), (60, -6)), ((0, -30), (46, -54)))
            return [_stroke((x + a, y + b), (x + c, y + d), 8) for (a, b), (c, d) in ends]
        case "multifidus":
            x, y = at["arm_near_3"]
            turns = [math.tau * k / 24 for k in range(25)]
            rings = [[(x + r * math.cos(t), y + r * math.sin(t)) for t in turns] for r in (50, 36)]
            return [[*rings[0], *reversed(rings[1])]]
    return []


def signs(exercise: str, share: float, line: float, *, mirrored: bool = False) -> list[Shape]:
    """What is painted over the figure, with a pale rim of `line` [body heights]."""
    way = -1 if mirrored else 1
    found = []
    for outline in _signs(exercise, share):
        points = [(way * x / UNITS, y / UNITS) for x, y in outline]
        rim = [
            Shape("halo", capsule((a, line), (b, line)))
            for a, b in zip(points, [*points[1:], points[0]], strict=True)
        ]
        found += [*rim, Shape("teal", points)]
    return found


def marks(exercise: str, share: float) -> list[Mark]:
    """Numbered discs: what comes first, and what then. The second comes with the movement."""
    if exercise != "pre_activation":
        return []
    at = joints(between(exercise, share))
    first = (at["belly"][0] - 30, at["belly"][1] + 30)
    found = [Mark("1", first, DISC, "teal")] if share > 0 else []
    if share > 0.3:
        found.append(Mark("2", at["arm_near_2"], DISC, "brick"))
    return [
        Mark(text, (x / UNITS, y / UNITS), radius / UNITS, colour)
        for text, (x, y), radius, colour in found
    ]
