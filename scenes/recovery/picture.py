"""The picture of the spine that tests itself: bends magnified, rest as dashed outlines."""

import pygame

from scenes.draw.camera import Extent
from scenes.draw.look import Look
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.pose import bent, MAGNIFIED, NEUTRAL
from scenes.draw.spine.strands import strands_in
from scenes.recovery.moment import RecoveryMoment
from sim.spine.muscles import linked

SHOWN = Extent(left=-0.14, right=0.11, bottom=-0.075, top=0.215)  # around L5/S1
SEEN = 0.1  # degrees from where a bend shows beside the outlines of rest


def draw_moment(
    surface: pygame.Surface, rect: pygame.Rect, look: Look, moment: RecoveryMoment
) -> None:
    """Draw the spine of a moment, clipped to a place."""
    clip = surface.get_clip()
    surface.set_clip(rect.clip(clip))
    pose = bent(moment.bends, times=MAGNIFIED)
    draw_spine(
        surface,
        SHOWN.camera(rect.size, rect.center),
        look,
        pose,
        strands_in(pose, linked(moment.long, moment.deep)),
        transversus=moment.deep,
        ghost=NEUTRAL if moment.furthest > SEEN else None,
    )
    surface.set_clip(clip)
