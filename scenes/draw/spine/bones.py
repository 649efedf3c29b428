"""The bones: vertebrae, sacrum, pelvis, ribs. They turn with their segments.

The bones of a segment are a `Sheet` of polygons in its frame, made once per scale
and palette: an outline is a polygon in the colour of the line, and a smaller one on
it. Bones far from the middle of attention are quiet: close to the colour of the
trunk, with thin lines.
"""

from dataclasses import dataclass

import numpy as np
import pygame

from scenes.draw.camera import Camera
from scenes.draw.canvas import Canvas
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.spine.pose import (
    Array,
    outlines,
    SACRUM,
    SEGMENTS,
    SpinePose,
    THORAX,
    VERTEBRAE,
)
from scenes.draw.strokes import Pen, Sheet
from scenes.draw.surface_cache import SurfaceCache

OUTLINE, THIN = 1.9, 1.2  # line widths in design pixels
FULL_LINE_SCALE = 1.3  # pixels per mm below which lines grow thinner with the drawing
LABEL = 16  # design pixels
# Of the width of a vertebral body that its name may take, clear of the discs; the same of a name
# that is not written smaller.
LABEL_SHARE, WHOLE_SHARE = 0.5, 0.62
LEADING = 0.35  # of the height of a name that is above and below its letters
LEAST_ROOM = 14  # design pixels; names would be too small to read in less
BODY_WIDTH = 0.036  # m

_sheets: SurfaceCache[Sheet] = SurfaceCache()


@dataclass(frozen=True)
class _Part:
    """One kind of outline in a layer: names of palette colours, a line width."""

    name: str
    fill: str | None
    line: str | None = None
    width: float = OUTLINE


Layer = tuple[_Part, ...]

PROCESSES: Layer = (_Part("spinous", "bone2", "bone_l"), _Part("spinous_light", "bone"))
VERTEBRA: Layer = (
    _Part("pillar", "bone", "bone_l"),
    _Part("pillar_light", "bone_hi"),
    _Part("body", "bone", "bone_l"),
    _Part("body_light", "bone_hi"),
    _Part("root", "bone"),
    _Part("transverse", "bone2", "bone_l", THIN),
    _Part("transverse_light", "bone_hi"),
)
# A part without fill is an open line.
SACRAL: Layer = (
    _Part("coccyx", "bone", "bone_l", THIN),
    _Part("body", "bone", "bone_l"),
    _Part("body_light", "bone_hi"),
    _Part("facet", "bone"),
    _Part("facet_line", None, "bone_l"),
    _Part("ear", "bone2"),
    _Part("fusion", None, "bone_l", THIN),
)
PELVIS: Layer = (
    _Part("femur", "far", "far_l", THIN),
    _Part("ilium", "far", "far_l", THIN),
    _Part("ischium", "far"),
    _Part("ischium", None, "far_l", THIN),
    _Part("ilium_light", "far_hi"),
    _Part("obturator", "body", "far_l", THIN),
    _Part("hip_socket", "far_hi", "far_l", THIN),
    _Part("rectus_tail", None, "far_l", THIN),
)
CAGE: Layer = (
    _Part("ribs", "far", "far_l", THIN),
    _Part("cartilage", "far_hi", "far_l", THIN),
    _Part("sternum", "far", "far_l", THIN),
)
THORACIC: Layer = (
    _Part("spinous", "far", "far_l", THIN),
    _Part("disc", "far_disc"),
    _Part("pillar", "far", "far_l", THIN),
    _Part("body", "far", "far_l", THIN),
    _Part("body_light", "far_hi"),
    _Part("root", "far"),
)


def draw_pelvis(canvas: Canvas, pose: SpinePose) -> None:
    """Draw the quiet pelvis behind everything."""
    _draw(canvas, pose, SACRUM, "pelvis", PELVIS)


def pelvis_outline(pose: SpinePose) -> Array:
    """Points around the pelvis in the world [m]."""
    parts = [line for part in PELVIS for line in outlines("pelvis", part.name)]
    return pose.world(SACRUM, np.concatenate(parts))


def draw_cage(canvas: Canvas, pose: SpinePose) -> None:
    """Draw ribs and breastbone."""
    _draw(canvas, pose, THORAX, "cage", CAGE)


def draw_vertebrae(canvas: Canvas, pose: SpinePose) -> None:
    """Draw the thoracic spine, L1 to L5 and the sacrum, over the discs.

    From above down: an upper facet lies over the lower facet of its neighbour.
    """
    key = ("vertebrae", *_style(canvas))
    sheet = _sheets.get(key, lambda: _vertebrae(canvas))
    canvas.assembly(sheet, pose.turns, pose.places)


def _vertebrae(canvas: Canvas) -> Sheet:
    """All of them in one sheet: to place five small ones takes as long as to draw them."""
    parts = [(THORAX, "thorax", THORACIC)]
    for layer in (PROCESSES, VERTEBRA):
        parts += [(segment, SEGMENTS[segment], layer) for segment in reversed(VERTEBRAE)]
    parts.append((SACRUM, "sacrum", SACRAL))
    shapes, frames = [], []
    for segment, name, layer in parts:
        found = _shapes(canvas, name, layer)
        shapes += found
        frames += [segment] * len(found)
    return Sheet(shapes, frames)


def draw_labels(
    surface: pygame.Surface, camera: Camera, look: Look, pose: SpinePose, struck: Array
) -> None:
    """Write L1 to L5 on the vertebral bodies where they are large enough to be read.

    None of them if one of the points `struck` (n, 2) in the world [m] would lie in a name.
    """
    names = vertebra_names(camera, look, pose)
    letters = [box.inflate(0, -round(LEADING * box.height)) for _, box in names]
    points = (camera.to_screen((x, y)) for x, y in struck.tolist())
    if not any(box.collidepoint(point) for point in points for box in letters):
        surface.blits(names)


def vertebra_names(
    camera: Camera, look: Look, pose: SpinePose
) -> list[tuple[pygame.Surface, pygame.Rect]]:
    """L1 to L5 and where they stand; none where they are too small."""
    room = LABEL_SHARE * BODY_WIDTH * camera.pixels_per_metre
    widest = max(look.measure(SEGMENTS[segment], LABEL, SEMIBOLD) for segment in VERTEBRAE)
    if (
        room < LEAST_ROOM * look.scale
        or widest > WHOLE_SHARE * BODY_WIDTH * camera.pixels_per_metre
    ):
        return []
    names = []
    for segment in VERTEBRAE:
        text = look.text(SEGMENTS[segment], LABEL, look.palette.bone_t, SEMIBOLD)
        at = camera.to_screen((float(pose.places[segment, 0]), float(pose.places[segment, 1])))
        names.append((text, text.get_rect(center=(round(at[0]), round(at[1])))))
    return names


def bone_line(canvas: Canvas, width: float) -> float:
    """A line width in fractions of a pixel: thinner where the drawing is small."""
    small = min(1.0, canvas.camera.pixels_per_mm / (FULL_LINE_SCALE * canvas.look.scale))
    return max(1.0, canvas.look.line(width) * small)


def _style(canvas: Canvas) -> tuple[float, float, str]:
    """What the look of a sheet depends on."""
    return canvas.camera.pixels_per_metre, canvas.look.scale, canvas.look.palette.name


def _draw(canvas: Canvas, pose: SpinePose, segment: int, name: str, layer: Layer) -> None:
    key = (name, layer[0].name, *_style(canvas))
    sheet = _sheets.get(key, lambda: Sheet(_shapes(canvas, name, layer)))
    canvas.sheet(sheet, pose.turns[segment], pose.places[segment])


def _shapes(canvas: Canvas, name: str, layer: Layer) -> list[tuple[Array, Pen]]:
    def colour(attribute: str | None) -> Colour | None:
        return getattr(canvas.look.palette, attribute) if attribute else None

    return [
        (outline, Pen(colour(part.fill), colour(part.line), width, part.fill is not None))
        for part in layer
        for width in (bone_line(canvas, part.width),)
        for outline in outlines(name, part.name)
    ]
