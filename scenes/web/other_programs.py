"""Other programs that the build has things done by."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from sim.parameter import UserError

PATIENCE = 600.0  # s


def carry_out(command: Sequence[str | Path], what: str) -> None:
    """Let another program do its work. Raises UserError, which names it and `what`, if it fails."""
    try:
        subprocess.run(
            [*command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        raise UserError(f"{str(command[0])!r} can not {what}") from None
