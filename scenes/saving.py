"""Saving a file for the user, and what to say of it."""

from collections.abc import Callable
from pathlib import Path

from scenes.shell.capture import save_with_pictures
from scenes.text.errors import told
from scenes.text.words import Words
from sim.parameter import UserError


def saved(words: Words, suffix: str, save: Callable[[Path], None]) -> str:
    """Save a new file among the user's pictures; one sentence that says how that went."""
    try:
        return words("app.saved", name=save_with_pictures(suffix, save))
    except UserError as error:
        return words("app.not_saved", reason=told(words, error))
