"""The command line on the corset."""

import csv
import math
from pathlib import Path

import pytest

from sim.corset.lifting import lifting_table
from sim.corset.model import Corset
from sim.corset.parameters import PARAMETERS
from sim.parameter import Parameter
from tests.terminal import call, complaint, loaded, report

SHORT = ("simulate", "corset", "--duration", "0.05")


def test_simulate_says_what_the_pressures_were() -> None:
    quiet = report("simulate", "corset", "--duration", "5")
    drawn = report("simulate", "corset", "--duration", "5", "--set", "draw_in=1")
    for found in (quiet, drawn):
        assert found["scene"] == "corset"
        assert found["time_s"] == pytest.approx(5)
        assert found["least_pressure_kPa"] <= found["pressure_kPa"] <= found["most_pressure_kPa"]
        assert found["standing"] is True
        assert found["fell_at_s"] is found["max_rotation_deg"] is None
    assert 2 < quiet["max_displacement_mm"] < 10
    assert drawn["least_pressure_kPa"] > 2 * quiet["least_pressure_kPa"]
    assert drawn["most_disc_pressure_MPa"] < quiet["least_disc_pressure_MPa"]


def test_parting_left_and_right_loses_the_pressure() -> None:
    joined, parted = (
        report("simulate", "corset", "--set", "brace=1", "--set", f"joined={j}") for j in (1, 0)
    )
    assert parted["most_pressure_kPa"] < joined["least_pressure_kPa"] / 5


def test_the_recording_has_a_header_with_units(tmp_path: Path) -> None:
    path = tmp_path / "breath.csv"
    assert call("simulate", "corset", "--duration", "0.2", "--csv", str(path)).code == 0
    header, *rows = csv.reader(path.read_text().splitlines())
    units = Corset().units()
    assert [title.partition(" [")[0] for title in header] == [*units]
    assert {"relief", "pressure [kPa]", "disc_pressure [MPa]", "gap [mm]"} <= set(header)
    assert len(rows) == 61
    assert all(math.isfinite(float(value)) for row in rows for value in row)


def test_a_sweep_tables_both_pressures(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    ends = ("--from", "0", "--to", "1", "--steps", "3", "--jobs", "1", "--duration", "1")
    figure = tmp_path / "figure.png"
    files = ("--csv", str(table), "--png", str(figure))
    found = report("sweep", "corset", "--vary", "draw_in", *ends, *files)
    points = found["points"]
    most = [point["most_pressure_kPa"] for point in points]
    assert most == sorted(most)
    assert most[0] < 1.2
    assert most[-1] > 2.5
    assert (found["largest_pressure_kPa"], found["largest_at"]) == (most[-1], 1)
    assert "standing" not in found
    header, *rows = csv.reader(table.read_text().splitlines())
    assert header[:2] == ["draw_in", "most_pressure [kPa]"]
    assert header[4] == "most_disc_pressure [MPa]"
    assert [float(cell) for cell in rows[1]] == pytest.approx(list(points[1].values()))
    assert figure.read_bytes().startswith(b"\x89PNG")


def test_describe_tells_enough_to_rebuild_the_section() -> None:
    found = report("describe", "corset", "--set", "draw_in=1")
    nodes, links, bags = found["nodes"], found["links"], found["bags"]
    kinds = {link["kind"] for link in links}
    assert kinds == {"transversus", "aponeurosis", "linea alba", "fascia"}
    for link in links:
        ends = [nodes[node]["place"] for node in link["nodes"]]
        assert link["length"] == pytest.approx(math.dist(*ends))
        stretch = link["length"] / link["rest_length"] - 1
        fibre = link["active"] * max(0.0, 1 + found["short_range_stiffness"] * stretch)
        assert link["tension"] == pytest.approx(link["passive"] * max(0.0, stretch) + fibre)
    assert [bag["name"] for bag in bags] == ["abdomen", "left back muscles", "right back muscles"]
    for bag in bags:
        corners = [nodes[node]["place"] for node in bag["nodes"]]
        sides = zip(corners, [*corners[1:], corners[0]], strict=True)
        twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in sides)
        assert bag["area"] == pytest.approx(abs(twice) / 2)
        assert bag["free_area"] > bag["area"]
    assert found["lifting"] == lifting_table()
    assert found["published_relief"] == [0.18, 0.31]
    assert found["parameters"]["draw_in"] == 1


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_every_parameter_can_be_set_to_both_ends_of_its_range(parameter: Parameter) -> None:
    ends = ("stand", "round") if parameter.canonical else (parameter.low, parameter.high)
    for end in ends:
        found = report(*SHORT, f"--set={parameter.name}={end}")
        assert found["parameters"][parameter.name] == end


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("drawin=1", "unknown parameter 'drawin': did you mean draw_in"),
        ("draw_in=1.1", "a number from 0 to 1"),
        ("joined=0.5", "a whole number from 0 to 1"),
        ("breath_time=0", "a number from 2 to 12 s"),
        ("posture=sit", "one of stand, close, knees, round"),
        ("load=nan", "a number from 0 to 40 kg"),
    ],
)
def test_a_bad_setting_is_refused(setting: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "never.csv"
    assert said in complaint(*SHORT, f"--set={setting}", "--csv", str(path))
    assert not path.exists()


def test_stability_is_a_matter_of_columns() -> None:
    assert "did you mean recovery, spine, blocks?" in complaint("stability", "corset")


@pytest.mark.parametrize("command", [SHORT, ("describe", "corset")], ids=lambda c: c[0])
def test_headless_commands_never_import_pygame(command: tuple[str, ...]) -> None:
    _, names = loaded(command)
    assert not names & {"pygame", "scenes"}
