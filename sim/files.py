"""Writing files whole or not at all, and reading tables that may be damaged."""

import os
import tomllib
from pathlib import Path
from typing import Any

from sim.parameter import UserError

LARGEST = 10_000  # bytes of a table; ours have a few hundred


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`; on any failure nothing new is left behind.

    The data goes to a file beside it that is then renamed. A path that is not a
    regular file, such as /dev/stdout, is written to directly. Raises UserError.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(f"can not write {str(path)!r}: {reason}") from None


def read_table(path: Path) -> dict[str, Any]:
    """The TOML table in a file. Raises OSError as `open` does, UserError for any other content."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    try:
        if len(data) > LARGEST:
            raise ValueError
        return tomllib.loads(data.decode())
    except (ValueError, RecursionError):  # deep brackets exhaust the parser
        raise UserError(f"{path.name!r} is damaged: it does not hold a TOML table") from None
