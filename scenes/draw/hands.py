"""The pressing hands and the pushing finger.

The outlines are data (`scenes/art/hands.json`, millimetres). Hand and cuff are
painted once per scale and palette, supersampled, together with copies that are
a fraction of a pixel further along the way they move: the upper hand goes down
slowly and must not hop. Sleeves are two straight edges; they are drawn every
frame, as far as the target reaches, so that no window is too wide for them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pygame

from scenes.assets import ART
from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import Colour, Palette
from scenes.draw.shapes import finished, mix, outlined, polyline, put, smooth_line
from scenes.draw.surface_cache import SurfaceCache
from sim.data_files import json_of

Point = tuple[float, float]
Points = tuple[Point, ...]

OUTLINE, FOLD, NAIL = 2.0, 1.6, 1.3  # line widths in design pixels
SLEEVE_SHADE_MM = 13.0
FACTORS = ((2, 6), (3.5, 4), (math.inf, 3))  # pixels per mm below which so many are painted for one
FILL_UP = 0.3  # pixels that a filled sleeve lies above the middle of its edges


@dataclass(frozen=True)
class _Limb:
    """Which outlines make up one picture, and how they stand on the screen."""

    name: str  # "hand" or "finger"
    mirror: tuple[int, int]  # factors on x and y of the data
    sliding: int  # the axis along which it moves: 0 = x, 1 = y


_UPPER = _Limb("hand", (1, 1), 1)
_LOWER = _Limb("hand", (1, -1), 1)
_FROM_LEFT = _Limb("finger", (1, 1), 0)
_FROM_RIGHT = _Limb("finger", (-1, 1), 0)
# The fingers behind, shades, folds and nails of each limb, and the colour of its cuff.
_PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], str]]
_PARTS = {
    "hand": (("fingers",), ("shade",), ("folds",), ("nail", "tip_nail"), "cuff2"),
    "finger": (
        (),
        ("shade_palm", "shade_index"),
        ("knuckle_lines", "folds"),
        ("thumb_nail", "nail"),
        "cuff_b2",
    ),
}


@dataclass(frozen=True)
class _Sprites:
    """One picture at a number of fractions of a pixel."""

    phases: tuple[pygame.Surface, ...]
    anchor: tuple[int, int]  # pixel of the picture that lies on the anchor's pixel


_art: SurfaceCache[_Sprites] = SurfaceCache()


def draw_upper_hand(
    surface: pygame.Surface, camera: Camera, look: Look, palm: float, x: float = 0.0
) -> pygame.Rect:
    """Draw the pressing hand with its palm at the height `palm` [m]; where it is grabbed."""
    return _draw(surface, camera, look, _UPPER, (x, palm))


def draw_lower_hand(
    surface: pygame.Surface, camera: Camera, look: Look, palm: float = 0.0, x: float = 0.0
) -> pygame.Rect:
    """Draw the hand below, its palm up at the height `palm` [m]."""
    return _draw(surface, camera, look, _LOWER, (x, palm))


def draw_finger(
    surface: pygame.Surface, camera: Camera, look: Look, tip: Point, *, from_right: bool = False
) -> pygame.Rect:
    """Draw the pushing finger with its tip at a world point [m]; where it is tapped."""
    return _draw(surface, camera, look, _FROM_RIGHT if from_right else _FROM_LEFT, tip)


def upper_hand_leader(camera: Camera, palm: float, x: float = 0.0) -> Point:
    """Screen point on the edge of the upper hand for a leader line."""
    (at,) = _outline("hand", "leader")
    return camera.to_screen((x + at[0] / 1000, palm + at[1] / 1000))


@cache
def _outlines(limb: str, part: str) -> tuple[Points, ...]:
    """A part of the data as polygons or strokes; a single one is a list of one."""
    raw = json_of(ART / "hands.json")[limb][part]
    if not isinstance(raw[0], list):
        raw = [raw]
    if not isinstance(raw[0][0], list):
        raw = [raw]
    return tuple(tuple((x, y) for x, y in points) for points in raw)


def _outline(limb: str, part: str) -> Points:
    return _outlines(limb, part)[0]


def _draw(
    surface: pygame.Surface, camera: Camera, look: Look, limb: _Limb, at: Point
) -> pygame.Rect:
    screen = camera.to_screen(at)
    _draw_sleeve(surface, camera, look, limb, screen)
    sliding = limb.sliding
    resting = screen[1 - sliding] - math.floor(screen[1 - sliding])
    factor = _factor(camera)
    # The other axis seldom moves; a quarter pixel of it is part of the key.
    other = round(resting * 4) / 4
    key = (limb, camera.pixels_per_metre, other, look.stroke(OUTLINE), look.palette.name)
    sprites = _art.get(key, lambda: _painted(camera, look, limb, other, factor))
    step = math.floor(screen[sliding] * factor + 0.5)
    whole = [math.floor(screen[0]), math.floor(screen[1])]
    whole[sliding] = step // factor
    return put(
        surface,
        sprites.phases[step % factor],
        (whole[0] - sprites.anchor[0], whole[1] - sprites.anchor[1]),
    )


def _factor(camera: Camera) -> int:
    """Supersampling and fractions of a pixel: fewer where pixels are small."""
    return next(factor for most, factor in FACTORS if camera.pixels_per_mm < most)


def _painted(camera: Camera, look: Look, limb: _Limb, other: float, factor: int) -> _Sprites:
    """Paint one limb large, then shrink it once for every fraction of a pixel."""
    scale = camera.pixels_per_mm
    skin = [*_outline(limb.name, "skin"), *_outline(limb.name, "cuff")]
    skin += [
        point
        for part in _PARTS[limb.name][0]
        for points in _outlines(limb.name, part)
        for point in points
    ]
    xs = [x * limb.mirror[0] * scale for x, _ in skin]
    ys = [-y * limb.mirror[1] * scale for _, y in skin]
    margin = look.stroke(OUTLINE) + 2
    left, top = math.floor(min(xs)) - margin, math.floor(min(ys)) - margin
    width = math.ceil(max(xs)) + margin - left
    height = math.ceil(max(ys)) + margin - top
    # One more pixel all round for the window that slides over the painting.
    large = pygame.Surface(((width + 1) * factor, (height + 1) * factor), pygame.SRCALPHA)
    shift = [other, other]
    shift[limb.sliding] = 1.0
    origin = ((shift[0] - left) * factor, (shift[1] - top) * factor)
    brush = _Brush(large, limb, scale * factor, origin, look, factor)
    _paint(brush)
    phases = []
    for phase in range(factor):
        window = pygame.Rect(0, 0, width * factor, height * factor)
        # Moving the window back moves the picture on.
        window[limb.sliding] = factor - phase
        shrunk = pygame.transform.smoothscale(large.subsurface(window), (width, height))
        phases.append(finished(shrunk))
    return _Sprites(tuple(phases), (-left, -top))


@dataclass(frozen=True)
class _Brush:
    """Paints outlines of one limb on the large surface."""

    surface: pygame.Surface
    limb: _Limb
    scale: float  # large pixels per millimetre
    origin: Point
    look: Look
    factor: int

    @property
    def palette(self) -> Palette:
        return self.look.palette

    def width(self, design: float) -> float:
        """A line width in large pixels; pygame's polygons are one pixel wider than asked."""
        fine = design * self.look.scale * self.palette.stroke
        return max(1.0, fine) * self.factor - 1

    def place(self, points: Points) -> list[Point]:
        flip_x, flip_y = self.limb.mirror
        return [
            (
                self.origin[0] + x * flip_x * self.scale,
                self.origin[1] - y * flip_y * self.scale,
            )
            for x, y in points
        ]

    def fill(self, part: str, fill: Colour, line: float = 0.0) -> None:
        """Fill a part, with an outline if `line` is given."""
        points = self.place(_outline(self.limb.name, part))
        outlined(self.surface, points, fill, None, 0)
        if line:
            polyline(self.surface, self.palette.skin_l, points, self.width(line), closed=True)

    def folds(self, part: str, line: float = FOLD, thin: tuple[float, float] = (0.5, 0.5)) -> None:
        """Strokes that grow thin towards their ends, as a pen would draw them."""
        for stroke in _outlines(self.limb.name, part):
            self.stroke(self.place(stroke), self.width(line), thin)

    def stroke(self, points: Sequence[Point], width: float, thin: tuple[float, float]) -> None:
        count = len(points) - 1
        for number, pair in enumerate(pairwise(points)):
            t = (number + 0.5) / count
            # Full width over most of the stroke; the last fifth fades out.
            start = min(1.0, thin[0] + (1 - thin[0]) * t * 5)
            end = min(1.0, thin[1] + (1 - thin[1]) * (1 - t) * 5)
            polyline(self.surface, self.palette.skin_l, pair, width * min(start, end))


def _paint(brush: _Brush) -> None:
    palette, (behind, shades, folds, nails, cuff) = brush.palette, _PARTS[brush.limb.name]
    for part in behind:
        for points in _outlines(brush.limb.name, part):
            outline = brush.place(points)
            outlined(brush.surface, outline, palette.skin, None, 0)
            polyline(brush.surface, palette.skin_l, outline, brush.width(OUTLINE), closed=True)
    brush.fill("skin", palette.skin)
    for part in shades:
        brush.fill(part, palette.skin2)
    skin = brush.place(_outline(brush.limb.name, "skin"))
    polyline(brush.surface, palette.skin_l, skin, brush.width(OUTLINE), closed=True)
    for part in folds:
        brush.folds(part)
    thumb = brush.place(_outline(brush.limb.name, "thumb"))
    pygame.draw.polygon(brush.surface, palette.skin, thumb)
    brush.stroke(thumb, brush.width(OUTLINE), (0.5, 0.5))
    for part in nails:
        brush.fill(part, palette.nail, NAIL)
    brush.fill("cuff", getattr(palette, cuff), OUTLINE)


def _draw_sleeve(
    surface: pygame.Surface, camera: Camera, look: Look, limb: _Limb, at: Point
) -> None:
    """Draw a sleeve from under the cuff to beyond the edge of the target."""
    palette = look.palette
    cloth, shade = (
        (palette.cuff, palette.cuff2) if limb.name == "hand" else (palette.cuff_b, palette.cuff_b2)
    )
    shade = mix(cloth, shade, 0.55)
    scale = camera.pixels_per_mm
    right = (limb.name == "hand") == (limb.mirror[0] > 0)
    clip = surface.get_clip()
    end = clip.right + 8 if right else clip.left - 8

    def edge(part: str, up: float = 0.0) -> tuple[Point, Point]:
        """Where an edge, `up` mm higher, starts and where it leaves the target, in pixels."""
        (x0, y0), (x1, y1) = _outline(limb.name, part)
        rise = (y1 - y0) / (x1 - x0)
        sx, sy = limb.mirror
        start = (at[0] + x0 * sx * scale, at[1] - (y0 + up) * sy * scale)
        run = (end - start[0]) / scale * sx
        return start, (end, start[1] - run * rise * sy * scale)

    above, below = edge("sleeve_above"), edge("sleeve_below")
    if (end < above[0][0]) if right else (end > above[0][0]):
        return  # the cuff is outside already
    soft = edge("sleeve_below", SLEEVE_SHADE_MM)
    # Filled areas end under the middle of the smooth edges: their own borders are stepped, and
    # where they ended earlier the ground would shine through. They include their lowest row.
    inside, under = (
        [(round(x), round(y - FILL_UP)) for x, y in edge(part)]
        for part in ("sleeve_above", "sleeve_below")
    )
    pygame.draw.polygon(surface, cloth, [*inside, *reversed(under)])
    pygame.draw.polygon(surface, shade, [*soft, *reversed(under)])
    smooth_line(surface, shade, *soft, 1)
    width = OUTLINE * look.scale * palette.stroke
    for line in (above, below):
        smooth_line(surface, palette.skin_l, *line, width)
