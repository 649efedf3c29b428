"""The page in headless Chromium: pictures a second, the first picture, the transfer.

Needs node, Chromium, the packages of `tests/web` and the wheels, as `.ci/run` has them.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from os import environ
from pathlib import Path
from typing import Any

from bench.rows import Row

ROOT = Path(__file__).parent.parent


@cache
def page(runs: int) -> dict[str, Any]:
    """All that is measured of the page, in one go."""
    done = subprocess.run(
        ["node", "bench/web.mjs", str(runs)],
        cwd=ROOT,
        env={"SPINESTACK_PYTHON": sys.executable, **environ},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=3600,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _rate(window: str, what: str) -> Callable[[int], list[float]]:
    return lambda runs: [page(runs)["rates"][window][what]]


def _first(what: str, unit: float = 1.0) -> Callable[[int], list[float]]:
    return lambda runs: [one[what] / unit for one in page(runs)["seen"]]


def _once(what: str, unit: float = 1.0) -> Callable[[int], list[float]]:
    return lambda runs: [page(runs)[what] / unit]


def _curve(what: str) -> Callable[[int], list[float]]:
    return lambda runs: [page(runs)["curve"][what]]


ROWS = [
    *(
        Row(f"page: pictures a second, {name}", "", reach, _rate(window, "slowest"), 3, 1, True)
        for name, window, reach in (
            ("slowest scene, 1280x720", "window", 58),
            ("390x844 at 3", "phone", 50),
            ("1920x1080", "large", 40),
            ("1366x768, a four times slower processor", "school", 25),
        )
    ),
    *(
        Row(f"page: {name}", unit, reach, find, 3, 1)
        for name, unit, reach, find in (
            ("of a core while nothing changes", "%", 3, _rate("window", "idle")),
            ("first useful picture", "s", 0.3, _first("seen")),
            ("engine to its first picture", "s", 1.7, _first("engine")),
            ("the same against Pyodide with the four packages", "x", 1.25, _first("share")),
            ("to the engine's picture at 10 Mbit/s", "s", 7, _once("line")),
            ("the same with a four times slower processor", "s", 13, _once("slow")),
            ("sent before the first picture, Brotli", "MB", 7.5, _first("bytes", 1e6)),
            ("memory of the engine after ten minutes", "MB", 150, _once("memory", 1e6)),
            ("its growth after the second round", "MB", 0, _once("growth", 1e6)),
            ("later means more, after a slider was moved", "s", 0.8, _curve("seconds")),
            ("its longest picture", "ms", 33, _curve("longest")),
        )
    ),
]
