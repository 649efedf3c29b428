"""A number with a button for less and one for more, large enough for any finger."""

from collections.abc import Callable

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.widgets.button import Button
from scenes.widgets.several import Several
from scenes.widgets.typeset import wrap

HEIGHT = 56
BUTTON = 48
VALUE = 64  # design px between the buttons
NUMBER = 28
GAP = 8


class Stepper(Several[Button]):
    """A whole number.

    Parameters
    ----------
    label : the words on its left.
    value : gives the number as it is now, in words.
    change : called with -1 or 1.
    names : what a screen reader says for the two buttons.
    """

    def __init__(
        self,
        label: str,
        value: Callable[[], str],
        change: Callable[[int], None],
        names: tuple[str, str],
    ) -> None:
        self.less = Button(icon="minus", kind="round", on_press=lambda: change(-1), name=names[0])
        self.more = Button(icon="plus", kind="round", on_press=lambda: change(1), name=names[1])
        super().__init__([self.less, self.more])
        self.label = label
        self._value = value

    def describe(self) -> str:
        """Label and number."""
        return f"{self.label}: {self._value()}"

    def _room(self, look: Look, width: int) -> int:
        """Width for the label: beside the buttons, or above them where a word is too long."""
        beside = width - 2 * look.control(BUTTON) - look.control(VALUE) - look.px(GAP)
        longest = max(look.measure(word, 20) for word in self.label.split(" "))
        return beside if longest <= beside else width

    def _lines(self, look: Look, width: int) -> tuple[str, ...]:
        return wrap(self.label, look.font(20), self._room(look, width))

    def height(self, look: Look, width: int) -> int:
        """Its buttons, and the lines of its label where they need more."""
        lines = len(self._lines(look, width)) * look.line_height(20) + look.px(GAP)
        above = self._room(look, width) == width
        return lines + look.control(BUTTON) if above else max(look.control(HEIGHT), lines)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; the buttons stand on the right."""
        super().place(rect, look)
        side = look.control(BUTTON)
        box = pygame.Rect(0, 0, side, side)
        box.midright = self.rect.midright
        if self._room(look, rect.width) == rect.width:
            box.bottom = self.rect.bottom
        between = min(look.control(VALUE), rect.width - 2 * side)
        self.more.place(box, look)
        box.right -= side + between
        self.less.place(box, look)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Label, number and buttons."""
        ink, pitch = look.palette.ink, look.line_height(20)
        lines = self._lines(look, self.rect.width)
        room = self._room(look, self.rect.width)
        above = room == self.rect.width
        y = self.rect.top if above else self.rect.centery - len(lines) * pitch // 2
        for line in lines:
            surface.blit(look.fitted(line, 20, ink, width=room), (self.rect.left, y))
            y += pitch
        between = self.more.rect.left - self.less.rect.right
        words = look.fitted(self._value(), NUMBER, ink, SEMIBOLD, width=between - look.px(GAP))
        middle = (self.less.rect.right + between // 2, self.less.rect.centery)
        surface.blit(words, words.get_rect(center=middle))
        super().draw(surface, look)
