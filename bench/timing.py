"""How long the raised arm takes."""

import time

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


ROWS = [
    Row("one timing run of 0.7 s, no window", "ms", 100, timing_run, 30, 10),
]
