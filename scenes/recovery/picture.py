"""Pictures of recovery: the spine that tests itself, and the course of the weeks as a small sign.

Of the spine bends are magnified, and rest is drawn as dashed outlines.
"""

import numpy as np
import pygame

from scenes.draw.camera import Extent
from scenes.draw.look import Look
from scenes.draw.panels import disc, put_centred
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.pose import bent, MAGNIFIED, NEUTRAL
from scenes.draw.spine.strands import strands_in
from scenes.draw.spine.trunk import skin
from scenes.recovery.moment import RecoveryMoment
from scenes.widgets.chart.curve import Curve
from sim.mechanics.column import Array
from sim.recovery.model import onset
from sim.spine.muscles import linked

SHOWN = Extent(left=-0.14, right=0.11, bottom=-0.075, top=0.215)  # around L5/S1
EARLIEST, LATEST = -0.09, 0.07  # s from the arm, at the top and at the foot of the course
ROOM = 12  # design px around the course
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


def room_beside(rect: pygame.Rect) -> int:
    """Pixels behind the back, in a place for the spine."""
    trunk = skin(NEUTRAL)
    seen = trunk[(trunk[:, 1] > SHOWN.bottom) & (trunk[:, 1] < SHOWN.top)]
    camera = SHOWN.camera(rect.size, rect.center)
    return round(camera.to_screen((float(seen[:, 0].min()), 0.0))[0]) - rect.left


def draw_course(
    surface: pygame.Surface, rect: pygame.Rect, look: Look, week: int, *, trained: bool
) -> None:
    """When the deep muscles began in the weeks so far; without training too, if there was one.

    The arm goes up at the line, the green ground is before it.
    """
    colours = look.palette
    inside = rect.inflate(-2 * look.px(ROOM), -2 * look.px(ROOM))

    weeks = np.arange(week + 1)

    def points(course: bool) -> Array:
        late = np.array([onset(int(now), course) for now in weeks])
        down = (late - EARLIEST) / (LATEST - EARLIEST)
        return np.column_stack([inside.width * weeks / max(1, week), inside.height * down])

    arm = round(inside.top + inside.height * -EARLIEST / (LATEST - EARLIEST))
    surface.fill(colours.panel, rect)
    surface.fill(colours.teal_tint, (rect.left, rect.top, rect.width, arm - rect.top))
    surface.fill(colours.ink, (rect.left, arm, rect.width, look.stroke(2)))
    for course in sorted({False, trained}):
        ink, line = colours.teal if course == trained else colours.muted, points(course)
        surface.blit(Curve().strip(line, inside.size, ink, look.line(3.5)), inside)
        end = inside.left + line[-1, 0], inside.top + line[-1, 1]
        put_centred(surface, disc(look.px(7), ink, colours.panel, look.px(2)), end)
