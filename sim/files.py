"""Writing files whole or not at all, and reading tables that may be damaged."""

import glob
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
        raise can_not_write(path, error) from None


def can_not_write(path: Path, error: OSError) -> UserError:
    """What to say of a file that can not be written."""
    return UserError(f"can not write {str(path)!r}: {error.strerror or type(error).__name__}")


def can_not_read(error: OSError) -> UserError:
    """What to say of a file that can not be read; what libraries say of one names it already.

    Also of any other file that fails: those that are written say so themselves.
    """
    if error.filename is None:
        return UserError(str(error))
    return UserError(f"can not read {str(error.filename)!r}: {error.strerror}")


def clear_parts(path: Path) -> None:
    """Remove what `write_whole` left beside a file because it was killed. Raises UserError."""
    for part in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        remove(part)


def remove(path: Path) -> None:
    """Remove a file if it is there. Raises UserError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise can_not_write(path, error) from None


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
