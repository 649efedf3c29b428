"""A person from the side whose arm rises, small enough for a corner of a card.

Head, trunk and one arm; the arm turns about the shoulder. Pictures are kept for
every few degrees.
"""

import math

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.shapes import mix, polyline, put, supersampled
from scenes.draw.surface_cache import SurfaceCache

STEP = math.radians(2)
# In a box of 100 x 120, y down.
HEAD, HEAD_SIZE = (38.0, 18.0), 13.0
TRUNK = ((37.0, 44.0), (36.0, 72.0), (37.0, 112.0))
TRUNK_WIDTH = 30.0
SHOULDER = (38.0, 48.0)
UPPER, LOWER = 29.0, 25.0  # lengths of both halves of the arm
ARM_WIDTH, HAND = 11.0, 6.5
LINE = 3.0
SIZE = (100.0, 120.0)
_figures: SurfaceCache[pygame.Surface] = SurfaceCache()


def draw_raising(surface: pygame.Surface, look: Look, box: pygame.Rect, angle: float) -> None:
    """Draw the figure as large as a box allows, its arm `angle` [rad] forwards from hanging."""
    step = round(angle / STEP)
    size = min(box.width / SIZE[0], box.height / SIZE[1])
    key = (step, round(size, 3), look.palette.name)
    wide, high = (max(1, round(length * size)) for length in SIZE)
    art = _figures.get(key, lambda: _figure((wide, high), size, look, step * STEP))
    put(surface, art, (box.centerx - wide // 2, box.bottom - high))


def _figure(size: tuple[int, int], scale: float, look: Look, angle: float) -> pygame.Surface:
    palette = look.palette

    def paint(large: pygame.Surface, factor: int) -> None:
        unit = scale * factor

        def limb(points: list[tuple[float, float]], width: float, colour: Colour) -> None:
            placed = [(x * unit, y * unit) for x, y in points]
            polyline(large, palette.skin_l, placed, (width + 2 * LINE) * unit)
            polyline(large, colour, placed, width * unit)

        limb(list(TRUNK), TRUNK_WIDTH, palette.track)
        limb([HEAD, HEAD], 2 * HEAD_SIZE, palette.skin)
        dx, dy = math.sin(angle), math.cos(angle)
        x, y = SHOULDER
        hand = (x + dx * (UPPER + LOWER), y + dy * (UPPER + LOWER))
        limb([SHOULDER, hand], ARM_WIDTH, palette.cuff_b)
        wrist = (x + dx * (UPPER + LOWER - HAND), y + dy * (UPPER + LOWER - HAND))
        limb([wrist, hand], ARM_WIDTH, mix(palette.skin, palette.skin2, 0.2))

    return supersampled(size, paint, 4)
