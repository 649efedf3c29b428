"""The pacer's picture: a ring that fills with the seconds, a disc that breathes, a large number."""

import math

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import disc, put_centred
from scenes.draw.shapes import finished, put

RING = (122, 24)  # design px: radius of its outer edge, width
DISC = (70, 92)  # radius with empty and with full lungs
NUMBER, CAPTION = 124, 28
FACTOR = 2
STEPS = 96  # corners of a whole ring


def draw_pacer(
    surface: pygame.Surface,
    look: Look,
    box: pygame.Rect,
    *,
    ring: float,
    lungs: float,
    number: str,
    caption: str,
    working: bool,
) -> None:
    """Draw ring and disc as large as `box` allows; `ring` and `lungs` from 0 to 1."""
    colours, radius = look.palette, min(box.width, box.height) / 2
    if radius <= 0:
        return  # a box that has no room for its own edges
    unit = radius / RING[0]
    low, high = DISC
    spot = disc(round(2 * (low + (high - low) * lungs) * unit) / 2, colours.teal_tint)
    put_centred(surface, spot, box.center)
    side = math.ceil(2 * radius) + 2
    large = pygame.Surface((side * FACTOR, side * FACTOR), pygame.SRCALPHA)
    _arc(large, colours.track, radius, unit, 1.0)
    _arc(large, colours.teal, radius, unit, ring)
    put(
        surface,
        finished(pygame.transform.smoothscale(large, (side, side))),
        (box.centerx - side // 2, box.centery - side // 2),
    )
    wide = round(2 * (RING[0] - RING[1] - 14) * unit)
    zoom = look.scale * look.zoom * look.palette.type
    ink = colours.ink if working else colours.muted
    words = look.fitted(number, NUMBER * unit / zoom, ink, SEMIBOLD, width=wide)
    surface.blit(words, words.get_rect(center=(box.centerx, box.centery - round(10 * unit))))
    below = look.fitted(caption, CAPTION * unit / zoom, ink, width=wide)
    at = (box.centerx, box.centery + round(62 * unit))
    surface.blit(below, below.get_rect(center=at))


def _arc(
    large: pygame.Surface, colour: tuple[int, int, int], radius: float, unit: float, share: float
) -> None:
    """A part of the ring, clockwise from the top, with round ends."""
    if share <= 0:
        return
    middle = large.get_width() / 2
    count = max(2, round(STEPS * share))
    rims = []
    for reach in (radius, radius - RING[1] * unit):
        turns = [math.tau * share * k / count for k in range(count + 1)]
        rims.append(
            [
                (middle + FACTOR * reach * math.sin(t), middle - FACTOR * reach * math.cos(t))
                for t in turns
            ]
        )
    pygame.draw.polygon(large, colour, [*rims[0], *reversed(rims[1])])
    if share < 1:
        for turn in (0.0, math.tau * share):
            reach = FACTOR * (radius - RING[1] * unit / 2)
            at = (middle + reach * math.sin(turn), middle - reach * math.cos(turn))
            pygame.draw.circle(large, colour, at, FACTOR * RING[1] * unit / 2)
