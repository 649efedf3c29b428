"""Names of regions on the living map: each in the roomiest part of its region, on a plate.

They are put over the map and the lines to its dot, and stand aside where the dot itself is.
"""

import math
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.spine.living_map_key import ground_of, ink_of
from scenes.text.words import Words
from scenes.widgets.chart.names import stacked

SIZE = 18
PAD = 6  # design px beside a name
CLEAR = 4  # pixels, so that it does not touch the border
CELLS = 64  # of the mask in which room is looked for, either way
GROWING = (1.0, 1.4, 2.0, 2.8, 4.0)  # times its size that room for a name is looked for
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Name:
    """A name with its plate, where it stands while nothing is in its way, and its region."""

    region: str
    face: pygame.Surface
    plate: pygame.Rect
    inside: Mask
    cell: float  # pixels

    def beside(self, dot: pygame.Rect) -> pygame.Rect | None:
        """The plate, clear of the dot; None where the region has no room for that.

        Along the dot if it fits there, else wherever there is room.
        """
        plate = self.plate
        if not plate.colliderect(dot):
            return plate
        ways = (
            plate.move(0, dot.top - plate.bottom),
            plate.move(0, dot.bottom - plate.top),
            plate.move(dot.left - plate.right, 0),
            plate.move(dot.right - plate.left, 0),
        )
        for moved in sorted(ways, key=lambda way: math.dist(way.center, plate.center)):
            if self._holds(moved):
                return moved
        rows, columns = np.indices(self.inside.shape)
        right, down = (self.cell * (part + 0.5) for part in (columns, rows))
        across, high = (side / 2 + self.cell / 2 for side in dot.size)
        free = np.maximum(abs(right - dot.centerx) / across, abs(down - dot.centery) / high) > 1
        return _roomy(self.inside & free, plate.size, self.cell)

    def _holds(self, plate: pygame.Rect) -> bool:
        """Whether all of a plate is in the region."""
        left, top = math.floor(plate.left / self.cell), math.floor(plate.top / self.cell)
        right, bottom = math.ceil(plate.right / self.cell), math.ceil(plate.bottom / self.cell)
        if min(left, top) < 0 or max(right, bottom) > len(self.inside):
            return False
        return bool(self.inside[top:bottom, left:right].all())

    def draw(self, surface: pygame.Surface, plate: pygame.Rect, look: Look) -> None:
        """Put it on its plate."""
        put_rounded(surface, plate, look.px(PAD), ground_of(self.region, look.palette))
        surface.blit(self.face, self.face.get_rect(center=plate.center))


def named(region: str, mask: Mask, side: int, look: Look, words: Words) -> Name | None:
    """The name of a region on a map of so many pixels: on one line, else on two, else upright.

    None where there is no room for it.
    """
    ink, text = ink_of(region, look.palette), words(f"spine.{region}")
    face = look.text(text, SIZE, ink, SEMIBOLD)
    upright = pygame.transform.rotate(face, 90)
    letters = upright.get_bounding_rect()  # without the leading: upright there is least room
    faces = [face, upright.subsurface((letters.left, 0, letters.width, upright.get_height()))]
    upper, space, lower = text.partition(" ")
    if space:
        lines = [look.text(line, SIZE, ink, SEMIBOLD) for line in (upper, lower)]
        faces.insert(1, stacked(*lines))
    step = max(1, len(mask) // CELLS)
    inside = mask[::step, ::step]
    cell, pad = side / len(inside), 2 * look.px(PAD)
    for one in faces:
        wide, high = one.get_size()
        size = (wide, high + pad) if one is faces[-1] else (wide + pad, high)
        plate = _roomy(inside, size, cell)
        if plate is not None:
            return Name(region, one, plate, inside, cell)
    return None


def _roomy(inside: Mask, size: tuple[int, int], cell: float) -> pygame.Rect | None:
    """Where something so large [pixels] has most room, if it has any."""
    wide, high = (side + CLEAR for side in size)
    place = roomiest(inside, wide / cell / 2, high / cell / 2)
    if place is None:
        return None
    plate = pygame.Rect((0, 0), size)
    plate.center = round((place[0] + 0.5) * cell), round((place[1] + 0.5) * cell)
    return plate


def roomiest(mask: Mask, half_wide: float, half_high: float) -> tuple[float, float] | None:
    """The (column, row) round which a box of this size has most room, None where none fits."""
    sums = np.pad(mask.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    best = None
    for larger in GROWING:
        high, wide = (math.ceil(2 * half * larger) + 1 for half in (half_high, half_wide))
        if high > len(mask) or wide > len(mask):
            break
        inside = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide]
        full = np.argwhere(inside + sums[:-high, :-wide] == high * wide)
        if not len(full):
            break
        # Of all places where it fits the one nearest to their middle.
        apart = np.hypot(*(full - full.mean(axis=0)).T)
        row, column = full[int(np.argmin(apart))].tolist()
        best = column + (wide - 1) / 2, row + (high - 1) / 2
    return best
