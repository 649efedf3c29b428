"""How long whole processes take, from their start to their end."""

import os
import subprocess
import sys
import time
from pathlib import Path

from bench.rows import Row

ROOT = Path(__file__).parent.parent
IMPORTS = "import os, numpy, pymunk, pygame; os._exit(0)"
FIRST_PICTURE = """
import os, pygame, run
pygame.display.flip = lambda: os._exit(0)  # the program ends where it shows its first picture
run.main([])
raise SystemExit("there was no picture")
"""


def seconds(*arguments: str) -> float:
    """How long Python takes with these arguments. Raises CalledProcessError if it fails."""
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy"}  # works without a display
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users keep what has been compiled
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=60,
    )
    return time.perf_counter() - start


def simulate(repeats: int) -> list[float]:
    """Seconds for `simulate blocks --duration 2`."""
    command = ("run.py", "simulate", "blocks", "--duration", "2")
    seconds(*command)  # the first run reads the disk and may compile
    return [seconds(*command) for _ in range(repeats)]


def first_picture(repeats: int) -> list[float]:
    """Time from process start to the first picture, as a multiple of importing the libraries."""
    for code in (FIRST_PICTURE, IMPORTS):
        seconds("-c", code)
    # In pairs, so that a busy moment of the machine hits both.
    return [seconds("-c", FIRST_PICTURE) / seconds("-c", IMPORTS) for _ in range(repeats)]


ROWS = [
    Row("simulate blocks --duration 2, whole process", "s", 0.6, simulate, 15, 5),
    Row("first picture after process start, against importing", "x", 1.8, first_picture, 15, 5),
]
