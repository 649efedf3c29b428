"""The person of the exercises who stands or lifts, and how the trunk bends with that.

The trunk leans as far as the posture does in `sim.corset.lifting`, round or straight: part of it
in the spine, the rest in the hips.
"""

import math
from functools import cache

import numpy as np
import pygame

from scenes.draw.look import Look
from scenes.draw.person.body import capsule, Shape, shapes_of
from scenes.draw.person.figure import FINE, painted
from scenes.draw.person.pose import figures, joints, Pose, UNITS
from scenes.draw.spine.pose import bent, SpinePose
from scenes.draw.surface_cache import kept
from sim.corset.lifting import POSTURES

BENDS = {"knees": math.radians(10), "round": math.radians(40)}  # of the lumbar spine, all discs
ROUND = math.radians(22)  # that the chest leans more, and the loins less, with a round back
Limb = tuple[float, float, float]
LEGS: dict[str, Limb] = {"knees": (-8.0, -108.0, -2.0), "round": (-74.0, -84.0, -2.0)}  # degrees
STRAIGHT: Limb = (-86.0, -90.0, -2.0)
HANGS: Limb = (-90.0, -86.0, -86.0)
BEFORE: Limb = (-100.0, -4.0, 0.0)  # the arms of who holds a weight close before the belly
ORDER = ("arm_far", "leg_far", "head", "torso", "leg_near", "arm_near")
WEIGHT = 105.0  # units, half a side of what is measured with, 20 kg
USUAL = 20.0  # kg
CORNER = 12.0  # units
WIDE, TALL, BENT = 0.80, 1.03, 0.84  # body heights, of the picture: width, upright, bent
LEFT = {"knees": -0.38, "round": -0.30}  # of the picture, from the hips
LINE = 1.4  # design px
FLAT, HIGH = 0.8, 0.9  # how high a weight is, and where hands hold it, of its half side


@cache
def trunk_of(name: str) -> SpinePose:
    """The pose of the spine in a posture, its L5/S1 where it is while standing."""
    bends = np.full(6, -BENDS.get(name, 0.0) / 6)
    pose = bent(bends)
    turn = BENDS.get(name, 0.0) - POSTURES[name].lean
    cos, sin = math.cos(turn), math.sin(turn)
    return SpinePose(pose.places @ np.array([[cos, sin], [-sin, cos]]), pose.angles + turn)


@kept
def lifter(name: str, load: float, height: int, look: Look) -> pygame.Surface:
    """The person in a posture with a load [kg], so many pixels high; put it with `shapes.put`.

    Where there is no room for it, it is one pixel high.
    """
    height = max(1, height)
    scale = height / (BENT if name in LEGS else TALL)
    body = _body(name)
    line = LINE * look.scale * look.palette.stroke / scale
    held = _weight(body, load, line * UNITS) if POSTURES[name].lifts and load else []
    seen = shapes_of(body, ORDER, line, held=held)
    return painted(look, seen, (round(WIDE * scale), height), scale, LEFT.get(name, -0.2), FINE)


def _body(name: str) -> Pose:
    posture = POSTURES[name]
    lean, more = math.degrees(posture.lean), math.degrees(ROUND) if name == "round" else 0.0
    arms = HANGS if posture.hands is None else BEFORE
    neck = 90 - lean - more / 2 + (18 if lean else -2)
    leg = LEGS.get(name, STRAIGHT)
    far = (leg[0] + 3, leg[1] + 2, leg[2])
    limbs = {"arm_far": arms, "arm_near": arms, "leg_far": far, "leg_near": leg}
    return Pose(
        hip=(0.0, 500.0),
        lumbar=90 - lean + more,
        thorax=90 - lean - more,
        neck=neck,
        face=neck - 88,
        belly=0.0,
        limbs=limbs,
        foot_scale=1.0,
        short_far=(1.0, 1.0),
    )


def _weight(body: Pose, load: float, line: float) -> list[Shape]:
    """A weight in both hands [units], larger as the root of its volume."""
    half = WEIGHT * (load / USUAL) ** (1 / 3)
    at, radii = joints(body), figures()["radii"]
    high, floor = FLAT * half, at["leg_near_3"][1] - radii["toe"]
    x, y = at["arm_near_3"]
    x, y = x + CORNER, max(y - HIGH * half + CORNER, floor + high + line)
    found = []
    for colour, grow in (("wood_l", line), ("wood", 0.0)):
        wide, tall = half - CORNER, high - CORNER
        for up in (-tall, tall):
            ends = [((x + side, y + up), CORNER + grow) for side in (-wide, wide)]
            found.append(Shape(colour, capsule(*ends)))
        wide = half + grow
        corners = [(x - wide, y - tall), (x + wide, y - tall), (x + wide, y + tall)]
        found.append(Shape(colour, [*corners, (x - wide, y + tall)]))
    return found
