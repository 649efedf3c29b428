"""Abdominal pressure: arrows that grow with it, and the lid of the abdomen from the side.

From the side the abdomen is closed above by the diaphragm, a dome that comes down as
one breathes in or braces, and below by the pelvic floor. Both are teal, as all that
works together with transversus; they are drawn over the spine.
"""

from functools import cache

import numpy as np
import pygame

from scenes.draw.camera import Camera
from scenes.draw.canvas import box_around, Canvas
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.shapes import mix
from scenes.draw.spine.pose import Array, NEUTRAL, SACRUM, SpinePose, THORAX
from scenes.draw.strokes import band, Pen

PER_KPA, LONGEST = 0.0062, 0.056  # m, length of an arrow
LEAST = 0.002  # m, below which an arrow would be a crumb
MOST_HEAD = 0.6  # of its length: a shorter arrow is narrower as well
LARGER = 1.6  # from the side, where a metre has fewer pixels
SHAFT, HEAD, HALO = 0.0044, 0.0110, 0.0020  # m, width of the shaft, length of the head, rim
DRAWN_IN = 0.034  # m, the arrow of a full draw-in
LINE = 6.0  # design pixels, diaphragm and pelvic floor
MARGIN = 10  # design pixels around them
# In the world while standing [m]: both ends, and how far the middle is beyond them.
DIAPHRAGM = np.array([[0.004, 0.186], [0.114, 0.180]])
FLOOR = np.array([[-0.036, -0.092], [0.094, -0.084]])
DOME, BOWL = 0.052, 0.022  # m, control points of the two curves above and below their ends
DOME_FALLS, BOWL_FALLS = 0.075, 0.020  # m by which they come down with a lid of 1
IN, INWARDS = np.array([0.090, -0.004]), np.array([-0.77, -0.64])  # m, tip and way of a draw-in
UP, DOWN = np.array([0.066, 0.190]), np.array([0.050, -0.082])  # m, tips of the arrows
STEPS = np.linspace(0, 1, 17)[:, None]
TAPERED = 0.2 + 0.8 * np.sin(np.pi * STEPS[:, 0]) ** 0.6  # of its width, along a curve


def arrow_length(pressure: float) -> float:
    """Length [m] of an arrow that stands for a pressure [Pa]."""
    return min(LONGEST, PER_KPA * max(0.0, pressure) / 1000)


def draw_arrows(
    canvas: Canvas,
    tips: Array,
    rays: Array,
    length: float,
    colour: Colour | None = None,
    *,
    times: float = 1.0,
) -> None:
    """Draw arrows with their `tips` [m] at places and along directions, both (n, 2).

    `times` as large as they are long.
    """
    if length < LEAST:
        return
    palette = canvas.look.palette
    turns = np.stack([rays, rays[:, ::-1] * (-1, 1)], axis=1)
    for fill, halo in ((palette.halo, HALO), (colour or palette.force, 0.0)):
        canvas.shapes(times * _arrow(length, halo) @ turns + tips[:, None], Pen(fill))


def _arrow(length: float, halo: float) -> Array:
    """An arrow to the right with its tip at the origin, `halo` wider all around."""
    head = min(HEAD, MOST_HEAD * length)
    size = head / HEAD
    halo *= size
    shaft, wide = size * SHAFT / 2 + halo, head * 0.58 + 1.6 * halo
    tip, neck, tail = 1.9 * halo, -head - halo, -length - halo
    upper = [(tail, shaft), (neck, shaft), (neck, wide), (tip, 0.0)]
    return np.array(upper + [(x, -y) for x, y in upper[-2::-1]])


def draw_lid(
    surface: pygame.Surface,
    camera: Camera,
    look: Look,
    pose: SpinePose,
    *,
    lid: float,
    level: float,
    pressure: float,
    drawn: float = 0.0,
) -> None:
    """Draw diaphragm, pelvic floor and arrows inside the clip rectangle of the surface.

    `lid`: how far the diaphragm is down, as `Effort.lid`; `level`: how full the belt of
    transversus is, 0 to 1; `pressure` [Pa]; `drawn`: how far the navel is drawn in and down
    towards the tailbone, 0 to 1.
    """
    dome, floor = lid_lines(pose, lid)
    box = box_around(surface, camera, np.concatenate([dome, floor]), look.px(MARGIN))
    if not (box.width and box.height):
        return
    canvas = Canvas(surface, camera, look, box, "lid")
    length = arrow_length(pressure)
    marks = np.vstack([dome[::4], floor[::4], [[length, drawn / 10]]])
    if canvas.begin(round(20 * level), marks):
        palette = look.palette
        half = look.line(LINE) / camera.pixels_per_metre / 2 * TAPERED
        colour = mix(palette.teal_mid, palette.teal, 0.35 + 0.65 * level)
        for line in (dome, floor):
            canvas.shapes(band(line, half)[None], Pen(colour))
        tips = np.array([pose.world(THORAX, _local()[2]), pose.world(SACRUM, _local()[3])])
        way = tips[:1] - tips[1:]
        way = way / np.hypot(*way.T)
        draw_arrows(canvas, tips, np.concatenate([way, -way]), length, times=LARGER)
        if drawn:
            turn = pose.turns[SACRUM] @ NEUTRAL.turns[SACRUM].T
            tip, way = pose.world(SACRUM, NEUTRAL.local(SACRUM, IN)), turn @ INWARDS
            draw_arrows(canvas, tip[None], way[None], DRAWN_IN * drawn, palette.teal)
        canvas.finish()
    canvas.show()


def lid_lines(pose: SpinePose, lid: float) -> tuple[Array, Array]:
    """Diaphragm and pelvic floor as lines [m], from behind to the front, (17, 2) each."""
    above, below, *_ = _local()
    dome = _curve(pose.world(THORAX, above), DOME - DOME_FALLS * lid)
    return dome, _curve(pose.world(SACRUM, below), -BOWL - BOWL_FALLS * lid)


def _curve(ends: Array, beyond: float) -> Array:
    """A bow between two points, by `beyond` [m] to its left."""
    way = ends[1] - ends[0]
    aside = np.array([-way[1], way[0]]) / max(float(np.hypot(*way)), 1e-9)
    control = ends.mean(axis=0) + aside * beyond
    bow: Array = (1 - STEPS) ** 2 * ends[0] + 2 * STEPS * (1 - STEPS) * control + STEPS**2 * ends[1]
    return bow


@cache
def _local() -> tuple[Array, Array, Array, Array]:
    """Ends and tips in the frames of thorax and sacrum [m]."""
    return (
        NEUTRAL.local(THORAX, DIAPHRAGM),
        NEUTRAL.local(SACRUM, FLOOR),
        NEUTRAL.local(THORAX, UP),
        NEUTRAL.local(SACRUM, DOWN),
    )
