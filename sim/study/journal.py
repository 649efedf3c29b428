"""The finished runs of a sweep that is under way, in a file beside its table.

Each line is one finished run, with the name of its sweep and a checksum:

    <sweep> <checksum> [index, row]

A line is written at once and counts when it is whole, so that whatever stops a sweep
costs no finished run, and what damages the file costs only the runs that it hits. A sweep
holds a lock on its file, which ends with the process, however that ends.
"""

import errno
import hashlib
import json
import os
import stat
import sys
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import Any

from sim.files import can_not_write
from sim.parameter import UserError

SHORT = 16  # characters of a sweep's name and of a checksum
LOCKED = 1 << 40  # on Windows, the byte that is locked: one that no journal has
NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)  # the file system has none


class Journal:
    """`rows`: what the runs of a sweep gave, by their index.

    `damaged` counts the lines that were not whole, `others` those of other sweeps; both are
    dropped. Raises UserError where the file can not be written or another process has it.
    """

    def __init__(self, path: Path, sweep: str) -> None:
        self.path = path
        self.rows: dict[int, Any] = {}
        self.damaged = self.others = 0
        self._sweep = sweep.encode()[:SHORT]
        try:
            self._file = _locked(path)
            self._read()
        except OSError as error:
            raise can_not_write(path, error) from None

    def _read(self) -> None:
        """Take over what is whole. The rest is blanked in its place: no kill can cost more."""
        *lines, half = self._file.readall().split(b"\n")
        at = 0
        for line in lines:
            if line.strip() and not self._take(line):
                self._file.seek(at)
                self._write(b" " * len(line))
            at += len(line) + 1
        self.damaged += bool(half)
        self._file.truncate(at if self.rows else 0)
        self._file.seek(0, os.SEEK_END)

    def _take(self, line: bytes) -> bool:
        sweep, _, text = line.partition(b" ")
        text = text.partition(b" ")[2]
        if line != _line(sweep, text):
            self.damaged += 1
            return False
        if sweep != self._sweep:
            self.others += 1
            return False
        index, row = json.loads(text)
        self.rows[index] = row
        return True

    def add(self, index: int, row: object) -> None:
        """Keep what a run gave."""
        text = json.dumps([index, row], allow_nan=False).encode()
        try:
            self._write(_line(self._sweep, text) + b"\n")
        except OSError as error:
            raise can_not_write(self.path, error) from None
        self.rows[index] = row

    def _write(self, line: bytes) -> None:
        if self._file.write(line) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def remove(self) -> None:
        """All is done."""
        if sys.platform == "win32":  # where no file goes that is open
            self._file.close()
        with suppress(OSError):  # another sweep has it by now
            self.path.unlink(missing_ok=True)
        self._file.close()

    def close(self) -> None:
        """Leave the file for another time, or remove it if it has no rows."""
        if self._file.closed:
            return
        if self.rows:
            self._file.close()
        else:
            self.remove()


def _line(sweep: bytes, text: bytes) -> bytes:
    check = hashlib.sha256(sweep + b" " + text).hexdigest()[:SHORT].encode()
    return b" ".join((sweep, check, text))


def _locked(path: Path) -> FileIO:
    """The file of a journal, which no other process has until it is closed.

    Raises OSError, and UserError where another process has it.
    """
    while True:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        file = FileIO(os.open(path, flags, 0o666), "r+")
        try:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UserError(f"can not write {str(path)!r}: it is not a file")
            _lock(file.fileno(), path)
            with suppress(FileNotFoundError):
                # Whoever had it may just have removed it.
                if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                    return file
        except BaseException:
            file.close()
            raise
        file.close()


def _lock(descriptor: int, path: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - for this system alone

            os.lseek(descriptor, LOCKED, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 - Windows has none

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in NO_LOCKS:
            return
        raise UserError(f"another sweep is using {str(path)!r}: wait until it is done") from None
