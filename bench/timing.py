"""How long the raised arm takes, and what a second core is worth to a sweep."""

import time

from bench.processes import seconds
from bench.rows import Row
from sim.model.run import Run
from sim.timing.model import ArmRaise


def timing_run(repeats: int) -> list[float]:
    """Milliseconds of one run, setting up included, over the range of onsets."""
    found = []
    for index in range(repeats):
        start = time.perf_counter()
        watch = Run(ArmRaise({"onset": -0.1 + 0.3 * index / repeats}))
        for _ in watch.slices(ArmRaise.duration):
            pass
        found.append(1000 * (time.perf_counter() - start))
    return found


def second_core(runs: int) -> list[float]:
    """Time of a sweep on one core over its time on two, whole processes."""
    command = ("run.py", "sweep", "timing", "--vary", "onset", "--from", "-0.1", "--to", "0.2")
    one, two = (seconds(*command, "--steps", str(runs), "--jobs", jobs) for jobs in "12")
    return [one / two]


ROWS = [
    Row("one timing run of 0.7 s, no window", "ms", 100, timing_run, 30, 10),
    # The quick run makes fewer runs.
    Row("sweep of 200 runs, 2 cores against 1", "x", 1.7, second_core, 200, 60, at_least=True),
]
