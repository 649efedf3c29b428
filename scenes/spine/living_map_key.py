"""What the regions of the living map are called, beside or below it.

A name stands in its region where there is room (`scenes.spine.living_map_picture`); the
others stand here, each with a piece of its region.
"""

from collections.abc import Sequence

import pygame

from scenes.draw.look import Look, REGULAR
from scenes.draw.palette import Colour, Palette
from scenes.draw.panels import hatched, rounded
from scenes.draw.shapes import put
from scenes.text.words import Words

STANDS, LEANS, BUCKLES = "map_stands", "map_leans", "map_buckles"
REGIONS = (STANDS, LEANS, BUCKLES)
HATCH = (10.0, 1.6)  # design px from line to line, and of a line
SIZE, PATCH, GAP = 18, 22, 8  # letters; design px


def ground_of(region: str, palette: Palette) -> Colour:
    """What a name stands on in its region."""
    return palette.panel if region == STANDS else palette.amber_tint


def ink_of(region: str, palette: Palette) -> Colour:
    """What a name is written in."""
    return palette.teal if region == STANDS else palette.amber_ink


def rows_high(look: Look, rows: int) -> int:
    """The height of so many names below each other."""
    return rows * (look.line_height(SIZE) + look.px(4))


def rows_wide(look: Look, words: Words) -> int:
    """The width of the longest name, with its piece of the region."""
    longest = max(look.measure(words(f"spine.{region}"), SIZE) for region in REGIONS)
    return look.px(PATCH + GAP) + longest


def draw_rows(
    surface: pygame.Surface, room: pygame.Rect, regions: Sequence[str], look: Look, words: Words
) -> None:
    """The names of these regions from the top of a place downwards."""
    high, patch = rows_high(look, 1), look.px(PATCH)
    for number, region in enumerate(regions):
        left, top = room.left, room.top + number * high
        text, ink = words(f"spine.{region}"), ink_of(region, look.palette)
        face = look.fitted(text, SIZE, ink, REGULAR, width=room.width - patch - look.px(GAP))
        put(surface, _patch(region, patch, look), (left, top + (high - patch) // 2))
        surface.blit(face, (left + patch + look.px(GAP), top + (high - face.get_height()) // 2))


def _patch(region: str, side: int, look: Look) -> pygame.Surface:
    """A piece of a region; the two that give way are hatched in two directions."""
    palette, (step, width) = look.palette, HATCH
    if region == STANDS:
        return rounded((side, side), look.px(4), palette.teal_tint, palette.edge, look.line(1))
    stripes = hatched(
        (side, side), palette.amber_tint, palette.hatch, look.px(step), look.line(width)
    )
    return pygame.transform.flip(stripes, True, False) if region == LEANS else stripes
