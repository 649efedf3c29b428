"""Shows how far many runs are."""

import sys
from contextlib import nullcontext
from typing import Any, TextIO

from sim.parameter import UserError


def progress(total: int, done: int) -> Any:  # noqa: ANN401 - tqdm says no types
    """A bar on a terminal; elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        return nullcontext(_Silent())
    try:
        from tqdm import tqdm  # noqa: PLC0415 - an extra
    except ImportError:
        raise UserError("sweeps need tqdm: install spinestack[sweep]") from None

    return tqdm(total=total, initial=done, unit=" runs", file=sys.stderr)


class _Silent:
    def update(self, count: int) -> None:
        """So many more are done."""

    def write(self, text: str, file: TextIO) -> None:
        """Say one thing meanwhile."""
        print(text, file=file)
