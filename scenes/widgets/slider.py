"""A slider: words left, value right, a track below with a knob.

The whole rectangle is the hit area. Page Up and Page Down go a tenth of the track;
else it is a handle as others are (`scenes.widgets.handle`).

Place on the track and value: value = low + (high - low) f^power, f from 0 to 1.
A power above 1 gives small values more room.
"""

import math
from collections.abc import Callable
from typing import Literal

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, focus_ring, put_centred, rounded
from scenes.draw.shapes import put
from scenes.widgets.handle import Handle, Move
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Position

Meaning = Literal["brick", "teal", "force", "ui"]

KNOB = 13
TRACK = 8
DROP = 34  # from the middle of the words to the middle of the track
BELOW = 16  # from the middle of the track to the lower edge
PAGE = 0.1
TENTHS = 10  # fine steps in a step


class Slider(Handle):
    """A slider for a number.

    Parameters
    ----------
    label : the words left above the track.
    low, high, step : the range and its smallest step, in the unit of the value.
    value : the start; put in range and on a step.
    text : gives the words for a value ("0,3 N").
    on_change : called with the new value when the user changes it.
    colour : what it means: "brick", "teal", "force" or "ui".
    power : shape of the scale, see the module.
    snap : puts any number on an allowed one, in place of `step`; `step` stays
        what an arrow key adds before snapping.
    fine : whether there are values between two steps, for Shift and for what is shown.
        Where a snap is coarse, Shift goes a tenth of what an arrow key goes there.
    note : a second, small line below the label.
    big_step : what Page Up adds; a tenth of the track if None.

    Raises
    ------
    ValueError
        If the range is empty, or the step is not positive.
    """

    def __init__(
        self,
        label: str,
        low: float,
        high: float,
        step: float,
        *,
        value: float | None = None,
        text: Callable[[float], str] = str,
        on_change: Callable[[float], None] = lambda value: None,
        colour: Meaning = "ui",
        power: float = 1.0,
        snap: Callable[[float], float] | None = None,
        fine: bool = False,
        note: str = "",
        big_step: float | None = None,
    ) -> None:
        super().__init__()
        if not low < high or step <= 0 or power <= 0:
            raise ValueError(f"no slider from {low} to {high} by {step}, power {power}")
        self.label = label
        self.low, self.high, self.step = low, high, step
        self.text = text
        self.on_change = on_change
        self.colour: Meaning = colour
        self.power = power
        self.note = note
        self.brief = ""  # what it is called, alone, where it has to be low
        self.big_step = big_step
        self._snap = snap
        self._fine = fine
        self._value = self._allowed(low if value is None else value)
        self._inset = KNOB

    @property
    def value(self) -> float:
        """The number shown; setting it takes the nearest allowed, without `on_change`."""
        return self._value

    @value.setter
    def value(self, value: float) -> None:
        self._value = self._allowed(value)

    def snapped(self, value: float) -> float:
        """The nearest value that drags and arrow keys reach."""
        if self._snap is not None:
            return self._in_range(self._snap(self._in_range(value)))
        return self._on_grid(value, self.step)

    def _allowed(self, value: float) -> float:
        """The nearest value of all, also of those between two steps."""
        return self._on_grid(value, self.step / TENTHS) if self._fine else self.snapped(value)

    def _on_grid(self, value: float, step: float) -> float:
        value = self._in_range(value)
        if value < self.high:
            # The upper end counts as a step even where the steps do not hit it.
            value = self.low + round((value - self.low) / step) * step
        return self._in_range(value)

    def _in_range(self, value: float) -> float:
        # 0.1 + 0.2 must not show as 0.30000000000000004.
        return min(max(round(value, 9), self.low), self.high)

    def fraction(self, value: float) -> float:
        """Place of a value on the track, 0 to 1."""
        return float(((value - self.low) / (self.high - self.low)) ** (1 / self.power))

    def at_fraction(self, fraction: float) -> float:
        """The allowed value nearest to a place on the track."""
        within = min(max(fraction, 0.0), 1.0)
        return self.snapped(self.low + (self.high - self.low) * within**self.power)

    @property
    def knob(self) -> tuple[float, float]:
        """Where the knob is; its height does not matter."""
        x = self.rect.left + self._inset + self.fraction(self._value) * self._span()
        return x, self.rect.centery

    def on_knob(self, position: Position) -> bool:
        """Above and below the knob counts too."""
        return abs(position[0] - self.knob[0]) <= self._inset

    def drag_to(self, x: float, y: float) -> None:
        """Take the nearest step there."""
        place = (x - self.rect.left - self._inset) / self._span()
        # Holding the knob off its centre must not move it by itself.
        if abs(place - self.fraction(self._value)) >= 0.5 / self._span():
            self._change(self.at_fraction(place))

    def move_by(self, move: Move) -> None:
        """Go by steps, tenths of the track, or to an end."""
        way = 1 if move.along > 0 else -1
        if move.by == "end":
            self._change(self.high if way > 0 else self.low)
        elif move.by == "page":
            self._change(self._paged(way))
        elif move.fine and self._fine:
            self._change(self._allowed(self._value + way * self._step_here(way) / TENTHS))
        else:
            self._change(self._stepped(self._value, way))

    def take(self, value: float) -> None:
        """Take a value that was asked for, or at least a step that way."""
        if value != self._value:
            near = self.snapped(value)
            way = 1 if value > self._value else -1
            self._change(near if near != self._value else self._stepped(near, way))

    def _stepped(self, value: float, way: int) -> float:
        """The next value up or down: where a snap is coarse, several steps away."""
        for count in range(1, math.ceil((self.high - self.low) / self.step) + 2):
            there = self.snapped(value + way * count * self.step)
            # From between two steps the nearest may lie behind.
            if (there - value) * way > 0:
                return there
        return value

    def _step_here(self, way: int) -> float:
        """How far an arrow key goes from about here."""
        if self._snap is None:
            return self.step
        here = self.snapped(self._value)
        sizes = (abs(self._stepped(here, to) - here) for to in (way, -way))
        return next(filter(None, sizes), self.step)

    def _paged(self, way: int) -> float:
        if self.big_step is not None:
            value = self.snapped(self._value + way * self.big_step)
        else:
            value = self.at_fraction(self.fraction(self._value) + way * PAGE)
        return value if (value - self._value) * way > 0 else self._stepped(self._value, way)

    def _change(self, value: float) -> None:
        if value != self._value:
            self._value = value
            self.on_change(value)

    def _span(self) -> int:
        return max(1, self.rect.width - 2 * self._inset)

    def describe(self) -> str:
        """Label, value and note."""
        said = f"{self.label}: {self.text(self._value)}"
        return f"{said}, {self.note}" if self.note else said

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; the knob's reach follows the size of the knob."""
        super().place(rect, look)
        self._inset = look.control(KNOB)

    def height(self, look: Look, width: int) -> int:
        """Words, note, track and room for a finger; 66 design pixels for one line."""
        return (
            self._words_height(look, width)
            + look.control(DROP + BELOW)
            - look.line_height(20) // 2
            + look.control(3)
        )

    def slim(self, look: Look, width: int) -> bool:
        """Whether its name, on one line, and its value fit in a width."""
        return len(self._lines(look, width)) == 1

    def _lines(self, look: Look, width: int) -> tuple[str, ...]:
        room = width if self._above(look, width) else width - self._widest(look) - look.control(12)
        return wrap(self.brief or self.label, look.font(20), max(width // 3, room))

    def _widest(self, look: Look) -> int:
        """Of its values, so that a changing number never moves the words."""
        ends = (self.low, self.high, self._value)
        return max(look.measure(self.text(end), 20, SEMIBOLD) for end in ends)

    def _above(self, look: Look, width: int) -> bool:
        """Whether the value takes so much room that it stands alone, above the words."""
        return self._widest(look) > width * 2 // 3

    def _words_height(self, look: Look, width: int) -> int:
        lines = len(self._lines(look, width)) + self._above(look, width)
        high = lines * look.line_height(20)
        if self.note and not self.brief:
            high += len(wrap(self.note, look.font(18), width)) * look.line_height(18)
        return high

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Words and value, track, knob and ring."""
        colours = look.palette
        ink = colours.ink if self.enabled else colours.disabled
        self._inset = look.control(KNOB)
        box = self.rect
        spare = max(0, box.height - self.height(look, box.width))
        y = box.top + look.control(3) + spare // 2
        if self.ring:
            ring = box.inflate(2 * look.px(6), -2 * look.px(1))
            focus_ring(surface, ring, look.px(8), look)
        value = look.text(self.text(self._value), 20, ink, SEMIBOLD)
        surface.blit(value, (box.right - value.get_width(), y))
        if self._above(look, box.width):
            y += look.line_height(20)
        for line in self._lines(look, box.width):
            surface.blit(look.fitted(line, 20, ink, width=box.width), (box.left, y))
            y += look.line_height(20)
        if self.note and not self.brief:
            muted = colours.muted if self.enabled else colours.disabled
            for line in wrap(self.note, look.font(18), box.width):
                surface.blit(look.fitted(line, 18, muted, width=box.width), (box.left, y))
                y += look.line_height(18)
        y += look.control(DROP) - look.line_height(20) // 2
        meaning: Colour = getattr(colours, self.colour) if self.enabled else colours.disabled
        self._draw_track(surface, look, meaning, y)

    def _draw_track(self, surface: pygame.Surface, look: Look, meaning: Colour, y: int) -> None:
        colours = look.palette
        thick = look.control(TRACK)
        size = (self.rect.width, thick)
        at = (self.rect.left, y - thick // 2)
        x = round(self.knob[0])
        put(surface, rounded(size, thick / 2, colours.track), at)
        done = (0, 0, max(0, x - self.rect.left), thick)
        # The filled track is whole in the cache and shown up to the knob.
        put(surface, rounded(size, thick / 2, meaning), at, done)
        radius, ring = look.control(KNOB), look.control(4)
        if self.enabled and self.pressed:
            put_centred(surface, disc(look.control(22), meaning, alpha=77), (x, y))
            radius = look.control(KNOB + 1)
        elif self.enabled and self.hovered:
            put_centred(surface, disc(look.control(20), meaning, alpha=46), (x, y))
        # In the dark profile the force colour is the colour of the knobs.
        centre = colours.knob_on if self.colour == "force" else colours.knob
        put_centred(surface, disc(radius, centre, meaning, ring), (x, y))
