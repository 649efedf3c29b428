"""However a sweep is done, on one core, two or a cluster, it gives the same."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.sim.study.sweeps import QUICK
from tests.terminal import complaint, process, ROOT


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """The address of a Dask scheduler on the loopback interface, with one worker."""
    file = folder / "scheduler.json"
    options = ["--scheduler-file", str(file), "--no-dashboard"]
    host = ["--host", "127.0.0.1"]
    commands = (
        ["dask_scheduler", *options, *host, "--port", "0"],
        ["dask_worker", *options, *host, "--nthreads", "1", "--no-nanny"],
    )
    started = []
    try:
        for name, *more in commands:
            command = [sys.executable, "-m", f"distributed.cli.{name}", *more]
            started.append(
                subprocess.Popen(
                    command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
            )
            for _ in range(600):
                with suppress(OSError, ValueError):
                    address = str(json.loads(file.read_text())["address"])
                    break
                time.sleep(0.1)
        yield address
    finally:
        for one in started[::-1]:
            one.terminate()
            one.wait(30)


def test_two_cores_and_a_cluster_give_what_one_core_does(tmp_path: Path) -> None:
    sweeps = {
        "timing": QUICK,
        "blocks": ("blocks", "--vary", "press", "--from", "0", "--to", "300", "--steps", "4"),
    }
    with cluster(tmp_path) as address:
        ways = {"one": ("--jobs", "1"), "two": ("--jobs", "2"), "dask": ("--dask", address)}
        for name, arguments in sweeps.items():
            tables = []
            for way, how in ways.items():
                path = tmp_path / f"{name}-{way}.csv"
                done = process("sweep", *arguments, *how, "--csv", str(path))
                assert (done.returncode, done.stderr) == (0, "")
                tables.append(path.read_bytes())
            assert tables[0] == tables[1] == tables[2] != b""


def test_nobody_at_the_address_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.study.workers.PATIENCE", 0.5)
    said = complaint("sweep", *QUICK, "--dask", "tcp://127.0.0.1:9")
    assert said == "no Dask scheduler answers at 'tcp://127.0.0.1:9'"
