"""A process with everything loaded, whose copies write files until they are killed."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NoReturn, Self

ROOT = Path(__file__).parent.parent.parent


class Zygote:
    """Starts writers faster than a Python can start."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.harness.zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        return self

    def kill(self, name: str, folder: str, after: float) -> None:
        """Let a writer write in a folder, and kill it so many seconds after its start."""
        pid = int(self._ask(f"{name}\t{folder}"))
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
        self._ask(f"\t{pid}")

    def _ask(self, line: str) -> str:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


def _serve() -> None:
    """Start a writer for each line with a name and a folder; take one away for the others."""
    from tests.harness.writers import WRITERS

    for writer in WRITERS.values():  # so that what is written has been made
        with tempfile.TemporaryDirectory() as folder:
            for turn in range(2):
                writer.write(Path(folder), turn)
    for line in sys.stdin:
        name, _, rest = line.rstrip("\n").partition("\t")
        if name:
            pid = os.fork()
            if not pid:
                _write_on(WRITERS[name].write, Path(rest))
        else:
            pid = int(rest)
            os.waitpid(pid, 0)
        print(pid, flush=True)


def _write_on(write: Callable[[Path, int], None], folder: Path) -> NoReturn:
    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
    try:
        for turn in count():
            write(folder, turn % 2)
    finally:
        os._exit(1)  # it failed: what it leaves shows that


if __name__ == "__main__":
    _serve()
