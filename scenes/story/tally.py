"""What a class expects, in one slim row above the picture: in the hand, while it runs."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import focus_ring, put_rounded
from scenes.forms import Areas, EDGE, Form, GAP
from scenes.story.hands_up import Hands
from scenes.widgets.several import Several

HIGH, PICTURE, PAD = 52, 44, 6  # design px: of the row, of a picture in it, round both
LETTERS, COUNT = 15, 30
RADIUS = 12


class Slim(Hands):
    """An answer and its hands in one line; the word only where it has room."""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Picture, word, number; framed once it came true."""
        colours, box, pad = look.palette, self.rect, look.px(PAD)
        fill = colours.teal_tint if self.came else colours.panel
        edge, line = (colours.teal, 4.0) if self.came else (colours.edge, 1.5)
        put_rounded(surface, box, look.px(RADIUS), fill, edge, look.line(line))
        number = look.fitted(str(self.count), COUNT, colours.ink, SEMIBOLD, width=box.width // 3)
        right = box.right - pad - look.px(2)
        surface.blit(number, number.get_rect(midright=(right, box.centery)))
        side = min(look.px(PICTURE), box.width // 2)
        picture = pygame.Rect(box.left + pad, box.top + pad, side, box.height - 2 * pad)
        self._picture(surface, picture, look)
        room = right - number.get_width() - picture.right - 2 * pad
        if look.measure(self.label, LETTERS, SEMIBOLD) <= room:
            words = look.text(self.label, LETTERS, colours.ink, SEMIBOLD)
            surface.blit(words, words.get_rect(midleft=(picture.right + pad, box.centery)))
        if self.ring:
            focus_ring(surface, box, look.px(RADIUS), look)


class Tally(Several[Slim]):
    """All answers of a step side by side; what is below gives them the room."""

    def show(self, counters: Sequence[Slim]) -> None:
        """Have these, where the others were."""
        self.children = list(counters)
        for child in self.children:
            child.parent = self

    def place_above(self, areas: Areas, look: Look) -> Areas:
        """Take a row under the header; what is left of the window."""
        high, gap, header = look.control(HIGH), look.px(GAP), areas.header
        left, taken = header.left, high + gap
        if areas.form is Form.LOW:
            wide = areas.play.right - left - look.px(EDGE)
            self.place(pygame.Rect(left, areas.play.top + gap // 2, wide, high), look)
            return replace(areas, play=_lower(areas.play, taken))
        self.place(pygame.Rect(left, header.bottom + gap // 2, header.width, high), look)
        above = pygame.Rect(header.topleft, (header.width, header.height + taken))
        words = areas.words.move(0, taken) if areas.words else None
        play = _lower(areas.play, taken)
        return replace(areas, header=above, words=words, play=play, panel=play.copy())

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """In equal parts."""
        super().place(rect, look)
        count, gap = max(1, len(self.children)), look.px(GAP)
        wide = (rect.width - gap * (count - 1)) // count
        for index, child in enumerate(self.children):
            left = rect.left + index * (wide + gap)
            child.place(pygame.Rect(left, rect.top, wide, rect.height), look)


def _lower(play: pygame.Rect, taken: int) -> pygame.Rect:
    return pygame.Rect(play.left, play.top + taken, play.width, max(0, play.height - taken))
