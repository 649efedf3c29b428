"""A sweep that was stopped or killed loses no finished run."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sim.parameter import UserError
from sim.study.execute import write_sweep
from sim.study.journal import Journal
from sim.study.plan import plan
from tests.sim.study.sweeps import alone, names, ONSETS, QUICK
from tests.terminal import call, complaint, one_line, ROOT

RUNS = 60
LONG = (*ONSETS, "--steps", str(RUNS), "--duration", "0.1")


def begun(path: Path, jobs: int, errors: int = subprocess.DEVNULL) -> "subprocess.Popen[str]":
    """A sweep of its own, in a group with its workers."""
    command = [sys.executable, str(ROOT / "run.py"), "sweep", *LONG, "--jobs", str(jobs)]
    return subprocess.Popen(
        [*command, "--csv", str(path)],
        stdout=subprocess.DEVNULL,
        stderr=errors,
        text=True,
        start_new_session=True,
    )


def rows(path: Path) -> list[bytes]:
    """The finished runs in the journal of a table."""
    journal = path.with_name(f".{path.name}.sweep")
    if not journal.exists():
        return []
    return [line for line in journal.read_bytes().splitlines(keepends=True) if line[-1:] == b"\n"]


@pytest.mark.skipif(os.name == "nt", reason="killing a group is a matter of POSIX")
def test_a_sweep_killed_at_any_moment_loses_no_finished_run(tmp_path: Path) -> None:
    whole = tmp_path / "whole" / "sweep.csv"
    path = tmp_path / "killed" / "sweep.csv"
    for folder in (whole, path):
        folder.parent.mkdir()
    start = time.perf_counter()
    assert begun(whole, 1).wait(60) == 0
    usual = time.perf_counter() - start
    assert names(whole.parent) == ["sweep.csv"]

    draw = random.Random(6)
    interrupted = 0
    for attempt in range(15):
        running = begun(path, jobs=2 if attempt % 4 == 3 else 1)
        seen: list[bytes] = []
        end = time.perf_counter() + draw.uniform(0.2, 1.0) * usual
        while time.perf_counter() < end and running.poll() is None:
            seen = rows(path) or seen
            time.sleep(0.01)
        running.kill()
        running.wait(30)
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)  # its workers, which can not know
        if path.exists():  # it was done before
            assert path.read_bytes() == whole.read_bytes()
            path.unlink()
        elif seen:
            interrupted += len(seen) > 1
            assert rows(path)[: len(seen)] == seen
        assert set(names(path.parent)) <= {".sweep.csv.sweep"}
    assert interrupted >= 3

    before = rows(path)
    done = begun(path, 1)
    assert done.wait(60) == 0
    assert len(before) <= RUNS + 1
    assert names(path.parent) == ["sweep.csv"]
    assert path.read_bytes() == whole.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
@pytest.mark.parametrize(("number", "jobs"), [(signal.SIGINT, 1), (signal.SIGTERM, 2)])
def test_a_stopped_sweep_says_so_in_one_line_and_keeps_its_runs(
    number: signal.Signals, jobs: int, tmp_path: Path
) -> None:
    path = tmp_path / "sweep.csv"
    running = begun(path, jobs, subprocess.PIPE)
    while len(rows(path)) < 4 and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(number)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 2
    kept = len(rows(path)) - 1
    assert kept >= 3
    assert one_line(said) == (
        f"the sweep was stopped: {kept} of {RUNS} runs are kept for the same command"
    )
    assert names(tmp_path) == [".sweep.csv.sweep"]


def test_finished_runs_are_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sweep.csv"
    planned = plan("timing", "onset", (0, 0.2), 5, {}, duration=0.05)
    done: list[int] = []

    def stops(work: object, tasks: list[tuple[int]], jobs: int) -> Iterator[object]:
        for task in tasks:
            if len(done) == 3:
                raise KeyboardInterrupt
            done.append(task[0])
            yield work(*task)  # type: ignore[operator]

    monkeypatch.setattr("sim.study.execute.on_cores", stops)
    with pytest.raises(UserError, match="3 of 5 runs are kept"):
        write_sweep(planned, csv=path)
    assert not path.exists()
    del done[:]
    write_sweep(planned, csv=path)
    assert done == [3, 4]
    resumed = path.read_bytes()
    del done[:]
    monkeypatch.undo()
    write_sweep(planned, jobs=1, csv=path)
    assert path.read_bytes() == resumed
    assert names(tmp_path) == ["sweep.csv"]


def test_without_a_table_a_stopped_sweep_says_that_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stops(*_: object) -> Iterator[object]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("sim.study.execute.on_cores", stops)
    assert complaint(*alone(*QUICK)) == "the sweep was stopped: without --csv no run is kept"


def test_what_was_killed_while_writing_is_cleared_away(tmp_path: Path) -> None:
    path = tmp_path / "sweep.csv"
    (tmp_path / ".sweep.csv.123.part").write_text("half")
    (tmp_path / ".other.csv.123.part").write_text("of another")
    assert call(*alone(*QUICK), "--csv", str(path)).code == 0
    assert names(tmp_path) == [".other.csv.123.part", "sweep.csv"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="this system has no devices")
def test_a_table_can_go_to_a_device() -> None:
    assert call(*alone(*QUICK), "--csv", "/dev/null").code == 0
    assert not Path("/dev/.null.sweep").exists()


def test_whatever_is_cut_off_a_journal_costs_half_written_rows_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal(path, "name")
    for index in range(3):
        journal.add(index, [index / 3, None])
    journal.close()
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        journal = Journal(path, "name")
        assert len(journal.rows) == max(0, whole[:length].count(b"\n") - 1)
        journal.add(7, [1.5, 2.5])
        journal.close()
        again = Journal(path, "name")
        assert again.rows == journal.rows
        again.remove()
        assert not path.exists()


def test_a_journal_of_another_sweep_is_not_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal(path, "one")
    journal.add(0, 1)
    journal.close()
    other = Journal(path, "other")
    assert other.rows == {}
    other.close()
    assert not path.exists()
