"""How a report is printed."""

import json
import os
import sys

from sim.parameter import UserError


def say(report: object, *, as_json: bool) -> None:
    """Print a report as strict JSON, or one line for each quantity.

    A reader that has gone is no error. Raises UserError where the output can not be written.
    """
    try:
        print(_text(report, as_json=as_json), flush=True)
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
