"""The command line on the lumbar spine, and its maps."""

import builtins
import csv
import math
from pathlib import Path

import pytest

from sim.spine.model import LumbarSpine
from sim.spine.parameters import JOINTS, PARAMETERS
from sim.spine.stability_map import stability_map
from tests.terminal import call, complaint, report

PNG = b"\x89PNG\r\n\x1a\n"


def test_simulate_says_that_the_middle_buckles() -> None:
    found = report("simulate", "spine", "--set", "long_muscles=0.8", "--duration", "0.5")
    assert found["scene"] == "spine"
    assert found["standing"] is False
    assert found["fell_at_s"] == pytest.approx(0.12, rel=0.15)
    assert found["max_rotation_deg"] == pytest.approx(12, abs=0.6)
    assert found["gave_way"] in JOINTS
    assert found["parameters"]["erector_spinae"] == found["parameters"]["abdominals"] == 0.8


def test_simulate_says_that_deep_and_long_together_stand() -> None:
    muscles = ("--set", "long_muscles=0.2", "--set", "deep_muscles=0.2")
    found = report("simulate", "spine", *muscles)
    assert found["standing"] is True
    assert found["fell_at_s"] is None
    assert found["gave_way"] is None
    assert found["max_rotation_deg"] == pytest.approx(0.8, abs=0.05)
    assert 0 < found["max_displacement_mm"] < 10


def test_the_recording_has_a_header_with_units(tmp_path: Path) -> None:
    path = tmp_path / "spine.csv"
    assert call("simulate", "spine", "--duration", "0.2", "--csv", str(path)).code == 0
    header, *rows = csv.reader(path.read_text().splitlines())
    assert [title.partition(" [")[0] for title in header] == [*LumbarSpine().units()]
    assert {"time [s]", "rotation_L4/5 [deg]", "disc_pressure_L4/5 [MPa]"} <= set(header)
    assert all(math.isfinite(float(value)) for row in rows for value in row)


def test_stability_has_six_joints_and_their_modes() -> None:
    found = report("stability", "spine", "--set", "long_muscles=0.8")
    assert found["joint_names"] == list(JOINTS)
    assert found["eigenvalues"] == sorted(found["eigenvalues"])
    assert found["eigenvalues"][0] == pytest.approx(-173, abs=1)
    assert found["growth_rates"] == sorted(found["growth_rates"], reverse=True)
    assert len(found["mode"]) == len(found["stiffness_matrix"]) == 6
    assert found["stable"] is False


def test_linked_parameters_say_what_they_set() -> None:
    entries = {entry["name"]: entry for entry in report("params", "spine")}
    assert entries["long_muscles"]["sets"] == ["erector_spinae", "abdominals"]
    assert entries["deep_muscles"]["sets"] == ["multifidus", "transversus"]
    assert [e for e, entry in entries.items() if "sets" in entry] == [
        "long_muscles",
        "deep_muscles",
    ]


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_every_parameter_can_be_set_to_both_ends_of_its_range(parameter: object) -> None:
    name = parameter.name  # type: ignore[attr-defined]
    low, high = parameter.low, parameter.high  # type: ignore[attr-defined]
    for end in ("L5", "thorax") if name == "push_level" else (low, high):
        setting = f"--set={name}={end}"
        found = report("simulate", "spine", "--duration", "0.05", setting)["parameters"]
        for kept in parameter.sets or (name,):  # type: ignore[attr-defined]
            assert found[kept] == end


# -- maps ---------------------------------------------------------------------------------


def test_a_map_is_written_as_table_and_figure(tmp_path: Path) -> None:
    table, figure = tmp_path / "map.csv", tmp_path / "map.png"
    found = report("map", "spine", "--grid", "9", "--csv", str(table), "--png", str(figure))
    expected = stability_map("long_muscles", "deep_muscles", 9, {})
    assert (found["x"], found["y"], found["grid"]) == ("long_muscles", "deep_muscles", 9)
    assert found["largest_eigenvalue"] == expected.smallest.max()
    header, *rows = csv.reader(table.read_text().splitlines())
    assert header == ["long_muscles", "deep_muscles", "smallest_eigenvalue [N m/rad]"]
    values = [tuple(map(float, row)) for row in rows]
    assert len(values) == 81
    assert values[10] == pytest.approx((0.125, 0.125, expected.smallest[1, 1]), rel=1e-8)
    assert figure.read_bytes().startswith(PNG)
    assert sorted(tmp_path.iterdir()) == [table, figure]


def test_a_map_over_other_parameters_says_their_units(tmp_path: Path) -> None:
    table = tmp_path / "map.csv"
    arguments = ("--x", "hand_load", "--y", "disc_stiffness", "--grid", "3")
    assert call("map", "spine", *arguments, "--csv", str(table)).code == 0
    head = table.read_text().splitlines()[0]
    assert head == "hand_load [kg],disc_stiffness [N m/rad],smallest_eigenvalue [N m/rad]"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("blocks",), "did you mean spine"),
        (("spine", "--x", "push"), "unknown parameter to map 'push'"),
        (("spine", "--x", "multifidus"), "both set multifidus"),
        (("spine", "--x", "hand_load", "--y", "hand_load"), "both set hand_load"),
        (("spine", "--grid", "1"), "a whole number from 2 to 1000"),
        (("spine", "--grid", "1e2"), "a whole number from 2 to 1000"),
        (("spine", "--set", "abdominals=2"), "a number from 0 to 1"),
    ],
)
def test_a_map_that_can_not_be_made_is_refused(
    arguments: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    path = tmp_path / "never.csv"
    assert says in complaint("map", *arguments, "--csv", str(path))
    assert not path.exists()


def test_without_matplotlib_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: object, **more: object) -> object:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    paths = [tmp_path / "map.csv", tmp_path / "map.png"]
    said = complaint("map", "spine", "--csv", str(paths[0]), "--png", str(paths[1]))
    assert said == "figures need matplotlib: install spinestack[figures]"
    assert list(tmp_path.iterdir()) == []


def test_the_critical_press_is_a_matter_of_blocks() -> None:
    assert "did you mean blocks" in complaint("critical", "spine", "--vary", "press")
