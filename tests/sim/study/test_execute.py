"""Sweeps: what they say, and that one that was stopped or killed loses no finished run."""

import builtins
import csv
import io
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sim.study.execute import sweep, write_sweep
from sim.study.plan import plan
from tests.sim.study.sweeps import alone, names, ONSETS, QUICK
from tests.sim.test_files import DEAD
from tests.terminal import call, complaint, loaded, one_line, report, ROOT

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_sweep_is_one_run_for_each_value(tmp_path: Path) -> None:
    table, figure = tmp_path / "sweep.csv", tmp_path / "sweep.png"
    found = report(*alone(*ONSETS, "--steps", "3"), "--csv", str(table), "--png", str(figure))
    runs = [report("simulate", "timing", "--set", f"onset={onset}") for onset in (0, 0.1, 0.2)]
    assert [point["onset"] for point in found["points"]] == [0, 0.1, 0.2]
    for point, run in zip(found["points"], runs, strict=True):
        for name in ("max_rotation_deg", "max_displacement_mm"):
            assert point[name] == pytest.approx(run[name], rel=0.01)
        assert (point["fell_at_s"] is None) == (run["fell_at_s"] is None)
        assert point["standing"] == run["standing"]
    assert (found["vary"], found["from"], found["to"], found["steps"]) == ("onset", 0, 0.2, 3)
    assert found["standing"] == 2
    assert found["largest_at"] == 0.2
    assert found["largest_rotation_deg"] == found["points"][2]["max_rotation_deg"]
    assert found["engine"] == "joints"
    assert "onset" not in found["parameters"]
    assert found["parameters"]["lag"] == 0.03
    header, *rows = csv.reader(table.read_text().splitlines())
    assert header == [
        "onset [s]",
        "max_rotation [deg]",
        "max_displacement [mm]",
        "fell_at_since_movement [s]",
        "standing",
    ]
    assert [row[0] for row in rows] == ["0", "0.1", "0.2"]
    assert [row[3:] for row in rows[:2]] == [["", "1"]] * 2
    assert float(rows[2][3]) == pytest.approx(runs[2]["fell_at_s"], rel=0.01)
    assert rows[2][4] == "0"
    assert figure.read_bytes().startswith(PNG)
    assert sorted(tmp_path.iterdir()) == [table, figure]


def test_on_cores_of_its_own_it_takes_nobody_for_another_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Reading all of the program takes every worker as long as several runs do."""

    def reads() -> str:
        raise AssertionError("it is this program")

    for module in ("execute", "plan"):
        monkeypatch.setattr(f"sim.study.{module}.program", reads)
    found = sweep(plan("blocks", "push", (0, 2), 2, {}, duration=0.01), jobs=1)
    assert len(found.outcomes) == 2


def test_with_contacts_each_run_is_a_world_of_its_own() -> None:
    found = report(*alone(*ONSETS, "--steps", "3"), "--engine", "contacts")
    assert found["engine"] == "contacts"
    runs = [report("simulate", "timing", "--set", f"onset={onset}") for onset in (0, 0.1, 0.2)]
    assert [point["max_rotation_deg"] for point in found["points"]] == [
        run["max_rotation_deg"] for run in runs
    ]


@pytest.mark.parametrize("scene", ["blocks", "corset"])
def test_what_touches_or_has_no_joints_is_always_done_one_by_one(scene: str) -> None:
    vary = {"blocks": ("push", "0", "2"), "corset": ("draw_in", "0", "0.1")}[scene]
    name, low, high = vary
    command = alone(scene, "--vary", name, "--from", low, "--to", high, "--steps", "2")
    said = complaint(*command, "--engine", "joints")
    assert said == f"{scene} can not be done in joints: the engine is contacts"
    assert report(*command, "--duration", "0.05")["engine"] == "contacts"


def test_any_number_of_any_scene_can_be_varied() -> None:
    blocks = report(
        *alone("blocks", "--vary", "blocks", "--from", "4", "--to", "9", "--steps", "6"),
        *("--duration", "0.3"),
    )
    assert [point["blocks"] for point in blocks["points"]] == [4, 5, 6, 7, 8, 9]
    spine = report(
        *alone("spine", "--vary", "deep_muscles", "--from", "0", "--to", "1", "--steps", "2"),
        *("--set", "long_muscles=0.8", "--duration", "0.3"),
    )
    assert [point["standing"] for point in spine["points"]] == [False, True]
    assert spine["parameters"]["abdominals"] == 0.8
    assert not {"multifidus", "transversus"} & set(spine["parameters"])
    weeks = report(
        *alone("recovery", "--vary", "week", "--from", "0", "--to", "52", "--steps", "3"),
        *("--set", "trained=1"),
    )
    rotations = [point["max_rotation_deg"] for point in weeks["points"]]
    assert rotations[0] > max(rotations[1:])


def test_without_json_there_is_one_readable_line_for_each_quantity() -> None:
    lines = call(*alone(*QUICK)).out.splitlines()
    names = [line.partition(": ")[0] for line in lines]
    assert names == [name for name in report(*alone(*QUICK)) if name != "points"]


def test_the_table_says_since_when_times_count(tmp_path: Path) -> None:
    path = tmp_path / "sweep.csv"
    pushes = ("blocks", "--vary", "push", "--from", "0", "--to", "2", "--steps", "2")
    assert call(*alone(*pushes, "--duration", "0.1"), "--csv", str(path)).code == 0
    assert ",fell_at_since_push [s]," in path.read_text().splitlines()[0]


@pytest.mark.parametrize(
    ("missing", "arguments", "says"),
    [
        ("joblib", (), "sweeps need joblib: install spinestack[sweep]"),
        ("distributed", ("--dask", "h:1"), "a cluster needs distributed: install"),
        ("matplotlib", ("--png", "never.png"), "figures need matplotlib: install"),
    ],
)
def test_without_an_extra_one_sentence_says_so(
    missing: str,
    arguments: tuple[str, ...],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.partition(".")[0] == missing:
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(builtins, "__import__", without)
    assert says in complaint(*alone(*QUICK), "--csv", "never.csv", *arguments)
    assert names(Path()) == []


def test_a_sweep_loads_no_window() -> None:
    _, names = loaded(alone(*QUICK))
    assert "joblib" in names
    assert not names & {"pygame", "scenes", "distributed", "matplotlib"}


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_bar_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    planned = plan("timing", "onset", (0, 0.2), 3, {}, duration=0.01)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    sweep(planned, jobs=1)
    assert "3/3" in terminal.getvalue()
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    sweep(planned, jobs=1)
    assert file.getvalue() == ""


RUNS = 60
LONG = (*ONSETS, "--steps", str(RUNS), "--duration", "0.1", "--engine", "contacts")


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
            interrupted += len(seen) > 0
            assert rows(path)[: len(seen)] == seen
        assert set(names(path.parent)) <= {".sweep.csv.sweep"}
    assert interrupted >= 3

    before = rows(path)
    done = begun(path, 1)
    assert done.wait(60) == 0
    assert len(before) <= RUNS
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
    assert running.returncode == 130
    kept = len(rows(path))
    assert kept >= 3
    assert one_line(said) == (
        f"the sweep was stopped: {kept} of {RUNS} runs are kept for the same command"
    )
    assert names(tmp_path) == [".sweep.csv.sweep"]


def stopping_after(count: int, done: list[int]) -> Callable[..., Iterator[object]]:
    """In the place of `on_cores`: notes what is done, and Ctrl+C comes after so much."""

    def stops(work: Callable[..., object], tasks: Iterable[tuple[int]], _: int) -> Iterator[object]:
        for task in tasks:
            if len(done) == count:
                raise KeyboardInterrupt
            done.append(task[0])
            yield work(*task)

    return stops


def test_finished_runs_are_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sweep.csv"
    planned = plan("timing", "onset", (0, 0.2), 5, {}, duration=0.05, engine="contacts")
    done: list[int] = []
    monkeypatch.setattr("sim.study.execute.on_cores", stopping_after(3, done))
    with pytest.raises(KeyboardInterrupt, match="3 of 5 runs are kept"):
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


def test_runs_side_by_side_are_kept_in_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.study.plan.ABREAST", 4)
    path = tmp_path / "sweep.csv"
    planned = plan("timing", "onset", (0, 0.2), 11, {}, duration=0.3)
    assert [len(block.values) for block in planned.blocks()] == [4, 4, 3]
    done: list[int] = []
    in_turn = stopping_after(2, done)

    def backwards(
        work: Callable[..., object], tasks: list[tuple[int]], jobs: int
    ) -> Iterator[object]:
        return in_turn(work, tasks[::-1], jobs)  # in whatever order they come

    monkeypatch.setattr("sim.study.execute.on_cores", backwards)
    with pytest.raises(KeyboardInterrupt, match="7 of 11 runs are kept"):
        write_sweep(planned, csv=path)
    del done[:]
    write_sweep(planned, csv=path)
    assert done == [0]
    resumed = path.read_bytes()
    assert resumed.count(b"\n") == 12
    name = planned.name()
    monkeypatch.undo()
    # In one block it is the same to the digits that the table has.
    whole = plan("timing", "onset", (0, 0.2), 11, {}, duration=0.3)
    assert whole.name() != name
    write_sweep(whole, jobs=1, csv=path)
    assert path.read_bytes() == resumed


def test_without_a_table_a_stopped_sweep_says_that_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sim.study.execute.on_cores", stopping_after(0, []))
    stopped = call(*alone(*QUICK))
    assert (stopped.code, stopped.out) == (130, "")
    assert one_line(stopped.err) == "the sweep was stopped: without --csv no run is kept"


def test_what_was_killed_while_writing_is_cleared_away(tmp_path: Path) -> None:
    path = tmp_path / "sweep.csv"
    (tmp_path / f".sweep.csv.{DEAD}.part").write_text("half")
    (tmp_path / f".other.csv.{DEAD}.part").write_text("of another")
    assert call(*alone(*QUICK), "--csv", str(path)).code == 0
    assert names(tmp_path) == [f".other.csv.{DEAD}.part", "sweep.csv"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="this system has no devices")
def test_a_table_can_go_to_a_device() -> None:
    assert call(*alone(*QUICK), "--csv", "/dev/null").code == 0
    assert not Path("/dev/.null.sweep").exists()
