"""The traces of the muscles over the time of the movement: where they are, and their picture.

Three rows share one axis: the long muscles, which do the same in both backs, and the
deep ones, left and right. What is still to come is pale.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.shapes import mix, put
from scenes.forms import LARGE_TEXT
from scenes.text.words import Words
from scenes.timing.emg import paint_trace
from scenes.timing.moment import course, TimingMoment
from scenes.widgets.chart.axes import row_of_numbers
from sim.mechanics.column import Array
from sim.parameter import Value
from sim.timing.model import LEAD, WATCHED

ROWS = ("long", "left", "right")
EVERY = 0.1  # s between two numbers on the axis
LEAST, MOST = 44, 58  # design px that a row is high: a mark on it can be touched
SHARE, TIGHT = 0.13, 0.15  # of the height below the words, and where there is little of that
MOST_NAMES, NARROW = 0.36, 480  # of the width for names; design px below which it is half
LEAST_ROW, MOST_STRICT = 0.6, 0.56  # of a line, and of the width, for names that never shrink
NAME, NOTE, TICK, ARM = 20, 18, 16, 18  # letters
COMING = 0.3  # how full the colour of what is still to come is


@dataclass(frozen=True)
class Lanes:
    """Places of the rows and of the axis below them; x runs from `LEAD` before to `WATCHED`."""

    names: int  # left edge of the names
    plot: pygame.Rect  # all rows
    arm: int  # px above the rows, for the word at the movement's start; 0 without it
    axis: int  # px below them, for the numbers
    named: bool = True  # whether there is room for the names; else the legend has them

    def x(self, time: float) -> float:
        """Pixels of a time from the movement's start [s]."""
        return self.plot.left + (time + LEAD) / (LEAD + WATCHED) * self.plot.width

    def time(self, x: float) -> float:
        """The time [s] at a pixel, within what is watched."""
        share = (x - self.plot.left) / max(1, self.plot.width)
        return -LEAD + min(1.0, max(0.0, share)) * (LEAD + WATCHED)

    def row(self, number: int) -> pygame.Rect:
        """The place of a row's trace."""
        tops = [self.plot.top + self.plot.height * k // len(ROWS) for k in (number, number + 1)]
        return pygame.Rect(self.plot.left, tops[0], self.plot.width, tops[1] - tops[0])


def lanes_in(room: pygame.Rect, look: Look, words: Words, *, alone: bool = False) -> Lanes:
    """Rows at the bottom of a room, as high as leaves the upper part to the backs.

    `alone` they have all of it.
    """
    least = min(look.px(LEAST), TIGHT * room.height)
    row = round(min(max(SHARE * room.height, least), look.px(MOST)))
    axis = look.line_height(TICK) + look.px(8)
    arm = look.line_height(ARM) + look.px(2) if look.zoom < LARGE_TEXT else 0
    if alone:
        arm = 0
        row = min((room.height - axis - arm) // len(ROWS), look.px(MOST))
    names = max(
        look.measure(text, size, weight)
        for number in range(len(ROWS))
        for text, size, weight in _names(number, row, look, words)
    )
    share = MOST_NAMES if room.width >= look.px(NARROW) else 0.5
    least = LEAST_ROW * look.line_height(NOTE)
    strict = look.strict or alone
    named = row >= least and (not strict or names <= MOST_STRICT * room.width)
    if strict:
        share = MOST_STRICT
    if not named:
        share = 0.0
    left = room.left + min(names, round(share * room.width)) + look.px(16)
    top = room.bottom - axis - len(ROWS) * row
    plot = pygame.Rect(left, top, room.right - look.px(6) - left, len(ROWS) * row)
    return Lanes(room.left, plot, arm, axis, named)


def _names(number: int, high: int, look: Look, words: Words) -> list[tuple[str, int, int]]:
    """The lines before a row with their letters; one short line where two have no room."""
    lines = look.line_height(NAME) + look.line_height(NOTE)
    if lines > high + look.px(2):
        return [(words(f"timing.row_{ROWS[number]}_short"), NOTE, SEMIBOLD)]
    return [
        (words(f"timing.row_{ROWS[number]}"), NAME, SEMIBOLD),
        (words(f"timing.row_{ROWS[number]}_note"), NOTE, REGULAR),
    ]


class LanesPicture:
    """Paints the rows; the traces are kept until the settings or the place change.

    `slower`: how many times slower than it does time runs, which stands with the axis.
    """

    slower = 1

    def __init__(self, words: Words) -> None:
        self._words = words
        self._key: object = None
        self._painted: dict[int, object] = {}
        self._traces: dict[int, tuple[pygame.Surface, pygame.Surface]] = {}

    def draw(
        self,
        surface: pygame.Surface,
        look: Look,
        lanes: Lanes,
        moment: TimingMoment,
    ) -> None:
        """Draw everything but the marks, which are widgets."""
        palette, plot = look.palette, lanes.plot
        self._paint(moment.settings, lanes, look)
        cursor = round(lanes.x(moment.now)) if moment.since_push is not None else plot.left
        for number, (come, coming) in self._traces.items():
            row = lanes.row(number)
            past = max(0, min(plot.width, cursor - plot.left))
            top = row.top + (row.height - come.get_height()) // 2
            surface.blit(come, (plot.left, top), (0, 0, past, row.height))
            surface.blit(coming, (plot.left + past, top), (past, 0, plot.width, row.height))
            line = look.stroke(1.2)
            across = plot.right - lanes.names
            surface.fill(palette.line, (lanes.names, row.bottom - line, across, line))
            self._name(surface, look, lanes, number)
        self._axis(surface, look, lanes)
        self._start(surface, look, lanes)
        if moment.since_push is not None:
            wide = look.stroke(2.5)
            high = plot.height + look.px(6)
            surface.fill(palette.ui, (cursor - wide // 2, plot.top - look.px(6), wide, high))

    def _paint(self, settings: Mapping[str, Value], lanes: Lanes, look: Look) -> None:
        """Paint the traces that have changed."""
        palette = look.palette
        key = (tuple(settings.items()), lanes.plot.size, palette.name)
        if key == self._key:
            return
        self._key = key
        times: Array = np.linspace(-LEAD, WATCHED, lanes.plot.width)
        for number, activation in enumerate(course(settings, times)):
            row = (activation.tobytes(), lanes.plot.size, palette.name)
            if self._painted.get(number) == row:
                continue
            self._painted[number] = row
            colour = palette.teal if number else palette.brick
            high = lanes.row(number).height - look.px(4)
            pale: Colour = mix(palette.play, colour, COMING)
            come, coming = (
                paint_trace(activation, high, ink, palette.play, number) for ink in (colour, pale)
            )
            self._traces[number] = come, coming

    def _name(self, surface: pygame.Surface, look: Look, lanes: Lanes, number: int) -> None:
        if not lanes.named:
            return
        palette, row = look.palette, lanes.row(number)
        room = max(1, lanes.plot.left - look.px(10) - lanes.names)
        inks = {SEMIBOLD: palette.teal if number else palette.brick, REGULAR: palette.muted}
        lines = [
            look.fitted(text, size, inks[weight], weight, width=room)
            for text, size, weight in _names(number, row.height, look, self._words)
        ]
        y = row.centery - sum(line.get_height() for line in lines) // 2
        for line in lines:
            surface.blit(line, (lanes.names, y))
            y += line.get_height()

    def _axis(self, surface: pygame.Surface, look: Look, lanes: Lanes) -> None:
        palette, plot, words = look.palette, lanes.plot, self._words
        surface.fill(palette.edge, (plot.left, plot.bottom, plot.width, look.stroke(1.4)))
        count = round((LEAD + WATCHED) / EVERY)
        wide = look.measure(words.quantity(-1000 * EVERY, "ms", 0), TICK) + look.px(6)
        skip = 1
        while wide * count > plot.width * skip:
            skip += 1
        low = round(LEAD / EVERY)
        steps = [step for step in range(-low, count - low + 1) if not step % skip]
        places = [
            (round(lanes.x(step * EVERY)), words.number(1000 * step * EVERY)) for step in steps
        ]
        for x, _ in places:
            surface.fill(palette.edge, (x, plot.bottom, look.stroke(1.4), look.px(5)))
        measure, right = partial(look.measure, size=TICK), plot.right + look.px(6)
        numbers = row_of_numbers(places, "ms", measure, right, look.px(10))
        if self.slower > 1:
            first = min((left for left, _ in numbers), default=right)
            said = self._slowness(look, lanes, first)
            box = self._draw_slowness(surface, look, lanes, said)
            # In little room it takes the place of the numbers.
            numbers = numbers if box.right + look.px(8) <= first else []
        for left, text in numbers:
            surface.blit(look.text(text, TICK, palette.muted), (left, plot.bottom + look.px(6)))

    def _start(self, surface: pygame.Surface, look: Look, lanes: Lanes) -> None:
        """The dashed line at the movement's start, and its word."""
        palette, plot = look.palette, lanes.plot
        x, dash, thick = round(lanes.x(0.0)), look.px(6), look.stroke(2)
        for y in range(plot.top - lanes.arm, plot.bottom, 2 * dash):
            surface.fill(palette.ink, (x, y, thick, min(dash, plot.bottom - y)))
        if lanes.arm:
            text = self._words("timing.arm_up")
            face = look.text(text, ARM, palette.ink, SEMIBOLD)
            surface.blit(face, (x + look.px(12), plot.top - lanes.arm - look.px(2)))

    def _slowness(self, look: Look, lanes: Lanes, first: int) -> str:
        """How much slower time runs, in as many words as there is room for before `first`."""
        words, times = self._words, self._words.number(self.slower)
        room = first - look.px(20) - look.line_height(TICK) - lanes.names
        long, short = (words(f"app.slower{form}", times=times) for form in ("", "_short"))
        return long if look.measure(long, NOTE, SEMIBOLD) <= room else short

    def _draw_slowness(
        self, surface: pygame.Surface, look: Look, lanes: Lanes, text: str
    ) -> pygame.Rect:
        """The turtle and a text, before the axis; where they are."""
        side, face = look.line_height(TICK), look.text(text, NOTE, look.palette.ink, SEMIBOLD)
        row = pygame.Rect(lanes.names, lanes.plot.bottom + look.px(6), side, side)
        put(surface, icon("slow", side, look.palette.ink), row.topleft)
        box = face.get_rect(midleft=(row.right + look.px(8), row.centery))
        surface.blit(face, box)
        return row.union(box)
