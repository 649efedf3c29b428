"""The window in a waiting room: nobody's settings are kept, and nobody gets out of it.

After a while without a touch everything is forgotten and the stack plays by itself. Only
Ctrl+Alt+Q closes it. Nothing is written, preferences and pictures included.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pygame

from scenes.preferences import Store
from scenes.shell.app import ACTS, App
from scenes.shell.kiosk.waiting_room import WaitingScene
from scenes.shell.machine.display import Options
from scenes.shell.machine.platform import Action, Platform
from scenes.text.words import Words
from scenes.widgets.widget import types_letter
from sim.catalogue import SCENES

PATIENCE = 90.0  # s without a touch after which the next person is waited for
TOUCHED = (*ACTS, pygame.MOUSEMOTION, pygame.FINGERDOWN, pygame.FINGERMOTION)
LEFT_OUT = ("quit", "fullscreen", "picture", "clip")  # ways out, and to files


class KioskPlatform(Platform):
    """A desktop on which nothing is kept, saved, opened or allowed to fall asleep.

    What one person copies is not put where the next one, or another program, could paste it.
    """

    opens_folders = False
    saves = False
    actions: Mapping[str, Action | None] = dict.fromkeys(LEFT_OUT)

    def __init__(self) -> None:
        super().__init__(Store())
        self._copied = ""

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Keep a text until it is forgotten."""
        self._copied = text
        done(True)

    def _clipboard(self) -> str:
        return self._copied

    def forget(self) -> None:
        """Let the next person paste nothing of what this one has copied."""
        self._copied = ""

    def stay_awake(self, *, wanted: bool) -> None:
        """It always does."""


class KioskApp(App):
    """The window for whoever comes by. Raises UserError as `App` does."""

    def __init__(self, options: Options) -> None:
        fitting = replace(options, start=True, fullscreen=True)
        self._here = KioskPlatform()
        super().__init__({}, fitting, self._here)
        self._first = replace(self.preferences, language=self.words.language)
        self._untouched = 0.0
        self.waiting = WaitingScene(self.words, self.preferences)
        self.show(self.waiting)

    def handle(self, event: pygame.event.Event) -> None:
        """A touch while it waits leads to the start screen; otherwise as ever."""
        if _leaves(event):
            self.leave()
        if event.type in TOUCHED:
            self._untouched = 0.0
        if event.type == pygame.QUIT or (self.scene is self.waiting and event.type in TOUCHED):
            if event.type in ACTS:
                self.show(self.start_screen)
            return
        super().handle(event)

    def leave(self, *_: object) -> None:
        """Come to an end."""
        self.running = False

    def go_on(self, elapsed: float) -> None:
        """Let time pass; after a while without a touch for the next person."""
        super().go_on(elapsed)
        self._untouched += elapsed
        if self._untouched >= PATIENCE and self.scene is not self.waiting:
            self._forget()

    def _forget(self) -> None:
        """Be as at the beginning, in every respect."""
        self.group.cancel()
        if self.dialog is not None:
            self.dialog.close()
        self.preferences = self._first
        self._here.forget()
        self.scenes.forget()
        self.scenes.choose(next(iter(SCENES)))
        self.scenes.prefer(self.preferences)
        self._speak(Words(self._first.language or ""))
        self.waiting = WaitingScene(self.words, self.preferences)
        self.show(self.waiting)

    def actions(self) -> dict[str, Callable[[], None]]:
        """Nothing that leads out of it or writes a file."""
        found = super().actions()
        return {} if self.scene is self.waiting else found

    def _show_widgets(self) -> None:
        super()._show_widgets()
        if self.scene is self.waiting:
            self.group.widgets = [*self.waiting.widgets()]

    def draw(self) -> None:
        """Draw the whole window, and what invites while it waits."""
        super().draw()
        if self.scene is self.waiting:
            self.waiting.draw_over(self.surface)


def _leaves(event: pygame.event.Event) -> bool:
    """Ctrl+Alt+Q, which nobody presses by chance."""
    held = (pygame.KMOD_CTRL, pygame.KMOD_ALT)
    return (
        event.type == pygame.KEYDOWN
        and event.key == pygame.K_q
        and all(event.mod & one for one in held)
        and not types_letter(event)
    )
