"""One curve of a chart as a strip, painted at twice the size and scaled down.

The strip is one colour with varying alpha. While a curve grows at its end only
the new columns are painted and scaled; that makes a live chart cheap at any
window size.
"""

import numpy as np
import numpy.typing as npt
import pygame

from scenes.draw.palette import Colour

FACTOR = 2
FAR = 20_000.0  # pixels; SDL does not like coordinates far outside
DASH, SPACE = 6.0, 5.0
BEND = 0.2  # radians from which it shows that a line bends
Array = npt.NDArray[np.float64]


class Curve:
    """The strip of one curve; `pad` pixels wider on all sides than the chart."""

    def __init__(self) -> None:
        self.painted = 0  # how often; tells whether anything has changed
        self._key: tuple[object, ...] = ()
        self._seen: Array = np.empty((0, 2))
        self._large = pygame.Surface((1, 1), pygame.SRCALPHA)
        self._small = pygame.Surface((1, 1), pygame.SRCALPHA)

    def strip(
        self,
        points: Array,
        size: tuple[int, int],
        colour: Colour,
        width: float,
        dash: float = 0.0,
    ) -> pygame.Surface:
        """The strip for `points`, shape (n, 2), in pixels from its top left corner.

        Rows that are not finite break the curve. `dash` above 0 scales the dashes.
        The same surface comes back, repainted only where it has to be.
        """
        key = (size, colour, width, dash)
        count = len(self._seen)
        grows = (
            key == self._key
            and len(points) >= count
            and np.array_equal(points[:count], self._seen, equal_nan=True)
        )
        if grows and len(points) == count:
            return self._small
        start = 0
        if grows and not dash and count > 2:
            # One segment back, so that a bend where they meet gets its round corner.
            start = count - 2
        else:
            self._clear(key, size, colour)
        self._paint(points[start:], colour, width, dash)
        # A copy: the caller may go on filling the same array.
        self._seen = points.copy()
        self.painted += 1
        return self._small

    def _clear(self, key: tuple[object, ...], size: tuple[int, int], colour: Colour) -> None:
        if self._small.get_size() != size:
            large = (size[0] * FACTOR, size[1] * FACTOR)
            self._large = pygame.Surface(large, pygame.SRCALPHA)
            self._small = pygame.Surface(size, pygame.SRCALPHA)
        # The colour is there from the start, unseen: scaling then blends alpha only.
        self._large.fill((*colour, 0))
        self._small.fill((*colour, 0))
        self._key = key

    def _paint(self, points: Array, colour: Colour, width: float, dash: float) -> None:
        points = np.clip(points * FACTOR, -FAR, FAR)
        thick = max(1, round(width * FACTOR))
        for part in _whole(points):
            if dash:
                for piece in _dashes(part, dash * FACTOR):
                    pygame.draw.lines(self._large, colour, False, piece, thick)
            else:
                _draw(self._large, colour, part, thick)
        self._scale_columns(points, thick)

    def _scale_columns(self, points: Array, thick: int) -> None:
        """Scale down only the columns that were painted."""
        x = points[:, 0][np.isfinite(points).all(axis=1)]
        if len(x) == 0:
            return
        wide, high = self._small.get_size()
        left = max(0, int((x.min() - thick) // FACTOR) - 1)
        right = min(wide, int((x.max() + thick) // FACTOR) + 2)
        if right <= left:
            return
        box = pygame.Rect(left * FACTOR, 0, (right - left) * FACTOR, high * FACTOR)
        target = self._small.subsurface((left, 0, right - left, high))
        pygame.transform.smoothscale(self._large.subsurface(box), target.get_size(), target)


def _whole(points: Array) -> list[Array]:
    """The stretches without a gap."""
    good = np.isfinite(points).all(axis=1)
    if good.all():
        return [points]
    cuts = np.flatnonzero(np.diff(good.astype(np.int8))) + 1
    return [part for part in np.split(points, cuts) if np.isfinite(part[0]).all()]


def _dashes(points: Array, scale: float) -> list[list[list[float]]]:
    """A curve cut into dashes along its length, each a list of points."""
    if len(points) < 2:
        return []
    steps = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate(([0.0], np.cumsum(steps)))
    starts = np.arange(0.0, along[-1], (DASH + SPACE) * scale)
    ends = np.minimum(starts + DASH * scale, along[-1])
    cuts = np.stack((starts, ends), axis=1)
    corners = np.stack([np.interp(cuts, along, points[:, i]) for i in (0, 1)], axis=-1).tolist()
    inside = np.searchsorted(along, cuts).tolist()
    listed = points.tolist()
    return [
        [begin, *listed[first:last], end]
        for (begin, end), (first, last) in zip(corners, inside, strict=True)
    ]


def _draw(surface: pygame.Surface, colour: Colour, points: Array, thick: int) -> None:
    """A thick line of even width, whichever way it goes; corners are rounded where it bends.

    Each step is a polygon of its own, so that it is the same whatever comes after it.
    """
    if len(points) < 2:
        return
    steps = np.diff(points, axis=0)
    aside = steps[:, ::-1] / np.maximum(np.hypot(*steps.T), 1e-9)[:, None] / 2
    aside *= (thick, -thick)
    begin, end = points[:-1], points[1:]
    for corners in np.stack([begin + aside, end + aside, end - aside, begin - aside], 1).tolist():
        pygame.draw.polygon(surface, colour, corners)
    turn = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
    for x, y in points[1:-1][turn > BEND].tolist():
        pygame.draw.circle(surface, colour, (x, y), thick / 2)
