"""A person from the side, from joint angles: where the joints are, and what shapes that makes.

Nothing here draws: the window and the printed sheet paint the same shapes. Lengths
are in body heights, x to the right and y up, the floor at y = 0. A limb is a row of
tapered capsules, each the hull of two circles. The poses are data
(`scenes/art/figures.json`).
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from scenes.assets import ART
from sim.data_files import json_of

UNITS = 1000  # of the data to a body height
ARC = 10  # steps round each end of a capsule
BELT = (65, 127, 45, 13)  # units up the lumbar segment, half its width, its corners
Point = tuple[float, float]
Circle = tuple[Point, float]


class Shape(NamedTuple):
    """A filled polygon; `colour` is a name for `figure_colour`."""

    colour: str
    points: list[Point]


@dataclass(frozen=True)
class Pose:
    """One position: the hip [units] and the directions of all segments [degrees]."""

    hip: Point
    lumbar: float
    thorax: float
    neck: float
    face: float | None  # None: turned to the viewer
    belly: float
    limbs: Mapping[str, tuple[float, float, float]]
    foot_scale: float
    short_far: Point


@cache
def _art() -> dict[str, Any]:
    art: dict[str, Any] = json_of(ART / "figures.json")
    return art


@cache
def phase(exercise: str, name: str) -> Pose:
    """A pose of an exercise, "start" or "hold"."""
    data = _art()["exercises"][exercise]["phases"][name]
    return Pose(
        hip=tuple(data["hip"]),
        lumbar=data["lumbar"],
        thorax=data["thorax"],
        neck=data["neck"],
        face=None if data["face"] == "front" else data["face"],
        belly=data["belly"],
        limbs={limb: tuple(data[limb]) for limb in ("arm_far", "arm_near", "leg_far", "leg_near")},
        foot_scale=data.get("foot_scale", 1.0),
        short_far=tuple(data.get("short_far", (1.0, 1.0))),
    )


def between(exercise: str, share: float) -> Pose:
    """The pose `share` (0 to 1) of the way from the start to the hold; limbs turn the short way."""
    first, last = phase(exercise, "start"), phase(exercise, "hold")

    def mean(a: float, b: float) -> float:
        return a + (b - a) * share

    def turn(a: float, b: float) -> float:
        return a + ((b - a + 180) % 360 - 180) * share

    def pair(a: Point, b: Point) -> Point:
        return mean(a[0], b[0]), mean(a[1], b[1])

    return Pose(
        hip=pair(first.hip, last.hip),
        lumbar=turn(first.lumbar, last.lumbar),
        thorax=turn(first.thorax, last.thorax),
        neck=turn(first.neck, last.neck),
        face=None if first.face is None or last.face is None else turn(first.face, last.face),
        belly=mean(first.belly, last.belly),
        limbs={
            limb: tuple(map(turn, angles, last.limbs[limb]))  # type: ignore[misc]
            for limb, angles in first.limbs.items()
        },
        foot_scale=mean(first.foot_scale, last.foot_scale),
        short_far=pair(first.short_far, last.short_far),
    )


def eased(share: float) -> float:
    """A share of the time as a share of the way: it begins and ends gently."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


# -- joints ----------------------------------------------------------------------------


def _along(start: Point, angle: float, length: float) -> Point:
    turn = math.radians(angle)
    return start[0] + length * math.cos(turn), start[1] + length * math.sin(turn)


def joints(pose: Pose) -> dict[str, Point]:
    """All joints [units]; those of limbs are called `<limb>_0` to `_3` from the trunk on."""
    lengths = _art()["lengths"]
    found = {"hip": pose.hip}
    found["waist"] = _along(pose.hip, pose.lumbar, lengths["lumbar"])
    found["neck"] = _along(found["waist"], pose.thorax, lengths["thorax"])
    found["head"] = _along(found["neck"], pose.neck, lengths["neck"])
    found["chest"] = _along(found["waist"], pose.thorax, 0.58 * lengths["thorax"])
    shoulder = _along(_along(found["neck"], pose.thorax, -22), pose.thorax - 90, 6)
    found["shoulder"] = shoulder
    belly = _along(pose.hip, pose.lumbar, 0.72 * lengths["lumbar"])
    found["belly"] = _along(belly, pose.lumbar - 90, pose.belly)
    for limb, angles in pose.limbs.items():
        arm = limb.startswith("arm")
        names = ("upper_arm", "forearm", "hand") if arm else ("thigh", "shank", "foot")
        scales = (1.0, 1.0, 1.0 if arm else pose.foot_scale)
        if limb == "arm_far":
            scales = (*pose.short_far, 1.0)
        at = shoulder if arm else pose.hip
        found[f"{limb}_0"] = at
        for index, (name, angle, scale) in enumerate(zip(names, angles, scales, strict=True)):
            at = _along(at, angle, scale * lengths[name])
            found[f"{limb}_{index + 1}"] = at
    return found


# -- shapes ----------------------------------------------------------------------------


def capsule(first: Circle, last: Circle) -> list[Point]:
    """The outline of the hull of two circles."""
    (a, r), (b, s) = first, last
    apart = math.dist(a, b)
    if apart <= abs(r - s):  # one lies within the other
        centre, radius = first if r >= s else last
        return [_along(centre, 360 * k / (2 * ARC), radius) for k in range(2 * ARC)]
    way = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
    tilt = math.degrees(math.acos((r - s) / apart))
    near = [_along(a, way + tilt + (360 - 2 * tilt) * k / ARC, r) for k in range(ARC + 1)]
    far = [_along(b, way - tilt + 2 * tilt * k / ARC, s) for k in range(ARC + 1)]
    return [*near, *far]


Part = tuple[str, Circle, Circle]


def _limb(at: Mapping[str, Point], limb: str) -> list[Part]:
    radii, far = _art()["radii"], "_far" * limb.endswith("far")
    a, b, c, d = (at[f"{limb}_{index}"] for index in range(4))
    if limb.startswith("arm"):
        elbow, wrist = radii["elbow"], radii["wrist"]
        return [
            (f"skin{far}", (b, 0.86 * elbow), (c, wrist)),
            (f"skin{far}", (c, wrist), (d, radii["fingers"])),
            (f"shirt{far}", (a, radii["shoulder_arm"]), (b, elbow)),
        ]
    knee, ankle = radii["knee"], radii["ankle"]
    return [
        (f"skin{far}", (c, 0.92 * ankle), (d, radii["toe"])),
        (f"legs{far}", (a, radii["hip_leg"]), (b, knee)),
        (f"legs{far}", (b, knee), (c, ankle)),
    ]


def _head(at: Mapping[str, Point], pose: Pose) -> list[Part]:
    radii, head = _art()["radii"], at["head"]
    parts: list[Part] = [("skin", (at["neck"], radii["neck"]), (head, radii["neck"]))]
    if pose.face is not None:
        nose = _along(head, pose.face, 58), _along(head, pose.face, 70)
        parts.append(("skin", (nose[0], 13), (nose[1], 8)))
    return [*parts, ("skin", (head, radii["head"]), (head, radii["head"]))]


def _torso(at: Mapping[str, Point], pose: Pose) -> list[Part]:
    radii = _art()["radii"]
    waist, chest = radii["waist"], radii["chest"]
    top = _along(at["belly"], pose.thorax, 40)
    return [
        ("legs", (at["hip"], radii["hip"]), (at["waist"], waist)),
        ("shirt", (at["belly"], waist - 2), (top, waist - 6)),
        ("shirt", (at["waist"], waist), (at["chest"], chest)),
        ("shirt", (at["chest"], chest), (at["shoulder"], radii["shoulder"] + 8)),
    ]


def _hair(at: Mapping[str, Point], pose: Pose) -> Shape:
    """A cap between crown and back of the head, with a curved edge."""
    head, radius = at["head"], _art()["radii"]["head"]
    middle, half = pose.neck, 92.0
    if pose.face is not None:
        back = pose.face + 180
        middle, half = pose.neck + ((back - pose.neck + 180) % 360 - 180) / 2, 86.0
    rim = [_along(head, middle - half + 2 * half * k / 16, radius + 1.5) for k in range(17)]
    inner = _along(head, middle, 0.62 * radius)
    pull = tuple(
        2 * inner[axis] - (rim[0][axis] + rim[-1][axis]) / 2 for axis in (0, 1)
    )  # where the curve's handle is
    edge = []
    for k in range(1, 12):
        t = k / 12
        weights = ((1 - t) ** 2, 2 * t * (1 - t), t**2)
        x, y = (
            weights[0] * rim[-1][axis] + weights[1] * pull[axis] + weights[2] * rim[0][axis]
            for axis in (0, 1)
        )
        edge.append((x, y))
    return Shape("hair", [*rim, *edge])


def _belt(pose: Pose, grow: float) -> list[Point]:
    """The sign of the deep muscles: a rounded rectangle across the lumbar segment."""
    low, high, half, corner = BELT
    points = []
    sides = ((high, -half), (high, half + pose.belly), (low, half + pose.belly), (low, -half))
    for number, (up, front) in enumerate(sides):
        inner_up = up - corner if up == high else up + corner
        inner_front = front + corner if front < 0 else front - corner
        centre = _along(_along(pose.hip, pose.lumbar, inner_up), pose.lumbar - 90, inner_front)
        begin = pose.lumbar + 90 - 90 * number
        points += [_along(centre, begin - 90 * k / 4, corner + grow) for k in range(5)]
    return points


def shapes(exercise: str, share: float, line: float, *, mirrored: bool = False) -> list[Shape]:
    """Everything to paint, from behind to the front; `line` is the outline's width [body heights].

    The deepest circle touches the floor, wherever between its two poses the figure is.
    """
    pose, line = between(exercise, share), line * UNITS
    at, art = joints(pose), _art()["exercises"][exercise]
    working = "teal" if share > 0.2 else "teal_mid"
    groups: dict[str, Callable[[], list[Part]]] = {
        "head": lambda: _head(at, pose),
        "torso": lambda: _torso(at, pose),
        **{limb: lambda limb=limb: _limb(at, limb) for limb in pose.limbs},  # type: ignore[misc]
    }
    belt = [Shape("line", _belt(pose, 0.7 * line)), Shape(working, _belt(pose, 0))]
    lowest, found = math.inf, []
    for name in art["order"]:
        parts = groups[name]()
        lowest = min(lowest, *(c[1] - r for _, *both in parts for c, r in both))
        found += [
            Shape("line", capsule((a, r + line), (b, s + line))) for _, (a, r), (b, s) in parts
        ]
        found += [Shape(colour, capsule(first, last)) for colour, first, last in parts]
        if name == "head":
            found.append(_hair(at, pose))
        if name == "leg_near":
            hip = (pose.hip, _art()["radii"]["hip"] - 1.5)
            found.append(Shape("legs", capsule(hip, hip)))
        if name in ("torso", "leg_near"):
            found += belt
    way = -1 if mirrored else 1
    return [
        Shape(colour, [(way * x / UNITS, (y - lowest) / UNITS) for x, y in points])
        for colour, points in [*_stool(art), *found]
    ]


def _stool(art: Mapping[str, Any]) -> Iterator[Shape]:
    """A stool to sit on, where there is one."""
    if "stool" in art:
        left, right, top = art["stool"]
        bars = [((left, top), (right, top)), ((left + 25, top), (left + 25, 9))]
        bars.append(((right - 25, top), (right - 25, 9)))
        for a, b in bars:
            yield Shape("wood_l", capsule((a, 9), (b, 9)))


@cache
def extent(exercise: str) -> tuple[float, float, float]:
    """Left end, right end and height [body heights] of both poses together."""
    points = [p for share in (0.0, 1.0) for s in shapes(exercise, share, 0) for p in s.points]
    xs, ys = zip(*points, strict=True)
    return min(xs), max(xs), max(ys)


def exercises() -> Sequence[str]:
    """The names of all exercises that have a figure."""
    return list(_art()["exercises"])
