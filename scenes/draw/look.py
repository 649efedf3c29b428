"""How things look right now: colours, scale, text size, fonts.

One `Look` is made whenever the window's size, the profile or the text zoom
changes, and is handed to everything that draws. Lengths in the code are design
pixels: pixels of a 1280 x 720 window at 100 % text.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pygame

from scenes.draw.palette import Colour, Palette

FONTS = Path(__file__).parent.parent / "fonts"
REGULAR = 400
SEMIBOLD = 600


@lru_cache(maxsize=64)
def _font(pixels: int, weight: int) -> pygame.font.Font:
    return pygame.font.Font(FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf", pixels)


@lru_cache(maxsize=1024)
def _rendered(text: str, pixels: int, weight: int, colour: Colour) -> pygame.Surface:
    return _font(pixels, weight).render(text, True, colour)


@dataclass(frozen=True)
class Look:
    """Palette, scale and text zoom; gives pixels, fonts and rendered text.

    `scale` is screen pixels per design pixel and never below 1: a small window
    folds its contents instead of shrinking text and touch targets.
    `zoom` is the user's text zoom, 1 to 2; it also scales controls.
    """

    palette: Palette
    scale: float = 1.0
    zoom: float = 1.0
    reduced_motion: bool = field(default=False)

    def px(self, length: float) -> int:
        """A length that follows the window only, in whole pixels."""
        return round(length * self.scale)

    def control(self, length: float) -> int:
        """A length that follows the window and the text zoom (controls)."""
        return round(length * self.scale * self.zoom)

    def stroke(self, width: float) -> int:
        """A line width in whole pixels, at least 1; the profile's factor applies."""
        return max(1, round(width * self.scale * self.palette.stroke))

    def _pixels(self, size: float) -> int:
        return max(8, round(size * self.scale * self.zoom * self.palette.type))

    def font(self, size: float, weight: int = REGULAR) -> pygame.font.Font:
        """The font for a design size (20 is body text)."""
        return _font(self._pixels(size), weight)

    def text(self, text: str, size: float, colour: Colour, weight: int = REGULAR) -> pygame.Surface:
        """One line of text as a cached surface with straight alpha."""
        return _rendered(text, self._pixels(size), weight, colour)
