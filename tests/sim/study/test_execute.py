"""What a sweep says, draws and shows while it is done."""

import builtins
import csv
import io
import sys
from pathlib import Path

import pytest

from sim.study.execute import sweep
from sim.study.plan import plan
from tests.sim.study.sweeps import alone, names, ONSETS, QUICK
from tests.terminal import call, complaint, loaded, report

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_sweep_is_one_run_for_each_value(tmp_path: Path) -> None:
    table, figure = tmp_path / "sweep.csv", tmp_path / "sweep.png"
    found = report(*alone(*ONSETS, "--steps", "3"), "--csv", str(table), "--png", str(figure))
    runs = [report("simulate", "timing", "--set", f"onset={onset}") for onset in (0, 0.1, 0.2)]
    assert found["points"] == [
        {"onset": run["parameters"]["onset"]}
        | {
            name: run[name]
            for name in ("max_rotation_deg", "max_displacement_mm", "fell_at_s", "standing")
        }
        for run in runs
    ]
    assert (found["vary"], found["from"], found["to"], found["steps"]) == ("onset", 0, 0.2, 3)
    assert found["standing"] == 2
    assert found["largest_at"] == 0.2
    assert found["largest_rotation_deg"] == runs[2]["max_rotation_deg"]
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
    assert float(rows[2][3]) == pytest.approx(runs[2]["fell_at_s"])
    assert rows[2][4] == "0"
    assert figure.read_bytes().startswith(PNG)
    assert sorted(tmp_path.iterdir()) == [table, figure]


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
