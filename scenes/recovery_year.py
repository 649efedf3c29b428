"""A year that can be dragged: pain above, onset of the deep muscles below.

Drag anywhere on the card, or use the keys: arrows one week, Page Up and Page Down
four, Home and End to either end. The other course, with or without training, is
faintly dashed.
"""

from typing import Protocol

import numpy as np
import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import disc, focus_ring, put_centred, rounded
from scenes.draw.shapes import put, smooth_line
from scenes.layout import LARGE_TEXT
from scenes.widgets.axes import Axis
from scenes.widgets.backdrop import below, Zone
from scenes.widgets.plot import Plot, Series
from scenes.widgets.richtext import RichText
from scenes.widgets.widget import CHORD, LEFT, Widget
from scenes.words import Words
from sim.recovery import onset, pain, WEEKS

PAD, GAP = 18, 6  # design px
KNOB, HELD, DOT = 19, 20, 6  # radii, design px
TOUCH = 44  # design px that the knob's row is high
PILL, NOTE, TICK = 18, 18, 16  # letters
PAIN = 0.4  # of the room of both charts
LOWEST, HIGHEST = -80.0, 60.0  # ms before the arm, upwards is earlier
QUARTERS = (0.0, 13.0, 26.0, 39.0, 52.0)
MONTH = 4  # weeks that Page Up goes on
_KEYS = {
    pygame.K_RIGHT: 1,
    pygame.K_UP: 1,
    pygame.K_LEFT: -1,
    pygame.K_DOWN: -1,
    pygame.K_PAGEUP: MONTH,
    pygame.K_PAGEDOWN: -MONTH,
    pygame.K_HOME: -WEEKS,
    pygame.K_END: WEEKS,
}
_ALL = np.linspace(0.0, WEEKS, 4 * WEEKS + 1)


class Hands(Protocol):
    """What dragging the year does."""

    def go_to(self, week: int) -> None:
        """Show another week."""

    def tap(self) -> None:
        """Test the back once more."""


class YearCard(Widget):
    """The card with both charts and the knob; `show` puts it at a week."""

    keeps_drag = True

    def __init__(self, words: Words, hands: Hands) -> None:
        super().__init__()
        self._words = words
        self._hands = hands
        self._note = RichText(words("recovery.example"), size=NOTE, colour="muted")
        weeks = Axis(0.0, float(WEEKS), words("recovery.weeks"), words.number, QUARTERS)

        def much(share: float) -> str:
            return words("recovery.much" if share else "recovery.none")

        def early(before: float) -> str:
            return words.number(-before)

        room = (much(1.0), much(0.0), early(50.0))
        self.pain = Plot(
            words("recovery.pain"),
            Axis(0.0, float(WEEKS), ticks=()),
            Axis(0.0, 1.05, "", much, (0.0, 1.0), room),
        )
        self.onset = Plot(
            words("recovery.onset"),
            weeks,
            Axis(LOWEST, HIGHEST, "ms", early, (-50.0, 0.0, 50.0), room),
            zone=Zone(0.0, HIGHEST, ""),
        )
        self.week = 0
        self._trained: bool | None = None
        self.show(0, trained=False)

    # -- what it shows ----------------------------------------------------------------

    def show(self, week: int, *, trained: bool) -> None:
        """Put the knob at a week, of the course with or without training."""
        self.week = week
        if trained == self._trained:
            return
        self._trained = trained

        def course(trained: bool) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
            return np.array([-1000 * onset(week, trained) for week in _ALL])

        nothing = np.zeros(len(_ALL))
        other = self._words(f"recovery.{'without' if trained else 'with'}_training")
        curve = np.array([pain(week) for week in _ALL])
        self.pain.series = [Series(_ALL, curve, colour="ui", dot=False)]
        self.onset.series = [
            Series(_ALL, nothing, colour="ink", dashed=True, dot=False),
            Series(_ALL, course(not trained), colour="ghost", label=other, dashed=True, dot=False),
            Series(_ALL, course(trained), colour="teal", dot=False),
        ]

    def describe(self) -> str:
        """What it is, and where the knob is."""
        return self._words("recovery.year_now", week=self._words.number(self.week))

    # -- hands ------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Drag the year, or go on with the keys; Space tests the back."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT:
                self._drag(event.pos[0])
                self.pressed = True
                return True
            case pygame.MOUSEMOTION if self.pressed:
                self._drag(event.pos[0])
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT:
                self.pressed = False
                return True
            case pygame.KEYDOWN if not event.mod & CHORD:
                return self._key(event.key)
        return False

    def _drag(self, x: int) -> None:
        box = self.onset.box
        self._go_to(round((x - box.left) / max(1, box.width) * WEEKS))

    def _go_to(self, week: int) -> None:
        week = min(WEEKS, max(0, week))
        if week != self.week:
            self._hands.go_to(week)

    def _key(self, key: int) -> bool:
        if key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER):
            self._hands.tap()
            return True
        if key in _KEYS:
            self._go_to(self.week + _KEYS[key])
        return key in _KEYS

    # -- looks ------------------------------------------------------------------------

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Charts above each other, then the knob, then what this is."""
        super().place(rect, look)
        pad, gap = look.px(PAD), look.px(GAP)
        inner = rect.inflate(-2 * pad, -2 * pad)
        low = self._note.height(look, inner.width)
        self._note.place(pygame.Rect(inner.left, inner.bottom - low, inner.width, low), look)
        bottom = self._note.rect.top - look.px(TOUCH)
        # The upper chart has no numbers below it: the lower one covers their place.
        over = below(look) - 2 * gap
        split = inner.top + round((bottom - inner.top) * PAIN)
        self.pain.place(pygame.Rect(inner.left, inner.top, inner.width, split - inner.top), look)
        lower = pygame.Rect(inner.left, split - over, inner.width, bottom - split + over)
        self.onset.place(lower, look)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Card, charts, and the week across both."""
        colours, rect = look.palette, self.rect
        card = rounded(rect.size, look.px(16), colours.panel, colours.line, look.line(1.5))
        put(surface, card, rect.topleft)
        self.pain.draw(surface, look)
        self.onset.draw(surface, look)
        self._note.draw(surface, look)
        if look.zoom < LARGE_TEXT:
            self._draw_sides(surface, look)
        self._draw_week(surface, look)
        if self.ring:
            focus_ring(surface, rect.inflate(-look.px(8), -look.px(8)), look.px(12), look)

    def _draw_sides(self, surface: pygame.Surface, look: Look) -> None:
        """The two sides of the dashed line by name, where no course ever runs."""
        box, colours, inset = self.onset.box, look.palette, look.px(4)
        before = look.text(self._words("recovery.before_arm"), TICK, colours.teal, SEMIBOLD)
        surface.blit(before, (box.left + inset, box.top + inset // 2))
        after = look.text(self._words("recovery.after_arm"), TICK, colours.muted)
        zero = round(float(self.onset.pixels(0.0, 0.0)[1]))
        surface.blit(after, (box.right - after.get_width() - inset, zero + inset // 2))

    def _draw_week(self, surface: pygame.Surface, look: Look) -> None:
        colours = look.palette
        x = float(self.onset.pixels(self.week, 0.0)[0])
        text = self._words("recovery.week", week=self._words.number(self.week))
        words = look.text(text, PILL, colours.ink, SEMIBOLD)
        size = (words.get_width() + 2 * look.px(12), words.get_height() + look.px(4))
        pill = pygame.Rect((0, 0), size)
        pill.midtop = (round(x), self.pain.rect.top - look.px(4))
        title = look.measure(self.pain.title, 20, SEMIBOLD)
        pill.left = max(pill.left, self.pain.rect.left + title + look.px(10))
        pill.right = min(pill.right, self.rect.right - look.px(6))
        y = self.onset.rect.bottom + look.px(TOUCH) / 2
        smooth_line(surface, colours.ink, (x, pill.centery), (x, y), look.line(2.4))
        put(
            surface,
            rounded(pill.size, pill.height / 2, colours.panel, colours.edge, look.line(1.7)),
            pill.topleft,
        )
        surface.blit(words, (pill.left + look.px(12), pill.top + look.px(2)))
        for plot, value, colour in (
            (self.pain, pain(self.week), colours.ui),
            (self.onset, -1000 * onset(self.week, bool(self._trained)), colours.teal),
        ):
            at = plot.pixels(self.week, value)
            spot = disc(look.px(DOT + 2), colour, colours.panel, look.px(2))
            put_centred(surface, spot, (at[0], at[1]))
        if self.hovered or self.pressed:
            put_centred(surface, disc(look.px(KNOB + 7), colours.ink, alpha=46), (x, y))
        radius = look.px(HELD if self.pressed else KNOB)
        put_centred(surface, disc(radius, colours.ink), (x, y))
        for name, way in (("back", -1), ("chevron", 1)):
            arrow = icon(name, look.px(18), colours.panel)
            put_centred(surface, arrow, (x + way * look.px(8), y))
