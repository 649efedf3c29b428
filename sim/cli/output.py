"""What a command gives: its report as it is printed, and whether there is where to put it all."""

import argparse
import json
import os
import sys

from sim.files import check_outputs
from sim.parameter import UserError

FILES = ("csv", "png", "out")  # the options that name one


def fill_streams() -> None:
    """Let no file take the number of a standard stream that is closed, to be printed into."""
    for stream in range(3):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)  # takes the first number that is free
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - as long as the program runs


def check_outputs_of(arguments: argparse.Namespace) -> None:
    """Find out before anything is computed whether all can be written. Raises UserError."""
    if "json" in arguments and sys.stdout is None:
        raise UserError("there is no standard output to print the report to")
    if arguments.command != "web":  # whose output is a folder
        named = (getattr(arguments, name, None) for name in FILES)
        check_outputs(path for path in named if path is not None)


def say(report: object, *, as_json: bool) -> None:
    """Print a report as strict JSON, or one line for each quantity.

    A reader that has gone is no error. Raises UserError where the output can not be written.
    """
    flush(_text(report, as_json=as_json) + "\n")


def flush(more: str = "") -> None:
    """Have printed all that is to be, and this. Raises UserError where that can not be."""
    try:
        print(more, end="", flush=True)
    except BrokenPipeError:
        _write_no_more()
    except OSError as error:
        _write_no_more()
        raise UserError(f"can not write the output: {error.strerror}") from None


def _text(report: object, *, as_json: bool) -> str:
    if as_json or not isinstance(report, dict):
        return json.dumps(report, indent=2, allow_nan=False)
    return "\n".join(
        f"{name}: {value if isinstance(value, str) else json.dumps(value, allow_nan=False)}"
        for name, value in report.items()
    )


def _write_no_more() -> None:
    """Send what is still in the buffer nowhere: the interpreter would complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
