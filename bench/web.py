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
        timeout=1200,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _rate(choose: Callable[[dict[str, float]], float]) -> Callable[[int], list[float]]:
    return lambda runs: [choose(page(runs)["rates"])]


ROWS = [
    Row("page: pictures a second, 720p, blocks", "", 50, _rate(lambda r: r["blocks"]), 3, 1, True),
    Row("page: the slowest scene", "", 30, _rate(lambda r: min(r.values())), 3, 1, True),
    Row(
        "page: first picture against Pyodide with the four packages",
        "x",
        1.25,
        lambda runs: page(runs)["shares"],
        3,
        1,
    ),
    Row("page: compressed transfer", "MB", 12, lambda runs: [page(runs)["megabytes"]], 3, 1),
]
