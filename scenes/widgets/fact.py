"""A short card with one thing that is known, and how well: a tag, the words, the source."""

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour, Palette
from scenes.draw.panels import put_rounded
from scenes.widgets.rich_text import RichText
from scenes.widgets.several import Several

FOUND, DERIVED, EXAMPLE, LEFT_OUT = "found", "derived", "example", "left_out"
TAGS = (FOUND, DERIVED, EXAMPLE, LEFT_OUT)
TAG, SOURCE = 16, 16  # letters
COLUMN = 132  # design px of the tags, where they stand beside the words
LEAST = 460  # design px wide that a card has them there
INSET, GAP, RADIUS = 14, 12, 12  # design px


def colours_of(tag: str, palette: Palette) -> tuple[Colour, Colour]:
    """The ground of a tag and its letters."""
    return {
        FOUND: (palette.teal_tint, palette.teal),
        DERIVED: (palette.ui, palette.ui_ink),
        EXAMPLE: (palette.amber_tint, palette.amber_ink),
    }.get(tag, (palette.panel, palette.ink))


class Fact(Several[RichText]):
    """A card.

    Parameters
    ----------
    tag : one of `TAGS`; `name` is what it is called.
    text, source : the words, and where they are from, "" where that is said.
    """

    def __init__(self, tag: str, name: str, text: str, source: str = "") -> None:
        self._tag, self._name = tag, name
        texts = [RichText(text)]
        if source:
            texts.append(RichText(source, size=SOURCE, colour="muted"))
        super().__init__(texts)

    def describe(self) -> str:
        """All of it."""
        return ". ".join([self._name, *(child.describe() for child in self.children)])

    def height(self, look: Look, width: int) -> int:
        """The words, with the tag beside or above them."""
        left, top = self._corner(look, width)
        room = max(1, width - left - look.px(INSET))
        words = sum(child.height(look, room) for child in self.children)
        return top + max(words, self._tag_high(look)) + look.px(GAP)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """The tag in the upper left corner, the words right of it or below."""
        super().place(rect, look)
        left, top = self._corner(look, rect.width)
        y, room = rect.top + top, max(1, rect.width - left - look.px(INSET))
        for child in self.children:
            high = child.height(look, room)
            child.place(pygame.Rect(rect.left + left, y, room, high), look)
            y += high

    def _tag_high(self, look: Look) -> int:
        return look.line_height(TAG) + look.px(6)

    def _corner(self, look: Look, width: int) -> tuple[int, int]:
        """Where the words begin, from the upper left corner of the card."""
        inset, gap = look.px(INSET), look.px(GAP)
        if width >= look.control(LEAST * look.palette.type):
            return inset + look.control(COLUMN * look.palette.type), gap
        return inset, gap + self._tag_high(look) + look.px(4)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """The card, the tag, the words."""
        palette, rect = look.palette, self.rect
        edge = look.line(1)
        put_rounded(surface, rect, look.px(RADIUS), palette.play, palette.line, edge)
        ground, ink = colours_of(self._tag, palette)
        face = look.text(self._name, TAG, ink, SEMIBOLD)
        pill = pygame.Rect(rect.left + look.px(INSET), rect.top + look.px(GAP), 0, 0)
        pill.size = face.get_width() + 2 * look.px(10), self._tag_high(look)
        put_rounded(surface, pill, pill.height / 2, ground, palette.edge, edge)
        surface.blit(face, face.get_rect(center=pill.center))
        super().draw(surface, look)
