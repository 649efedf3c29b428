"""Shapes as points and pens, and the lines along them as polygons of even width.

pygame's own wide lines are measured along an axis: they are thinner on a slant, and joined with
a notch where a curve passes 45 degrees. So a line is the area between two outlines, half
its width outside and half inside, mitred at the corners.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.draw.palette import Colour

Array = NDArray[np.float64]
Corners = list[list[float]]

# Pixels from which it shows how wide a line is: below it pygame's own do, in half the time.
EVEN = 3.9
EVEN_ALONE = 5.0  # the same of a line without a fill, which takes many polygons
STRIP = 6  # steps along a line that are filled at a time: tall polygons with many corners are slow
MITRE = 2.0  # how much further than along its sides a line may reach at a corner
CORNER = 0.7  # cosine of the turn from which a corner is meant, and stays one
BEND = 1 / 16  # of its neighbours that a point between two others is moved by, on a curve


@dataclass(frozen=True)
class Pen:
    """How a shape is drawn: its fill, and the colour and width [pixels] of its line."""

    fill: Colour | None
    line: Colour | None = None
    width: float = 0.0
    closed: bool = True


class Sheet:
    """Shapes from behind to the front: points [m] and how each is drawn.

    They are in one frame, or each in that of its number in `frames`.
    """

    def __init__(
        self, shapes: Sequence[tuple[Array, Pen]], frames: Sequence[int] | None = None
    ) -> None:
        self.points: Array = np.concatenate([points for points, _ in shapes])
        self.pens = [pen for _, pen in shapes]
        self.counts = np.array([len(points) for points, _ in shapes])
        self.stops = np.cumsum(self.counts)
        self.starts = self.stops - self.counts
        self.frames = [0] * len(shapes) if frames is None else frames
        self._sides: tuple[tuple[float, int], Sides] | None = None

    @cached_property
    def neighbours(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The point before and the point after each; ends of open lines have themselves."""
        index = np.arange(len(self.points))
        before, after = index - 1, index + 1
        closed = np.array([pen.closed for pen in self.pens])
        before[self.starts] = np.where(closed, self.stops - 1, self.starts)
        after[self.stops - 1] = np.where(closed, self.starts, self.stops - 1)
        return before, after

    @cached_property
    def refined(self) -> "Sheet":
        """The same with a point more between any two, on the curve through four of them."""
        points, (before, after) = self.points, self.neighbours
        end = after == np.arange(len(points))
        far = after[after]
        way = points[after] - points
        straight = way[before] * way
        lengths = np.hypot(*way.T)
        turn = straight.sum(axis=1) / np.maximum(lengths[before] * lengths, 1e-12)
        soft = (turn > CORNER) & (turn[after] > CORNER)
        middle = (points + points[after]) / 2
        curved = middle * (1 + 2 * BEND) - (points[before] + points[far]) * BEND
        between = np.where(soft[:, None], curved, middle)
        both = np.stack([points, between], axis=1)
        found = []
        for pen, start, stop in zip(self.pens, self.starts, self.stops, strict=True):
            piece = both[start:stop].reshape(-1, 2)
            found.append((piece[:-1] if end[stop - 1] else piece, pen))
        return Sheet(found, self.frames)

    def sides(self, pixel: float, factor: int) -> "Sides":
        """Where the polygons of all shapes are, `pixel` being as long as one of the screen here.

        It is painted `factor` times as large.
        """
        if self._sides is None or self._sides[0] != (pixel, factor):
            self._sides = (pixel, factor), self._found(pixel, factor)
        return self._sides[1]

    def _found(self, pixel: float, factor: int) -> "Sides":
        fine = np.array([0.0 if pen.line is None else pen.width for pen in self.pens]) * factor
        # Polygons are filled to the pixel beyond their edge: a line in strips on both sides.
        alone = np.array([pen.fill is None or not pen.closed for pen in self.pens])
        even = fine >= np.where(alone, EVEN_ALONE, EVEN)
        starts, stops = self.starts.tolist(), self.stops.tolist()
        half = np.where(even, (fine - alone) * pixel / factor / 2, 0.0)
        counts = np.where(even, self.counts, 0)
        firsts = (len(self.points) + np.cumsum(counts) - counts).tolist()
        begins = [first if one else None for first, one in zip(firsts, even.tolist(), strict=True)]
        wide = np.maximum(1, fine.round()).astype(int).tolist()
        pieces = [
            Piece(pen.fill, pen.line, width, pen.closed, start, stop, begin)
            for pen, width, start, stop, begin in zip(
                self.pens, wide, starts, stops, begins, strict=True
            )
        ]
        frames = np.repeat(np.array(self.frames), self.counts)
        if not even.any():
            return Sides(self.points, frames, pieces)
        aside = self._mitres() * half.repeat(self.counts)[:, None]
        lined = even.repeat(self.counts)
        points = np.concatenate([self.points - aside, (self.points + aside)[lined]])
        return Sides(points, np.concatenate([frames, frames[lined]]), pieces)

    def _mitres(self) -> Array:
        """Outwards at every point, by how much further than along its sides a line reaches."""
        points, (before, after) = self.points, self.neighbours
        way = points[after] - points
        lengths = np.sqrt((way**2).sum(axis=1))
        unit = way / np.maximum(lengths, 1e-12)[:, None]
        # Where there is no way before or after, the line goes straight on.
        first = unit[before]
        begins = before == np.arange(len(points))
        first[begins] = unit[begins]
        last = np.where((lengths < 1e-12)[:, None], first, unit)
        mean = first + last
        size = np.maximum((mean**2).sum(axis=1) / 2, 2 / MITRE**2)  # 1 + cosine of the turn
        cross = points[:, 0] * points[after, 1] - points[:, 1] * points[after, 0]
        area = np.add.reduceat(cross, self.starts)
        way_out = np.where(area > 0, 1.0, -1.0).repeat(self.counts) / size
        mitres: Array = np.stack([mean[:, 1], -mean[:, 0]], axis=1) * way_out[:, None]
        return mitres


class Piece(NamedTuple):
    """How a shape is drawn on a surface, and which of `Sides.points` are its own.

    `outer`: where the outer edge of its line begins, None if pygame draws that, `width` pixels
    wide, along the points from `start` to `stop`.
    """

    fill: Colour | None
    line: Colour | None
    width: int
    closed: bool
    start: int
    stop: int
    outer: int | None


class Sides(NamedTuple):
    """All points to draw, the frame of each, and what is drawn with them."""

    points: Array
    frames: NDArray[np.intp]
    pieces: list[Piece]


def strips(outer: Corners, inner: Corners, *, closed: bool) -> Iterator[Corners]:
    """The area between two lines in polygons of few corners."""
    if closed:
        outer, inner = [*outer, outer[0]], [*inner, inner[0]]
    for start in range(0, len(outer) - 1, STRIP):
        part = slice(start, start + STRIP + 1)
        yield outer[part] + inner[part][::-1]


def strips_of(outlines: Array, steps: int = STRIP) -> Iterator[Array]:
    """The outlines of bands as polygons of few corners, some steps of all bands at a time."""
    half = outlines.shape[1] // 2
    one, other = outlines[:, :half], outlines[:, half:][:, ::-1]
    for start in range(0, half - 1, steps):
        part = slice(start, start + steps + 1)
        yield np.concatenate([one[:, part], other[:, part][:, ::-1]], axis=1)


def band(points: Array, half: float | Array) -> Array:
    """The outline of a band along lines of n points, shape (..., 2 n, 2), `half` as wide."""
    along = np.empty_like(points)
    along[..., 1:-1, :] = points[..., 2:, :] - points[..., :-2, :]
    along[..., 0, :] = points[..., 1, :] - points[..., 0, :]
    along[..., -1, :] = points[..., -1, :] - points[..., -2, :]
    aside = _aside(along) * np.expand_dims(half, -1)
    return np.concatenate([points + aside, (points - aside)[..., ::-1, :]], axis=-2)


def widened(outlines: Array, by: float | Array) -> Array:
    """Closed outlines, (..., corners, 2), moved outwards by a distance, or inwards if negative."""
    follows = np.roll(outlines, -1, axis=-2)
    after = follows - outlines
    middle = _aside(np.roll(after, 1, axis=-2)) + _aside(after)
    middle /= np.maximum(np.sqrt((middle**2).sum(axis=-1, keepdims=True)), 1e-12)
    cross = outlines[..., 0] * follows[..., 1] - follows[..., 0] * outlines[..., 1]
    outwards = np.where(cross.sum(axis=-1) > 0, -1.0, 1.0) * by
    out: Array = outlines + middle * outwards[..., None, None]
    return out


def _aside(along: Array) -> Array:
    """Unit vectors to the left of directions; zero where there is none."""
    aside = along[..., ::-1] * (-1.0, 1.0)
    length = np.sqrt((along**2).sum(axis=-1, keepdims=True))
    unit: Array = aside / np.maximum(length, 1e-12)
    return unit
