"""The trunk at L4 in transverse section, as one would print it in a textbook.

From behind to the front: fat and skin, content, obliques, psoas, long muscles,
multifidus, fascia, transversus as a belt; and on top, on a picture of its own since it
never moves, the vertebra. The belt grows thicker and fuller with its activation. A
dashed line is the skin at rest.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import pygame

from scenes.corset.pressure import arrow_length, draw_arrows
from scenes.corset.section_colours import colour_of
from scenes.corset.section_outlines import along, Array, first_bone, Shape, shapes
from scenes.corset.section_pose import SectionPose, skin, starts
from scenes.draw.camera import Camera
from scenes.draw.canvas import box_around, Canvas
from scenes.draw.look import Look
from scenes.draw.shapes import dashes, mix
from scenes.draw.strokes import band, Pen, Sheet, widened
from scenes.draw.surface_cache import SurfaceCache
from sim.corset.rest import rest_places

Piece = tuple[Array, Pen]

JOINING = ("transversus_aponeurosis", "linea_alba")  # what joins left and right
MARGIN = 8  # design pixels around all points
STRIP = 8  # steps along a sheet that are filled at a time
SHEET_INSIDE = 3.2  # design pixels by which the tendon is narrower than its teal
GAP_SHOWS = 0.004  # m between left and right from which on they are drawn apart
THICKER = 0.0016  # m, half of what the belt gains when it is as full as it gets
GHOST_WIDTH, DASH, GAP = 1.6, 0.0045, 0.0035  # design pixels, m, m
SHADES = 20  # steps in which muscles grow fuller
GHOST_FROM = 0.0006  # m that the skin must have moved
# Tips of the arrows [m] and where they press, square to the wall: so far apart that not even
# the longest ones touch.
TIPS = np.array([(0.104, 0.029), (0.076, 0.085), (0.0, 0.092), (-0.076, 0.085), (-0.104, 0.029)])
RAYS = np.array([(1.0, -0.05), (0.62, 0.78), (0.0, 1.0), (-0.62, 0.78), (-1.0, -0.05)])
_kept_pens: SurfaceCache[tuple[Pen, ...]] = SurfaceCache()


def draw_section(
    surface: pygame.Surface,
    camera: Camera,
    look: Look,
    pose: SectionPose,
    *,
    arrows: bool = True,
    ghost: bool = True,
) -> None:
    """Draw everything inside the clip rectangle of the surface.

    The camera's origin is the middle of the vertebral body. `arrows`: what presses
    outwards; `ghost`: the skin at rest, where it is elsewhere now.
    """
    points = pose.points
    box = box_around(surface, camera, np.vstack([points, skin()]), look.px(MARGIN))
    if not (box.width and box.height):
        return
    canvas = Canvas(surface, camera, look, box, "section")
    level, length = pose.level, arrow_length(pose.pressure)
    marks = np.vstack([points[:: len(skin()) // 12], [[level * THICKER, length], [pose.gap, 0.0]]])
    told = (*_shades(pose), pose.gap > GAP_SHOWS, arrows, ghost)
    if canvas.begin(told, marks):
        _put(canvas, _moving(canvas, pose, points))
        if ghost and pose.farthest > GHOST_FROM:
            _draw_ghost(canvas)
        if arrows:
            draw_arrows(canvas, TIPS, RAYS, length)
        canvas.finish()
    canvas.show()
    _draw_bones(surface, camera, look)


def _moving(canvas: Canvas, pose: SectionPose, points: Array) -> Iterator[Piece]:
    """Everything that follows the ring, where it is now."""
    bounds, pens = starts(), _pens(canvas.look, pose)
    for number, shape in enumerate(shapes()[: first_bone()]):
        corners = points[bounds[number] : bounds[number + 1]]
        if shape.name in JOINING and pose.gap > GAP_SHOWS:
            corners = corners[np.abs(shape.points[:, 0]) > pose.gap / 2]
            if len(corners) < 2:
                continue
        if shape.name == "transversus":
            corners = widened(corners, THICKER * pose.level)
        yield from _pieces(canvas, shape, corners, pens[number])


def _shades(pose: SectionPose) -> tuple[int, int]:
    """How full transversus and obliques are, in steps that an eye can tell."""
    return round(SHADES * pose.level), round(SHADES * min(1.0, 4 * pose.obliques))


def _pens(look: Look, pose: SectionPose) -> tuple[Pen, ...]:
    """A pen for every shape; they are the same from picture to picture."""
    shades = _shades(pose)
    key = (look.palette.name, look.scale, *shades)
    return _kept_pens.get(key, lambda: tuple(_pen(look, one, *shades) for one in shapes()))


def _pen(look: Look, shape: Shape, level: int, obliques: int) -> Pen:
    palette = look.palette
    fill = colour_of(palette, shape.fill) if shape.fill else None
    line = colour_of(palette, shape.line) if shape.line else None
    if shape.name == "transversus":
        fill = mix(palette.teal_mid, palette.teal, 0.35 + 0.65 * level / SHADES)
    elif shape.name == "multifidus":
        fill = mix(palette.teal_mid, palette.teal, 0.35 * level / SHADES)
    elif shape.name.endswith("oblique") and fill is not None:
        fill = mix(fill, palette.brick_mid, obliques / SHADES)
    return Pen(fill, line, look.line(shape.width), shape.closed)


def _pieces(canvas: Canvas, shape: Shape, corners: Array, pen: Pen) -> Iterator[Piece]:
    """One shape with its corners somewhere."""
    if shape.sheet:
        pixel = 1 / canvas.camera.pixels_per_metre
        inside = max(1.0, pen.width - canvas.look.line(SHEET_INSIDE))
        tendon = colour_of(canvas.look.palette, "tendon")
        for colour, wide in ((pen.line, pen.width), (tendon, inside)):
            filled = Pen(colour)
            for strip in _strips(band(corners, wide * pixel / 2)):
                yield strip, filled
        return
    for lines in corners.reshape(shape.pieces, -1, 2):
        yield lines, pen


def _strips(outline: Array) -> Array:
    """A band's outline cut across: polygons with few corners are filled much faster."""
    half = len(outline) // 2
    steps = np.arange(0, half - 1, STRIP)[:, None] + np.arange(STRIP + 1)
    steps = np.minimum(steps, half - 1)
    one, other = outline[:half][steps], outline[half:][::-1][steps]
    return np.concatenate([one, other[:, ::-1]], axis=1)


def _put(canvas: Canvas, pieces: Iterable[Piece]) -> None:
    """Draw pieces that are where they belong."""
    canvas.sheet(Sheet(list(pieces)))


def _draw_ghost(canvas: Canvas) -> None:
    pen = Pen(None, canvas.look.palette.ghost, canvas.look.line(GHOST_WIDTH), closed=False)
    canvas.shapes(_ghost(), pen)


@cache
def _ghost() -> Array:
    """The dashes of the skin at rest, where it can move [m], three points each."""
    points = [(float(x), float(y)) for x, y in skin()]
    found = [np.array(dash) for dash in dashes(points, DASH, GAP)]
    three = np.array([0.0, 0.5, 1.0])
    return np.stack([along(dash, three) for dash in found if dash[:, 1].min() > 0])


def _draw_bones(surface: pygame.Surface, camera: Camera, look: Look) -> None:
    bones = shapes()[first_bone() :]
    every = np.concatenate([shape.points for shape in bones])
    box = box_around(surface, camera, every, look.px(MARGIN))
    if not (box.width and box.height):
        return
    canvas = Canvas(surface, camera, look, box, "section bones", still=True)
    if canvas.begin(None, np.zeros((1, 2))):
        pens = _pens(look, SectionPose(rest_places()))[first_bone() :]
        pieces = zip(bones, pens, strict=True)
        _put(canvas, (p for bone, pen in pieces for p in _pieces(canvas, bone, bone.points, pen)))
        canvas.finish()
    canvas.show()
