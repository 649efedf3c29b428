"""Words beside curves, where they hide neither a curve nor each other.

A label keeps its side of the curve while that works, so that it glides with a
growing curve and does not jump.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour

SIZE = 18
LABEL, CROWDED = 100.0, 16.0  # costs of a place: on other words; too crowded
Points = npt.NDArray[np.float64]
# Words, colour, the curve in window pixels, semibold or not.
Entry = tuple[str, Colour, Points, bool]
# Where along the curve (share of its points), and on which side of that point.
# Beside the end, above comes first; beside the flank, the right: it is the outer
# side of a curve that rises, and nearer to its own curve than to the others.
_END = ((-1, -1), (0, -1), (1, -1), (1, 0), (-1, 0), (1, 1), (0, 1), (-1, 1))
_FLANK = ((1, 0), (1, 1), (0, 1), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
_PLACES = [(1.0, side) for side in _END]
_PLACES += [(along, side) for along in (0.85, 0.7, 0.55, 0.4) for side in _FLANK]


@dataclass(frozen=True)
class Surroundings:
    """What labels have to mind, in window pixels."""

    box: pygame.Rect  # they stay inside
    curves: list[Points]  # and off these
    region: pygame.Rect  # better not on the hatch
    words: list[pygame.Rect]  # and never on other words


class Labels:
    """Places labels; one per chart."""

    def __init__(self) -> None:
        self._chosen: dict[str, tuple[int, float]] = {}  # place and what it costs
        self._key: object = None
        self._placed: list[tuple[pygame.Surface, pygame.Rect]] = []

    def forget(self) -> None:
        """Choose all places anew (the chart changed its size or axes)."""
        self._chosen = {}
        self._key = None

    def draw(
        self,
        surface: pygame.Surface,
        look: Look,
        scene: Surroundings,
        entries: list[Entry],
        key: object,
    ) -> None:
        """Draw the labels inside the chart, clear of what is in it.

        As long as `key` stays the same nothing has moved and none is placed anew.
        """
        if key != self._key or self._key is None:
            self._key = key
            self._place(look, scene, entries)
        for words, spot in self._placed:
            if spot.colliderect(scene.region):
                # The hatch must not run through the letters.
                plate = spot.inflate(look.px(6), 0).clip(scene.region)
                surface.fill(look.palette.amber_tint, plate)
            surface.blit(words, spot.topleft)

    def _place(self, look: Look, scene: Surroundings, entries: list[Entry]) -> None:
        self._placed = []
        taken = [*scene.words]
        box = scene.box
        gap = look.px(5) + round(look.line(5.5))
        # Live curves choose first, the latest before all others.
        earlier = [entry for entry in entries if not entry[3]]
        live = [entry for entry in entries if entry[3]]
        for text, ink, points, bold in reversed(earlier + live):
            weight = SEMIBOLD if bold else REGULAR
            words = look.fitted(text, SIZE, ink, weight, width=box.width)
            x, y = points[:, 0], points[:, 1]
            seen = (x >= box.left) & (x <= box.right) & (y >= box.top) & (y <= box.bottom)
            inside = points[seen]
            if len(inside) == 0:
                continue
            spots = _Candidates(words.get_size(), inside, box, gap)
            place, cost = self._choice(text, spots, taken, scene)
            # Words on top of others say nothing, and those of an earlier try must
            # not hide a curve: rather one label less.
            if cost < (LABEL if bold else CROWDED):
                taken.append(place)
                self._placed.append((words, place))

    def _choice(
        self, text: str, spots: "_Candidates", taken: list[pygame.Rect], scene: Surroundings
    ) -> tuple[pygame.Rect, float]:
        if text in self._chosen:
            index, before = self._chosen[text]
            spot = spots.at(index)
            cost = _cost(spot, taken, scene)
            if cost <= before:
                return spot, cost
        costs = [_cost(spots.at(index), taken, scene) for index in range(len(_PLACES))]
        best = costs.index(min(costs))
        self._chosen[text] = (best, costs[best])
        return spots.at(best), costs[best]


@dataclass(frozen=True)
class _Candidates:
    """Places for a label of some size along a curve, the best first."""

    size: tuple[int, int]
    points: Points
    box: pygame.Rect
    gap: int

    def at(self, index: int) -> pygame.Rect:
        along, (across, down) = _PLACES[index]
        x, y = self.points[round(along * (len(self.points) - 1))].tolist()
        spot = pygame.Rect((0, 0), self.size)
        spot.centerx = round(x + across * (self.size[0] / 2 + self.gap))
        spot.centery = round(y + down * (self.size[1] / 2 + self.gap / 2))
        return spot.clamp(self.box)


def _cost(spot: pygame.Rect, taken: list[pygame.Rect], scene: Surroundings) -> float:
    """Nothing if the place is free; a label in the way is worse than a curve."""
    cost = LABEL * sum(spot.colliderect(other) for other in taken)
    if spot.colliderect(scene.region):
        # On the hatch is poor, across its edge is worse.
        cost += 4.0 if scene.region.contains(spot) else 12.0
    near = spot.inflate(4, -spot.height // 4)
    for points in scene.curves:
        x, y = points[:, 0], points[:, 1]
        hits = (x > near.left) & (x < near.right) & (y > near.top) & (y < near.bottom)
        # However dense its points, a curve counts less than a label.
        cost += min(20.0, float(np.count_nonzero(hits)))
    return cost
