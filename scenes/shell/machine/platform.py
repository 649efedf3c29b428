"""What the program asks of the place where it runs; a web page has a `Platform` of its own."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pygame

from scenes.experiment.protocols import Sound
from scenes.forms import NO_INSETS
from scenes.preferences import FileStore, MOST_ZOOM, Store
from scenes.shell.machine.system import system_wishes

Action = Callable[[], None]


class Platform:
    """A desktop.

    `actions` are done in a way of its own here, or not at all where they are None;
    `density` is how many pixels a screen has where others have one, `insets` what it keeps for
    itself at its edges, and `enlarged` how many times larger than others it shows a program, which
    letters follow; `store` keeps the user's preferences. What is `out_of_reach` has a key
    that never gets here; `opens_folders` tells whether a folder can be
    shown, `saves` whether files of the user are written. `page_address` is where the page is, if
    this is one.
    """

    opens_folders = saves = True
    density = enlarged = 1.0
    page_address = ""
    insets = NO_INSETS
    out_of_reach: frozenset[str] = frozenset()
    actions: Mapping[str, Action | None] = MappingProxyType({})

    def __init__(self, store: Store | None = None) -> None:
        self.store = store or FileStore(wishes=system_wishes)
        self._silent = False  # whether there is nothing that could be heard

    def letters(self, zoom: float) -> float:
        """How many times larger letters are where the user wants them `zoom` times larger."""
        return min(MOST_ZOOM, zoom * self.enlarged)

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Put a text into the clipboard, and tell whether it lies there now."""
        with contextlib.suppress(pygame.error, ValueError):
            pygame.scrap.put_text(text)
        done(self._clipboard() == text)

    def paste(self, use: Callable[[str | None], None]) -> None:
        """Hand over the text in the clipboard, None where there is none."""
        use(self._clipboard() or None)

    def _clipboard(self) -> str:
        try:
            return pygame.scrap.get_text()
        except (pygame.error, ValueError):  # no clipboard, or no text in it
            return ""

    def open_folder(self, folder: Path) -> None:
        """Show a folder as the desktop does; nothing happens where it has no way to."""
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                os.startfile(folder)
            return
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        threading.Thread(target=_run_quietly, args=([opener, str(folder)],), daemon=True).start()

    def play(self, sound: Sound, language: str) -> None:
        """Let tones be heard; where there is no sound there is none. A desktop has no voice."""
        from scenes.shell.machine.tones import RATE, samples  # noqa: PLC0415 - most never hear any

        if self._silent:
            return
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init(RATE, channels=2)
            pygame.sndarray.make_sound(samples(sound)).play()
        except (pygame.error, NotImplementedError):
            self._silent = True

    def stay_awake(self, *, wanted: bool) -> None:
        """Keep the screen from going dark, or no longer."""
        pygame.display.set_allow_screensaver(not wanted)


def _run_quietly(command: list[str]) -> None:
    with contextlib.suppress(OSError):
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
