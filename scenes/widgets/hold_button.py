"""A large button that acts the moment it is touched, and again as long as it is held."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.panels import disc, focus_ring, put_centred, put_rounded
from scenes.forms import LARGE_TEXT
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import LEFT, Pressable

RADIUS = 28
TITLES, NOTE = (30, 26, 22, 20), 20  # letters: the largest that have room
DISC = 36
PAD, NEARER = 20, 12  # design px beside the words, the latter in the hand and with large letters
KEY = (42, 40)
MOST_LINES = 2  # of the title


class Typeset(NamedTuple):
    """The title as it is written, the width it has, and whether hand and key are beside it."""

    size: float
    lines: tuple[str, ...]
    width: int
    hand: bool
    key: bool


class HoldButton(Pressable):
    """A button in the colour of what it works.

    Parameters
    ----------
    title, note : its words; the note is left out where it has no room.
    key : the key that does the same, shown on a cap where there are keys.
    colour : "teal" or "brick".
    press : called at once when it is touched, and at every frame while it is held.
    like : titles of buttons of the same size beside it, which have letters of one size.
    on : whether to show it as at work.
    """

    def __init__(
        self,
        title: str,
        note: str,
        key: str,
        colour: str,
        press: Callable[[], None],
        *,
        like: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.title, self.note, self.key = title, note, key
        self.colour = colour
        self.on = False
        self._press = press
        self._titles = (title, *like)

    def activate(self) -> None:
        """A key: at once. A pointer has done it already, when it came down."""
        if self._key is not None:
            self._press()

    def handle(self, event: pygame.event.Event) -> bool:
        """As any button, but a touch counts when it comes, not when it goes."""
        used = super().handle(event)
        if used and event.type == pygame.MOUSEBUTTONDOWN and event.button == LEFT:
            self._press()
        return used

    @property
    def moves(self) -> bool:
        """It goes on pressing while it is held."""
        return self.pressed

    def update(self, now_s: float) -> None:
        """Go on pressing while it is held."""
        if self.pressed:
            self._press()

    def describe(self) -> str:
        """Its words."""
        return f"{self.title}: {self.note}"

    def _close(self, look: Look) -> bool:
        """Whether the words need the room of key cap and margins."""
        return look.strict or look.zoom >= LARGE_TEXT

    def _pad(self, look: Look) -> int:
        return look.px(NEARER if self._close(look) else PAD)

    def _size(self, look: Look, width: int, lines: int) -> float:
        """The largest letters with which titles have so many lines of a width, 0 for none."""
        for size in TITLES:
            font = look.font(size, SEMIBOLD)
            words = [word for title in self._titles for word in title.split()]
            whole = max(font.size(word)[0] for word in words) <= width
            if whole and all(len(wrap(title, font, width)) <= lines for title in self._titles):
                return size
        return 0.0

    def _typeset(self, look: Look, width: int) -> Typeset:
        """The words in a button of this width: first the hand gives way to them, then the key."""
        pad, cap = self._pad(look), look.px(KEY[0] + 8)
        room = max(1, width - 2 * pad)
        beside = room - cap - 2 * look.px(DISC) - pad
        tries = [] if self._close(look) else [(beside, True, True), (room - cap, False, True)]
        for wide, hand, key in [*tries, (room, False, False)]:
            size = self._size(look, wide, 1)
            if size:
                return Typeset(size, (self.title,), wide, hand, key)
        size = self._size(look, room, MOST_LINES) or TITLES[-1]
        lines = wrap(self.title, look.font(size, SEMIBOLD), room)
        return Typeset(size, lines, room, hand=False, key=False)

    def height(self, look: Look, width: int) -> int:
        """Title and note below each other, and air."""
        words = self._typeset(look, width)
        lines = len(words.lines) * look.line_height(words.size)
        return lines + look.line_height(NOTE) + look.px(36)

    def least(self, look: Look, width: int) -> int:
        """The same without the note, and with as many lines as the longest title beside it."""
        words = self._typeset(look, width)
        font = look.font(words.size, SEMIBOLD)
        most = max(len(wrap(title, font, words.width)) for title in self._titles)
        return most * look.line_height(words.size) + look.px(PAD)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Box, hand, words, key cap and ring."""
        colours, box = look.palette, self.rect
        full = self.on or self.pressed
        tone = getattr(colours, self.colour)
        tint = getattr(colours, f"{self.colour}_tint")
        ink = colours.ui_ink if full else tone
        radius, width = look.px(RADIUS), look.line(5 if self.hovered else 4)
        put_rounded(surface, box, radius, tone if full else tint, tone, width)
        pad, words = self._pad(look), self._typeset(look, box.width)
        left = box.left + pad
        if words.hand:
            reach = look.px(DISC)
            centre = (left + reach, box.centery)
            put_centred(surface, disc(reach, colours.panel), centre)
            put_centred(surface, icon("tap", look.px(44), tone), centre)
            left += 2 * reach + pad
        faces = [look.text(line, words.size, ink, SEMIBOLD) for line in words.lines]
        notes = wrap(self.note, look.font(NOTE), words.width)
        high = sum(face.get_height() for face in faces)
        if high + len(notes) * look.line_height(NOTE) + look.px(NEARER) <= box.height:
            faces += [look.text(line, NOTE, ink, REGULAR) for line in notes]
        y = box.centery - sum(face.get_height() for face in faces) // 2
        for face in faces:
            surface.blit(face, (left, y))
            y += face.get_height()
        if self.ring:
            focus_ring(surface, box, radius, look)
        if not words.key:
            return
        key = pygame.Rect(0, 0, look.px(KEY[0]), look.px(KEY[1]))
        key.bottomright = (box.right - pad, box.bottom - look.px(16))
        put_rounded(surface, key, look.px(9), None, ink, look.line(2))
        letter = look.fitted(self.key, 20, ink, SEMIBOLD, width=key.width - look.px(8))
        surface.blit(letter, letter.get_rect(center=key.center))
