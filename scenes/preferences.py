"""What is kept between sessions: how the program looks and moves, and nothing else.

One small TOML file in the user's configuration folder, or in the folder that the
environment variable SPINESTACK_CONFIG names. A damaged file costs the preferences
and nothing more; one that can not be read or written is done without.
"""

import contextlib
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from sim.catalogue import LANGUAGES, PROFILES
from sim.data_files import read_table
from sim.files import write_whole
from sim.parameter import UserError

FOLDER = "SPINESTACK_CONFIG"  # the environment variable
FILE = "preferences.toml"
DAMAGED = "preferences.damaged"  # the text key


@dataclass(frozen=True)
class Preferences:
    """Everything that is kept. Raises UserError for a value that is not valid.

    `language` None is the system's; `zoom` is of the text, 1 to 2; `auto_slow`
    slows time at the moment of collapse.
    """

    language: str | None = None
    profile: str = "default"
    zoom: float = 1.0
    reduced_motion: bool = False
    auto_slow: bool = True

    def __post_init__(self) -> None:
        switches = (self.reduced_motion, self.auto_slow)
        if not (
            self.language in (None, *LANGUAGES)
            and self.profile in PROFILES
            and type(self.zoom) in (int, float)  # a file may hold anything
            and 1 <= self.zoom <= 2
            and all(isinstance(switch, bool) for switch in switches)
        ):
            raise UserError("the preferences have a value that is not valid")


def preferences_folder() -> Path:
    """Where the file is, unless told otherwise."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415 - a web page does without

    return Path(platformdirs.user_config_dir("spinestack", appauthor=False))


def load(folder: Path | None = None) -> tuple[Preferences, str]:
    """What was kept, and the key of a text if that could not be read.

    A damaged file is kept under the name `*.damaged`, and the defaults take its place.
    """
    path = (folder or preferences_folder()) / FILE
    try:
        table = read_table(path)
        known = [field.name for field in fields(Preferences) if field.name in table]
        return Preferences(**{name: table[name] for name in known}), ""
    except FileNotFoundError:
        return Preferences(), ""
    except OSError:
        return Preferences(), DAMAGED
    except UserError:
        with contextlib.suppress(OSError):
            path.replace(path.with_name(f"{FILE}.damaged"))
            save(Preferences(), path.parent)
        return Preferences(), DAMAGED


def save(preferences: Preferences, folder: Path | None = None) -> bool:
    """Keep the preferences; whether that could be done."""
    folder = folder or preferences_folder()
    lines = [
        f"{name} = {_toml(value)}\n"
        for name, value in asdict(preferences).items()
        if value is not None
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / FILE).is_fifo():
            return False  # nobody may ever read there, and writing would wait for them
        write_whole(folder / FILE, "".join(lines).encode())
    except (OSError, UserError):
        return False
    return True


def _toml(value: str | float) -> str:
    """A language, profile, number or switch as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else repr(float(value))
