"""Where the bones of the lumbar spine are, and what their outlines look like.

Seven segments: sacrum (0), L5 to L1 (1 to 5), thorax (6). A pose says where the
origin of each is in the world [m] and how it is turned [rad, counter-clockwise,
which is leaning back]. The origin of a vertebra is midway between its two pivots,
that of the sacrum is the L5/S1 pivot, that of the thorax the T12/L1 pivot. Joint
j lies between the segments j and j + 1. A pose follows from the rows of a world, or
from joint angles, which may be magnified where they are too small to be seen.

The outlines are data (`scenes/art/spine.json`, millimetres); here they are metres,
so that they go through a camera like everything else in the world.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from scenes.assets import ART
from sim.data_files import json_of
from sim.mechanics.world import ANGLE
from sim.spine.anatomy import frame_offsets
from sim.spine.curve import SPACING, tilts
from sim.spine.parameters import NAMES

Array = NDArray[np.float64]
Point = tuple[float, float]

SEGMENTS = NAMES
SACRUM, THORAX = 0, 6
VERTEBRAE = range(1, 6)
HALF_PIVOTS = SPACING / 2  # m from the origin of a vertebra to either of its pivots
MAGNIFIED = 3  # times that the bends of an arm that rises are drawn larger than they are
NEAR = 0.003  # m around a bone within which a finger still means it


@dataclass(frozen=True, eq=False)
class SpinePose:
    """Places [m], shape (7, 2), and angles [rad], shape (7,), of the segments."""

    places: Array
    angles: Array

    @cached_property
    def turns(self) -> Array:
        """Rotation matrices of the segments, shape (7, 2, 2)."""
        cos, sin = np.cos(self.angles), np.sin(self.angles)
        return np.array([[cos, -sin], [sin, cos]]).transpose(2, 0, 1)

    def world(self, segment: int, points: Array) -> Array:
        """World points [m] of points [m] in the frame of a segment, shape (..., 2)."""
        placed: Array = points @ self.turns[segment].T + self.places[segment]
        return placed

    def local(self, segment: int, points: Array) -> Array:
        """Points [m] in the frame of a segment of world points [m], shape (..., 2)."""
        local: Array = (points - self.places[segment]) @ self.turns[segment]
        return local

    @property
    def pivots(self) -> Array:
        """The six pivots in the disc centres [m], L5/S1 first, shape (6, 2)."""
        tops = self.places[1:6] + self.turns[1:6, :, 1] * HALF_PIVOTS
        return np.concatenate([self.places[:1], tops])


def pose_of(state: Array) -> SpinePose:
    """The pose of a spine whose rows are `state`, as in `sim.mechanics.world`."""
    rows = np.vstack([state[-1], state[:-1]])
    angles, offsets = rows[:, ANGLE], frame_offsets()
    cos, sin = np.cos(angles), np.sin(angles)
    x, y = offsets.T
    turned = np.stack([cos * x - sin * y, sin * x + cos * y], axis=1)
    return SpinePose(rows[:, :2] + turned, angles + tilts())


def bent(
    bends: Sequence[float] | Array = (0.0,) * 6, base: Point = (0.0, 0.0), *, times: float = 1.0
) -> SpinePose:
    """The neutral pose with each joint turned by so many radians more, L5/S1 first.

    `base` [m]: where the L5/S1 pivot is; `times`: how much larger bends are drawn.
    """
    angles = tilts() + np.concatenate([[0.0], np.cumsum(times * np.asarray(bends, float))])
    up = np.stack([-np.sin(angles[1:6]), np.cos(angles[1:6])], axis=-1) * HALF_PIVOTS
    joints = np.cumsum(np.concatenate([[base], 2 * up]), axis=0)
    return SpinePose(np.concatenate([[base], joints[:-1] + up, joints[-1:]]), angles)


NEUTRAL = bent()


@cache
def outlines(whole: str, part: str) -> tuple[Array, ...]:
    """The outlines of a part in metres, each of shape (n, 2)."""
    return tuple(np.array(points) / 1000 for points in _art()[whole][part])


@cache
def shares() -> Array:
    """How far each point of the skin follows each segment, shape (points, 7)."""
    return np.array(_art()["skin"]["follow"][0])


@cache
def _art() -> dict[str, dict[str, list[list[list[float]]]]]:
    art: dict[str, dict[str, list[list[list[float]]]]]
    art = json_of(ART / "spine.json")
    return art


def segment_at(pose: SpinePose, point: Point) -> int | None:
    """The vertebra (1 to 5) whose body or process is at a world point [m], or the thorax (6)."""
    for part in ("body", "spinous"):
        for segment in VERTEBRAE:
            place = pose.local(segment, np.array(point))
            if _within(outlines(SEGMENTS[segment], part)[0], place):
                return segment
    place = pose.local(THORAX, np.array(point))
    shapes = (*outlines("thorax", "body"), *outlines("cage", "whole"))
    return THORAX if any(_within(shape, place) for shape in shapes) else None


def _within(outline: Array, point: Array) -> bool:
    """Whether a point is inside an outline or no more than `NEAR` away from it."""
    start, along = outline, np.roll(outline, -1, axis=0) - outline
    aside = point - start
    crossed = (start[:, 1] > point[1]) != (start[:, 1] + along[:, 1] > point[1])
    rise = np.where(along[:, 1] == 0, 1.0, along[:, 1])
    left = aside[:, 0] < along[:, 0] * aside[:, 1] / rise
    if np.count_nonzero(crossed & left) % 2:
        return True
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip((aside * along).sum(axis=1) / length, 0.0, 1.0)
    return bool(np.hypot(*(aside - along * share[:, None]).T).min() <= NEAR)
