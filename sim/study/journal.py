"""The finished runs of a sweep that is under way, in a file beside its table.

The first line says which sweep it is, each further line is one finished run. A line
is written at once and counts when it is whole, so that whatever stops a sweep costs
no finished run; what was half written is cut off when the sweep goes on.
"""

import errno
import json
import os
from pathlib import Path
from typing import Any

from sim.files import can_not_write, remove


class Journal:
    """`rows`: what the runs of a sweep gave, by their index; none if the file is of another one.

    Raises UserError where the file can not be written.
    """

    def __init__(self, path: Path, sweep: str) -> None:
        self.rows: dict[int, Any] = {}
        self.path = path
        try:
            self._file = path.open("ab+", buffering=0)
            self._file.seek(0)
            lines = self._file.read().splitlines(keepends=True)
            head = f"{sweep}\n".encode()
            if lines and lines[-1][-1:] != b"\n":
                del lines[-1]
            if lines[:1] != [head]:
                lines = []
            self._file.truncate(sum(map(len, lines)))
            if not lines:
                self._write(head)
        except OSError as error:
            raise can_not_write(path, error) from None
        for line in lines[1:]:
            index, row = json.loads(line)
            self.rows[index] = row

    def add(self, index: int, row: object) -> None:
        """Keep what a run gave."""
        try:
            self._write(json.dumps([index, row], allow_nan=False).encode() + b"\n")
        except OSError as error:
            raise can_not_write(self.path, error) from None
        self.rows[index] = row

    def _write(self, line: bytes) -> None:
        if self._file.write(line) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def remove(self) -> None:
        """All is done."""
        self._file.close()
        remove(self.path)

    def close(self) -> None:
        """Leave the file for another time, or remove it if it has no rows."""
        self._file.close()
        if not self.rows:
            remove(self.path)
