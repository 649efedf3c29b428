"""How long whole processes take, from their start to their end."""

import os
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from bench.rows import MissingError, Row

ROOT = Path(__file__).parent.parent
IMPORTS = "import numpy, pymunk, pygame"


def seconds(*arguments: str) -> float:
    """How long Python takes with these arguments. Raises CalledProcessError if it fails."""
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy"}  # works without a display
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - start


def simulate(repeats: int) -> list[float]:
    """Seconds for `simulate blocks --duration 2`."""
    command = ("run.py", "simulate", "blocks", "--duration", "2")
    seconds(*command)  # the first run reads the disk and may compile
    return [seconds(*command) for _ in range(repeats)]


def first_picture(repeats: int) -> list[float]:
    """Time to a first picture as a multiple of what importing the libraries takes.

    Measured by `screenshot`, which draws what the window shows first, and writes it
    to a file besides.
    """
    if find_spec("scenes.screenshot") is None:
        raise MissingError
    with tempfile.TemporaryDirectory() as folder:
        command = ("run.py", "screenshot", "blocks", "--out", str(Path(folder, "first.png")))
        seconds(*command)
        seconds("-c", IMPORTS)
        # In pairs, so that a busy moment of the machine hits both.
        return [seconds(*command) / seconds("-c", IMPORTS) for _ in range(repeats)]


ROWS = [
    Row("simulate blocks --duration 2, whole process", "s", 0.6, simulate, 15, 5),
    Row("first picture, against importing the libraries", "x", 2, first_picture, 15, 5),
]
