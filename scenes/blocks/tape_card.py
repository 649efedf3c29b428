"""The tape card: a roll of tape, a name, what it does now, and a switch.

The whole card is one switch, so that it can be hit without aiming.
"""

from collections.abc import Callable
from functools import lru_cache

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import focus_ring, put_rounded
from scenes.draw.shapes import put, supersampled
from scenes.widgets.switch import draw_switch, ornament
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Pressable

HEIGHT = 76
SWITCH = (77, 43)
ROLL = 44
RADIUS = 16
PADDING = 19
GAP = 14


@lru_cache(maxsize=32)
def roll(side: int, colour: Colour, gap: Colour, hole: Colour) -> pygame.Surface:
    """A roll of tape seen from the side, with its loose end."""

    def paint(large: pygame.Surface, factor: int) -> None:
        unit = side * factor / ROLL
        centre = (21.5 * unit, 22 * unit)
        for radius, fill in ((21, colour), (15.2, gap), (13.6, colour), (9, hole)):
            pygame.draw.circle(large, fill, centre, radius * unit)
        end = pygame.Rect(round(21.5 * unit), round(36 * unit), round(22 * unit), round(7 * unit))
        pygame.draw.rect(large, colour, end)

    return supersampled((side, side), paint, 4)


class TapeCard(Pressable):
    """A card that puts the tape on and takes it off.

    Parameters
    ----------
    title : the name of what it switches.
    when_off, when_on : the line that says how it is now.
    on : the start.
    on_change : called with the new state when the user changes it.
    """

    def __init__(
        self,
        title: str,
        when_off: str,
        when_on: str,
        *,
        on: bool = False,
        on_change: Callable[[bool], None] = lambda on: None,
    ) -> None:
        super().__init__()
        self.title = title
        self.when_off = when_off
        self.when_on = when_on
        self.on = on
        self.on_change = on_change

    def activate(self) -> None:
        """Flip, then tell."""
        self.on = not self.on
        self.on_change(self.on)

    def describe(self) -> str:
        """Title and state."""
        return f"{self.title}: {self.when_on if self.on else self.when_off}"

    def height(self, look: Look, width: int) -> int:
        """76 design pixels, or what the words need; the same on and off."""
        room = self._room(look, width)
        count = max(
            len(wrap(state, look.font(20), room)) for state in (self.when_on, self.when_off)
        )
        words = look.line_height(23) + count * look.line_height(20) + 2 * look.control(10)
        return max(look.control(HEIGHT), words)

    def width(self, look: Look) -> int:
        """Roll, words and switch in a row."""
        words = max(look.measure(text, 20) for text in (self.when_on, self.when_off))
        words = max(words, look.measure(self.title, 23, SEMIBOLD))
        return words + ornament(look, ROLL + SWITCH[0]) + look.px(2 * PADDING + 2 * GAP)

    def _room(self, look: Look, width: int) -> int:
        taken = ornament(look, ROLL + SWITCH[0]) + look.px(2 * PADDING + 2 * GAP)
        return max(width - taken, width // 4)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Card, roll, words, switch and ring."""
        colours, box = look.palette, self.rect
        radius = look.px(RADIUS)
        fill = colours.teal_tint if self.on and self.enabled else colours.field
        border = colours.teal if self.on and self.enabled else None
        if self.enabled and self.pressed:
            fill = colours.track
        elif self.enabled and self.hovered and not self.on:
            border = colours.edge
        put_rounded(surface, box, radius, fill, border, look.line(2))
        self._draw_words(surface, look, fill)
        switch = pygame.Rect(0, 0, ornament(look, SWITCH[0]), ornament(look, SWITCH[1]))
        switch.midright = (box.right - look.px(PADDING), box.centery)
        draw_switch(surface, look, switch, colours.teal, self, on=self.on)
        if self.ring:
            focus_ring(surface, box, radius, look)

    def _draw_words(self, surface: pygame.Surface, look: Look, fill: Colour) -> None:
        colours, box = look.palette, self.rect
        tone = colours.teal if self.on else colours.edge
        ink, muted = colours.ink, colours.ink if self.on else colours.muted
        if not self.enabled:
            tone = ink = muted = colours.disabled
        side = ornament(look, ROLL)
        x = box.left + look.px(PADDING)
        hole = fill if self.on else colours.panel
        put(surface, roll(side, tone, fill, hole), (x, box.centery - side // 2))
        x += side + look.px(GAP)
        room = self._room(look, box.width)
        lines = wrap(self.when_on if self.on else self.when_off, look.font(20), room)
        high = look.line_height(23) + len(lines) * look.line_height(20)
        # Title and state stand closer together than two lines of running text.
        tuck = look.control(2)
        y = box.centery - (high - tuck) // 2
        surface.blit(look.fitted(self.title, 23, ink, SEMIBOLD, width=room), (x, y))
        y += look.line_height(23) - tuck
        for line in lines:
            surface.blit(look.fitted(line, 20, muted, width=room), (x, y))
            y += look.line_height(20)
