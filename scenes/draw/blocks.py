"""Wooden blocks with crowned ends, standing, tumbling, and where they stood.

A block is `width` wide and `height` high on its axis. A crowned end is an arc
of radius R = 1 / curvature with its top on the axis; a flat end is a straight
line (curvature 0). Corners are rounded a little.

Each block is painted once per scale and palette as a `Turning` picture, in
three layers that are drawn on their own: `glow` (amber rim of a block that has
been pushed out), `wood`, and `dashes` (where a block stood, or a shape it could
take).
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.shapes import dashes, outlined, polyline
from scenes.draw.surface_cache import SurfaceCache
from scenes.draw.turning import Paint, Turning

Point = tuple[float, float]

ARC_STEPS = 20  # straight pieces of a crown: 0.02 px off the arc at 720p
CORNER_MM = 1.6
SHADE_MM = 8.0  # strip on the front
MARK_MM = (7.0, 3.0)  # ring and dot on the block that will be pushed
OUTLINE, GRAIN, GLOW = 2.0, 1.6, 9.0  # line widths in design pixels
DASH, GAP = 6.0, 5.0

_art: SurfaceCache[Turning] = SurfaceCache()


@dataclass(frozen=True)
class BlockShape:
    """Size and ends of a block; lengths in metres, curvature in 1/m."""

    curvature: float = 25.0
    crowned_above: bool = True
    crowned_below: bool = True
    width: float = 0.046
    height: float = 0.037

    def crown_drop(self, x: float) -> float:
        """How far a crowned end lies below its top, `x` metres off the axis."""
        # R - sqrt(R^2 - x^2), written so that a flat end is no special case.
        return self.curvature * x * x / (1 + math.sqrt(1 - (self.curvature * x) ** 2))

    def outline(self) -> list[Point]:
        """Corner points in metres, y up, centre (0, 0), clockwise from the upper left."""
        above = self._end(self.curvature if self.crowned_above else 0.0)
        below = self._end(self.curvature if self.crowned_below else 0.0)
        return above + [(x, -y) for x, y in reversed(below)]

    def _end(self, curvature: float) -> list[Point]:
        """The upper end from left to right, with its rounded corners."""
        half, corner = self.width / 2, CORNER_MM / 1000
        end = BlockShape(curvature, width=self.width, height=self.height)
        top = self.height / 2
        inner = half - corner
        steps = ARC_STEPS if curvature else 1
        arc = [inner * (2 * step / steps - 1) for step in range(steps + 1)]
        crown = [(x, top - end.crown_drop(x)) for x in arc]
        tip = top - end.crown_drop(half)
        right = _rounded(crown[-1], (half, tip), (half, tip - corner))
        left = [(-x, y) for x, y in reversed(right)]
        return left + crown[1:-1] + right


@dataclass(frozen=True)
class BlockPose:
    """A block to draw: its centre in metres, its angle in radians (anticlockwise)."""

    shape: BlockShape
    centre: Point
    angle: float = 0.0
    index: int = 0  # gives the block its own grain
    target: bool = False  # the finger will push this one
    displaced: bool = False  # pushed out: gets an amber rim


def _rounded(start: Point, control: Point, end: Point, steps: int = 4) -> list[Point]:
    """A quadratic curve from `start` to `end`."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (
                a * start[0] + b * control[0] + c * end[0],
                a * start[1] + b * control[1] + c * end[1],
            )
        )
    return points


def draw_blocks(
    surface: pygame.Surface, camera: Camera, look: Look, poses: Sequence[BlockPose]
) -> None:
    """Draw blocks in the order given, all amber rims below all wood."""
    for pose in poses:
        if pose.displaced:
            _glow(camera, look, pose.shape).draw(surface, camera.to_screen(pose.centre), pose.angle)
    for pose in poses:
        _wood(camera, look, pose).draw(surface, camera.to_screen(pose.centre), pose.angle)


def draw_dashed(
    surface: pygame.Surface,
    camera: Camera,
    look: Look,
    poses: Sequence[BlockPose],
    *,
    colour: Colour | None = None,
    width: float = 1.6,
) -> None:
    """Draw dashed outlines: where blocks stood, or thin ones for the buckling mode."""
    for pose in poses:
        _dashes(camera, look, pose.shape, colour or look.palette.ghost, width).draw(
            surface, camera.to_screen(pose.centre), pose.angle
        )


def draw_axis(
    surface: pygame.Surface, camera: Camera, look: Look, bottom: float, top: float
) -> None:
    """Draw the axis of the stack, barely visible, from `bottom` to `top` [m]."""
    x, low = camera.to_screen((0.0, bottom))
    high = camera.to_screen((0.0, top))[1]
    width, dash, step = look.stroke(1.4), look.px(4), look.px(12)
    for y in range(round(low) - dash, round(high), -step):
        surface.fill(look.palette.line, (round(x - width / 2), y, width, dash))


def _glow(camera: Camera, look: Look, shape: BlockShape) -> Turning:
    amber, width = look.palette.amber, _fine(look, GLOW)

    def paint(large: pygame.Surface, centre: Point, factor: int) -> None:
        points = _placed(shape.outline(), centre, camera.pixels_per_metre * factor)
        outlined(large, points, amber, amber, width * factor - 1)

    return _turning(camera, look, shape, line=width, layer=("glow",), paint=paint)


def _wood(camera: Camera, look: Look, pose: BlockPose) -> Turning:
    shape, palette = pose.shape, look.palette
    line, grain_line = _fine(look, OUTLINE), _fine(look, GRAIN)

    def paint(large: pygame.Surface, centre: Point, factor: int) -> None:
        scale = camera.pixels_per_metre * factor
        outline = shape.outline()
        edge = shape.width / 2 - SHADE_MM / 1000
        pygame.draw.polygon(large, palette.wood, _placed(outline, centre, scale))
        pygame.draw.polygon(large, palette.wood2, _placed(_right_of(outline, edge), centre, scale))
        for stroke in _grain(shape, pose.index):
            points = _placed(stroke, centre, scale)
            polyline(large, palette.grain, points, grain_line * factor - 1)
        if pose.target:
            ring, dot = (length / 1000 * scale for length in MARK_MM)
            pygame.draw.circle(large, palette.wood_l, centre, ring + line * factor / 2)
            pygame.draw.circle(large, palette.wood, centre, ring - line * factor / 2)
            pygame.draw.circle(large, palette.wood_l, centre, dot)
        outlined(large, _placed(outline, centre, scale), None, palette.wood_l, line * factor - 1)

    layer = ("wood", pose.index, pose.target)
    return _turning(camera, look, shape, line=line, layer=layer, paint=paint)


def _dashes(camera: Camera, look: Look, shape: BlockShape, colour: Colour, width: float) -> Turning:
    line = _fine(look, width)

    def paint(large: pygame.Surface, centre: Point, factor: int) -> None:
        points = _placed(shape.outline(), centre, camera.pixels_per_metre * factor)
        for dash in dashes(points, look.px(DASH) * factor, look.px(GAP) * factor):
            polyline(large, colour, dash, line * factor - 1)

    layer = ("dashes", colour, line)
    return _turning(camera, look, shape, line=line, layer=layer, paint=paint)


def _turning(
    camera: Camera,
    look: Look,
    shape: BlockShape,
    *,
    line: float,
    layer: tuple[object, ...],
    paint: Paint,
) -> Turning:
    """The kept picture of one layer of one block."""
    scale = camera.pixels_per_metre
    key = (layer, shape, scale, look.scale, look.palette.name)
    half = (shape.width / 2 * scale + line / 2, shape.height / 2 * scale + line / 2)
    return _art.get(key, lambda: Turning(key, half, paint))


def _fine(look: Look, width: float) -> float:
    """A line width in screen pixels with its fraction, which a supersampled line shows."""
    return max(1.0, width * look.scale * look.palette.stroke)


def _placed(points: Sequence[Point], centre: Point, scale: float) -> list[Point]:
    """Points in metres, y up, as pixels around `centre`, y down."""
    return [(centre[0] + x * scale, centre[1] - y * scale) for x, y in points]


def _right_of(outline: Sequence[Point], edge: float) -> list[Point]:
    """The part of an outline to the right of x = `edge`."""
    kept: list[Point] = []
    for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if x0 >= edge:
            kept.append((x0, y0))
        if (x0 >= edge) != (x1 >= edge):
            kept.append((edge, y0 + (y1 - y0) * (edge - x0) / (x1 - x0)))
    return kept


def _grain(shape: BlockShape, index: int) -> list[list[Point]]:
    """Three wavy lines in metres, each block its own."""
    dice = random.Random(index)
    left, right = -shape.width / 2 + 0.005, shape.width / 2 - 0.0105
    # Between the ends of the block's sides, where every crown leaves wood.
    reach = min(0.0085, shape.height / 2 - shape.crown_drop(shape.width / 2 - 0.004) - 0.003)
    strokes = []
    for line in (1, 0, -1):
        start = left + dice.uniform(0.0, 0.0045)
        end = right - dice.uniform(0.0, 0.0045)
        height = line * reach + dice.uniform(-0.0012, 0.0012)
        swing, phase = dice.uniform(0.0006, 0.0014), dice.uniform(-0.6, 1.2)
        fall = dice.uniform(-0.0008, 0.0008)
        strokes.append(
            [
                (
                    start + (end - start) * t,
                    height + swing * math.sin(phase + 4.2 * t) + fall * t,
                )
                for t in (step / 14 for step in range(15))
            ]
        )
    return strokes
