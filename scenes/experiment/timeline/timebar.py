"""The time controls: pause, one step, slower, looking back, start over."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pygame

from scenes.draw.look import Look
from scenes.experiment.timeline.clock import Clock
from scenes.experiment.timeline.recording import SECONDS
from scenes.text.words import Words
from scenes.widgets.button import Button, share_row
from scenes.widgets.slider import Slider
from scenes.widgets.widget import Widget

GAP = 10
LEAST_BACK = 150  # design px below which the slider for looking back is left out
TOUCHED, BARE, NAME = 60, 48, 17.5  # design px of a button in the hand with and without its name
NAMED_ZOOM = 1.1  # text zoom up to which it has a name there
LOOK_BACK = 0.01  # s, one step of that slider


class TimeBar:
    """Buttons that work a clock, and a slider through the recording.

    `back` is called with how far before now the user looks [s], 0 for now.
    """

    texts = ("app.pause", "app.play", "app.step")  # of the first two buttons
    short: Mapping[str, str] = MappingProxyType({"app.again": "app.again_short"})
    longest = SECONDS  # that can be looked back

    def __init__(
        self,
        words: Words,
        clock: Clock,
        *,
        step: Callable[[], None],
        reset: Callable[[], None],
        back: Callable[[float], None],
        picture: Callable[[], None],
    ) -> None:
        self._words = words
        self._clock = clock
        self._compact = self._brief = False
        self.pause = Button(icon="pause", on_press=self._pause)
        self.step = Button(icon="step", on_press=step)
        self.slow = Button(words("app.slow"), icon="slow", kind="toggle", on_press=self._slower)
        self.back = Slider(
            words("app.back"),
            -self.longest,
            0.0,
            LOOK_BACK,
            value=0.0,
            text=lambda value: words.quantity(value, "s", 1) if value else words("app.now"),
            on_change=lambda value: back(-value),
        )
        self.camera = Button(
            icon="camera", kind="round", on_press=picture, name=words("app.picture")
        )
        self.again = Button(words("app.again"), icon="reset", on_press=reset)
        self.refresh()

    def widgets(self) -> list[Widget]:
        """All of them in the order of Tab."""
        row = [self.pause, self.step, self.slow, self.back, self.camera, self.again]
        return [widget for widget in row if widget.visible]

    def _pause(self) -> None:
        self._clock.paused = not self._clock.paused
        self.refresh()

    @property
    def going(self) -> bool:
        """Whether time goes on, so that the first button stops it."""
        return not self._clock.paused

    def _slower(self) -> None:
        self._clock.slower()
        self.refresh()

    def refresh(self) -> None:
        """Show what the clock does."""
        pause, play, step = self.texts
        names = {
            self.pause: pause if self.going else play,
            self.step: step,
            self.slow: "app.slow",
            self.again: "app.again",
        }
        for button, key in names.items():
            button.name = self._words(key)
            said = self._words(self.short.get(key, key)) if self._brief else button.name
            button.text = "" if self._compact else said
        self.pause.icon = "pause" if self.going else "play"
        self.slow.on = self._clock.speed < 1

    def show_recorded(self, seconds: float, before_now: float) -> None:
        """How much there is to look back to, and where the user looks."""
        self.back.enabled = seconds > 0
        self.back.value = -before_now

    def place(self, rect: pygame.Rect, look: Look, *, stacked: bool) -> None:
        """From the left in a row; starting over stands apart, at the right end."""
        row = [self.pause, self.step, self.slow, self.again]
        buttons = [button for button in row if button.visible]
        self._brief = False
        for button in buttons:
            button.stacked, button.bare, button.size = stacked, False, 20
        gap = look.px(GAP)
        if stacked:
            self.back.visible = self.camera.visible = False
            # All with their names, with short ones, or none.
            for self._brief, self._compact in ((False, False), (True, False), (True, True)):
                self.refresh()
                beside = share_row(buttons, rect, look, gap)
                lines = max(button.words_high(look, button.rect.width) for button in buttons)
                if beside and lines <= rect.height:
                    break
            return
        # With words or with icons alone, with the camera or without: whatever leaves
        # room for looking back first.
        for self._compact, with_camera in ((False, True), (True, True), (True, False)):
            self.refresh()
            left, right = self._place_row(rect, look, gap)
            if with_camera:
                right -= rect.height + gap
            room = right - left - 3 * gap
            high = self.back.height(look, max(1, room))
            fits = room >= look.control(LEAST_BACK) and high <= rect.height + 2 * gap
            if fits:
                break
        if left > right + gap:  # large letters in a small window: icons share the width
            share_row(buttons, rect, look, gap)
        self.camera.visible = with_camera
        camera = pygame.Rect(right + gap, rect.top, rect.height, rect.height)
        self.camera.place(camera, look)
        self.back.visible = fits
        box = pygame.Rect(left + gap, 0, max(1, room), high)
        box.centery = rect.centery + look.px(2)
        self.back.place(box, look)

    # -- in the hand ---------------------------------------------------------------------

    def in_hand(self) -> list[Widget]:
        """The three that are always in sight: one step only while time stands."""
        return [*self._row()]

    def _row(self) -> list[Button]:
        middle = self.slow if self.going else self.step
        return [self.pause, middle, self.again]

    def width_in_hand(self, look: Look) -> int:
        """Of the three in a row."""
        return len(self._row()) * self._touched(look)

    def _touched(self, look: Look) -> int:
        return look.control(TOUCHED if look.zoom <= NAMED_ZOOM else BARE)

    def place_in_hand(self, rect: pygame.Rect, look: Look) -> None:
        """Icons over their names, from the right; large letters leave the names out."""
        named = look.zoom <= NAMED_ZOOM
        self._compact, self._brief = not named, True
        self.refresh()
        row, wide = self._row(), self._touched(look)
        for index, button in enumerate(row):
            button.bare, button.stacked, button.size = True, named, NAME
            left = rect.left + index * wide
            button.place(pygame.Rect(left, rect.top, wide, rect.height), look)

    # -- a row -----------------------------------------------------------------------------

    def _place_row(self, rect: pygame.Rect, look: Look, gap: int) -> tuple[int, int]:
        """Pause, step and slow from the left, starting over at the right; what is left between."""
        left = rect.left
        for button in filter(lambda button: button.visible, (self.pause, self.step, self.slow)):
            wide = max(button.width(look), self._widest(button, look))
            button.place(pygame.Rect(left, rect.top, wide, rect.height), look)
            left += wide + gap
        wide = self.again.width(look)
        self.again.place(pygame.Rect(rect.right - wide, rect.top, wide, rect.height), look)
        return left, rect.right - wide - gap

    def _widest(self, button: Button, look: Look) -> int:
        """The pause button keeps its width when its word changes."""
        if button is not self.pause or self._compact:
            return 0
        return max(Button(self._words(key), icon="pause").width(look) for key in self.texts[:2])
