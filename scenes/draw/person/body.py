"""What shapes a person makes in a pose: window and printed sheet paint the same.

Lengths are in body heights, the floor at y = 0. A limb is a row of tapered capsules, each the
hull of two circles.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from scenes.draw.person.pose import along, between, figures, joints, Point, Pose, UNITS

ARC = 18  # steps round each end of a capsule
BELT = (65, 127, 45, 13)  # units up the lumbar segment, half its width, its corners
WAISTBAND = 78  # units up the same
SEAT = 0.45  # of the thigh, along which the seat goes over into it
Circle = tuple[Point, float]


class Shape(NamedTuple):
    """A filled polygon; `colour` is a name for `figure_colour`."""

    colour: str
    points: list[Point]


def capsule(first: Circle, last: Circle) -> list[Point]:
    """The outline of the hull of two circles."""
    (a, r), (b, s) = first, last
    apart = math.dist(a, b)
    if apart <= abs(r - s):  # one lies within the other
        centre, radius = first if r >= s else last
        return [along(centre, 360 * k / (2 * ARC), radius) for k in range(2 * ARC)]
    way = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
    tilt = math.degrees(math.acos((r - s) / apart))
    near = [along(a, way + tilt + (360 - 2 * tilt) * k / ARC, r) for k in range(ARC + 1)]
    far = [along(b, way - tilt + 2 * tilt * k / ARC, s) for k in range(ARC + 1)]
    return [*near, *far]


Part = tuple[str, Circle, Circle]


def _limb(at: Mapping[str, Point], limb: str) -> list[Part]:
    radii, far = figures()["radii"], "_far" * limb.endswith("far")
    a, b, c, d = (at[f"{limb}_{index}"] for index in range(4))
    if limb.startswith("arm"):
        elbow, wrist = radii["elbow"], radii["wrist"]
        return [
            (f"skin{far}", (b, 0.86 * elbow), (c, wrist)),
            (f"skin{far}", (c, wrist), (d, radii["fingers"])),
            (f"shirt{far}", (a, radii["shoulder_arm"]), (b, elbow)),
        ]
    knee, ankle = radii["knee"], radii["ankle"]
    seat = tuple(u + SEAT * (v - u) for u, v in zip(a, b, strict=True))
    thigh = radii["hip_leg"] + SEAT * (knee - radii["hip_leg"])
    return [
        (f"skin{far}", (c, 0.92 * ankle), (d, radii["toe"])),
        (f"legs{far}", (a, radii["hip"]), ((seat[0], seat[1]), thigh)),
        (f"legs{far}", (a, radii["hip_leg"]), (b, knee)),
        (f"legs{far}", (b, knee), (c, ankle)),
    ]


def _head(at: Mapping[str, Point], pose: Pose) -> list[Part]:
    radii, head = figures()["radii"], at["head"]
    parts: list[Part] = [("skin", (at["neck"], radii["neck"]), (head, radii["neck"]))]
    if pose.face is not None:
        nose = along(head, pose.face, 58), along(head, pose.face, 70)
        parts.append(("skin", (nose[0], 13), (nose[1], 8)))
    return [*parts, ("skin", (head, radii["head"]), (head, radii["head"]))]


def _torso(at: Mapping[str, Point], pose: Pose) -> list[Part]:
    radii = figures()["radii"]
    waist, chest = radii["waist"], radii["chest"]
    top = along(at["belly"], pose.thorax, 40)
    return [
        ("legs", (at["hip"], radii["hip"]), (at["waist"], waist)),
        ("shirt", (at["belly"], waist - 2), (top, waist - 6)),
        ("shirt", (at["waist"], waist), (at["chest"], chest)),
        ("shirt", (at["chest"], chest), (at["shoulder"], radii["shoulder"] + 8)),
    ]


def _hair(at: Mapping[str, Point], pose: Pose) -> Shape:
    """A cap between crown and back of the head, with a curved edge."""
    head, radius = at["head"], figures()["radii"]["head"]
    middle, half = pose.neck, 92.0
    if pose.face is not None:
        back = pose.face + 180
        middle, half = pose.neck + ((back - pose.neck + 180) % 360 - 180) / 2, 86.0
    rim = [along(head, middle - half + 2 * half * k / 32, radius + 1.5) for k in range(33)]
    inner = along(head, middle, 0.62 * radius)
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
        centre = along(along(pose.hip, pose.lumbar, inner_up), pose.lumbar - 90, inner_front)
        begin = pose.lumbar + 90 - 90 * number
        points += [along(centre, begin - 90 * k / 4, corner + grow) for k in range(5)]
    return points


def _waistband(pose: Pose, at: Mapping[str, Point]) -> list[Point]:
    """The seat of the near leg over the trunk, cut straight below the sign of the deep muscles."""
    radii = figures()["radii"]
    share = WAISTBAND / math.dist(pose.hip, at["waist"])
    half = radii["hip"] + share * (radii["waist"] - radii["hip"])
    end = along(pose.hip, pose.lumbar, WAISTBAND)
    corners = [along(end, pose.lumbar - 90 * side, half) for side in (1, -1)]
    begin = pose.lumbar + 90
    rim = [along(pose.hip, begin + 180 * k / ARC, radii["hip"]) for k in range(ARC + 1)]
    return [*corners, *rim]


def shapes(exercise: str, share: float, line: float, *, mirrored: bool = False) -> list[Shape]:
    """An exercise from behind to the front, `share` of the way from its start to its hold."""
    art = figures()["exercises"][exercise]
    working = "teal" if share > 0.2 else "teal_mid"
    return shapes_of(
        between(exercise, share),
        art["order"],
        line,
        belt=working,
        behind=list(_stool(art)),
        mirrored=mirrored,
    )


def shapes_of(
    pose: Pose,
    order: Sequence[str],
    line: float,
    *,
    belt: str = "",
    behind: Sequence[Shape] = (),
    held: Sequence[Shape] = (),
    mirrored: bool = False,
) -> list[Shape]:
    """Everything to paint, from behind to the front; `line` is the outline's width [body heights].

    `belt`: the colour of the sign of the deep muscles, if there is one. `behind` and `held`
    [units]: what is behind the figure, and before all but its near arm. The deepest circle
    touches the floor, whatever the pose.
    """
    at, line = joints(pose), line * UNITS
    groups: dict[str, Callable[[], list[Part]]] = {
        "head": lambda: _head(at, pose),
        "torso": lambda: _torso(at, pose),
        **{limb: lambda limb=limb: _limb(at, limb) for limb in pose.limbs},  # type: ignore[misc]
    }
    sign = [Shape("line", _belt(pose, 0.7 * line)), Shape(belt, _belt(pose, 0))] if belt else []
    lowest = math.inf
    found: list[Shape] = []
    for name in order:
        parts = groups[name]()
        lowest = min(lowest, *(c[1] - r for _, *both in parts for c, r in both))
        if name == "arm_near":
            found += held
        found += [
            Shape("line", capsule((a, r + line), (b, s + line))) for _, (a, r), (b, s) in parts
        ]
        found += [Shape(colour, capsule(first, last)) for colour, first, last in parts]
        if name == "head":
            found.append(_hair(at, pose))
        if name == "leg_near":
            found.append(Shape("legs", _waistband(pose, at)))
        if name in ("torso", "leg_near"):
            found += sign
    way = -1 if mirrored else 1
    return [
        Shape(colour, [(way * x / UNITS, (y - lowest) / UNITS) for x, y in points])
        for colour, points in [*behind, *found]
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
    return list(figures()["exercises"])
