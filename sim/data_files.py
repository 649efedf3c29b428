"""Reading files that may be damaged: their content, or one sentence that says so.

The sentence names the file, and the line where there is one. A pipe in the place of a
file is not waited for.
"""

import csv
import errno
import io
import json
import os
import re
import stat
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from io import FileIO
from pathlib import Path
from typing import Any, NoReturn

from sim.parameter import UserError

LARGEST = 10_000  # bytes of a small table, such as a preset; ours have a few hundred


def read_table(path: Path) -> dict[str, Any]:
    """The small TOML table in a file of the user's.

    Raises OSError where nothing can be read, UserError for any other content.
    """
    data = _bytes(path, LARGEST + 1)
    if len(data) > LARGEST:
        raise damaged(path, "it is too long")
    table: dict[str, Any] = _parsed(path, data, tomllib.loads)
    return table


def toml_of(path: Path) -> dict[str, Any]:
    """The table in a TOML file of the program's. Raises UserError."""
    table: dict[str, Any] = _own(path, tomllib.loads)
    return table


def json_of(path: Path) -> Any:  # noqa: ANN401 - JSON may be anything
    """What is in a JSON file of the program's. Raises UserError, also for a missing key later."""

    class Record(dict[str, Any]):
        def __missing__(self, key: str) -> NoReturn:
            raise damaged(path, f"{key!r} is missing")

    return _own(path, partial(json.loads, object_hook=Record))


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file of the program's, with their lines. Raises UserError."""
    reader = csv.DictReader(io.StringIO(_own(path, str)), strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                raise damaged(path, "it has not as many cells as titles", reader.line_num)
            yield reader.line_num, row
    except csv.Error as error:
        raise damaged(path, error, reader.line_num + 1) from None


def damaged(path: Path, what: object, line: int | None = None) -> UserError:
    """What to say of a file that does not hold what it should."""
    at = "" if line is None else f" in line {line}"
    return UserError(f"{path.name!r} is damaged{at}: {what}")


def line_of(path: Path, name: str) -> int | None:
    """The first line of a file that begins with a name, as a key or the title of a table."""
    begins = re.compile(rf'[\[\s"]*{re.escape(name)}\b')
    with suppress(OSError, UnicodeError):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if begins.match(line):
                return number
    return None


def _own(path: Path, parse: Callable[[str], Any]) -> Any:  # noqa: ANN401
    try:
        data = _bytes(path, -1)
    except OSError as error:
        raise UserError(f"can not read {str(path)!r}: {error.strerror}") from None
    return _parsed(path, data, parse)


def _parsed(path: Path, data: bytes, parse: Callable[[str], Any]) -> Any:  # noqa: ANN401
    try:
        return parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise damaged(path, "it is not text in UTF-8", line) from None
    except ValueError as error:  # the parsers name the line themselves
        raise damaged(path, " ".join(str(error).split())[:200]) from None
    except RecursionError:
        raise damaged(path, "it is nested too deeply") from None


def _bytes(path: Path, most: int) -> bytes:
    """What is in a file, or so much of it. Raises OSError; never waits."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with FileIO(os.open(path, flags)) as file:
        mode = os.fstat(file.fileno()).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISCHR(mode)):
            raise OSError(errno.EINVAL, "it is not a file")
        return file.read(most) or b""
