"""Saving a file for the user, and what to say of it."""

import itertools
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from scenes.text.errors import told
from scenes.text.words import Words
from sim.parameter import UserError

FOLDER = "SPINESTACK_PICTURES"  # the environment variable


def pictures_folder() -> Path:
    """The folder that the environment names, the user's pictures folder, home, or here."""
    if os.environ.get(FOLDER):
        return Path(os.environ[FOLDER])
    import platformdirs  # noqa: PLC0415 - a web page does without

    places = (platformdirs.user_pictures_path, Path.home)
    for place in places:
        try:
            if place().is_dir():
                return place()
        except (OSError, RuntimeError):  # no home, or one that can not be looked into
            continue
    return Path.cwd()


def picture_path(folder: Path, stem: str, suffix: str, now: datetime) -> Path:
    """A path of no file yet, such as spinestack-2026-11-23-1405.png. Raises UserError."""
    name = f"{stem}-{now:%Y-%m-%d-%H%M}"
    try:
        for again in itertools.count(1):
            path = folder / (f"{name}-{again}{suffix}" if again > 1 else f"{name}{suffix}")
            if not path.exists():
                break
    except OSError as error:
        raise UserError(f"can not look into {str(folder)!r}: {error.strerror}") from None
    return path


def save_with_pictures(suffix: str, save: Callable[[Path], None]) -> str:
    """Save a new file in the user's pictures folder; its name. Raises UserError."""
    path = picture_path(pictures_folder(), "spinestack", suffix, datetime.now())
    save(path)
    return path.name


def saved(words: Words, suffix: str, save: Callable[[Path], None]) -> str:
    """Save a new file among the user's pictures; one sentence that says how that went."""
    try:
        return words("app.saved", name=save_with_pictures(suffix, save))
    except UserError as error:
        return words("app.not_saved", reason=told(words, error))
