"""What may stand on the command line: one sentence with what is valid for all else.

Each of these is a type for `argparse`, which calls it with the text.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from sim.parameter import nearest, number_from, quoted, UserError
from sim.share import is_address

LONGEST = 600.0  # s of simulated time in one command


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - those of argparse
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Raise UserError with the message in one line."""
        raise UserError(" ".join(message.split()))  # an argument may contain line breaks


def choice(kind: str, valid: Sequence[str]) -> Callable[[str], str]:
    """One of some names; the error gives the nearest valid ones."""

    def check(text: str) -> str:
        if text not in valid:
            raise argparse.ArgumentTypeError(str(nearest(kind, text, valid)))
        return text

    return check


def number(low: float, high: float, unit: str = "") -> Callable[[str], float]:
    """A number in a range; the error gives the range with its unit."""

    def check(text: str) -> float:
        try:
            value = number_from(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(
                f"{quoted(text)} is not a number from {low:g} to {high:g}{unit and ' ' + unit}"
            )
        return value

    return check


def address(text: str) -> str:
    """The address of a page, without what would ask it for something."""
    if not is_address(text) or {*text} & {*"?#"}:
        raise argparse.ArgumentTypeError(
            f"{quoted(text)} is not the address of a page, such as https://example.org/spine/"
        )
    return text


def whole(low: int, high: int) -> Callable[[str], int]:
    """A whole number in a range."""

    def check(text: str) -> int:
        if not (text.isdecimal() and len(text) < 10 and low <= int(text) <= high):
            raise argparse.ArgumentTypeError(
                f"{quoted(text)} is not a whole number from {low} to {high}"
            )
        return int(text)

    return check


def size(text: str) -> tuple[int, int]:
    """Width and height of a window [pixels], written as 1280x720."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{quoted(text)} is not of the form WIDTHxHEIGHT")
    found = int(width), int(height)
    if not (320 <= found[0] <= 3840 and 320 <= found[1] <= 2160):
        raise argparse.ArgumentTypeError(f"{quoted(text)} is not from 320x320 to 3840x2160")
    return found


def file(text: str) -> Path:
    """A path that ends in a name."""
    path = Path(text)
    if not path.name:
        raise argparse.ArgumentTypeError(f"{quoted(text)} does not name a file")
    return path
