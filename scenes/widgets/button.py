"""Buttons: plain, primary, toggle, round, text and row.

One class with a `kind`, because all of them behave alike: they act on release
inside them and on Space or Enter, and differ only in their clothes.
"""

from collections.abc import Callable, Sequence
from typing import Literal

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import focus_ring, put_rounded
from scenes.draw.shapes import put
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Pressable

Kind = Literal["plain", "primary", "toggle", "round", "text", "row"]

HEIGHT = 48
ICON = 24
GAP = 10
PADDING = 20
STACKED = 66  # an icon above its name


class Button(Pressable):
    """A push button.

    Parameters
    ----------
    text : its words; may be empty if there is an icon.
    icon : a name from `scenes.draw.icons`, or "".
    on_press : called after a press (for a toggle, after `on` has changed).
    kind : "plain", "primary", "toggle" (stays on), "round" (icon only),
        "text" (no border), "row" (full width, words left, icon right).
    name : what a screen reader says for a button without words.
    stacked : the icon above the words (large text).
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        on_press: Callable[[], None] = lambda: None,
        kind: Kind = "plain",
        name: str = "",
        on: bool = False,
        stacked: bool = False,
    ) -> None:
        super().__init__()
        self.text = text
        self.icon = icon
        self.on_press = on_press
        self.kind: Kind = kind
        self.name = name
        self.on = on
        self.stacked = stacked
        self.bare = False  # without a box, whatever its kind
        self.size = 20.0  # of its letters
        self.trailing = False  # the icon after the words

    def activate(self) -> None:
        """Flip a toggle, then tell."""
        if self.kind == "toggle":
            self.on = not self.on
        self.on_press()

    def describe(self) -> str:
        """Its name or its words."""
        return self.name or self.text

    def width(self, look: Look) -> int:
        """Width for icon and words on one line (or above each other)."""
        if self.kind == "round":
            return look.control(HEIGHT)
        words = look.measure(self.text, self.size, SEMIBOLD) if self.text else 0
        picture = look.control(ICON) if self.icon else 0
        if self.stacked:
            return max(words, picture) + look.control(PADDING)
        gap = look.control(GAP) if words and picture else 0
        return max(look.control(HEIGHT), words + gap + picture + 2 * look.control(PADDING))

    def least(self, look: Look, *, whole: bool = False) -> int:
        """The width with its words alone, or with its icon where that is narrower.

        Under an icon they may stand one below another, unless they are to be `whole`.
        """
        parts = self.text.split() if self.stacked and not whole else [self.text]
        longest = max((look.measure(part, self.size, SEMIBOLD) for part in parts), default=0)
        words = longest + 2 * look.px(8) if self.text else 0
        touched = look.control(HEIGHT)
        return max(touched, words)

    def height(self, look: Look, width: int) -> int:
        """48 design pixels, more if the letters are larger or the icon is on top."""
        if self.stacked and self.icon and self.text:
            return look.control(STACKED)
        lines = len(self._lines(look, width)) if self.text and width else 1
        return max(look.control(HEIGHT), lines * look.line_height(20) + look.control(GAP))

    def words_high(self, look: Look, width: int) -> int:
        """How high it has to be for its words under an icon, or alone where they break."""
        words = wrap(self.text, look.font(self.size, SEMIBOLD), max(1, width - 2 * look.px(6)))
        return len(words) * look.line_height(self.size) + look.px(GAP)

    def _lines(self, look: Look, width: int) -> tuple[str, ...]:
        """Its words, where they may break."""
        if self.kind == "row":
            taken = look.control(20 + GAP) if self.icon else 0
            return wrap(self.text, look.font(20), max(1, width - taken))
        return wrap(self.text, look.font(self.size, SEMIBOLD), max(1, width - 2 * look.px(8)))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Box, icon, words and ring."""
        fill, border, width, ink = self._clothes(look)
        radius = look.control(16) if self.stacked else self.rect.height / 2
        if self.kind == "row":
            radius = look.px(10)
        if fill is not None or border is not None:
            put_rounded(surface, self.rect, radius, fill, border, width)
        if self.ring:
            focus_ring(surface, self.rect, radius, look)
        if self.kind == "row":
            self._draw_row(surface, look, ink)
        elif self.stacked and self.icon and self.text:
            self._draw_stacked(surface, look, ink)
        else:
            self._draw_line(surface, look, ink)

    def _clothes(self, look: Look) -> tuple[Colour | None, Colour | None, float, Colour]:
        """Fill, border, border width and ink of the present state."""
        colours = look.palette
        thin = look.line(1.5)
        bare = self.bare or self.kind in ("text", "row")
        if not self.enabled:
            fill = colours.field if self.kind == "primary" else None if bare else colours.panel
            border = None if self.kind == "primary" or bare else colours.line
            return fill, border, thin, colours.disabled
        if self.kind == "primary":
            fill = colours.ui_press if self.pressed else colours.ui
            fill = colours.ui_hover if self.hovered and not self.pressed else fill
            return fill, None, 0.0, colours.ui_ink
        if self.kind == "toggle" and self.on:
            return colours.on, None if bare else colours.ui, look.line(3), colours.ink
        fill = None if bare else colours.panel
        if self.pressed:
            fill = colours.track
        elif self.hovered:
            fill = colours.field
        return fill, None if bare else colours.edge, thin, colours.ink

    def _draw_line(self, surface: pygame.Surface, look: Look, ink: Colour) -> None:
        box = self.rect
        # The icon gives way before the words do, and never grows past the box.
        side = min(look.control(ICON), box.height * 2 // 3) if self.icon else 0
        gap = look.control(GAP) if self.icon and self.text else 0
        inside = max(1, box.width - 2 * look.px(8))
        text, wide = self.text, look.measure(self.text, self.size, SEMIBOLD) if self.text else 0
        lines = self._lines(look, box.width) if wide > inside else ()
        high = look.line_height(self.size)
        if " " in text and len(lines) > 1 and len(lines) * high <= box.height:
            y = box.centery - len(lines) * high // 2
            for line in lines:
                face = look.text(line, self.size, ink, SEMIBOLD)
                surface.blit(face, (box.centerx - face.get_width() // 2, y))
                y += high
            return
        if wide > inside and side:
            text, gap = "", 0
        elif wide > inside - side - gap:
            side = gap = 0
        words = None
        if text:
            room = inside - side - gap
            words = look.fitted(text, self.size, ink, SEMIBOLD, width=room)
        wide = words.get_width() if words else 0
        x = box.centerx - (side + gap + wide) // 2
        at = (x + wide + gap if self.trailing else x, box.centery - side // 2)
        if side:
            put(surface, icon(self.icon, side, ink), at)
        if words:
            left = x if self.trailing else x + side + gap
            surface.blit(words, (left, box.centery - words.get_height() // 2))

    def _draw_stacked(self, surface: pygame.Surface, look: Look, ink: Colour) -> None:
        box = self.rect
        side = min(look.control(ICON), box.height // 2)
        weight = REGULAR if self.bare else SEMIBOLD
        room = box.width - 2 * look.px(0 if self.bare else 6)
        lines, high = (
            wrap(self.text, look.font(self.size, weight), room),
            look.line_height(self.size),
        )
        if side > box.height - len(lines) * high:  # the words alone
            side = 0
        spare = max(0, box.height - side - len(lines) * high)
        if side:
            at = (box.centerx - side // 2, box.top + spare // 3)
            put(surface, icon(self.icon, side, ink), at)
        y = box.bottom - (spare // 3 if side else spare // 2) - len(lines) * high
        for line in lines:
            words = look.text(line, self.size, ink, weight)
            surface.blit(words, (box.centerx - words.get_width() // 2, y))
            y += high

    def _draw_row(self, surface: pygame.Surface, look: Look, ink: Colour) -> None:
        box = self.rect
        side = look.control(20) if self.icon else 0
        lines, high = self._lines(look, box.width), look.line_height(20)
        y = box.centery - len(lines) * high // 2
        for line in lines:
            surface.blit(look.text(line, 20, ink), (box.left, y))
            y += high
        if self.icon:
            put(surface, icon(self.icon, side, ink), (box.right - side, box.centery - side // 2))


def share_row(buttons: Sequence[Button], rect: pygame.Rect, look: Look, gap: int) -> bool:
    """Give buttons equal parts of a row, or what their words need and a part of the rest.

    Whether all words have room.
    """
    room = rect.width - gap * (len(buttons) - 1)
    needs, whole = (
        [button.least(look, whole=whole) for button in buttons] for whole in (False, True)
    )
    for index in sorted(range(len(buttons)), key=whole.__getitem__):  # on one line, where it fits
        if sum(needs) - needs[index] + whole[index] <= room:
            needs[index] = whole[index]
    equal, spare = room // len(buttons), (room - sum(needs)) // len(buttons)
    fits = spare >= 0
    left = rect.left
    for button, need in zip(buttons, needs, strict=True):
        wide = need + spare if fits and max(needs) > equal else equal
        button.place(pygame.Rect(left, rect.top, wide, rect.height), look)
        left += wide + gap
    return fits
