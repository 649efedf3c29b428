"""Letters that a user typed: measured and drawn, and never kept among the rendered words."""

from functools import lru_cache
from itertools import groupby

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import Colour

NO_LETTER = "\uffff"  # never one, so that a font shows its sign for what it does not have


@lru_cache(maxsize=1024)
def has_letter(font: pygame.font.Font, letter: str) -> bool:
    """Whether a font can show a letter; its metrics do not tell."""
    shown, missing = (font.render(text, True, "black") for text in (letter, NO_LETTER))
    return pygame.image.tobytes(shown, "RGBA") != pygame.image.tobytes(missing, "RGBA")


class Letters:
    """The font of the screen, and where it lacks a letter the one that has signs."""

    def __init__(self, look: Look, size: float) -> None:
        self._font, self._signs = look.font(size), look.signs(size)
        self.pitch = self._font.get_linesize()

    def known(self, letter: str) -> bool:
        """Whether a letter can be shown."""
        return letter.isprintable() and (
            has_letter(self._font, letter) or has_letter(self._signs, letter)
        )

    def width(self, text: str) -> int:
        """How wide letters are [pixels]."""
        return sum(font.size(run)[0] for font, run in self._runs(text))

    def draw(self, surface: pygame.Surface, text: str, at: tuple[int, int], colour: Colour) -> None:
        """Draw letters from a place on."""
        x, base = at[0], self._font.get_ascent()
        for font, run in self._runs(text):
            if run.strip():
                surface.blit(font.render(run, True, colour), (x, at[1] + base - font.get_ascent()))
            x += font.size(run)[0]

    def _runs(self, text: str) -> list[tuple[pygame.font.Font, str]]:
        own = groupby(text, lambda letter: letter.isascii() or has_letter(self._font, letter))
        return [(self._font if mine else self._signs, "".join(run)) for mine, run in own]
