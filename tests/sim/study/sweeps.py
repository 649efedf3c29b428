"""Sweeps that several tests make."""

from pathlib import Path

ONSETS = ("timing", "--vary", "onset", "--from", "0", "--to", "0.2")
QUICK = (*ONSETS, "--steps", "5", "--duration", "0.25")


def alone(*arguments: str) -> tuple[str, ...]:
    """A sweep in this process."""
    return ("sweep", *arguments, "--jobs", "1")


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())
