"""An on-off switch, alone or with words on its left."""

from collections.abc import Callable
from typing import Literal

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, focus_ring, put_centred, put_rounded
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Pressable

SIZE = (64, 36)
KNOB = 13
# With large text the words need the width more than the drawing of a switch does.
MOST = 1.45


def ornament(look: Look, length: float) -> int:
    """A length of a drawing beside words: follows the text zoom, but only up to 145 %."""
    return round(length * look.scale * min(look.zoom, MOST))


def draw_switch(
    surface: pygame.Surface,
    look: Look,
    box: pygame.Rect,
    colour: Colour,
    state: Pressable,
    *,
    on: bool,
) -> None:
    """The switch itself, filling `box`; `state` says whether it is enabled, hovered, pressed."""
    colours = look.palette
    grow = box.height / SIZE[1]
    radius = KNOB * grow
    reach = box.height / 2
    # The shape says on or off without colour: side of the knob, and a tick.
    x = box.right - reach if on else box.left + reach
    quiet = colours.edge if state.enabled else colours.disabled
    full = colour if state.enabled else colours.disabled
    if on:
        put_rounded(surface, box, reach, full)
    else:
        line = look.line(1.7)
        put_rounded(surface, box, reach, colours.field, quiet, line)
    if state.enabled and (state.pressed or state.hovered):
        wide, alpha = (27, 87) if state.pressed else (24, 56)
        tint = full if on else quiet
        put_centred(surface, disc(round(wide * grow), tint, alpha=alpha), (x, box.centery))
    knob = colours.knob_on if on else quiet
    put_centred(surface, disc(radius, knob), (x, box.centery))
    if on:
        put_centred(surface, icon("check", round(16 * grow), full), (x, box.centery))


class Switch(Pressable):
    """An on-off switch.

    Parameters
    ----------
    label : words on its left; the whole row is the hit area. May be empty.
    on : the start.
    on_change : called with the new state when the user changes it.
    colour : name of the palette colour when on.
    name : what a screen reader says if there are no words.
    """

    def __init__(
        self,
        label: str = "",
        *,
        on: bool = False,
        on_change: Callable[[bool], None] = lambda on: None,
        colour: Literal["teal", "brick", "ui"] = "teal",
        name: str = "",
    ) -> None:
        super().__init__()
        self.label = label
        self.on = on
        self.on_change = on_change
        self.colour: Literal["teal", "brick", "ui"] = colour
        self.name = name

    def activate(self) -> None:
        """Flip, then tell."""
        self.on = not self.on
        self.on_change(self.on)

    def describe(self) -> str:
        """Its words."""
        return self.name or self.label

    def width(self, look: Look) -> int:
        """The switch, with its words beside it."""
        words = look.measure(self.label, 20) + look.control(12) if self.label else 0
        return words + ornament(look, SIZE[0])

    def height(self, look: Look, width: int) -> int:
        """Room for a finger, or for the lines of its words."""
        words = len(self._lines(look, width)) * look.line_height(20)
        return max(look.control(look.finger), words + look.control(4))

    def _lines(self, look: Look, width: int) -> tuple[str, ...]:
        if not self.label:
            return ()
        room = width - ornament(look, SIZE[0] + 12)
        return wrap(self.label, look.font(20), max(room, look.control(20)))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Words, switch and ring."""
        colours = look.palette
        size = (ornament(look, SIZE[0]), ornament(look, SIZE[1]))
        box = pygame.Rect((0, 0), size)
        box.midright = self.rect.midright
        if not self.label:
            box.center = self.rect.center
        ink = colours.ink if self.enabled else colours.disabled
        lines = self._lines(look, self.rect.width)
        y = self.rect.centery - len(lines) * look.line_height(20) // 2
        for line in lines:
            surface.blit(look.text(line, 20, ink), (self.rect.left, y))
            y += look.line_height(20)
        draw_switch(surface, look, box, getattr(colours, self.colour), self, on=self.on)
        if self.ring:
            focus_ring(surface, box.inflate(2, 2), box.height / 2, look)
