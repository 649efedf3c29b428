"""Saving a file for the user, and what to say of it."""

import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scenes.text.errors import told
from scenes.text.words import Words
from sim.parameter import UserError

FOLDER = "SPINESTACK_PICTURES"  # the environment variable: for all that is saved
DOCUMENTS = (".pdf", ".csv")  # all else is a picture


@dataclass(frozen=True)
class Saved:
    """What to say of a file, and the folder it is in, None where it could not be saved."""

    text: str
    folder: Path | None = None


def folder_for(suffix: str) -> tuple[str, Path]:
    """Where files of a kind go, and what that is: the key of its words.

    The folder that the environment names, the user's documents or pictures, home, or here.
    """
    if os.environ.get(FOLDER):
        return "named", Path(os.environ[FOLDER])
    import platformdirs  # noqa: PLC0415 - a web page does without

    documents = ("documents", platformdirs.user_documents_path)
    own = documents if suffix in DOCUMENTS else ("pictures", platformdirs.user_pictures_path)
    for kind, place in (own, ("home", Path.home)):
        try:
            if place().is_dir():
                at_home = kind != "home" and place() == Path.home()  # where a system has no such
                return "home" if at_home else kind, place()
        except (OSError, RuntimeError):  # no home, or one that can not be looked into
            continue
    return "named", Path.cwd()


def new_path(folder: Path, stem: str, suffix: str, now: datetime) -> Path:
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


def saved(words: Words, suffix: str, save: Callable[[Path], None]) -> Saved:
    """Save a new file among the user's own; one sentence that says where, or why not."""
    kind, folder = folder_for(suffix)
    try:
        path = new_path(folder, "spinestack", suffix, datetime.now())
        save(path)
    except UserError as error:
        return Saved(words("app.not_saved", reason=told(words, error)))
    where = words(f"saving.{kind}", folder=folder.name or str(folder))
    return Saved(words("app.saved", where=where, name=path.name), folder)
