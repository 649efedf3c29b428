"""The drawn person on the screen: smooth at any moment of a movement.

Painted twice as large and shrunk. What stands still is kept; what moves is painted
for every frame, and only where the figure is.
"""

import math
from collections.abc import Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import disc, put_centred
from scenes.draw.person.body import extent, Shape, shapes
from scenes.draw.person.colours import figure_colour
from scenes.draw.person.cues import marks, signs
from scenes.draw.shapes import finished, put
from scenes.draw.surface_cache import SurfaceCache

FACTOR, FINE = 2, 4  # how much larger it is painted while it moves, and what stands still
LINES = (1.5, 2.6)  # design px of the outline, in a small and in a large picture
LARGE = 250  # design px of height from where a picture is large
ROOM = 0.08  # of a body height, for signs beside the figure
FLOOR = 3  # design px
_still: SurfaceCache[pygame.Surface] = SurfaceCache()


def draw_figure(
    surface: pygame.Surface,
    box: pygame.Rect,
    look: Look,
    exercise: str,
    share: float,
    *,
    floor: bool = True,
    mirrored: bool = False,
) -> None:
    """Draw an exercise `share` (0 to 1) of the way into its hold, as large as `box` allows."""
    left, right, high = extent(exercise)
    left, right, high = left - ROOM, right + ROOM, high + ROOM
    scale = min(box.width / (right - left), box.height / high)
    ground = box.bottom - look.px(6)
    if floor:
        line = pygame.Rect(box.left, ground, box.width, look.stroke(FLOOR))
        surface.fill(look.palette.edge, line)
    size = (math.ceil((right - left) * scale), math.ceil(high * scale))
    corner = (box.centerx - size[0] // 2, ground - size[1])
    start = -right if mirrored else left
    art = _art(look, exercise, share, (size, scale, start), mirrored=mirrored)
    put(surface, art, corner)
    for text, (x, y), radius, colour in marks(exercise, share):
        across = (-x if mirrored else x) - start
        at = (corner[0] + across * scale, ground - y * scale)
        ink = figure_colour(look.palette, colour)
        put_centred(surface, disc(round(radius * scale), ink), at)
        letters = 1.3 * radius * scale / (look.scale * look.zoom * look.palette.type)
        wide = max(1, round(1.4 * radius * scale))
        letter = look.fitted(text, letters, look.palette.ui_ink, SEMIBOLD, width=wide)
        surface.blit(letter, letter.get_rect(center=(round(at[0]), round(at[1]))))


def _art(
    look: Look,
    exercise: str,
    share: float,
    place: tuple[tuple[int, int], float, float],
    *,
    mirrored: bool,
) -> pygame.Surface:
    (size, scale, start), still = place, share in (0.0, 1.0)

    def paint() -> pygame.Surface:
        line = LINES[size[1] >= look.px(LARGE)] * look.scale * look.palette.stroke / scale
        seen = [
            *shapes(exercise, share, line, mirrored=mirrored),
            *signs(exercise, share, line, mirrored=mirrored),
        ]
        return painted(look, seen, size, scale, start, FINE if still else FACTOR)

    if not still:
        return paint()
    key = (exercise, share, place, mirrored, look.palette.name, look.scale)
    return _still.get(key, paint)


def painted(  # noqa: PLR0917 - what is to be seen, and where
    look: Look, seen: Sequence[Shape], size: tuple[int, int], scale: float, left: float, factor: int
) -> pygame.Surface:
    """Shapes [body heights] on a picture: its left end, and `scale` pixels to a body height."""
    width, height = size
    large = pygame.Surface((width * factor, height * factor), pygame.SRCALPHA)
    for colour, points in seen:
        corners = [((x - left) * scale * factor, (height - y * scale) * factor) for x, y in points]
        pygame.draw.polygon(large, figure_colour(look.palette, colour), corners)
    # Opaque shapes with hard edges on nothing are premultiplied alpha already.
    return finished(pygame.transform.smoothscale(large, size))
