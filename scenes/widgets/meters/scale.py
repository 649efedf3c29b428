"""A gauge without a boundary: a pointer among named marks.

Marks are thin ticks with a word below; `rest` is dashed. Where words would touch,
those further right are left out.
"""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_centred, rounded
from scenes.draw.shapes import put
from scenes.widgets.meters.gauge import POINTER, pointer, TRACK
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Widget

OVER = 5  # design px that the dashed tick reaches beyond the track
DASHES = 4
CAPTION = 16


class Scale(Widget):
    """A gauge from 0 to `high`.

    Parameters
    ----------
    label : words left above the track.
    marks : places, and the words below them.
    usual : a stretch that is tinted, for what is usual.
    text : gives the words for the value.
    """

    focusable = False

    def __init__(
        self,
        label: str,
        high: float,
        marks: Sequence[tuple[float, str]],
        *,
        usual: tuple[float, float] | None = None,
        text: Callable[[float], str] = str,
    ) -> None:
        super().__init__()
        self.label = label
        self.high = high
        self.marks = tuple(marks)
        self.usual = usual
        self.text = text
        self.value = 0.0
        self.rest = 0.0
        self._reach = TRACK // 2

    def describe(self) -> str:
        """Label and value, and the marks."""
        marks = ", ".join(f"{name} {self.text(place)}" for place, name in self.marks)
        return f"{self.label}: {self.text(self.value)} ({marks})"

    def height(self, look: Look, width: int) -> int:
        """Label, track and words below it."""
        words = len(self._lines(look, width)) * look.line_height(20)
        return words + look.control(9 + TRACK + 3) + look.line_height(CAPTION)

    def _lines(self, look: Look, width: int) -> tuple[str, ...]:
        """The label beside its value, broken where it has to be."""
        room = width - look.measure(self.text(self.high), 20, SEMIBOLD) - look.px(10)
        return wrap(self.label, look.font(20), max(width // 3, room))

    def x(self, value: float) -> int:
        """Where a value is in the window; the round ends are not used."""
        reach = self._reach
        share = min(max(value / self.high, 0.0), 1.0)
        return round(self.rect.left + reach + share * (self.rect.width - 2 * reach))

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place."""
        super().place(rect, look)
        self._reach = look.control(TRACK) // 2

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Words, track, marks and pointer."""
        colours, box = look.palette, self.rect
        said = look.fitted(self.text(self.value), 20, colours.ink, SEMIBOLD, width=box.width // 2)
        surface.blit(said, (box.right - said.get_width(), box.top))
        lines = self._lines(look, box.width)
        for number, text in enumerate(lines):
            at = (box.left, box.top + number * look.line_height(20))
            surface.blit(look.text(text, 20, colours.ink), at)
        words = len(lines) * look.line_height(20)
        high, top = look.control(TRACK), box.top + words + look.control(9)
        line = look.line(1.5)
        track = rounded((box.width, high), high / 2, colours.field, colours.edge, line)
        put(surface, track, (box.left, top))
        thin, inside = look.stroke(1.2), max(1, round(line))
        if self.usual:
            left, right = map(self.x, self.usual)
            inner = (left, top + inside, right - left, high - 2 * inside)
            surface.fill(colours.teal_mid, inner)
        for place, _ in self.marks:
            surface.fill(colours.edge, (self.x(place), top + inside, thin, high - 2 * inside))
        dash = (high + 2 * look.control(OVER)) / (2 * DASHES - 1)
        for number in range(DASHES):
            y = round(top - look.control(OVER) + 2 * number * dash)
            surface.fill(colours.ink, (self.x(self.rest), y, look.stroke(2), round(dash)))
        size = (look.control(POINTER[0]), look.control(POINTER[1]))
        tip = (self.x(self.value), top + high * 0.86 - size[1] / 2)
        put_centred(surface, pointer(size, colours.ink, colours.halo), tip)
        self._draw_captions(surface, look, top + high + look.control(3))

    def _draw_captions(self, surface: pygame.Surface, look: Look, y: int) -> None:
        free = self.rect.left
        for place, name in self.marks:
            words = look.text(name, CAPTION, look.palette.muted)
            left = max(self.x(place) - words.get_width() // 2, free)
            left = min(left, self.rect.right - words.get_width())
            if left < free:
                continue
            surface.blit(words, (left, y))
            free = left + words.get_width() + look.px(8)
