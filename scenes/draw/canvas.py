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
from scenes.draw.kept import Kept
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.shapes import put

Array = NDArray[np.float64]

FINE_BELOW = 100_000  # pixels up to which a picture is drawn three times as large
BEYOND = 120  # pixels above and below the picture; what lies further off is pulled in
_pages: Kept["_Page"] = Kept(6)


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
        self.small = pygame.Surface(size, pygame.SRCALPHA)
        self.drawn: Hashable = None


class Canvas:
    """Covers the clip rectangle of a target; only what lies in `box` [pixels] is used."""

    def __init__(
        self, target: pygame.Surface, camera: Camera, look: Look, box: pygame.Rect
    ) -> None:
        self.camera, self.look = camera, look
        self._target = target
        clip = target.get_clip()
        self._page = _pages.get(tuple(clip), lambda: _Page(clip.size))
        self._box = box.clip(clip)
        factor = self._page.factor
        inside = self._box.move(-clip.x, -clip.y)
        self._small = self._page.small.subsurface(inside)
        self._large = self._page.large.subsurface(
            (inside.x * factor, inside.y * factor, inside.w * factor, inside.h * factor)
        )
        scale = camera.pixels_per_metre * factor
        self._scale = np.array([scale, -scale])
        self._origin = (np.array(camera.origin) - self._box.topleft) * factor

    def __bool__(self) -> bool:
        """Whether there is anything to see."""
        return self._box.w > 0 and self._box.h > 0

    def begin(self, contents: Hashable) -> bool:
        """Whether anything must be drawn: not if the same contents are there already."""
        contents = (contents, self.camera, self.look.scale, self.look.palette.name)
        if self._page.drawn == contents:
            return False
        self._page.drawn = contents
        self._large.fill((0, 0, 0, 0))
        return True

    def finish(self) -> None:
        """Shrink what was drawn."""
        pygame.transform.smoothscale(self._large, self._box.size, self._small)

    def shapes(self, points: Array, pen: Pen) -> None:
        """Draw shapes with the same number of corners, world points [m], shape (n, corners, 2)."""
        pixels = points * self._scale + self._origin
        seen = self._seen(pixels.min(axis=1), pixels.max(axis=1))
        for shape, visible in zip(pixels.tolist(), seen, strict=True):
            if visible:
                self._draw(shape, pen)

    def sheet(self, sheet: "Sheet", turn: Array, place: Array) -> None:
        """Draw a sheet that is turned (2 x 2 matrix) and placed in the world [m]."""
        pixels = sheet.points @ (turn.T * self._scale) + (place * self._scale + self._origin)
        low = np.minimum.reduceat(pixels, sheet.starts, axis=0)
        high = np.maximum.reduceat(pixels, sheet.starts, axis=0)
        # A polygon costs by its height, also where nobody sees it.
        np.clip(pixels[:, 1], -BEYOND, self._large.get_height() + BEYOND, out=pixels[:, 1])
        corners = pixels.tolist()
        seen = self._seen(low, high)
        for (pen, start, stop), visible in zip(sheet.pieces, seen, strict=True):
            if visible:
                self._draw(corners[start:stop], pen)

    def show(self) -> None:
        """Put the picture on the target."""
        put(self._target, self._small, self._box.topleft)

    def _seen(self, low: Array, high: Array) -> list[bool]:
        """Which shapes, given the corners of the boxes around them, are in the picture."""
        margin = 4 * self._page.factor
        inside = (low < np.add(self._large.get_size(), margin)) & (high > -margin)
        return [across and down for across, down in inside.tolist()]

    def _draw(self, corners: Sequence[Sequence[float]], pen: Pen) -> None:
        if pen.fill is not None:
            pygame.draw.polygon(self._large, pen.fill, corners)
        if pen.line is not None:
            width = max(1, round(pen.width * self._page.factor))
            pygame.draw.lines(self._large, pen.line, pen.closed, corners, width)


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
    before, after = outline - np.roll(outline, 1, axis=0), np.roll(outline, -1, axis=0) - outline
    normals = _aside(before), _aside(after)
    middle = normals[0] + normals[1]
    middle /= np.maximum(np.sqrt((middle**2).sum(axis=1, keepdims=True)), 1e-12)
    x, y = outline.T
    anticlockwise = (x * np.roll(y, -1) - np.roll(x, -1) * y).sum() > 0
    out: Array = outline + middle * (-by if anticlockwise else by)
    return out


def _aside(along: Array) -> Array:
    """Unit vectors to the left of directions; zero where there is none."""
    aside = along[..., ::-1] * (-1.0, 1.0)
    length = np.sqrt((along**2).sum(axis=-1, keepdims=True))
    unit: Array = aside / np.maximum(length, 1e-12)
    return unit
