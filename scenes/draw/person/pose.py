"""A person from the side, from joint angles: the poses of the exercises, and where joints are.

Lengths are in thousandths of a body height, x to the right and y up. The poses are data
(`scenes/art/figures.json`).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scenes.assets import ART
from sim.data_files import json_of

UNITS = 1000  # of the data to a body height
Point = tuple[float, float]


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
def figures() -> dict[str, Any]:
    """All of the data."""
    art: dict[str, Any] = json_of(ART / "figures.json")
    return art


@cache
def phase(exercise: str, name: str) -> Pose:
    """A pose of an exercise, "start" or "hold"."""
    data = figures()["exercises"][exercise]["phases"][name]
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


def along(start: Point, angle: float, length: float) -> Point:
    """The point so far from another, in a direction [degrees]."""
    turn = math.radians(angle)
    return start[0] + length * math.cos(turn), start[1] + length * math.sin(turn)


def joints(pose: Pose) -> dict[str, Point]:
    """All joints [units]; those of limbs are called `<limb>_0` to `_3` from the trunk on."""
    lengths = figures()["lengths"]
    found = {"hip": pose.hip}
    found["waist"] = along(pose.hip, pose.lumbar, lengths["lumbar"])
    found["neck"] = along(found["waist"], pose.thorax, lengths["thorax"])
    found["head"] = along(found["neck"], pose.neck, lengths["neck"])
    found["chest"] = along(found["waist"], pose.thorax, 0.58 * lengths["thorax"])
    shoulder = along(along(found["neck"], pose.thorax, -22), pose.thorax - 90, 6)
    found["shoulder"] = shoulder
    belly = along(pose.hip, pose.lumbar, 0.72 * lengths["lumbar"])
    found["belly"] = along(belly, pose.lumbar - 90, pose.belly)
    for limb, angles in pose.limbs.items():
        arm = limb.startswith("arm")
        names = ("upper_arm", "forearm", "hand") if arm else ("thigh", "shank", "foot")
        scales = (1.0, 1.0, 1.0 if arm else pose.foot_scale)
        if limb == "arm_far":
            scales = (*pose.short_far, 1.0)
        at = shoulder if arm else pose.hip
        found[f"{limb}_0"] = at
        for index, (name, angle, scale) in enumerate(zip(names, angles, scales, strict=True)):
            at = along(at, angle, scale * lengths[name])
            found[f"{limb}_{index + 1}"] = at
    return found
