"""Answers as pictures, side by side; below each other where their words need the width.

One is chosen, and one has come true.
"""

from collections.abc import Callable

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import disc, focus_ring, put_centred, put_rounded
from scenes.widgets.several import Several
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Pressable, Widget

PICTURE, PAD, GAP = 60, 8, 8  # design px: height of a picture, round it, between answers
LETTERS = 18
BADGE, RADIUS = 12, 14
ROW = 1.3  # of its height: how wide the picture is beside its words

Picture = Callable[[pygame.Surface, pygame.Rect, Look], None]


class Answer(Pressable):
    """A picture with a word: `chosen` by somebody, `came` true."""

    def __init__(self, label: str, picture: Picture, choose: Callable[[], None]) -> None:
        super().__init__()
        self.label = label
        self._picture = picture
        self._choose = choose
        self.chosen = self.came = False
        self.beside = False  # the words beside the picture
        self.tall = PICTURE  # design px of the picture

    def activate(self) -> None:
        """Choose it."""
        self._choose()

    def describe(self) -> str:
        """Its word."""
        return self.label

    def _lines(self, look: Look, width: int) -> list[str]:
        return list(wrap(self.label, look.font(LETTERS, SEMIBOLD), max(1, width)))

    def _room(self, look: Look, width: int) -> int:
        """What is left for words."""
        taken = round(ROW * look.px(self.tall)) + 2 * look.px(PAD) if self.beside else 0
        return width - look.px(PAD) - taken

    def breaks(self, look: Look, width: int) -> bool:
        """Whether a word is wider than so much room."""
        room = width - look.px(PAD)
        return any(look.measure(word, LETTERS, SEMIBOLD) > room for word in self.label.split())

    def height(self, look: Look, width: int) -> int:
        """Picture and words."""
        words = len(self._lines(look, self._room(look, width))) * look.line_height(LETTERS)
        picture = look.px(self.tall)
        inside = max(picture, words) if self.beside else picture + look.px(PAD // 2) + words
        return inside + 2 * look.px(PAD)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Box, picture, words; a tick where it came true."""
        colours, box, pad = look.palette, self.rect, look.px(PAD)
        fill = colours.track if self.pressed else colours.field if self.hovered else colours.panel
        edge, width = (colours.ui, 3.0) if self.chosen else (colours.edge, 1.5)
        fill = colours.on if self.chosen else fill
        put_rounded(surface, box, look.px(RADIUS), fill, edge, look.line(width))
        inside = box.inflate(-2 * pad, -2 * pad)
        picture = pygame.Rect(inside.topleft, (inside.width, look.px(self.tall)))
        lines = self._lines(look, self._room(look, box.width))
        high = len(lines) * look.line_height(LETTERS)
        middle, y = inside.centerx, picture.bottom + look.px(PAD // 2)
        if self.beside:
            picture.width = round(ROW * picture.height)
            picture.centery = inside.centery
            middle, y = (picture.right + pad + inside.right) // 2, inside.centery - high // 2
        self._picture(surface, picture, look)
        for line in lines:
            words = look.text(line, LETTERS, colours.ink, SEMIBOLD)
            surface.blit(words, words.get_rect(midtop=(middle, y)))
            y += look.line_height(LETTERS)
        if self.came:
            spot = (box.right - look.px(PAD), box.top + look.px(PAD))
            put_centred(surface, disc(look.control(BADGE), colours.teal), spot)
            put_centred(surface, icon("check", look.control(BADGE + 4), colours.panel), spot)
        if self.ring:
            focus_ring(surface, box, look.px(RADIUS), look)


class Answers(Several[Answer]):
    """Two or three answers in a row."""

    def _wide(self, look: Look, width: int) -> int:
        """Of one answer; all of the width where words would break in less."""
        count, gap = len(self.children), look.px(GAP)
        each = (width - gap * (count - 1)) // max(1, count)
        beside = any(child.breaks(look, each) for child in self.children)
        for child in self.children:
            child.beside = beside
        return width if beside else each

    def height(self, look: Look, width: int) -> int:
        """The highest, or all below each other."""
        each = self._wide(look, width)
        heights = [child.height(look, each) for child in self.children]
        if not heights or each < width:
            return max(heights, default=0)
        return sum(heights) + look.px(GAP) * (len(heights) - 1)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay the answers out."""
        super().place(rect, look)
        each, gap = self._wide(look, rect.width), look.px(GAP)
        high, left, top = self.height(look, rect.width), rect.left, rect.top
        for child in self.children:
            if child.beside:
                high = child.height(look, each)
            child.place(pygame.Rect(left, top, each, high), look)
            if child.beside:
                top += high + gap
            else:
                left += each + gap

    def reveal(self, child: Widget) -> None:
        """All of them, where they lie in something that scrolls."""
        if self.parent is not None:
            self.parent.reveal(self)
