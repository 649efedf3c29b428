"""A roll of tape, for the card that puts the tape on."""

import pygame

from scenes.draw.palette import Colour
from scenes.draw.shapes import supersampled
from scenes.draw.surface_cache import kept

SIDE = 44  # units of the drawing


@kept
def roll(side: int, colour: Colour, gap: Colour, hole: Colour) -> pygame.Surface:
    """A roll of tape seen from the side, with its loose end."""

    def paint(large: pygame.Surface, factor: int) -> None:
        unit = side * factor / SIDE
        centre = (21.5 * unit, 22 * unit)
        for radius, fill in ((21, colour), (15.2, gap), (13.6, colour), (9, hole)):
            pygame.draw.circle(large, fill, centre, radius * unit)
        end = pygame.Rect(round(21.5 * unit), round(36 * unit), round(22 * unit), round(7 * unit))
        pygame.draw.rect(large, colour, end)

    return supersampled((side, side), paint, 4)
