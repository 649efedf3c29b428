"""A part of the screen that is painted anew every frame, larger, then shrunk.

Everything on it is filled polygons and lines in opaque colours. Drawn twice (small
pictures three times) as large and shrunk, edges are smooth and meet exactly,
whichever way things turn. Hard edges on nothing are premultiplied alpha already.
The surfaces are kept: no frame asks for memory, and what stands still is not drawn
again.
"""

from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import pygame
from numpy.typing import NDArray

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.shapes import finished, put
from scenes.draw.strokes import band, EVEN_ALONE, Pen, Sheet, Sides, strips, strips_of
from scenes.draw.surface_cache import SurfaceCache

Array = NDArray[np.float64]

FINE_BELOW = 60_000  # pixels up to which a picture is drawn three times as large
BEYOND = 0.04  # m above and below the picture; what lies further off is pulled in
UNSEEN = 0.3  # pixels that anything may be off before it is drawn anew
MANY = 16  # shapes in a sheet from which those beside the picture are looked for
SMOOTH_FROM = 2.4  # pixels per mm from which the straight pieces of a curve would be seen
UPRIGHT, NOWHERE = np.eye(2), np.zeros(2)
_pages: SurfaceCache["_Page"] = SurfaceCache()


class _Fineness:
    """Whether what is drawn now is as large as it is shown, with hard edges."""

    coarse = False


@contextmanager
def drawn(*, coarse: bool) -> Iterator[None]:
    """Draw finely or coarsely in here, on a device that is too slow for what moves."""
    _Fineness.coarse = coarse
    try:
        yield
    finally:
        _Fineness.coarse = False


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
    """Covers `box` [pixels], which lies in the clip rectangle of a target.

    What is `still` in almost every frame is fine in all of them. What is coarse is drawn
    on the target itself, between `begin` and `show`.
    """

    def __init__(
        self,
        target: pygame.Surface,
        camera: Camera,
        look: Look,
        box: pygame.Rect,
        layer: str = "",
        *,
        still: bool = False,
    ) -> None:
        self.camera, self.look = camera, look
        self._target = target
        self._clip = clip = target.get_clip()
        self._page: _Page | None = None
        if still or not _Fineness.coarse:
            self._page = _pages.get((layer, *clip), lambda: _Page(clip.size))
        self._factor = self._page.factor if self._page else 1
        self._take(box)

    def _take(self, box: pygame.Rect) -> None:
        """Cover a box."""
        self._box, clip, factor = box, self._clip, self._factor
        if self._page:
            inside = box.move(-clip.x, -clip.y)
            self._small = self._page.small.subsurface(inside)
            left, width = inside.x * factor, inside.w * factor
            self._low = self._page.low.subsurface((left, inside.y, width, inside.h))
            self._large = self._page.large.subsurface(
                (left, inside.y * factor, width, inside.h * factor)
            )
        else:
            self._large = self._target.subsurface(box)
        scale = self.camera.pixels_per_metre * factor
        self._scale = np.array([scale, -scale])
        self._origin = (np.array(self.camera.origin) - box.topleft) * factor

    def begin(self, contents: Hashable, marks: Array) -> bool:
        """Whether anything must be drawn.

        Not if the same contents are there already, and none of the `marks` (world
        points [m], shape (n, 2)) has moved far enough for an eye to see.
        """
        page = self._page
        if page is None:
            return True
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
        if self._page is None:
            return
        pygame.transform.smoothscale(self._large, self._low.get_size(), self._low)
        pygame.transform.smoothscale(self._low, self._box.size, self._small)
        finished(self._small)

    def shapes(self, points: Array, pen: Pen) -> None:
        """Draw shapes with the same number of corners, world points [m], shape (n, corners, 2)."""
        if pen.line is not None and (pen.closed or pen.fill is not None):
            self.sheet(Sheet([(shape, pen) for shape in points]))
        elif pen.line is not None:
            self._lines(points, pen.line, pen.width)
        else:
            self._fill(points, pen.fill or (0, 0, 0))

    def _lines(self, points: Array, colour: Colour, width: float) -> None:
        """Open lines of the same number of points."""
        if width * self._factor < EVEN_ALONE:
            wide = max(1, round(width * self._factor))
            for corners in self._pixels(points, self._scale, self._origin).tolist():
                pygame.draw.lines(self._large, colour, False, corners, wide)
            return
        half = (width - 1 / self._factor) / self.camera.pixels_per_metre / 2
        for piece in strips_of(band(points, half)):
            self._fill(piece, colour)

    def _fill(self, points: Array, colour: Colour) -> None:
        for corners in self._pixels(points, self._scale, self._origin).tolist():
            pygame.draw.polygon(self._large, colour, corners)

    def fills(self, points: Array, colours: Sequence[Colour]) -> None:
        """Fill shapes, shape (n, corners, 2), each with its own colour."""
        corners = self._pixels(points, self._scale, self._origin).tolist()
        for shape, colour in zip(corners, colours, strict=True):
            pygame.draw.polygon(self._large, colour, shape)

    def sheet(self, sheet: Sheet, turn: Array = UPRIGHT, place: Array = NOWHERE) -> None:
        """Draw a sheet that is turned (2 x 2 matrix) and placed in the world [m]."""
        sheet, sides = self._sides(sheet)
        origin = place * self._scale + self._origin
        self._draw_all(sheet, sides, self._pixels(sides.points, turn.T * self._scale, origin))

    def assembly(self, sheet: Sheet, turns: Array, places: Array) -> None:
        """Draw a sheet of several frames, (n, 2, 2), each placed in the world, (n, 2) [m]."""
        sheet, sides = self._sides(sheet)
        points = np.einsum("pij,pj->pi", turns[sides.frames], sides.points) + places[sides.frames]
        self._draw_all(sheet, sides, self._pixels(points, self._scale, self._origin))

    def _sides(self, sheet: Sheet) -> tuple[Sheet, Sides]:
        fine = self._factor > 1 and self.camera.pixels_per_mm > SMOOTH_FROM
        sheet = sheet.refined if fine else sheet
        return sheet, sheet.sides(1 / self.camera.pixels_per_metre, self._factor)

    def _draw_all(self, sheet: Sheet, sides: Sides, pixels: Array) -> None:
        pieces = sides.pieces
        if len(pieces) >= MANY:
            # Much of a large sheet is beside the picture.
            margin, inner = 4 * self._factor, pixels[: len(sheet.points)]
            low = np.minimum.reduceat(inner, sheet.starts)
            high = np.maximum.reduceat(inner, sheet.starts)
            seen = (low < np.add(self._large.get_size(), margin)) & (high > -margin)
            pieces = [pieces[number] for number in np.flatnonzero(seen.all(axis=1)).tolist()]
        corners, large = pixels.tolist(), self._large
        polygon, lines = pygame.draw.polygon, pygame.draw.lines
        for fill, line, width, closed, start, stop, outer in pieces:
            inner = corners[start:stop]
            if outer is not None and line is not None:
                edge = corners[outer : outer + stop - start]
                if fill is not None and closed:
                    polygon(large, line, edge)
                else:
                    for strip in strips(edge, inner, closed=closed):
                        polygon(large, line, strip)
            if fill is not None:
                polygon(large, fill, inner)
            if outer is None and line is not None:
                lines(large, line, closed, inner, width)

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
        if self._page:
            put(self._target, self._small, self._box.topleft)


def box_around(target: pygame.Surface, camera: Camera, points: Array, margin: float) -> pygame.Rect:
    """The part of the clip rectangle within `margin` pixels around world points [m]."""
    scale = camera.pixels_per_metre
    pixels = points.reshape(-1, 2) * (scale, -scale) + camera.origin
    low, high = np.floor(pixels.min(axis=0) - margin), np.ceil(pixels.max(axis=0) + margin)
    return pygame.Rect(*map(int, low), *map(int, high - low)).clip(target.get_clip())
