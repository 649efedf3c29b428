"""The command line on the raised arm."""

import csv
import math
from pathlib import Path

import pytest

from sim.mechanics.world import STEP
from sim.recovery.model import PARAMETERS as WEEKLY
from sim.spine.muscles import muscles
from sim.timing.model import ArmRaise, LEAD, PARAMETERS, WATCHED
from tests.terminal import call, complaint, report


def test_simulate_runs_the_whole_movement() -> None:
    found = report("simulate", "timing", "--set", "onset=0.2")
    assert found["time_s"] == pytest.approx(LEAD + WATCHED)
    assert found["standing"] is False
    assert 0.1 < found["fell_at_s"] < WATCHED  # since the movement's start
    assert found["max_rotation_deg"] == pytest.approx(6.7, rel=0.15)
    assert found["gave_way"]
    assert found["parameters"] == {p.name: p.default for p in PARAMETERS} | {"onset": 0.2}


def test_the_recording_counts_from_the_movements_start(tmp_path: Path) -> None:
    path = tmp_path / "timing.csv"
    assert call("simulate", "timing", "--csv", str(path)).code == 0
    header, *rows = csv.reader(path.read_text().splitlines())
    assert [title.partition(" [")[0] for title in header] == [*ArmRaise().units()]
    assert header[:3] == ["time_since_movement [s]", "activation_long", "activation_deep"]
    table = [[float(value) for value in row] for row in rows]
    assert all(math.isfinite(value) for row in table for value in row)
    assert table[0][0] == -LEAD
    assert table[-1][0] == pytest.approx(WATCHED)
    (start,) = (row for row in table if abs(row[0]) < STEP / 2)
    assert start[1:3] == [0.2, 0.3]
    assert table[-1][1:3] == pytest.approx([0.8, 0.9], abs=1e-5)


@pytest.mark.parametrize("scene", ["timing", "recovery"])
def test_describe_is_the_spine_before_the_movement(scene: str) -> None:
    found = report("describe", scene)
    before = {"multifidus": 0.3, "erector_spinae": 0.2, "erector_lumbar": 0.0, "abdominals": 0.2}
    assert len(found["strands"]) == len(muscles())
    for strand in found["strands"]:
        assert strand["activation"] == before[strand["group"]]
        assert strand["tension"] == pytest.approx(strand["activation"] * strand["fmax"])
    assert report("stability", scene)["stable"] is True


@pytest.mark.parametrize(
    ("scene", "parameter"),
    [*(("timing", p) for p in PARAMETERS), *(("recovery", p) for p in WEEKLY)],
    ids=lambda one: getattr(one, "name", one),
)
def test_every_parameter_can_be_set_to_both_ends_of_its_range(
    scene: str, parameter: object
) -> None:
    name = parameter.name  # type: ignore[attr-defined]
    for end in (parameter.low, parameter.high):  # type: ignore[attr-defined]
        found = report("simulate", scene, "--duration", "0.25", f"--set={name}={end}")
        assert found["parameters"][name] == end


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("timing", "--set", "onset=0.3"), "onset can not be '0.3': it must be a number from -0.1"),
        (("timing", "--set", "onst=0"), "did you mean onset"),
        (("timing", "--set", "hand_load=5"), "unknown parameter 'hand_load'"),
        (("timing", "--set", "lag=0"), "a number from 0.01 to 0.1 s"),
        (("recovery", "--set", "week=53"), "a whole number from 0 to 52"),
        (("recovery", "--set", "week=1.5"), "a whole number from 0 to 52"),
        (("recovery", "--set", "trained=yes"), "a whole number from 0 to 1"),
        (("recovery", "--set", "onset=0"), "unknown parameter 'onset'"),
    ],
)
def test_bad_settings_are_refused(arguments: tuple[str, ...], says: str, tmp_path: Path) -> None:
    path = tmp_path / "never.csv"
    assert says in complaint("simulate", *arguments, "--csv", str(path))
    assert not path.exists()
