"""Many runs at once on the cores of this machine; results come in any order.

The library is an extra, loaded when it is needed.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import Any

from sim.parameter import UserError
from sim.processes import alive

PRINTED = 1  # the file descriptor of standard output
IDLE = 5  # s after which workers leave that were started and never got work
WATCH = 0.5  # s between two looks whether the sweep is still there
MOST = 2  # workers for each core, whatever is asked for
WORTH = 8  # blocks of runs side by side, from where workers save more time than they take to start

Task = tuple[Any, ...]


def on_cores(
    work: Callable[..., Any], tasks: Sequence[Task], jobs: int
) -> Generator[Any, None, None]:
    """`work(*task)` for every task, on so many cores; all of them for -1. Raises UserError."""
    try:
        from joblib import cpu_count, delayed, Parallel, parallel_config  # noqa: PLC0415
    except ImportError:
        raise UserError("sweeps need joblib: install spinestack[sweep]") from None
    workers = workers_for(jobs, len(tasks), cpu_count())
    if workers < 2:
        for task in tasks:
            yield work(*task)
        return
    # Run by run, so that what is finished is known at once.
    with parallel_config("loky", n_jobs=workers, idle_worker_timeout=IDLE):
        runner = Parallel(batch_size=1, return_as="generator_unordered")
        with _deaf(), _mute():
            results = runner(delayed(_watched)(os.getpid(), work, *task) for task in tasks)
        yield from results


def workers_for(jobs: int, tasks: int, cores: int) -> int:
    """How many workers are of use where so many are asked for, -1 for one on each core."""
    return min(tasks, MOST * cores, cores if jobs < 0 else jobs)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let processes that are started now not hear Ctrl+C; this one hears it a little later.

    A terminal sends it to all, and each would say so in many lines.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # which joblib starts, and which would end this again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _mute() -> Iterator[None]:
    """Let processes that are started now print nothing: the report is this one's alone.

    A worker whose sweep is stopped while it starts would tell how that looks from inside.
    """
    try:
        printed = os.dup(PRINTED)
    except OSError:  # there is nowhere to print
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, PRINTED)
    try:
        yield
    finally:
        os.dup2(printed, PRINTED)
        os.close(printed)
        os.close(nowhere)


_watching = threading.Event()


def _watched(sweep: int, work: Callable[..., Any], *task: object) -> Any:  # noqa: ANN401
    """Work in a worker, which ends with the process of its sweep, however that ends."""
    if not _watching.is_set():
        _watching.set()
        threading.Thread(target=_watch, args=(sweep,), daemon=True).start()
    return work(*task)


def _watch(sweep: int) -> None:
    # Whose parent has ended gets another one, except on Windows.
    while os.getppid() == sweep and alive(sweep):
        time.sleep(WATCH)
    os._exit(1)
