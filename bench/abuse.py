"""The large versions of tests/harness: random events, damaged files, killed writers."""

import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from bench.rows import markdown
from tests.harness.files import kills, mutants
from tests.harness.pairs import pairs
from tests.harness.random_events import events
from tests.harness.rows import HEADER, Row

EVENTS, MUTANTS, KILLS = 1_000_000, 25_000, 1_000
PARTS = 20  # of the events, each with a seed of its own


def _pairs(share: float) -> list[Row]:
    row = Row("pairs of an action and a press in one picture")
    row.tried = row.ends["answered"] = len(list(pairs(1, share)))
    return [row]


def soaked(share: float) -> str:
    """Run this share of everything on all cores; the table of docs/reliability.md."""
    tasks: list[Callable[[], list[Row]]] = [
        *(partial(events, round(EVENTS * share / PARTS), seed) for seed in range(PARTS)),
        partial(_pairs, min(1.0, share)),
        partial(mutants, round(MUTANTS * share), 1),
        partial(kills, max(10, round(KILLS * share)), 1),
    ]
    found: dict[str, Row] = {}
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(os.cpu_count()) as pool:
        os.environ |= {"SPINESTACK_CONFIG": folder, "SPINESTACK_PICTURES": folder}
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        for rows in pool.map(_done, tasks):
            for row in rows:
                kept = found.setdefault(row.kind, Row(row.kind))
                kept.tried += row.tried
                kept.ends += row.ends
                kept.wrong += row.wrong
    wrong = [line for row in found.values() for line in row.wrong]
    return "\n".join([markdown(HEADER, [row.cells() for row in found.values()]), *wrong])


def _done(task: Callable[[], list[Row]]) -> list[Row]:
    return task()
