"""Where words stand in a chart: one rule for all of them.

No label is struck by a curve, a cursor or an edge, and none lies on another. All that is
drawn is put into one mask, pixel by pixel; a label takes the best of its places whose
letters touch nothing there, and is left out where there is none. It keeps its place while that
is free, so that it glides with a growing curve and does not jump.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import put_rounded
from scenes.widgets.chart.names import Name

DRAWN = 40  # alpha from which a pixel of a curve is seen
AROUND = 2  # pixels kept free round the letters
HATCHED, RULED = 8.0, 2.0  # what a place costs on the hatch, and on a line of the grid
FURTHER = 0.05  # what each further place costs


@dataclass(frozen=True)
class Room:
    """Where words may stand in a chart, in its pixels."""

    box: pygame.Rect  # they stay inside
    taken: pygame.Mask  # and off what is drawn
    region: pygame.Rect  # better not on the hatch
    rows: Sequence[int]  # and not on a line of the grid


class Labels:
    """Places the words of one chart; `placed` says what stands where, in pixels of the chart."""

    def __init__(self) -> None:
        self.placed: list[tuple[Name, pygame.Rect]] = []
        self._chosen: dict[tuple[str, tuple[int, int]], int] = {}
        self._key: object = None

    def forget(self) -> None:
        """Choose all places anew (the chart changed its size or axes)."""
        self._chosen = {}
        self._key = None

    def due(self, key: object) -> bool:
        """Whether anything has moved: as long as `key` stays the same, all names stay too."""
        moved = key != self._key
        self._key = key
        return moved

    def place(self, names: Sequence[Name], room: Room, live: Sequence[Name]) -> None:
        """Give each name a place; what comes first chooses first.

        Where one of the `live` names finds none so, these choose before all others.
        """
        self.placed = self._placed(names, room)
        found = {id(name) for name, _ in self.placed}
        if not all(id(name) in found or id(name.stacked) in found for name in live):
            first = {id(name) for name in live}
            rest = [name for name in names if id(name) not in first]
            self.placed = self._placed([*live, *rest], room)

    def _placed(self, names: Sequence[Name], room: Room) -> list[tuple[Name, pygame.Rect]]:
        taken, placed = room.taken.copy(), []
        for name in names:
            for form in (name, name.stacked):
                index = None if form is None else self._choice(form, room, taken)
                if form is not None and index is not None:
                    spot = form.places[index]
                    placed.append((form, spot))
                    taken.draw(_filled(spot.size), spot.topleft)
                    break
        return placed

    def _choice(self, name: Name, room: Room, taken: pygame.Mask) -> int | None:
        ink = name.face.get_bounding_rect().inflate(2 * AROUND, 2 * AROUND)
        letters, key = _filled(ink.size), (name.text, name.face.get_size())

        def free(spot: pygame.Rect) -> bool:
            corner = spot.left + ink.left, spot.top + ink.top
            return bool(room.box.contains(spot)) and not taken.overlap(letters, corner)

        before = self._chosen.get(key)
        if before is not None and before < len(name.places) and free(name.places[before]):
            return before
        best, least = None, float("inf")
        for index, spot in enumerate(name.places):
            cost = FURTHER * index
            if name.ground is None and spot.colliderect(room.region):
                cost += HATCHED
            cost += RULED * any(spot.top < row < spot.bottom for row in room.rows)
            if cost < least and free(spot):
                best, least = index, cost
        if best is not None:
            self._chosen[key] = best
        return best

    def draw(
        self, surface: pygame.Surface, look: Look, corner: tuple[int, int], region: pygame.Rect
    ) -> None:
        """Write all names, for a chart with its top left at `corner`."""
        for name, spot in self.placed:
            ground = name.ground
            if ground is None and spot.colliderect(region):
                ground = look.palette.amber_tint
            if ground is not None:
                # The plate keeps the hatch from running through the letters.
                plate = spot.inflate(look.px(8), 0).clip(region).move(corner)
                put_rounded(surface, plate, look.px(5), ground)
            surface.blit(name.face, (corner[0] + spot.left, corner[1] + spot.top))


@lru_cache(maxsize=64)
def _filled(size: tuple[int, int]) -> pygame.Mask:
    return pygame.Mask(size, fill=True)


def mask_of(
    size: tuple[int, int],
    lines: Iterable[pygame.Rect],
    strips: Iterable[tuple[pygame.Surface, tuple[int, int]]],
) -> pygame.Mask:
    """What is drawn in a chart of this size: lines, and strips with curves where they lie."""
    taken = pygame.Mask(size)
    for line in lines:
        taken.draw(_filled((max(1, line.width), max(1, line.height))), line.topleft)
    for strip, corner in strips:
        taken.draw(pygame.mask.from_surface(strip, DRAWN), corner)
    return taken
