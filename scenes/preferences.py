"""What is kept between sessions: how the program looks and moves, and nothing else.

One small TOML file in the user's configuration folder, or in the folder that the
environment variable SPINESTACK_CONFIG names. It holds what the user has changed; all
else is as the system wishes. A damaged file costs the preferences and nothing more; one
that can not be read or written is done without.
"""

import contextlib
import json
import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from sim.catalogue import LANGUAGES, PROFILES
from sim.data_files import read_table
from sim.files import write_whole
from sim.parameter import UserError
from sim.share import is_address

FOLDER = "SPINESTACK_CONFIG"  # the environment variable
FILE = "preferences.toml"
DAMAGED = "preferences.damaged"  # the text key
MOST_ZOOM = 2.0
MOST_SIDE = 100_000  # pixels of a window

Wishes = Mapping[str, object]
"""Preferences that the system has, by their names; those that it can have are `WISHES`."""
WISHES = ("reduced_motion", "profile", "zoom")


@dataclass(frozen=True)
class Preferences:
    """Everything that is kept. Raises UserError for a value that is not valid.

    `language` None is the system's; `zoom` is of the text, 1 to 2; `auto_slow`
    slows time at the moment of collapse; `sounds` are those of the pacer; `width` and
    `height` [pixels] are those of the window when it was last closed, 0 before that;
    `page_address` is where the page is that links and codes lead to, "" where none is known;
    `notes`: whether the lesson shows those for the teacher, None where nobody has said.
    """

    language: str | None = None
    profile: str = "default"
    zoom: float = 1.0
    reduced_motion: bool = False
    auto_slow: bool = True
    width: float = 0
    height: float = 0
    sounds: bool = False
    page_address: str = ""
    notes: bool | None = None

    def __post_init__(self) -> None:
        switches = (self.reduced_motion, self.auto_slow, self.sounds)
        if not (
            self.language in (None, *LANGUAGES)
            and self.profile in PROFILES
            and type(self.zoom) in (int, float)  # a file may hold anything
            and 1 <= self.zoom <= MOST_ZOOM
            and all(isinstance(switch, bool) for switch in switches)
            and all(type(side) in (int, float) for side in (self.width, self.height))
            and all(0 <= side <= MOST_SIDE for side in (self.width, self.height))
            and type(self.page_address) is str
            and type(self.notes) in (bool, type(None))
            and (not self.page_address or is_address(self.page_address))
        ):
            raise UserError("the preferences have a value that is not valid")


def wished(*, calm: bool, contrast: bool, text: float) -> Wishes:
    """The preferences of a system: less motion, more contrast, how many times larger letters."""
    wishes: dict[str, object] = {}
    if calm:
        wishes["reduced_motion"] = True
    if contrast:
        wishes["profile"] = "contrast"
    if text > 1:  # not where it is no number
        wishes["zoom"] = round(min(MOST_ZOOM, text), 1)
    return wishes


def preferences_folder() -> Path:
    """Where the file is, unless told otherwise."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415 - a web page does without

    return Path(platformdirs.user_config_dir("spinestack", appauthor=False))


class Store:
    """Keeps nothing: for pictures and whatever else is not the user's own window."""

    def load(self) -> tuple[Preferences, str]:
        """What was kept, and the key of a text if that could not be read."""
        return Preferences(), ""

    def change(self, changes: Mapping[str, object]) -> bool:
        """Keep these, and leave all else as it is kept now; whether that could be done."""
        return False


class FileStore(Store):
    """Keeps preferences in a file of a folder, the user's own if none is given.

    `wishes` are those of the system; they are asked for only where one is of use.
    """

    def __init__(self, folder: Path | None = None, wishes: Callable[[], Wishes] = dict) -> None:
        self._folder = folder
        self._wishes = wishes

    @property
    def path(self) -> Path:
        """The file."""
        return (self._folder or preferences_folder()) / FILE

    def load(self) -> tuple[Preferences, str]:
        """What was kept; a damaged file is kept as `*.damaged`, and the defaults take its place."""
        try:
            return self._with_wishes(self._read()), ""
        except OSError:
            return self._with_wishes({}), DAMAGED
        except UserError:
            with contextlib.suppress(OSError):
                self._set_aside()
            return self._with_wishes({}), DAMAGED

    def change(self, changes: Mapping[str, object]) -> bool:
        """Keep these, onto what another window may have written meanwhile."""
        try:
            try:
                kept = self._read()
            except UserError:
                self._set_aside()
                kept = {}
            kept |= changes
            order = [field.name for field in fields(Preferences)]
            known = [name for name in order if kept.get(name) is not None]
            lines = [f"{name} = {_toml(kept[name])}\n" for name in known]
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, "".join(lines).encode())
        except (OSError, UserError):
            return False
        return True

    def _with_wishes(self, kept: dict[str, Any]) -> Preferences:
        open_ones = [name for name in WISHES if name not in kept]
        wishes = self._wishes() if open_ones else {}
        return Preferences(**{**wishes, **kept})

    def _read(self) -> dict[str, Any]:
        """What the file holds. Raises OSError, and UserError where it is damaged."""
        try:
            mode = self.path.stat().st_mode
            if stat.S_ISCHR(mode):
                return {}  # a link to the null device, by whom nothing is to be kept
            if not stat.S_ISREG(mode):
                raise OSError  # a pipe would be waited for
            table = read_table(self.path)
        except FileNotFoundError:
            return {}
        known = [field.name for field in fields(Preferences) if field.name in table]
        kept = {name: table[name] for name in known}
        Preferences(**kept)
        return kept

    def _set_aside(self) -> None:
        self.path.replace(self.path.with_name(f"{FILE}.damaged"))


def _toml(value: object) -> str:
    """A text, number or switch as TOML writes it; a text of one line as JSON does."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value) if isinstance(value, str) else repr(float(str(value)))
