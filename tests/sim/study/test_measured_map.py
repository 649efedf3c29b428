"""Maps of what is measured: every cell is a run with the cell's parameters."""

import csv
import math
from pathlib import Path

import numpy as np
import pytest

from sim.study.measured_map import measured_map
from sim.timing.many_runs import ArmRuns
from sim.timing.model import ArmRaise, settings_of
from tests.sim.spine.agreement import together
from tests.sim.study.sweeps import names
from tests.terminal import complaint, report

PNG = b"\x89PNG\r\n\x1a\n"


def test_every_cell_is_a_run(tmp_path: Path) -> None:
    table, figure = tmp_path / "map.csv", tmp_path / "map.png"
    files = ("--csv", str(table), "--png", str(figure))
    found = report("map", "timing", "--grid", "3", "--set", "moment=-6", *files)
    assert (found["of"], found["x"], found["y"]) == ("max_rotation_deg", "onset", "deep_after")
    assert found["parameters"]["moment"] == -6
    header, *rows = csv.reader(table.read_text().splitlines())
    assert header == ["onset [s]", "deep_after", "max_rotation [deg]"]
    assert len(rows) == 9
    cells = [settings_of({"onset": x, "deep_after": y, "moment": -6}) for x, y, _ in rows]
    runs = together(ArmRuns, cells, ArmRaise.duration)
    assert [float(row[2]) for row in rows] == pytest.approx(runs.rotations)
    assert found["largest"] == pytest.approx(max(float(row[2]) for row in rows))
    assert figure.read_bytes().startswith(PNG)


def test_where_nothing_gives_way_there_is_no_time() -> None:
    found = measured_map("spine", "fell_at_s", (None, None), 4, {}, jobs=1)
    assert (found.x.name, found.y.name) == ("long_muscles", "deep_muscles")
    assert math.isfinite(found.measured[0, 3])  # long muscles alone
    assert math.isnan(found.measured[1, 1])
    rows = [line.rsplit(",", 1)[1] for line in found.csv().splitlines()[1:]]
    assert rows.count("") == np.isnan(found.measured).sum()
    report = found.report()
    assert report["measured_share"] == np.isfinite(found.measured).mean()
    assert report["smallest"] == np.nanmin(found.measured)


def test_a_map_in_which_nothing_gives_way_says_so() -> None:
    found = measured_map("timing", "fell_at_s", ("lag", "pulse"), 2, {"moment": 0, "force": 0})
    assert found.report()["measured_share"] == 0
    assert "smallest" not in found.report()


def test_it_makes_no_difference_on_how_many_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.study.measured_map.ABREAST", 7)
    axes = ("onset", "lag")
    one, two = (
        measured_map("timing", "max_rotation_deg", axes, 5, {}, jobs=jobs).measured
        for jobs in (1, 2)
    )
    assert one.tolist() == two.tolist()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("timing", "--x", "onst"), "unknown parameter to map 'onst': did you mean onset"),
        (("timing", "--x", "lag", "--y", "lag"), "a map of lag and lag can not be made"),
        (("spine", "--of", "fell_at_s", "--x", "multifidus"), "both set multifidus"),
        (("spine", "--of", "fell_at"), "unknown quantity 'fell_at': did you mean fell_at_s"),
        (("timing", "--set", "lag=9"), "a number from 0.01 to 0.1 s"),
    ],
)
def test_a_map_that_can_not_be_made_is_refused(
    arguments: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert says in complaint("map", *arguments, "--grid", "2", "--csv", "never.csv")
    assert names(tmp_path) == []
