"""The lumbar spine from the side, as one would print it in a textbook.

From behind to the front: trunk, pelvis, ribs, girdle and belly, spinal canal and
discs, vertebrae, the level that gives way, and the muscles of the back.
"""

import numpy as np
import pygame

from scenes.draw.camera import Camera, Extent
from scenes.draw.canvas import box_around, Canvas
from scenes.draw.look import Look
from scenes.draw.spine.bones import (
    draw_cage,
    draw_labels,
    draw_pelvis,
    draw_vertebrae,
    pelvis_outline,
)
from scenes.draw.spine.discs import amber_rims, draw_discs, draw_giving_way
from scenes.draw.spine.ghost import draw_ghost
from scenes.draw.spine.muscles import draw_deep, draw_long, draw_lumbar
from scenes.draw.spine.pose import Array, SACRUM, SpinePose
from scenes.draw.spine.strands import (
    ABDOMINALS,
    ERECTOR_LUMBAR,
    ERECTOR_SPINAE,
    MULTIFIDUS,
    NO_STRANDS,
    Strands,
)
from scenes.draw.spine.trunk import draw_girdle, draw_skin_line, fill_trunk, skin

MARGIN = 12  # design pixels around all points, for bellies and lines
LUMBAR = Extent(left=-0.146, right=0.13, bottom=-0.105, top=0.238)  # with belly and pelvis
REACH = 0.1  # m up a segment: what turns by too little to be seen moves too little there


def draw_spine(
    surface: pygame.Surface,
    camera: Camera,
    look: Look,
    pose: SpinePose,
    strands: Strands | None = None,
    *,
    transversus: float | None = None,
    giving_way: Array | None = None,
    labels: bool = False,
    ghost: SpinePose | None = None,
) -> None:
    """Draw everything inside the clip rectangle of the surface.

    Parameters
    ----------
    strands
        Multifidus, erector spinae and abdominals, where they pull in this pose.
    transversus
        Activation of the girdle, 0 to 1; without it no girdle is drawn.
    giving_way
        0 to 1 for each of the six joints, L5/S1 first.
    labels
        Whether L1 to L5 are written on the vertebrae, where there is room.
    ghost
        Another pose, as a dashed outline of the column.
    """
    strands = strands or NO_STRANDS
    trunk = skin(pose)
    seen = np.concatenate([trunk, strands.ways.reshape(-1, 2)])
    box = box_around(surface, camera, seen, look.px(MARGIN))
    if not (box.width and box.height):
        return
    fill_trunk(surface, camera, look.palette.body, trunk)
    _draw_behind(surface, camera, look, pose)
    giving_way = np.zeros(6) if giving_way is None else np.asarray(giving_way, float)
    arrays = [np.round(giving_way, 2), strands.strength, strands.activation]
    if ghost is not None:
        arrays += [ghost.places, ghost.angles]
    marks = np.concatenate([pose.places, pose.places + REACH * pose.turns[:, :, 1]])
    canvas = Canvas(surface, camera, look, box)
    if canvas.begin((transversus, *(array.tobytes() for array in arrays)), marks):
        deep, belly, back = map(strands.of, (MULTIFIDUS, ABDOMINALS, ERECTOR_SPINAE))
        lumbar = strands.of(ERECTOR_LUMBAR)
        draw_skin_line(canvas, trunk)
        draw_cage(canvas, pose)
        if transversus is not None:
            draw_girdle(canvas, pose, transversus)
        draw_long(canvas, belly)
        draw_lumbar(canvas, lumbar)
        draw_discs(canvas, pose)
        draw_vertebrae(canvas, pose)
        draw_giving_way(canvas, pose, giving_way)
        draw_deep(canvas, deep)
        draw_long(canvas, back)
        if ghost is not None:
            draw_ghost(canvas, ghost)
        canvas.finish()
    canvas.show()
    if labels:
        draw_labels(surface, camera, look, pose, amber_rims(pose, giving_way, camera, look))


def _draw_behind(surface: pygame.Surface, camera: Camera, look: Look, pose: SpinePose) -> None:
    """Draw the pelvis. It has a canvas to itself, since it stands still in almost every frame."""
    box = box_around(surface, camera, pelvis_outline(pose), look.px(MARGIN))
    if box.width and box.height:
        canvas = Canvas(surface, camera, look, box, "pelvis", still=True)
        if canvas.begin(float(pose.angles[SACRUM]), pose.places[[SACRUM]]):
            draw_pelvis(canvas, pose)
            canvas.finish()
        canvas.show()
