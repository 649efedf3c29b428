"""The time controls: pause, one step, slower, start over."""

from collections.abc import Callable

import pygame

from scenes.clock import Clock
from scenes.draw.look import Look
from scenes.widgets.button import Button
from scenes.words import Words

GAP = 10


class TimeBar:
    """Buttons that work a clock."""

    def __init__(
        self, words: Words, clock: Clock, *, step: Callable[[], None], reset: Callable[[], None]
    ) -> None:
        self._words = words
        self._clock = clock
        self.pause = Button(words("app.pause"), icon="pause", on_press=self._pause)
        self.step = Button(words("app.step"), icon="step", on_press=step)
        self.slow = Button(words("app.slow"), icon="slow", kind="toggle", on_press=self._slower)
        self.again = Button(words("app.again"), icon="reset", on_press=reset)
        self.buttons = [self.pause, self.step, self.slow, self.again]
        self.refresh()

    def _pause(self) -> None:
        self._clock.paused = not self._clock.paused
        self.refresh()

    def _slower(self) -> None:
        self._clock.slower()
        self.refresh()

    def refresh(self) -> None:
        """Show what the clock does."""
        paused = self._clock.paused
        self.pause.text = self._words("app.play" if paused else "app.pause")
        self.pause.icon = "play" if paused else "pause"
        self.slow.on = self._clock.speed < 1

    def place(self, rect: pygame.Rect, look: Look, *, stacked: bool) -> None:
        """From the left in a row; starting over stands apart, at the right end."""
        for button in self.buttons:
            button.stacked = stacked
        gap = look.px(GAP)
        if stacked:
            width = (rect.width - gap * (len(self.buttons) - 1)) // len(self.buttons)
            for index, button in enumerate(self.buttons):
                left = rect.left + index * (width + gap)
                button.place(pygame.Rect(left, rect.top, width, rect.height), look)
            return
        left = rect.left
        for button in self.buttons[:-1]:
            wide = max(button.width(look), self._widest(button, look))
            button.place(pygame.Rect(left, rect.top, wide, rect.height), look)
            left += wide + gap
        wide = self.again.width(look)
        self.again.place(pygame.Rect(rect.right - wide, rect.top, wide, rect.height), look)

    def _widest(self, button: Button, look: Look) -> int:
        """The pause button keeps its width when its word changes."""
        if button is not self.pause:
            return 0
        texts = [self._words("app.pause"), self._words("app.play")]
        return max(Button(text, icon="pause").width(look) for text in texts)
