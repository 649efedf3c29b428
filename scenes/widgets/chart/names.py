"""What may be written in a chart, and where: names of curves, limits, zones and bands."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pygame

from scenes.draw.palette import Colour

EDGE = 4  # pixels between the name of a curve and the sides of the chart
TRIED = 13  # places from side to side
Points = npt.NDArray[np.float64]
# Where along the curve (share of its points), and on which side of that point.
# Beside the end, above comes first; beside the flank, the right: it is the outer
# side of a curve that rises, and nearer to its own curve than to the others.
_END = ((-1, -1), (0, -1), (1, -1), (1, 0), (-1, 0), (1, 1), (0, 1), (-1, 1))
_FLANK = ((1, 0), (1, 1), (0, 1), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
_PLACES = [(1.0, side) for side in _END]
_PLACES += [(along, side) for along in (0.85, 0.7, 0.55, 0.4, 0.25) for side in _FLANK]
# Further off, where an edge runs close to the curve.
_PLACES += [
    (along, (across, down))
    for down in (-2, 2, -3)
    for along in (1.0, 0.7, 0.4)
    for across in (0, -1, 1)
]


@dataclass(frozen=True)
class Name:
    """Words, and the places that they may take in a chart, the best first."""

    text: str
    face: pygame.Surface
    places: tuple[pygame.Rect, ...]
    ground: Colour | None = None  # of the plate that keeps a hatch out of the letters
    stacked: "Name | None" = None  # the same on two lines, where there is no room for one


def inside(
    area: pygame.Rect,
    face: pygame.Surface,
    gap: int,
    *,
    across: float = 0.0,
    down: tuple[float, ...] = (0.5, 0.0, 1.0),
) -> tuple[pygame.Rect, ...]:
    """Places in an area, from the share `across` of it on, in rows at these shares of its height.

    None where the words are higher or wider than the area.
    """
    wide, high = face.get_size()
    room = area.inflate(-2 * gap, 0)
    if wide > room.width or high > room.height:
        return ()
    shares = sorted(np.linspace(0.0, 1.0, TRIED).tolist(), key=lambda share: abs(share - across))
    return tuple(
        pygame.Rect(
            room.left + round(share * (room.width - wide)),
            room.top + round(row * (room.height - high)),
            wide,
            high,
        )
        for row in down
        for share in shares
    )


def at_band(band: pygame.Rect, face: pygame.Surface, gap: int) -> tuple[pygame.Rect, ...]:
    """Places in a band of the chart, at its top first, then beside it."""
    wide, high = face.get_size()
    within: tuple[pygame.Rect, ...] = ()
    if wide + 2 * gap <= band.width:
        within = inside(band, face, gap, across=0.5, down=(0.0, 0.5, 1.0))
    rows = [band.top + round(row * (band.height - high)) for row in (0.0, 0.5, 1.0)]
    sides = (band.right + gap, band.left - gap - wide)
    return (*within, *(pygame.Rect(left, row, wide, high) for row in rows for left in sides))


def beside(
    face: pygame.Surface, points: Points, box: pygame.Rect, gap: int
) -> tuple[pygame.Rect, ...]:
    """Places for the name of a curve with these points: at its end, then along it."""
    x, y = points[:, 0], points[:, 1]
    seen = points[(x >= box.left) & (x <= box.right) & (y >= box.top) & (y <= box.bottom)]
    if not len(seen):
        return ()
    wide, high = face.get_size()
    places = []
    for along, (across, down) in _PLACES:
        at = seen[round(along * (len(seen) - 1))].tolist()
        spot = pygame.Rect(0, 0, wide, high)
        spot.centerx = round(at[0] + across * (wide / 2 + gap))
        spot.centery = round(at[1] + down * (high + gap) / 2)
        places.append(spot.clamp(box.inflate(-2 * EDGE, 0)))
    return tuple(places)


def stacked(upper: pygame.Surface, lower: pygame.Surface) -> pygame.Surface:
    """Two lines as one picture."""
    wide = max(upper.get_width(), lower.get_width())
    both = pygame.Surface((wide, upper.get_height() + lower.get_height()), pygame.SRCALPHA)
    # Put there as they are: blended onto nothing, letters would get darker in the page.
    both.blit(upper, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
    both.blit(lower, (0, upper.get_height()), special_flags=pygame.BLEND_RGBA_MAX)
    return both
