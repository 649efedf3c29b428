"""A hundred people in rows: those with pain again hatched in amber, the others plain.

Both figures are painted once per size, and the crowd once per count. Never colour
alone: the pattern says the same.
"""

import math

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.panels import hatched
from scenes.draw.shapes import finished, put, supersampled
from scenes.draw.surface_cache import SurfaceCache

COLUMNS = 20
SLIM = 0.42  # width of a figure as a share of its height
HEAD = 0.17  # radius of the head, likewise
NECK = 1.4  # design px between head and body
BETWEEN = 0.15  # of a row, free above a figure
LINE, STEP, STRIPE = 1.3, 5.0, 1.4  # design px: outline, and the hatch

_crowds: SurfaceCache[pygame.Surface] = SurfaceCache()
_figures: SurfaceCache[pygame.Surface] = SurfaceCache()


def draw_people(
    surface: pygame.Surface, look: Look, box: pygame.Rect, hatched_ones: int, people: int
) -> None:
    """Draw so many people in rows of `COLUMNS` that fill a box, the hatched ones first."""
    key = (box.size, hatched_ones, people, look.scale, look.palette.name)
    crowd = _crowds.get(key, lambda: _crowd(look, box.size, hatched_ones, people))
    put(surface, crowd, box.topleft)


def place_of(box: pygame.Rect, number: int, people: int) -> pygame.Rect:
    """The part of the box that belongs to a person, counted from 0."""
    rows = math.ceil(people / COLUMNS)
    row, column = divmod(number, COLUMNS)
    left, right = (box.left + round(box.width * edge / COLUMNS) for edge in (column, column + 1))
    top, bottom = (box.top + round(box.height * edge / rows) for edge in (row, row + 1))
    return pygame.Rect(left, top, right - left, bottom - top)


def _crowd(look: Look, size: tuple[int, int], hatched_ones: int, people: int) -> pygame.Surface:
    crowd = pygame.Surface(size, pygame.SRCALPHA)
    box = crowd.get_rect()
    least = place_of(box, 0, people)
    high = round(least.height * (1 - BETWEEN))
    wide = min(round(high * SLIM), least.width - max(1, look.px(1)))
    for number in range(people):
        figure = _figure(look, (wide, high), hatch=number < hatched_ones)
        place = place_of(box, number, people)
        put(crowd, figure, (place.centerx - wide // 2, place.bottom - high))
    return finished(crowd)


def _figure(look: Look, size: tuple[int, int], *, hatch: bool) -> pygame.Surface:
    colours = look.palette
    key = (size, hatch, look.scale, colours.name)
    if hatch:
        return _figures.get(key, lambda: _painted(look, size, None, colours.amber_line))
    return _figures.get(key, lambda: _painted(look, size, colours.teal_mid, colours.teal))


def _painted(
    look: Look, size: tuple[int, int], fill: Colour | None, line: Colour
) -> pygame.Surface:
    """A standing person; hatched without a fill."""

    def paint(large: pygame.Surface, factor: int) -> None:
        _shape(large, line, look, factor, 0.0)
        if fill is not None:
            _shape(large, fill, look, factor, look.line(LINE))
            return
        # The inside of the figure cuts its shape out of the hatch.
        inside = pygame.Surface(large.get_size(), pygame.SRCALPHA)
        _shape(inside, (255, 255, 255), look, factor, look.line(LINE))
        colours = look.palette
        step, width = look.px(STEP) * factor, look.line(STRIPE) * factor
        stripes = hatched(large.get_size(), colours.amber_tint, colours.amber, step, width)
        inside.blit(stripes, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        large.blit(inside, (0, 0))

    return supersampled(size, paint, 4)


def _shape(surface: pygame.Surface, colour: Colour, look: Look, factor: int, inset: float) -> None:
    """Head and body in one colour, smaller by `inset` pixels all round."""
    wide, high = surface.get_size()
    radius, cut = HEAD * high, inset * factor
    pygame.draw.circle(surface, colour, (wide / 2, radius), radius - cut)
    top = 2 * radius + look.px(NECK) * factor
    body = pygame.Rect(0, round(top), wide, round(high - top)).inflate(-2 * cut, -2 * cut)
    pygame.draw.rect(surface, colour, body, border_radius=body.width // 2)
