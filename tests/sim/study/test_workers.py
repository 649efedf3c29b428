"""However a sweep is done it gives the same, and its workers end with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from sim.study.workers import on_cores, workers_for
from tests.sim.study.clusters import cluster
from tests.sim.study.sweeps import alone, ONSETS, QUICK
from tests.terminal import call, one_line, process, ROOT


def test_two_cores_and_a_cluster_give_what_one_core_does(tmp_path: Path) -> None:
    sweeps = {
        "timing": QUICK,
        "with contacts": (*QUICK, "--engine", "contacts"),
        "blocks of runs": (*ONSETS, "--steps", "450"),
        "blocks": ("blocks", "--vary", "press", "--from", "0", "--to", "300", "--steps", "4"),
    }
    with cluster(tmp_path) as address:
        for name, arguments in sweeps.items():
            one, two, dask = (tmp_path / f"{name}-{way}.csv" for way in ("one", "two", "dask"))
            assert call(*alone(*arguments), "--csv", str(one)).code == 0
            for path, *how in ((two, "--jobs", "2"), (dask, "--dask", address)):
                done = process("sweep", *arguments, *how, "--csv", str(path))
                assert (done.returncode, done.stderr) == (0, "")
                assert path.read_bytes() == one.read_bytes() != b"", (name, path.name)


@pytest.mark.parametrize(
    ("jobs", "tasks", "cores", "workers"),
    [
        (-1, 100, 4, 4),
        (-1, 3, 4, 3),
        (2, 100, 4, 2),
        (8, 100, 4, 8),
        (1000, 100, 4, 8),
        (1000, 5, 4, 5),
        (-1, 0, 4, 0),
        (1, 100, 4, 1),
    ],
)
def test_there_are_no_more_workers_than_are_of_use(
    jobs: int, tasks: int, cores: int, workers: int
) -> None:
    assert workers_for(jobs, tasks, cores) == workers


def test_one_worker_is_this_process() -> None:
    assert [*on_cores(os.getpid, [()], 8)] == [os.getpid()]
    assert [*on_cores(os.getpid, [], 8)] == []


pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
LONG = (
    "timing",
    "--vary",
    "onset",
    "--from",
    "0",
    "--to",
    "0.2",
    "--steps",
    "40",
    "--engine",
    "contacts",
)
WITHIN = 10  # s in which all have to be gone


def heard() -> None:
    """Signals do what they usually do, also where whoever runs the tests is under nohup."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def running(path: Path) -> Iterator[tuple["subprocess.Popen[str]", list[psutil.Process]]]:
    """A sweep of an hour in a group of its own, and its workers; none of them is left behind."""
    command = [sys.executable, str(ROOT / "run.py"), "sweep", *LONG, "--duration", "600"]
    sweep = subprocess.Popen(
        [*command, "--jobs", "2", "--csv", str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heard,  # noqa: PLW1509 (no thread of the tests holds a lock that it needs)
    )
    workers: list[psutil.Process] = []
    try:
        end = time.monotonic() + 60
        while time.monotonic() < end and sum(busy(one) for one in workers) < 2:
            workers = psutil.Process(sweep.pid).children(recursive=True)
            time.sleep(0.05)
        assert len(workers) >= 2
        yield sweep, workers
    finally:
        sweep.kill()
        sweep.communicate()
        for one in workers:
            with suppress(psutil.NoSuchProcess):
                one.kill()


def busy(worker: psutil.Process) -> bool:
    """Whether it is past its start, at the work."""
    try:
        return bool(worker.cpu_times().user > 1.5)
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_workers_end_with_their_sweep_however_it_ends(
    number: signal.Signals, tmp_path: Path
) -> None:
    with running(tmp_path / "sweep.csv") as (sweep, workers):
        sweep.send_signal(number)
        _, said = sweep.communicate(timeout=WITHIN)
        assert not psutil.wait_procs(workers, timeout=WITHIN)[1]
    if number in (signal.SIGINT, signal.SIGTERM):
        assert sweep.returncode == 130
        assert one_line(said).startswith("the sweep was stopped: 0 of 40 runs are kept")
    else:
        assert sweep.returncode == -number


def test_a_terminal_sends_ctrl_c_to_workers_too(tmp_path: Path) -> None:
    with running(tmp_path / "sweep.csv") as (sweep, workers):
        os.killpg(sweep.pid, signal.SIGINT)
        _, said = sweep.communicate(timeout=WITHIN)
        assert not psutil.wait_procs(workers, timeout=WITHIN)[1]
    assert sweep.returncode == 130
    assert one_line(said).startswith("the sweep was stopped: 0 of 40 runs are kept")


def test_nothing_that_a_worker_prints_is_in_the_report() -> None:
    code = (
        "from sim.study.workers import on_cores\n"
        "print(sorted(on_cores(print, [('noise',)] * 3, 2), key=str))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("[None, None, None]\n", "")
