"""A year that can be dragged: pain above, onset of the deep muscles below.

Drag anywhere on the card, or use the keys; a page is four weeks. The other course, with
or without training, is faintly dashed.
"""

import math
from dataclasses import replace
from typing import Protocol

import numpy as np
import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import disc, focus_ring, put_centred, put_rounded
from scenes.draw.shapes import smooth_line
from scenes.text.words import Words
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import above, Band, below, Zone
from scenes.widgets.chart.plot import Plot, Series
from scenes.widgets.handle import Handle, Move
from scenes.widgets.rich_text import RichText
from scenes.widgets.widget import Position, Widget
from sim.recovery.model import onset
from sim.recovery.pain_and_recurrence import pain, WEEKS

PAD, GAP = 14, 6  # design px
KNOB, HELD, DOT = 19, 20, 6  # radii, design px
PILL, NOTE, TICK, HEADING = 18, 18, 16, 20  # letters
PAIN = 0.4  # of the room of both charts
MOST_PAIN = 60.0  # of 100 at the top of its chart
PAINS = (0.0, 50.0)  # written beside it
LOWEST, HIGHEST = -80.0, 60.0  # ms before the arm, upwards is earlier
QUARTERS, ENDS = (0.0, 13.0, 26.0, 39.0, 52.0), (0.0, 52.0)
MILLISECONDS = (-50.0, 0.0, 50.0)
LEAST_LANES = 80  # design px that both courses need together
MONTH = 4  # weeks that Page Up goes on
A_WEEK = 0.3  # s that a week lasts while the year passes
_ALL = np.linspace(0.0, WEEKS, 4 * WEEKS + 1)


class Hands(Protocol):
    """What dragging the year does."""

    def go_to(self, week: int) -> None:
        """Show another week."""

    def tap(self) -> None:
        """Test the back once more."""


class YearCard(Handle):
    """The card with both charts and the knob; `show` puts it at a week."""

    def __init__(self, words: Words, hands: Hands) -> None:
        super().__init__()
        self._words = words
        self._hands = hands
        self.note = RichText(words("recovery.example"), size=NOTE, colour="muted")
        self.elsewhere: list[Widget] = []
        self._tight = False
        self._knob = pygame.Rect(0, 0, 0, 0)

        def early(before: float) -> str:
            return words.number(-before)

        room = (words.number(50.0), early(50.0))
        self.pain = Plot(
            words("recovery.pain"),
            Axis(0.0, float(WEEKS), ticks=()),
            Axis(0.0, MOST_PAIN, "", words.number, PAINS, room),
        )
        self.onset = Plot(
            words("recovery.onset"),
            self._weeks(QUARTERS),
            Axis(LOWEST, HIGHEST, "ms", early, MILLISECONDS, room),
            zones=[
                Zone(0.0, HIGHEST, words("recovery.before_arm"), right=False),
                Zone(LOWEST, 0.0, words("recovery.after_arm"), right=False, tinted=False),
            ],
        )
        self.week = 0
        self.so_far = False  # nothing is drawn of the weeks to come, nor of the other course
        self._trained = False
        self._drawn: object = None
        self.show(0, trained=False)

    def _weeks(self, ticks: tuple[float, ...]) -> Axis:
        return Axis(0.0, float(WEEKS), self._words("recovery.weeks"), self._words.number, ticks)

    # -- what it shows ----------------------------------------------------------------

    def show(self, week: int, *, trained: bool) -> None:
        """Put the knob at a week, of the course with or without training."""
        self.week = week
        self.onset.cursor = week
        self.pain.cursor = week if self.has(self.pain) else None
        if not self.has(self.pain):
            self.pain.bands = [Band(week, week)]
        drawn = (trained, week if self.so_far else None)
        if drawn == self._drawn:
            return
        self._drawn, self._trained = drawn, trained
        weeks = _ALL[week >= _ALL] if self.so_far else _ALL

        def course(trained: bool) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
            return np.array([-1000 * onset(week, trained) for week in weeks])

        nothing = np.zeros(len(_ALL))
        other = self._words(f"recovery.{'without' if trained else 'with'}_training")
        curve = np.array([pain(week) for week in weeks])
        self.pain.series = [Series(weeks, curve, colour="ui", dot=False)]
        ghost = Series(
            weeks, course(not trained), colour="ghost", label=other, dashed=True, dot=False
        )
        self.onset.series = [
            Series(_ALL, nothing, colour="ink", dashed=True, dot=False),
            *([] if self.so_far else [ghost]),
            Series(weeks, course(trained), colour="teal", dot=False),
        ]

    def foretell(self, *, wanted: bool) -> None:
        """Draw the weeks to come and the other course, or the weeks so far alone."""
        if self.so_far == wanted:
            self.so_far = not wanted
            self.show(self.week, trained=self._trained)

    def describe(self) -> str:
        """What it is, and where the knob is."""
        return self._words("recovery.year_now", week=self._words.number(self.week))

    # -- hands ------------------------------------------------------------------------

    @property
    def knob(self) -> tuple[float, float]:
        """On the line of the week."""
        return float(self.onset.pixels(self.week, 0.0)[0]), self._knob.centery

    def on_knob(self, position: Position) -> bool:
        """On the knob, not just in its row."""
        return math.dist(position, self.knob) <= self._knob.height / 2

    def drag_to(self, x: float, y: float) -> None:
        """Show the week there."""
        box = self.onset.box
        self._go_to(round((x - box.left) / max(1, box.width) * WEEKS))

    def move_by(self, move: Move) -> None:
        """Go on by whole weeks, months, or to an end."""
        way = 1 if move.along > 0 else -1
        self._go_to(self.week + way * {"step": 1, "page": MONTH, "end": WEEKS}[move.by])

    def press(self) -> bool:
        """Test the back."""
        self._hands.tap()
        return True

    def _go_to(self, week: int) -> None:
        week = min(WEEKS, max(0, week))
        if week != self.week:
            self._hands.go_to(week)

    # -- looks ------------------------------------------------------------------------

    def fold(self, room: pygame.Rect, look: Look) -> None:
        """Decide what has place in so much room: the rest is `elsewhere`.

        Independent of the words above the card, so that no week changes the layout.
        """
        inner = room.inflate(-2 * look.px(PAD), -2 * look.px(PAD))
        titles = [self._words(f"recovery.{key}") for key in ("onset", "onset_short")]
        wide = inner.width - look.measure(self.onset.y.unit, TICK) - look.px(3 * GAP)
        fits = look.measure(titles[0], HEADING, SEMIBOLD) <= wide
        self.onset.title = titles[0 if fits else 1]
        self.elsewhere = []
        for widget in (self.note, self.pain):
            if self._lanes(inner, look) < look.px(LEAST_LANES):
                self.elsewhere.append(widget)
        # Where the line can not cross it, the upper chart marks the week itself.
        self.pain.bands = [] if self.has(self.pain) else [Band(self.week, self.week)]
        # In the least room the knob takes the place of the numbers.
        self._tight = self._lanes(inner, look) < look.px(look.finger)
        last = f"{WEEKS} {self._words('recovery.weeks')}"
        crowded = inner.width < len(QUARTERS) * 1.1 * look.measure(last, TICK)
        self.onset.x = self._weeks(() if self._tight else ENDS if crowded else QUARTERS)

    def has(self, widget: Widget) -> bool:
        """Whether something has its place on the card."""
        return widget not in self.elsewhere

    def _lanes(self, inner: pygame.Rect, look: Look) -> int:
        """How high both courses would be together."""
        taken = self._knob_row(look) + below(look) + self._above(self.onset, look, inner.width)
        if self.has(self.pain):
            taken += self._above(self.pain, look, inner.width)
        if self.has(self.note):
            taken += self.note.height(look, inner.width)
        return inner.height - taken

    @staticmethod
    def _above(chart: Plot, look: Look, width: int) -> int:
        return above(look, chart.title, chart.y.unit, width)

    def _knob_row(self, look: Look) -> int:
        return max(look.px(look.finger), look.line_height(PILL) + look.px(GAP))

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Charts above each other, then the knob, then what this is."""
        super().place(rect, look)
        pad, gap = look.px(PAD), look.px(GAP)
        inner = rect.inflate(-2 * pad, -2 * pad)
        bottom = inner.bottom
        if self.has(self.note):
            low = self.note.height(look, inner.width)
            bottom -= low
            self.note.place(pygame.Rect(inner.left, bottom, inner.width, low), look)
        row = self._knob_row(look)
        self._knob = pygame.Rect(rect.left, bottom - row, rect.width, row)
        bottom -= row - (below(look) if self._tight else 0)
        top = inner.top
        if self.has(self.pain):
            # The upper chart has no numbers below it: the lower one covers their place.
            high = round((bottom - top) * PAIN)
            self.pain.place(pygame.Rect(inner.left, top, inner.width, high), look)
            top += high - below(look) + 2 * gap
        self.onset.place(pygame.Rect(inner.left, top, inner.width, bottom - top), look)
        for chart, ticks, one in ((self.pain, PAINS, 50.0), (self.onset, MILLISECONDS, 0.0)):
            lane = chart.rect.height - self._above(chart, look, inner.width) - below(look)
            apart = lane * (ticks[1] - ticks[0]) / (chart.y.high - chart.y.low)
            shown = ticks if apart >= look.line_height(TICK) else (one,)
            chart.y = replace(chart.y, ticks=shown)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Card, charts, and the week across both."""
        colours, rect = look.palette, self.rect
        put_rounded(surface, rect, look.px(16), colours.panel, colours.line, look.line(1.5))
        here = [widget for widget in (self.pain, self.onset, self.note) if self.has(widget)]
        for widget in here:
            widget.draw(surface, look)
        self._draw_week(surface, look)
        if self.ring:
            focus_ring(surface, rect.inflate(-look.px(8), -look.px(8)), look.px(12), look)

    def _draw_week(self, surface: pygame.Surface, look: Look) -> None:
        """A line across the courses, the knob below it, and the week in words."""
        colours = look.palette
        x, y = self.knob
        pill = self._pill(look, round(x), round(y))
        # In the charts and down to the knob: titles and numbers stay whole.
        for plot in (self.pain, self.onset):
            if self.has(plot):
                ends = (x, plot.box.top), (x, plot.box.bottom)
                smooth_line(surface, colours.ink, *ends, look.line(2.4))
        under = self.onset.box.bottom + (0 if self._tight else below(look))
        smooth_line(surface, colours.ink, (x, under), (x, y), look.line(2.4))
        edge = look.line(1.7)
        put_rounded(surface, pill, pill.height / 2, colours.panel, colours.edge, edge)
        words = look.text(self._week_text(), PILL, colours.ink, SEMIBOLD)
        surface.blit(words, words.get_rect(center=pill.center))
        for plot, value, colour in (
            (self.pain, pain(self.week), colours.ui),
            (self.onset, -1000 * onset(self.week, bool(self._trained)), colours.teal),
        ):
            if self.has(plot):
                at = plot.pixels(self.week, value)
                spot = disc(look.px(DOT + 2), colour, colours.panel, look.px(2))
                put_centred(surface, spot, (at[0], at[1]))
        self._draw_knob(surface, look, (x, y))

    def _week_text(self) -> str:
        return self._words("recovery.week_now", week=self._words.number(self.week))

    def _pill(self, look: Look, x: int, y: int) -> pygame.Rect:
        """Where the week is written: over the line beside the title, or else beside the knob."""
        wide = look.measure(self._week_text(), PILL, SEMIBOLD) + look.px(24)
        pill = pygame.Rect(0, 0, wide, look.line_height(PILL) + look.px(4))
        inside = self.rect.inflate(-look.px(12), 0)
        if self.has(self.pain):
            title = look.measure(self.pain.title, 20, SEMIBOLD)
            free = self.pain.rect.left + title + look.px(10)
            pill.midtop = (x, self.pain.rect.top - look.px(4))
            pill.left = max(pill.left, free)
            pill.right = min(pill.right, inside.right)
            if pill.left >= free:
                return pill
        pill.midleft = (x + look.px(KNOB + GAP), y)
        if pill.right > inside.right:
            pill.midright = (x - look.px(KNOB + GAP), y)
        return pill

    def _draw_knob(self, surface: pygame.Surface, look: Look, at: tuple[float, float]) -> None:
        colours = look.palette
        if self.hovered or self.pressed:
            put_centred(surface, disc(look.px(KNOB + 7), colours.ink, alpha=46), at)
        put_centred(surface, disc(look.px(HELD if self.pressed else KNOB), colours.ink), at)
        for name, way in (("back", -1), ("chevron", 1)):
            arrow = icon(name, look.px(18), colours.panel)
            put_centred(surface, arrow, (at[0] + way * look.px(8), at[1]))
