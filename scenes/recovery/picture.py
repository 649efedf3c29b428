"""The picture of the spine that tests itself: bends magnified, rest as dashed outlines."""

from functools import cache

import numpy as np
import pygame

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.muscles import Strands
from scenes.draw.spine.pose import Array, bent, NEUTRAL, SEGMENTS, SpinePose
from scenes.recovery.moment import RecoveryMoment
from sim.spine.muscles import DEEP, muscles

MAGNIFIED = 3  # times that bends are drawn larger than they are
BOTTOM, TOP = -0.075, 0.215  # m below and above L5/S1 that the picture shows
BACK, FRONT = -0.14, 0.11  # m behind and before it that it shows at least
SEEN = 0.1  # degrees from where a bend shows beside the outlines of rest
FMAX = np.array([muscle.fmax for muscle in muscles()])
GROUPS = tuple(muscle.group for muscle in muscles())
PLAIN = np.array([group in DEEP for group in GROUPS])


def camera_of(rect: pygame.Rect) -> Camera:
    """A camera that has the lumbar spine in the middle of a place."""
    scale = min(rect.height / (TOP - BOTTOM), rect.width / (FRONT - BACK))
    x = rect.centerx - scale * (BACK + FRONT) / 2
    return Camera(scale, (x, rect.centery + scale * (BOTTOM + TOP) / 2))


def draw_moment(
    surface: pygame.Surface, rect: pygame.Rect, look: Look, moment: RecoveryMoment
) -> None:
    """Draw the spine of a moment, clipped to a place."""
    clip = surface.get_clip()
    surface.set_clip(rect.clip(clip))
    pose = bent((MAGNIFIED * moment.bends).tolist())
    draw_spine(
        surface,
        camera_of(rect),
        look,
        pose,
        _strands(pose, moment),
        transversus=moment.deep,
        ghost=NEUTRAL if moment.furthest > SEEN else None,
    )
    surface.set_clip(clip)


def _strands(pose: SpinePose, moment: RecoveryMoment) -> Strands:
    """The muscles between their points on the magnified spine."""
    ends = np.empty((len(GROUPS), 2, 2))
    for end, segments, points in _attachments():
        ends[:, end] = np.einsum("nij,nj->ni", pose.turns[segments], points) + pose.places[segments]
    return Strands(ends, FMAX, np.where(PLAIN, moment.deep, moment.long), GROUPS)


@cache
def _attachments() -> tuple[tuple[int, list[int], Array], ...]:
    """Lower (0) and upper (1) ends of all strands: segments, and points in their frames [m]."""
    below = [SEGMENTS.index(muscle.below) for muscle in muscles()]
    above = [SEGMENTS.index(muscle.above) for muscle in muscles()]
    return (
        (0, below, np.array([muscle.point_below for muscle in muscles()])),
        (1, above, np.array([muscle.point_above for muscle in muscles()])),
    )
