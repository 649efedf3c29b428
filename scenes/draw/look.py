"""How things look right now: colours, scale, text size, fonts.

One `Look` is made whenever the window's size, the profile or the text zoom
changes, and is handed to everything that draws. Lengths in the code are design
pixels: pixels of a 1280 x 720 window at 100 % text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import pygame

from scenes.assets import FONTS
from scenes.draw.palette import Colour, Palette
from scenes.draw.surface_cache import kept

REGULAR = 400
SEMIBOLD = 600
LARGE = 1.5  # text zoom from where words leave a picture on a desk


@lru_cache(maxsize=64)
def _font(pixels: int, weight: int) -> pygame.font.Font:
    return pygame.font.Font(FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf", pixels)


@lru_cache(maxsize=8)
def _signs(pixels: int) -> pygame.font.Font:
    """Greek, Cyrillic and signs, which the other fonts do not have."""
    return pygame.font.Font(FONTS / f"DejaVuSans-{REGULAR}.ttf", pixels)


@kept
def _rendered(text: str, pixels: int, weight: int, colour: Colour) -> pygame.Surface:
    return _font(pixels, weight).render(text, True, colour)


@lru_cache(maxsize=2048)
def _width(text: str, pixels: int, weight: int) -> int:
    return _font(pixels, weight).size(text)[0]


@lru_cache(maxsize=512)
def _fitting(text: str, pixels: int, weight: int, width: int) -> int:
    """The largest font size up to `pixels`, and at least 8, at which `text` fits."""
    while pixels > 8 and _width(text, pixels, weight) > width:
        pixels -= 1
    return pixels


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
    most_control: float = 2.0  # zoom up to which controls grow with their letters
    finger: float = 44  # design px, the smallest side of what is touched
    bare_zoom: float = LARGE  # zoom from where words leave the picture
    wordless: bool = False  # whether a picture is a sign, on which nothing is written

    @property
    def strict(self) -> bool:
        """Whether nothing is written smaller than asked: what does not fit is left out."""
        return self.bare_zoom < LARGE

    @property
    def bare(self) -> bool:
        """Whether letters are too large for words in the picture."""
        return self.zoom >= self.bare_zoom

    def px(self, length: float) -> int:
        """A length that follows the window only, in whole pixels."""
        return round(length * self.scale)

    def control(self, length: float) -> int:
        """A length that follows the window and the text zoom (controls)."""
        return round(length * self.scale * min(self.zoom, self.most_control))

    def stroke(self, width: float) -> int:
        """A line width in whole pixels, at least 1; the profile's factor applies."""
        return max(1, round(width * self.scale * self.palette.stroke))

    def line(self, width: float) -> float:
        """A line width in fractions of a pixel, for supersampled art."""
        return width * self.scale * self.palette.stroke

    def letters(self, size: float) -> int:
        """Height of the em of its letters in pixels."""
        return max(8, round(size * self.scale * self.zoom * self.palette.type))

    def font(self, size: float, weight: int = REGULAR) -> pygame.font.Font:
        """The font for a design size (20 is body text)."""
        return _font(self.letters(size), weight)

    def signs(self, size: float) -> pygame.font.Font:
        """The font that has the letters and signs that the others lack."""
        return _signs(self.letters(size))

    def text(self, text: str, size: float, colour: Colour, weight: int = REGULAR) -> pygame.Surface:
        """One line of text as a cached surface with straight alpha."""
        return _rendered(text, self.letters(size), weight, colour)

    def fitted(
        self,
        text: str,
        size: float,
        colour: Colour,
        weight: int = REGULAR,
        *,
        width: int,
        like: Sequence[str] = (),
    ) -> pygame.Surface:
        """One line of text, smaller than asked if it would not fit in `width` pixels.

        Beside others, `like` them, it is no larger than they are, in bold, in that width.
        """
        pixels = _fitting(text, self.letters(size), weight, width)
        pixels = min(pixels, *(_fitting(other, pixels, SEMIBOLD, width) for other in like), pixels)
        return _rendered(text, pixels, weight, colour)

    def measure(self, text: str, size: float, weight: int = REGULAR) -> int:
        """Width of one line of text in pixels."""
        return _width(text, self.letters(size), weight)

    def line_height(self, size: float) -> int:
        """Height of one line of text in pixels; `text` gives surfaces of this height."""
        return _font(self.letters(size), REGULAR).get_linesize()
