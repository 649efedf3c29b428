"""Dask clusters that are not there, are something else, have no workers or go away."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.sim.study.clusters import cluster, worker
from tests.terminal import complaint, one_line, process, ROOT

ONSETS = ("timing", "--vary", "onset", "--from", "0", "--to", "0.2")
QUICK = (*ONSETS, "--steps", "5", "--duration", "0.25")
SOON = 20  # s

SERVERS = {
    "silent": b"",
    "closing": None,
    "a web server": b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
    "a shell": b"SSH-2.0-OpenSSH_9.2\r\n",
    "zeros": bytes(4000),
    "noise": bytes(range(256)) * 16,
}


@contextmanager
def server(said: bytes | None) -> Iterator[str]:
    """Something else that answers at an address; None hangs up."""
    kept: list[socket.socket] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                caller, _ = listening.accept()
                kept.append(caller)
                if said is None:
                    caller.close()
                else:
                    caller.sendall(said)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        yield f"127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
    for caller in kept:
        caller.close()


@pytest.mark.parametrize("name", SERVERS)
def test_what_is_not_dask_is_one_sentence(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.study.cluster.PATIENCE", 1.0)
    with server(SERVERS[name]) as address:
        said = complaint("sweep", *QUICK, "--dask", f"tcp://{address}")
        told = (
            f"no Dask scheduler answers at 'tcp://{address}'",
            f"what answers at 'tcp://{address}' is not a Dask scheduler",
        )
        assert said in told
        said = complaint("sweep", *QUICK, "--dask", f"tls://{address}")
        assert said == f"'tls://{address}' needs certificates: Dask's settings name none"


@pytest.mark.parametrize(
    "address",
    ["", "nonsense", "http://h:1", "h:99999", "tcp://[::1:80", "tcp://h:1/x", "h", ":1", "h:1\n"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert "is not of the form tcp://HOST:PORT" in complaint("sweep", *QUICK, "--dask", address)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "nowhere.invalid", ".", "a" * 80, "ü☃"])
def test_nobody_there_is_one_sentence(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.study.cluster.PATIENCE", 1.0)
    said = complaint("sweep", *QUICK, "--dask", f"tcp://{host}:9")
    assert said.startswith(f"no Dask scheduler answers at {f'tcp://{host}:9'[:60]!r}")


def test_a_name_server_that_does_not_answer_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    over = threading.Event()
    monkeypatch.setattr("sim.study.cluster.PATIENCE", 0.1)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: over.wait(30))
    said = complaint("sweep", *QUICK, "--dask", "h:1")
    assert said == "no Dask scheduler answers at 'h:1': its host is not known"
    over.set()


def begun(address: str, steps: int = 200, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, str(ROOT / "run.py"), "sweep", *ONSETS, "--steps", str(steps)]
    command += ["--engine", "contacts"]
    return subprocess.Popen(
        [*command, "--dask", address, *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_it_ends_within_its_time_as_a_program_too() -> None:
    with server(b"") as address:
        start = time.monotonic()
        done = process("sweep", *QUICK, "--dask", address)
        assert (done.returncode, time.monotonic() - start < SOON) == (2, True)
        one_line(done.stderr)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
def test_ctrl_c_ends_it_while_nobody_answers() -> None:
    with server(b"") as address:
        running = begun(address)
        time.sleep(2)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=5)
        assert running.returncode == 130
        assert one_line(said).startswith("the sweep was stopped")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
def test_a_cluster_without_workers_and_then_without_a_scheduler(tmp_path: Path) -> None:
    with cluster(tmp_path, workers=0) as address:
        waiting = f"spinestack: waiting for a worker: the scheduler at {address!r} has none\n"
        stopped, served = begun(address), begun(address, 5)
        assert stopped.stderr
        assert stopped.stderr.readline() == waiting
        stopped.send_signal(signal.SIGINT)
        _, said = stopped.communicate(timeout=SOON)
        assert stopped.returncode == 130
        assert one_line(said).startswith("the sweep was stopped")
        assert served.stderr
        assert served.stderr.readline() == waiting
        late = worker(address)
        assert served.wait(60) == 0
        assert served.communicate()[1] == ""
        said = complaint("sweep", *QUICK, "--dask", address_of_worker(address))
        assert said.endswith("is a Dask worker, not a scheduler")
        table = tmp_path / "sweep.csv"
        orphan = begun(address, 400, "--csv", str(table))
        while not (tmp_path / ".sweep.csv.sweep").exists() and orphan.poll() is None:
            time.sleep(0.1)
        time.sleep(2)
    _, said = orphan.communicate(timeout=SOON)
    late.kill()
    late.wait(30)
    assert (orphan.returncode, one_line(said)) == (2, f"the scheduler at {address!r} is gone")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
def test_a_worker_that_is_killed_costs_no_run_and_doubles_none(tmp_path: Path) -> None:
    table = tmp_path / "sweep.csv"
    steps = 4000
    with cluster(tmp_path) as address:
        command = [sys.executable, str(ROOT / "run.py"), "sweep", *ONSETS, "--steps", str(steps)]
        second = worker(address)
        running = subprocess.Popen(
            [*command, "--dask", address, "--csv", str(table)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        journal = tmp_path / ".sweep.csv.sweep"
        while running.poll() is None and not (journal.exists() and len(journal.read_bytes()) > 0):
            time.sleep(0.05)
        second.kill()
        second.wait(30)
        _, said = running.communicate(timeout=300)
    assert (running.returncode, said) == (0, b"")
    onsets = [float(line.split(",")[0]) for line in table.read_text().splitlines()[1:]]
    assert len(onsets) == steps
    assert onsets == sorted(set(onsets))
    assert not journal.exists()


def address_of_worker(address: str) -> str:
    """Where the only worker of a scheduler is."""
    code = (
        "import sys, distributed\n"
        "with distributed.Client(sys.argv[1]) as client: print(*client.nthreads())"
    )
    done = subprocess.run([sys.executable, "-c", code, address], capture_output=True, check=True)
    return done.stdout.decode().strip()
