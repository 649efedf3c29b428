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


def _found(window: str, what: str) -> Callable[[int], list[float]]:
    return lambda runs: [page(runs)["rates"][window][what]]


ROWS = [
    *(
        Row(f"page: pictures a second, {name}", "", reach, _found(window, "slowest"), 3, 1, True)
        for name, window, reach in (
            ("slowest scene, 1280x720", "window", 58),
            ("390x844 at 3", "phone", 50),
            ("1920x1080", "large", 40),
            ("1366x768, a four times slower processor", "school", 25),
        )
    ),
    Row("page: of a core while nothing changes", "%", 3, _found("window", "idle"), 3, 1),
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
