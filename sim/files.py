"""Writing files whole or not at all."""

import os
from pathlib import Path

from sim.parameter import UserError


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`; on any failure nothing new is left behind.

    The data goes to a file beside it that is then renamed. A path that is not a
    regular file, such as /dev/stdout, is written to directly. Raises UserError.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    direct = path.exists() and not path.is_file()
    try:
        if direct:
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
