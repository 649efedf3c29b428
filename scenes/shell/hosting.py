"""What the window does for the scene that it shows."""

from typing import Protocol

from scenes.experiment.protocols import Host, Sound
from scenes.shell.platform import Platform
from scenes.text.words import Words


class Window(Protocol):
    """What is needed of the window."""

    words: Words
    platform: Platform

    def picture(self) -> None:
        """Save the window as a picture."""

    def prefer(self, **changes: object) -> None:
        """Change the user's preferences."""


class WindowHost(Host):
    """Hands on what a scene asks to the window and to the place where it runs."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def picture(self) -> None:
        """Save the window as a picture."""
        self._window.picture()

    def prefer(self, **changes: object) -> None:
        """Change the user's preferences."""
        self._window.prefer(**changes)

    def play(self, sound: Sound) -> None:
        """Let a sound be heard."""
        self._window.platform.play(sound, self._window.words.language)

    def stay_awake(self, *, wanted: bool) -> None:
        """Keep the screen from going dark, or no longer."""
        self._window.platform.stay_awake(wanted=wanted)
