"""A Dask cluster of this machine."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.terminal import ROOT


def started(name: str, *options: str) -> "subprocess.Popen[bytes]":
    """A scheduler or a worker, on the loopback interface."""
    command = [sys.executable, "-m", f"distributed.cli.{name}", "--no-dashboard", *options]
    return subprocess.Popen(
        [*command, "--host", "127.0.0.1"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@contextmanager
def cluster(folder: Path, workers: int = 1) -> Iterator[str]:
    """The address of a scheduler with so many workers."""
    file = folder / "scheduler.json"
    running = [started("dask_scheduler", "--port", "0", "--scheduler-file", str(file))]
    try:
        for _ in range(600):
            with suppress(OSError, ValueError):
                address = str(json.loads(file.read_text())["address"])
                break
            time.sleep(0.1)
        for _ in range(workers):
            running.append(worker(address))
        yield address
    finally:
        for one in running[::-1]:
            one.terminate()
            one.wait(30)


def worker(address: str) -> "subprocess.Popen[bytes]":
    """One that takes its work from the scheduler at an address."""
    return started("dask_worker", address, "--nthreads", "1", "--no-nanny")
