"""A part of the screen that is painted anew every frame, larger, then shrunk.

Everything on it is filled polygons and lines in opaque colours. Drawn twice (small
pictures three times) as large and shrunk, edges are smooth and meet exactly,
whichever way things turn. Hard edges on nothing are premultiplied alpha already.
The surfaces are kept: no frame asks for memory, and what stands still is not drawn
again.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.shapes import finished, put
from scenes.draw.surface_cache import SurfaceCache

Array = NDArray[np.float64]

FINE_BELOW = 60_000  # pixels up to which a picture is drawn three times as large
BEYOND = 0.04  # m above and below the picture; what lies further off is pulled in
UNSEEN = 0.3  # pixels that anything may be off before it is drawn anew
MANY = 16  # shapes in a sheet from which those beside the picture are looked for
_pages: SurfaceCache["_Page"] = SurfaceCache()


@dataclass(frozen=True)
class Pen:
    """How a shape is drawn: its fill, and the colour and width [pixels] of its line."""

    fill: Colour | None
    line: Colour | None = None
    width: float = 0.0
    closed: bool = True


class _Page:
    """The surfaces of a canvas, and what was drawn on them last."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.factor = 3 if size[0] * size[1] < FINE_BELOW else 2
        large = (size[0] * self.factor, size[1] * self.factor)
        self.large = pygame.Surface(large, pygame.SRCALPHA)
        self.low = pygame.Surface((large[0], size[1]), pygame.SRCALPHA)
        self.small = pygame.Surface(size, pygame.SRCALPHA)
        self.drawn: Hashable = None
        self.marks = np.empty(0)
        self.box = pygame.Rect(0, 0, 0, 0)


class Canvas:
    """Covers `box` [pixels], which lies in the clip rectangle of a target."""

    def __init__(
        self,
        target: pygame.Surface,
        camera: Camera,
        look: Look,
        box: pygame.Rect,
        layer: str = "",
    ) -> None:
        self.camera, self.look = camera, look
        self._target = target
        clip = target.get_clip()
        self._page = _pages.get((layer, *clip), lambda: _Page(clip.size))
        self._clip = clip
        self._take(box)

    def _take(self, box: pygame.Rect) -> None:
        """Cover a box."""
        self._box, clip, camera = box, self._clip, self.camera
        factor = self._page.factor
        inside = box.move(-clip.x, -clip.y)
        self._small = self._page.small.subsurface(inside)
        left, width = inside.x * factor, inside.w * factor
        self._low = self._page.low.subsurface((left, inside.y, width, inside.h))
        self._large = self._page.large.subsurface(
            (left, inside.y * factor, width, inside.h * factor)
        )
        scale = camera.pixels_per_metre * factor
        self._scale = np.array([scale, -scale])
        self._origin = (np.array(camera.origin) - self._box.topleft) * factor

    def begin(self, contents: Hashable, marks: Array) -> bool:
        """Whether anything must be drawn.

        Not if the same contents are there already, and none of the `marks` (world
        points [m], shape (n, 2)) has moved far enough for an eye to see.
        """
        page = self._page
        contents = (contents, self.camera, self.look.scale, self.look.palette.name)
        if page.drawn == contents and page.marks.shape == marks.shape:
            moved = np.abs(page.marks - marks).max() * self.camera.pixels_per_metre
            if moved < UNSEEN:
                self._take(page.box)
                return False
        page.drawn, page.marks, page.box = contents, marks, self._box
        self._large.fill((0, 0, 0, 0))
        return True

    def finish(self) -> None:
        """Shrink what was drawn: rows first, which is half the work of columns first."""
        pygame.transform.smoothscale(self._large, self._low.get_size(), self._low)
        pygame.transform.smoothscale(self._low, self._box.size, self._small)
        finished(self._small)

    def shapes(self, points: Array, pen: Pen) -> None:
        """Draw shapes with the same number of corners, world points [m], shape (n, corners, 2)."""
        for corners in self._pixels(points, self._scale, self._origin).tolist():
            self._draw(corners, pen)

    def sheet(self, sheet: "Sheet", turn: Array, place: Array) -> None:
        """Draw a sheet that is turned (2 x 2 matrix) and placed in the world [m]."""
        origin = place * self._scale + self._origin
        pixels = self._pixels(sheet.points, turn.T * self._scale, origin)
        corners = pixels.tolist()
        if len(sheet.pieces) < MANY:
            for pen, start, stop in sheet.pieces:
                self._draw(corners[start:stop], pen)
            return
        # Much of a large sheet is beside the picture.
        margin = 4 * self._page.factor
        low = np.minimum.reduceat(pixels, sheet.starts) < np.add(self._large.get_size(), margin)
        high = np.maximum.reduceat(pixels, sheet.starts) > -margin
        seen = np.flatnonzero((low & high).all(axis=1)).tolist()
        for pen, start, stop in (sheet.pieces[number] for number in seen):
            self._draw(corners[start:stop], pen)

    def _pixels(self, points: Array, scale: Array, origin: Array) -> Array:
        """Pixels of the large surface; `scale` is a factor per axis or a matrix."""
        pixels: Array = (points @ scale if scale.ndim > 1 else points * scale) + origin
        # A polygon costs by its height, also where nobody sees it.
        beyond = BEYOND * self._scale[0]
        rows = pixels[..., 1]
        rows.clip(-beyond, self._large.get_height() + beyond, out=rows)
        return pixels

    def show(self) -> None:
        """Put the picture on the target."""
        put(self._target, self._small, self._box.topleft)

    def _draw(self, corners: Sequence[Sequence[float]], pen: Pen) -> None:
        if pen.fill is not None:
            pygame.draw.polygon(self._large, pen.fill, corners)
        if pen.line is not None:
            width = max(1, round(pen.width * self._page.factor))
            pygame.draw.lines(self._large, pen.line, pen.closed, corners, width)


def box_around(target: pygame.Surface, camera: Camera, points: Array, margin: float) -> pygame.Rect:
    """The part of the clip rectangle within `margin` pixels around world points [m]."""
    scale = camera.pixels_per_metre
    pixels = points.reshape(-1, 2) * (scale, -scale) + camera.origin
    low, high = np.floor(pixels.min(axis=0) - margin), np.ceil(pixels.max(axis=0) + margin)
    return pygame.Rect(*map(int, low), *map(int, high - low)).clip(target.get_clip())


class Sheet:
    """Shapes in one frame, from behind to the front: points [m] and how each is drawn."""

    def __init__(self, shapes: Sequence[tuple[Array, Pen]]) -> None:
        self.points: Array = np.concatenate([points for points, _ in shapes])
        stops = np.cumsum([len(points) for points, _ in shapes]).tolist()
        self.starts = [0, *stops[:-1]]
        self.pieces = list(zip([pen for _, pen in shapes], self.starts, stops, strict=True))


def band(points: Array, half: float | Array) -> Array:
    """The outline of a band along lines of n points, shape (..., 2 n, 2), `half` as wide."""
    along = np.empty_like(points)
    along[..., 1:-1, :] = points[..., 2:, :] - points[..., :-2, :]
    along[..., 0, :] = points[..., 1, :] - points[..., 0, :]
    along[..., -1, :] = points[..., -1, :] - points[..., -2, :]
    aside = _aside(along) * np.expand_dims(half, -1)
    return np.concatenate([points + aside, (points - aside)[..., ::-1, :]], axis=-2)


def widened(outline: Array, by: float) -> Array:
    """A closed outline moved outwards by a distance, or inwards if that is negative."""
    count = len(outline)
    follows = outline[np.arange(1, count + 1) % count]
    after = follows - outline
    before = after[np.arange(-1, count - 1)]
    normals = _aside(before), _aside(after)
    middle = normals[0] + normals[1]
    middle /= np.maximum(np.sqrt((middle**2).sum(axis=1, keepdims=True)), 1e-12)
    area = (outline[:, 0] * follows[:, 1] - follows[:, 0] * outline[:, 1]).sum()
    out: Array = outline + middle * (-by if area > 0 else by)
    return out


def _aside(along: Array) -> Array:
    """Unit vectors to the left of directions; zero where there is none."""
    aside = along[..., ::-1] * (-1.0, 1.0)
    length = np.sqrt((along**2).sum(axis=-1, keepdims=True))
    unit: Array = aside / np.maximum(length, 1e-12)
    return unit
