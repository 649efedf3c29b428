"""Writing files whole or not at all: the one writer of all that the program writes.

What is written goes to a file beside the wanted one, which it then replaces. Where the
path is a link, that is beside the file it leads to, so that the link stays; an older
file passes its mode on, and one that is read-only is left as it is. What is no regular
file, such as a pipe or /dev/stdout, is written into.
"""

import errno
import glob
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from sim.parameter import UserError
from sim.processes import alive

STREAMS = (1, 2)  # standard output and error
PART = re.compile(r"\.(\d+)\.part")
LONGEST = 40  # characters of a name that its part bears whole


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`; on any failure nothing new is left behind. Raises UserError."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files, none of them if one can not be written. Raises UserError."""
    parts: dict[Path, Path] = {}
    at = Path()
    try:
        for path, data in files.items():
            at = path
            target = target_of(path)
            if target is not None:
                parts[target] = _part_name(target)
                _write_part(parts[target], target, data)
        for path, data in files.items():
            at = path
            if target_of(path) is None:
                _write_into(path, data)
        for target, part in parts.items():
            at = target
            part.replace(target)
    except OSError as error:
        raise can_not_write(at, error) from None
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def check_outputs(paths: Iterable[Path]) -> None:
    """Find out whether all of these can be written, and are different files.

    Raises UserError; leaves nothing behind.
    """
    seen: dict[str, Path] = {}
    for path in paths:
        try:
            target = target_of(path)
            if target is None:
                if not os.access(path, os.W_OK):
                    raise PermissionError(None, "Permission denied")
                continue
            part = _part_name(target)
            try:
                _begin_part(part, target)
            finally:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
        except OSError as error:
            raise can_not_write(path, error) from None
        same = seen.setdefault(os.path.normcase(target), path)
        if same is not path:
            raise UserError(f"can not write two outputs to the same file {str(path)!r}")


def target_of(path: Path) -> Path | None:
    """The regular file, there or not yet, that a path leads to; None if it is written into.

    Raises UserError for a folder and for a file that is read-only, OSError as `os.stat`.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return Path(os.path.realpath(path))
    if stat.S_ISDIR(status.st_mode):
        raise UserError(f"can not write {str(path)!r}: it is a folder")
    # A file that has lost its name is reached through a descriptor alone.
    if not stat.S_ISREG(status.st_mode) or not status.st_nlink or _stream(path) is not None:
        return None
    # Root may write everywhere, but somebody has said not to.
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise UserError(f"can not write {str(path)!r}: it is read-only")
    return Path(os.path.realpath(path))


def can_not_write(path: Path, error: OSError) -> UserError:
    """What to say of a file that can not be written."""
    reason = error.strerror or type(error).__name__
    kind = errno.errorcode.get(error.errno or 0, "").lower()
    message = f"can not write {str(path)!r}: {reason}"
    return UserError(message, "can_not_write", path=str(path), reason=reason, kind=kind)


def can_not_read(error: OSError) -> UserError:
    """What to say of a file that can not be read; what libraries say of one names it already.

    Also of any other file that fails: those that are written say so themselves.
    """
    if error.filename is None:
        return UserError(str(error))
    return UserError(f"can not read {str(error.filename)!r}: {error.strerror}")


def _stream(path: Path) -> int | None:
    """The standard stream that a path leads to, whatever that is: also a file.

    To replace that file or to begin it anew would lose what else is printed.
    """
    for stream in STREAMS:
        with suppress(OSError):
            if os.path.samestat(path.stat(), os.fstat(stream)):
                return stream
    return None


def _write_into(path: Path, data: bytes) -> None:
    """Write to a device, a pipe or one of our streams."""
    stream = _stream(path)
    if stream is None:
        path.write_bytes(data)
        return
    for printed in (sys.stdout, sys.stderr):
        if printed is not None:
            printed.flush()
    while data:
        data = data[os.write(stream, data) :]


def _stem(target: Path) -> str:
    name = target.name
    if len(name) > LONGEST:  # with more it could become too long for a name
        name = f"{name[:LONGEST]}.{zlib.crc32(os.fsencode(name)):08x}"
    return f".{name}"


def _part_name(target: Path) -> Path:
    return target.with_name(f"{_stem(target)}.{os.getpid()}.part")


def _begin_part(part: Path, target: Path) -> os.stat_result | None:
    """Make an empty file that will be the target, and say what that is now."""
    clear_parts(target)
    try:
        old = target.stat()
    except FileNotFoundError:
        old = None
    # Nobody may read in the meantime what nobody may read then.
    part.touch(0o666 if old is None else 0o600, exist_ok=False)
    return old


def _write_part(part: Path, target: Path, data: bytes) -> None:
    """Write what will be the target, with the mode and the owner that it has now."""
    old = _begin_part(part, target)
    part.write_bytes(data)
    if old is None:
        return
    new = part.stat()
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid) and hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(part, old.st_uid, old.st_gid)
    part.chmod(stat.S_IMODE(old.st_mode))


def clear_parts(target: Path) -> None:
    """Remove what processes that were killed have left beside a file."""
    stem = _stem(target)
    for part in target.parent.glob(f"{glob.escape(stem)}.*.part"):
        found = PART.fullmatch(part.name[len(stem) :])
        if found and (int(found[1]) == os.getpid() or not alive(int(found[1]))):
            with suppress(OSError):
                part.unlink(missing_ok=True)
