"""Many runs: side by side against one by one, on a second core, on a cluster, in the window."""

import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from bench.processes import ROOT, seconds
from bench.rows import Row

ONSETS = ("run.py", "sweep", "timing", "--vary", "onset", "--from", "-0.1", "--to", "0.2")
PUSHES = ("run.py", "sweep", "blocks", "--vary", "push", "--from", "0", "--to", "2")
SWEEP = """
import resource, sys, time
import run
start = time.perf_counter()
code = run.main(sys.argv[1:])
both = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
used = [resource.getrusage(who).ru_maxrss for who in both]
print(time.perf_counter() - start, max(used) / 1024, file=sys.stderr)
sys.exit(code)
"""


def against_contacts(runs: int) -> list[float]:
    """Time of a sweep with contacts over its time side by side, whole processes on all cores."""
    steps = ("--steps", str(runs))
    contacts, joints = (seconds(*ONSETS, *steps, "--engine", e) for e in ("contacts", "joints"))
    return [contacts / joints]


@cache
def large(runs: int) -> tuple[float, float]:
    """Seconds of a large sweep, and the MB of the largest of its processes."""
    command = [sys.executable, "-c", SWEEP, *ONSETS[1:], "--steps", str(runs)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    took, most = done.stderr.split()[-2:]
    return float(took), float(most)


def second_core(runs: int) -> list[float]:
    """Time of a sweep of blocks on one core over its time on two, whole processes."""
    one, two = (seconds(*PUSHES, "--steps", str(runs), "--jobs", jobs) for jobs in "12")
    return [one / two]


def second_worker(runs: int) -> list[float]:
    """Time of a sweep on a cluster of one worker over its time on two, of one thread each."""
    from tests.sim.study.clusters import cluster  # noqa: PLC0415 - for developers, an extra

    found = []
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as folder, cluster(Path(folder), workers) as address:
            seconds(*ONSETS, "--steps", "400", "--dask", address)  # workers load the program
            found.append(seconds(*ONSETS, "--steps", str(runs), "--dask", address))
    return [found[0] / found[1]]


def curve(repeats: int) -> list[float]:
    """Seconds from a change of a slider until the whole curve is there, at 60 pictures a second."""
    from bench.frames import player  # noqa: PLC0415 - needs a window

    app = player((1280, 720), "timing")
    scene = app.experiment
    found = []
    for turn in range(repeats):
        scene.change("lag", (30 + turn % 10) / 1000)
        start = time.perf_counter()
        while scene.background.pending:
            begun = time.perf_counter()
            app.frame(1 / 60)
            time.sleep(max(0.0, 1 / 60 - (time.perf_counter() - begun)))
        found.append(time.perf_counter() - start)
    return found


ROWS = [
    Row(
        "sweep of 200 runs side by side, against contacts", "x", 12, against_contacts, 200, 40, True
    ),
    Row("sweep of 10,000 runs side by side", "s", 20, lambda n: [large(n)[0]], 10_000, 1_000),
    Row("its largest process", "MB", 400, lambda n: [large(n)[1]], 10_000, 1_000),
    Row("sweep of 200 block stacks, 2 cores against 1", "x", 1.8, second_core, 200, 40, True),
    Row("10,000 runs on Dask, 2 workers against 1", "x", 1.7, second_worker, 10_000, 1_000, True),
    Row("later means more, after a slider was moved", "s", 0.15, curve, 15, 5),
]
