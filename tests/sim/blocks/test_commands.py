"""The command line on the block stack."""

import csv
import itertools
import math
from pathlib import Path

import pytest

from sim.blocks.model import BlockStack
from tests.sim.blocks.stacks import DEFAULTS, fall_time
from tests.terminal import call, report, SHORT


def test_simulate_says_what_happened_to_an_untaped_stack() -> None:
    found = report("simulate", "blocks", "--set", "press=100", "--set", "push=0.1")
    assert found["scene"] == "blocks"
    assert found["time_s"] == pytest.approx(2)
    assert found["standing"] is False
    assert found["fell_at_s"] == pytest.approx(0.086, rel=0.15)
    assert found["fell_at_s"] == fall_time(press=100, push=0.1)
    assert found["max_displacement_mm"] > 23
    assert found["max_rotation_deg"] > 10
    assert found["parameters"] == DEFAULTS | {"press": 100.0, "push": 0.1}


def test_simulate_says_that_a_taped_stack_stands() -> None:
    found = report("simulate", "blocks", "--set", "press=100", "--set", "tape=all")
    assert found["standing"] is True
    assert found["fell_at_s"] is None
    assert found["max_displacement_mm"] == pytest.approx(0.45, rel=0.15)
    assert 0 < found["max_rotation_deg"] < 1
    assert found["parameters"] == DEFAULTS | {"press": 100.0, "tape": "all"}


def test_simulate_runs_for_the_duration_asked_for() -> None:
    assert report(*SHORT)["time_s"] == pytest.approx(0.05, abs=1 / 1200)


def test_the_recording_has_a_header_with_units(tmp_path: Path) -> None:
    path = tmp_path / "fall.csv"
    outcome = call("simulate", "blocks", "--duration", "0.5", "--csv", str(path))
    assert outcome.code == 0
    header, *rows = csv.reader(path.read_text().splitlines())
    units = BlockStack().units()
    assert [title.partition(" [")[0] for title in header] == [*units]
    assert {"time [s]", "displacement_3 [mm]", "rotation_1 [deg]", "top_drop [mm]"} <= set(header)
    table = [[float(text) for text in row] for row in rows]
    assert all(len(row) == len(header) and all(map(math.isfinite, row)) for row in table)
    times = [row[0] for row in table]
    assert times == sorted(set(times))
    assert times[0] == 0
    assert times[-1] == pytest.approx(0.5, abs=0.01)
    largest = max(abs(value) for row in table for value in row[1:6])
    said = report("simulate", "blocks", "--duration", "0.5")["max_displacement_mm"]
    assert largest == pytest.approx(said, rel=0.05)
    assert list(tmp_path.iterdir()) == [path]


def test_the_three_critical_presses_agree() -> None:
    settings = ("--set", "tape=all", "--set", "tape_stiffness=1000")
    found = report("critical", "blocks", "--vary", "press", *settings)
    assert found["parameter"] == "press"
    assert found["note"] == ""
    exact = found["closed_form_N"]
    assert exact == pytest.approx(62.24, abs=0.01)
    assert 0.85 * exact < found["theory_N"] < exact  # weight takes its share
    assert found["simulated_N"] == pytest.approx(found["theory_N"], rel=0.05)
    assert found["parameters"]["tape"] == "all"


def test_where_there_is_no_critical_press_a_note_says_why() -> None:
    found = report("critical", "blocks", "--vary", "press")
    assert [found[f"{way}_N"] for way in ("theory", "closed_form", "simulated")] == [None] * 3
    assert "by the closed form it stands at no press" in found["note"]
    assert "in simulation" in found["note"]


def test_the_critical_crown_is_that_of_the_closed_form() -> None:
    found = report("critical", "blocks", "--vary", "crown_curvature", "--set", "press=20")
    assert 1000 / found["closed_form_per_m"] == pytest.approx(74, abs=0.1)
    assert found["simulated_per_m"] == pytest.approx(found["closed_form_per_m"], rel=0.03)


def test_stability_reports_matrices_and_modes() -> None:
    found = report("stability", "blocks")
    joints = len(found["joint_names"])
    assert joints == 6
    for matrix in (found["stiffness_matrix"], found["mass_matrix"]):
        assert [len(row) for row in matrix] == [joints] * joints
        for i in range(joints):
            assert matrix[i] == pytest.approx([row[i] for row in matrix])
    assert found["eigenvalues"] == sorted(found["eigenvalues"])
    assert len(found["mode"]) == joints
    assert found["stable"] is (found["eigenvalues"][0] > 0) is False
    assert found["growth_rates"]
    assert all(rate > 0 for rate in found["growth_rates"])


def test_tape_makes_the_stack_stable() -> None:
    found = report("stability", "blocks", "--set", "tape=all")
    assert found["stable"] is True
    assert found["eigenvalues"][0] > 0
    assert found["growth_rates"] == []


def test_tape_on_one_side_leaves_no_balance_and_a_note_says_so() -> None:
    found = report("stability", "blocks", "--set", "blocks=4", "--set", "tape=4r,5r")
    assert found["stable"] is False
    assert "pulls to one side" in found["note"]


def test_flat_blocks_have_no_stiffness_matrix_and_say_so() -> None:
    found = report("stability", "blocks", "--set", "crown_curvature=0")
    assert found["stiffness_matrix"] == found["eigenvalues"] == []
    assert "flat" in found["note"]


def test_describe_tells_enough_to_rebuild_the_stack() -> None:
    found = report("describe", "blocks", "--set", "blocks=4", "--set", "tape=1,3l")
    assert found["gravity"] == 9.81
    assert found["press"] == 60
    base, *free = found["segments"]
    assert base["fixed"] is True
    assert [segment["name"] for segment in free] == [*(f"block {i}" for i in range(1, 5)), "top"]
    assert [segment["mass"] for segment in free] == [0.1] * 4 + [0.3]
    heights = [segment["com"][1] for segment in free]
    rises = [b - a for a, b in itertools.pairwise(heights)]
    assert rises == pytest.approx([0.037] * 4)
    assert [joint["radius"] for joint in found["joints"]] == [0.04] * 5
    names = [segment["name"] for segment in found["segments"]]
    assert [(joint["below"], joint["above"]) for joint in found["joints"]] == [
        *itertools.pairwise(names)
    ]
    assert [strand["name"] for strand in found["strands"]] == ["strip 1l", "strip 1r", "strip 3l"]
    for strand in found["strands"]:
        length = math.dist(strand["point_below"], strand["point_above"])
        assert length == pytest.approx(0.0185)
        assert strand["rest_length"] == pytest.approx(0.98 * length)
        assert strand["stiffness"] == 10000
