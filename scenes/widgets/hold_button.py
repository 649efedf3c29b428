"""A large button that acts the moment it is touched, and again as long as it is held."""

from collections.abc import Callable

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.panels import disc, focus_ring, put_centred, put_rounded
from scenes.forms import LARGE_TEXT
from scenes.widgets.widget import LEFT, Pressable

RADIUS = 28
TITLE, NOTE = 30, 20
DISC = 36
KEY = (42, 40)


class HoldButton(Pressable):
    """A button in the colour of what it works.

    Parameters
    ----------
    title, note : its words.
    key : the key that does the same, shown on a cap.
    colour : "teal" or "brick".
    press : called at once when it is touched, and at every frame while it is held.
    on : whether to show it as at work.
    """

    def __init__(
        self, title: str, note: str, key: str, colour: str, press: Callable[[], None]
    ) -> None:
        super().__init__()
        self.title, self.note, self.key = title, note, key
        self.colour = colour
        self.on = False
        self._press = press

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

    def height(self, look: Look, width: int) -> int:
        """Two lines and air."""
        return look.line_height(TITLE) + look.line_height(NOTE) + look.px(36)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Box, hand, words, key cap and ring."""
        colours, box = look.palette, self.rect
        full = self.on or self.pressed
        tone = getattr(colours, self.colour)
        tint = getattr(colours, f"{self.colour}_tint")
        ink = colours.ui_ink if full else tone
        radius, width = look.px(RADIUS), look.line(5 if self.hovered else 4)
        put_rounded(surface, box, radius, tone if full else tint, tone, width)
        left, pad = box.left + look.px(24), look.px(20)
        if look.zoom < LARGE_TEXT and box.width > look.px(300):
            reach = look.px(DISC)
            centre = (left + reach, box.centery)
            put_centred(surface, disc(reach, colours.panel), centre)
            put_centred(surface, icon("tap", look.px(44), tone), centre)
            left += 2 * reach + pad
        # With large letters the words need the room of the key cap.
        cap = look.px(KEY[0]) if look.zoom < LARGE_TEXT else 0
        room = max(1, box.right - pad - cap - look.px(8) - left)
        lines = [
            look.fitted(self.title, TITLE, ink, SEMIBOLD, width=room),
            look.fitted(self.note, NOTE, ink, REGULAR, width=room),
        ]
        y = box.centery - sum(line.get_height() for line in lines) // 2
        for line in lines:
            surface.blit(line, (left, y))
            y += line.get_height()
        if self.ring:
            focus_ring(surface, box, radius, look)
        if not cap:
            return
        key = pygame.Rect(0, 0, cap, look.px(KEY[1]))
        key.bottomright = (box.right - pad, box.bottom - look.px(16))
        put_rounded(surface, key, look.px(9), None, ink, look.line(2))
        letter = look.fitted(self.key, 20, ink, SEMIBOLD, width=cap - look.px(8))
        surface.blit(letter, letter.get_rect(center=key.center))
