"""What the window does for the scene that it shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pygame

from scenes.experiment.protocols import Host, Sound
from scenes.preferences import Preferences
from scenes.saving import saved
from scenes.shell.dialogs import message_dialog, saved_dialog
from scenes.shell.images.capture import save_picture
from scenes.shell.machine.platform import Platform
from scenes.shell.registry import Scenes
from scenes.text.words import Words
from scenes.widgets.dialog import Dialog


class Window(Protocol):
    """What is needed of the window."""

    words: Words
    preferences: Preferences
    platform: Platform
    scenes: Scenes

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""

    def draw(self) -> None:
        """Draw the whole window."""

    def open(self, dialog: Dialog) -> None:
        """Show a dialog."""

    def prefer(self, **changes: object) -> None:
        """Change the user's preferences."""

    def choose(self, scene: str) -> None:
        """Show a scene."""


class WindowHost(Host):
    """Hands on what a scene asks to the window and to the place where it runs."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def picture(self) -> None:
        """Save the window as a picture."""
        self._window.draw()
        self.save(".png", lambda path: save_picture(self._window.surface, path))

    def save(self, suffix: str, write: Callable[[Path], None]) -> None:
        """Save a file for the user, and say where, or why not."""
        window = self._window
        if not window.platform.saves:
            window.open(message_dialog(window.words, window.words("kiosk.nothing_kept")))
            return
        done = saved(window.words, suffix, write)
        window.open(saved_dialog(window.words, window.platform, done))

    def prefer(self, **changes: object) -> None:
        """Change the user's preferences."""
        self._window.prefer(**changes)

    def page_address(self) -> str:
        """That of the page that this is, or what the user has named."""
        return self._window.platform.page_address or self._window.preferences.page_address

    def leave(self, way: str) -> None:
        """Go on from the story's end."""
        self._window.choose(self._window.scenes.leave(way))

    def copy(self, text: str) -> None:
        """Put a text into the clipboard."""
        self._window.platform.copy(text, lambda lies_there: None)

    def paste(self, use: Callable[[str], None]) -> None:
        """Hand over the text in the clipboard, if there is one."""
        self._window.platform.paste(lambda text: use(text) if text else None)

    def play(self, sound: Sound) -> None:
        """Let a sound be heard."""
        self._window.platform.play(sound, self._window.words.language)

    def stay_awake(self, *, wanted: bool) -> None:
        """Keep the screen from going dark, or no longer."""
        self._window.platform.stay_awake(wanted=wanted)

    def tell(self, text: str, *, title: str) -> None:
        """Say one thing that the user should read."""
        self._window.open(message_dialog(self._window.words, text, title=title))
