"""The command line: what it says, and that a mistake is one line and leaves nothing behind."""

import ast
import contextlib
import csv
import errno
import io
import itertools
import json
import math
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, IO, NoReturn

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import run
from scenes.shell.display import Options
from sim.blocks.model import BlockStack
from sim.blocks.parameters import PARAMETERS
from sim.catalogue import SCENES, with_model
from sim.cli.parser import COMMANDS
from sim.parameter import Parameter
from tests.sim.blocks.stacks import fall_time

ROOT = Path(run.__file__).parent
SHORT = ("simulate", "blocks", "--duration", "0.05")
HEADLESS = (
    SHORT,
    ("critical", "blocks", "--vary", "press", "--set", "tape=all"),
    ("stability", "blocks"),
    ("describe", "blocks"),
    ("params",),
    ("simulate", "spine", "--duration", "0.05"),
    ("stability", "spine"),
    ("map", "spine", "--grid", "5"),
    ("describe", "spine"),
    ("simulate", "timing"),
    ("describe", "timing"),
    ("simulate", "recovery"),
    ("describe", "recovery"),
)
DEFAULTS = {parameter.name: parameter.default for parameter in PARAMETERS}


@dataclass(frozen=True)
class Outcome:
    """What one command did."""

    code: int
    out: str
    err: str


def call(*arguments: str) -> Outcome:
    """Run the program in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run.main(arguments)
    return Outcome(code, out.getvalue(), err.getvalue())


def process(
    *arguments: str, stdout: int | IO[str] = subprocess.PIPE, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    command = [sys.executable, str(ROOT / "run.py"), *arguments]
    return subprocess.run(
        command, stdout=stdout, stderr=subprocess.PIPE, cwd=cwd, text=True, check=False
    )


def strict(text: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """Parsed JSON without NaN and Infinity."""

    def refuse(constant: str) -> NoReturn:
        raise AssertionError(constant)

    return json.loads(text, parse_constant=refuse)


def report(*arguments: str) -> Any:  # noqa: ANN401
    """What a command says as JSON."""
    outcome = call(*arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return strict(outcome.out)


def complaint(*arguments: str) -> str:
    """The one line with which a command is refused."""
    outcome = call(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    return one_line(outcome.err)


def one_line(text: str) -> str:
    """The text of a single line that comes from us."""
    (line,) = text.splitlines()
    assert text == line + "\n"
    assert line.startswith("spinestack: ")
    return line.removeprefix("spinestack: ")


# -- simulate ----------------------------------------------------------------------


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


def test_without_json_there_is_one_readable_line_for_each_quantity() -> None:
    outcome = call(*SHORT)
    assert outcome.code == 0
    lines = dict(line.split(": ", maxsplit=1) for line in outcome.out.splitlines())
    assert list(lines) == list(report(*SHORT))
    assert lines["scene"] == "blocks"
    assert lines["standing"] == "true"


def test_the_recording_has_a_header_with_units(tmp_path: Path) -> None:
    path = tmp_path / "fall.csv"
    outcome = call("simulate", "blocks", "--duration", "0.5", "--csv", str(path))
    assert outcome.code == 0
    header, *rows = csv.reader(path.read_text().splitlines())
    units = BlockStack().units()
    assert header == [f"{name} [{unit}]" for name, unit in units.items()]
    assert {"time [s]", "displacement_3 [m]", "rotation_1 [rad]", "top_drop [m]"} <= set(header)
    table = [[float(text) for text in row] for row in rows]
    assert all(len(row) == len(header) and all(map(math.isfinite, row)) for row in table)
    times = [row[0] for row in table]
    assert times == sorted(set(times))
    assert times[0] == 0
    assert times[-1] == pytest.approx(0.5, abs=0.01)
    largest = max(abs(value) for row in table for value in row[1:6])
    said = report("simulate", "blocks", "--duration", "0.5")["max_displacement_mm"]
    assert 1000 * largest == pytest.approx(said, rel=0.05)
    assert list(tmp_path.iterdir()) == [path]


def test_a_recording_replaces_an_older_file(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_text("old")
    assert call(*SHORT, "--csv", str(path)).code == 0
    assert path.read_text().startswith("time [s],")


# -- critical, stability, describe, params -----------------------------------------


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


@pytest.mark.parametrize("scene", with_model())
def test_params_are_the_declared_ones(scene: str) -> None:
    found = report("params", scene)
    assert found == [entry for entry in report("params") if entry["scene"] == scene]
    parameters = SCENES[scene].model.parameters
    assert [entry["name"] for entry in found] == [parameter.name for parameter in parameters]
    for entry, declared in zip(found, parameters, strict=True):
        assert entry["unit"] == declared.unit
        assert entry["default"] == declared.default
        assert entry["source"] == declared.source != ""
        if declared.canonical:
            assert entry["form"] == declared.valid
        else:
            limits = [entry[key] for key in ("low", "high", "step")]
            assert limits == [declared.low, declared.high, declared.step]


def test_every_default_is_valid_and_changes_nothing() -> None:
    for parameter in (p for scene in with_model() for p in SCENES[scene].model.parameters):
        assert parameter.check(parameter.default) == parameter.default
        if not parameter.canonical:
            assert parameter.low <= float(parameter.default) <= parameter.high
            assert parameter.step > 0
    settings = [f"--set={name}={value}" for name, value in DEFAULTS.items()]
    assert report(*SHORT, *settings) == report(*SHORT)


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_every_parameter_can_be_set_to_both_ends_of_its_range(parameter: Parameter) -> None:
    ends = ("none", "all") if parameter.canonical else (parameter.low, parameter.high)
    for end in ends:
        settings = [f"--set={parameter.name}={end}"]
        if parameter.name == "push_block":
            settings.append("--set=blocks=9")
        assert report(*SHORT, *settings)["parameters"][parameter.name] == end


# -- what is refused -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("pres=5", "unknown parameter 'pres': did you mean press"),
        ("push_tme=5", "push_time"),
        ("=5", "'=5' is not of the form name=value"),
        ("press", "'press' is not of the form name=value"),
        ("", "'' is not of the form name=value"),
        ("press=301", "press can not be '301': it must be a number from 0 to 300 N"),
        ("press=-1", "a number from 0 to 300 N"),
        ("press=nan", "a number from 0 to 300 N"),
        ("press=inf", "a number from 0 to 300 N"),
        ("press=-inf", "a number from 0 to 300 N"),
        ("press=", "press can not be ''"),
        ("press=1e999", "a number from 0 to 300 N"),
        ("press=" + "9" * 5000, "a number from 0 to 300 N"),
        ("press=60 N", "a number from 0 to 300 N"),
        ("press=60,5,5", "a number from 0 to 300 N"),
        ("press=1,250", "from 0 to 300 N; a comma before three digits can be read in two ways"),
        ("press=1.000,5", "a number from 0 to 300 N"),
        ("blocks=5,5", "a whole number from 4 to 9"),
        ("press=0x10", "a number from 0 to 300 N"),
        ("press=six\nty", "press can not be 'six\\nty'"),
        ("push_time=0", "a number from 0.02 to 1 s"),
        ("crown_curvature=40", "a number from 0 to 33.3 1/m"),
        ("tape_stiffness=100", "a number from 500 to 30000 N/m"),
        ("friction=0", "a number from 0.2 to 1.2"),
        ("blocks=3", "a whole number from 4 to 9"),
        ("blocks=4.5", "a whole number from 4 to 9"),
        ("blocks=inf", "a whole number from 4 to 9"),
        ("push_block=6", "a stack of 5 has blocks 1 to 5"),
        ("tape=", "all, none, or joints with an optional side"),
        ("tape=1,,2", "all, none, or joints with an optional side"),
        ("tape=1x", "all, none, or joints with an optional side"),
        ("tape=0", "all, none, or joints with an optional side"),
        ("tape=both", "all, none, or joints with an optional side"),
        ("tape=1 2", "all, none, or joints with an optional side"),
        ("tape=7", "tape can not be '7': a stack of 5 has joints 1 to 6"),
        ("tape=99", "tape can not be '99'"),
    ],
)
def test_a_bad_setting_is_refused(setting: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "never.csv"
    assert said in complaint(*SHORT, f"--set={setting}", "--csv", str(path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [*HEADLESS[:4]])
def test_every_command_that_takes_settings_refuses_bad_ones(command: tuple[str, ...]) -> None:
    assert "did you mean friction" in complaint(*command, "--set", "fricton=1")
    assert "from 0.2 to 1.2" in complaint(*command, "--set", "friction=nan", "--json")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["simulat", "blocks"], "unknown command 'simulat': did you mean simulate"),
        (["", "blocks"], "unknown command ''"),
        (["simulate", "bloks"], "unknown scene 'bloks': did you mean blocks"),
        (["--scene", "bloks"], "unknown scene 'bloks': did you mean blocks"),
        (["params", "bloks"], "did you mean blocks"),
        (["simulate"], "required: scene"),
        (["simulate", "blocks", "more"], "unrecognized arguments: more"),
        (["simulate", "blocks", "--colour"], "unrecognized arguments: --colour"),
        (["simulate", "blocks", "--col\nour"], "unrecognized arguments: --col our"),
        (["simulate", "blocks", "--set"], "--set: expected one argument"),
        (["simulate", "blocks", "--duration", "0"], "'0' is not a number from 0.01 to 600 s"),
        (["simulate", "blocks", "--duration", "nan"], "not a number from 0.01 to 600 s"),
        (["simulate", "blocks", "--duration", "inf"], "not a number from 0.01 to 600 s"),
        (["simulate", "blocks", "--duration", "1e9"], "not a number from 0.01 to 600 s"),
        (["simulate", "blocks", "--duration", "long"], "not a number from 0.01 to 600 s"),
        (["simulate", "blocks", "--duration="], "not a number from 0.01 to 600 s"),
        (["simulate", "blocks", "--csv", ""], "'' does not name a file"),
        (["critical", "blocks"], "required: --vary"),
        (["critical", "blocks", "--vary", "pres"], "unknown parameter to vary 'pres': did"),
        (["critical", "blocks", "--vary", "tape"], "press, crown_curvature"),
        (["screenshot", "blocks"], "required: --out"),
        (["screenshot", "blocks", "--out", "/"], "'/' does not name a file"),
        (["screenshot", "blocks", "--out", "x.png", "--size", "10x10"], "1024x600 to 3840x2160"),
        (["screenshot", "blocks", "--out", "x.png", "--size", "1280"], "of the form WIDTHxHEIGHT"),
        (["screenshot", "blocks", "--out", "x.png", "--size", "-1x-1"], "--size"),
        (["screenshot", "blocks", "--out", "x.png", "--size", "9999999x720"], "3840x2160"),
        (["screenshot", "blocks", "--out", "x.png", "--lang", "fr"], "unknown language 'fr'"),
        (["screenshot", "blocks", "--out", "x.png", "--at", "61"], "a number from 0 to 60 s"),
        (["screenshot", "blocks", "--out", "x.png", "--at", "nan"], "a number from 0 to 60 s"),
        (["--lang", "nld"], "unknown language 'nld': did you mean nl"),
        (["--profile", "contrst"], "unknown profile 'contrst': did you mean contrast"),
        (["--text-scale", "3"], "a number from 1 to 2"),
        (["--speed", "0"], "a number from 0.01 to 1"),
        (["--fullscren"], "unrecognized arguments: --fullscren"),
    ],
)
def test_a_bad_command_line_is_refused(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in complaint(*arguments)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [(), ("screenshot", "blocks", "--out", "never.png")])
def test_the_window_refuses_bad_settings_before_it_opens(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "did you mean press" in complaint(*command, "--set", "pres=5")
    assert "a number from 0 to 300 N" in complaint(*command, "--set", "press=nan")
    assert "joints 1 to 6" in complaint(*command, "--set", "tape=7")
    assert list(tmp_path.iterdir()) == []


def test_the_window_gets_what_the_command_line_says(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("scenes.shell.window.open_window", lambda *given: opened.append(given))
    assert call() == Outcome(0, "", "")
    texts = "--lang nl --profile contrast --text-scale 1.5 --speed 0.1 --fullscreen --set tape=all"
    assert call("--scene", "blocks", *texts.split()) == Outcome(0, "", "")
    assert opened == [
        ({}, Options(start=True)),
        ({"tape": "all"}, Options("nl", "contrast", 1.5, speed=0.1, fullscreen=True)),
    ]


@pytest.mark.parametrize("place", ["missing/fall.csv", "folder", "file/fall.csv", "."])
def test_a_path_that_can_not_be_written_is_refused(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file").write_text("old")
    before = sorted(tmp_path.rglob("*"))
    complaint(*SHORT, "--csv", place)
    assert sorted(tmp_path.rglob("*")) == before
    assert Path("file").read_text() == "old"


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    done = process(*SHORT, "--csv", "a" * 300, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    one_line(done.stderr)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "Permission denied" in complaint(*SHORT, "--csv", str(tmp_path / "fall.csv"))
        assert list(tmp_path.iterdir()) == []
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("old", [None, "old"])
@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_fails_half_way_leaves_nothing_behind(
    old: str | None, failure: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fall.csv"
    if old:
        path.write_text(old)
    written = []

    def fail(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            written.append(file.write(data[:100]))
        raise OSError(failure, os.strerror(failure))

    monkeypatch.setattr(Path, "write_bytes", fail)
    assert os.strerror(failure) in complaint(*SHORT, "--csv", str(path))
    assert written == [100]
    assert list(tmp_path.iterdir()) == ([path] if old else [])
    if old:
        assert path.read_text() == old


def test_a_rename_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fall.csv"
    path.write_text("old")

    def fail(self: Path, target: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "the file is in use")

    monkeypatch.setattr(Path, "replace", fail)
    assert "the file is in use" in complaint(*SHORT, "--csv", str(path))
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text() == "old"


needs_full = pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="this system has no /dev/full"
)


@needs_full
def test_a_full_device_is_reported() -> None:
    assert "No space left on device" in complaint(*SHORT, "--csv", "/dev/full")


@needs_full
def test_a_report_that_can_not_be_written_is_an_error() -> None:
    with Path("/dev/full").open("w") as full:
        done = process("params", stdout=full)
    assert done.returncode == 2
    assert "No space left on device" in one_line(done.stderr)


# -- processes and imports -------------------------------------------------------------

LOADED = """
import sys
import run
try:
    code = run.main({arguments!r})
except SystemExit as leaving:
    code = leaving.code
print(code, *sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


def loaded(arguments: tuple[str, ...]) -> tuple[str, set[str]]:
    """What a command prints and which packages it imports; it must succeed."""
    script = LOADED.format(arguments=list(arguments))
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    (line,) = done.stderr.splitlines()
    code, *names = line.split()
    assert code == "0"
    return done.stdout, set(names)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_explains_without_loading_a_solver_or_a_window(command: tuple[str, ...]) -> None:
    text, names = loaded((*command, "--help"))
    assert text.startswith("usage: run.py")
    assert not names & {"pygame", "pymunk", "numpy"}
    if not command:
        assert all(name in text for name in COMMANDS)


@pytest.mark.parametrize("command", HEADLESS, ids=lambda command: command[0])
def test_headless_commands_never_import_pygame(command: tuple[str, ...]) -> None:
    _, names = loaded(command)
    assert "numpy" in names
    assert not names & {"pygame", "scenes", "joblib", "tqdm", "distributed"}


def test_the_mechanics_never_import_what_draws() -> None:
    modules = sorted((ROOT / "sim").rglob("*.py"))
    assert modules
    for module in modules:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name.partition(".")[0] not in ("pygame", "scenes"), f"{module}: {name}"


def test_two_processes_report_the_same() -> None:
    first, second = (process("simulate", "blocks", "--duration", "0.3") for _ in range(2))
    assert first.returncode == 0
    assert first.stderr == ""
    assert first.stdout == second.stdout != ""


# -- anything at all -------------------------------------------------------------------


def numbers() -> st.SearchStrategy[str]:
    """Numbers as text: of any kind, and such as are often valid."""
    return st.one_of(
        st.floats().map(str),
        st.integers().map(str),
        st.integers(0, 10).map(str),
        st.floats(0, 300).map("{:g}".format),
    )


def values() -> st.SearchStrategy[str]:
    """Numbers, tape patterns and plain nonsense."""
    strips = st.lists(st.from_regex(r"[0-9]{1,2}[lrx]?", fullmatch=True), max_size=5)
    return st.one_of(numbers(), strips.map(",".join), st.sampled_from(["all", "none"]), st.text())


def texts() -> st.SearchStrategy[str]:
    """What may follow --set: mostly name=value, sometimes anything."""
    names = st.one_of(st.sampled_from(list(DEFAULTS)), st.text(max_size=20))
    pairs = st.tuples(names, values()).map("=".join)
    valid = st.sampled_from([f"{name}={value}" for name, value in DEFAULTS.items()])
    return st.one_of(pairs, pairs, valid, st.text())


@given(st.lists(texts(), max_size=4))
@example(["press=0", "push=50", "push_time=1", "crown_curvature=33.3", "friction=1.2"])
@example(["blocks=9", "tape=10l", "press=300", "tape_stiffness=30000"])
@example(["press=\u2028", "\x85=1"])
@hypothesis_settings(max_examples=100, deadline=None)
def test_any_settings_give_a_report_or_one_line(settings: list[str]) -> None:
    outcome = call(*SHORT, "--json", *(f"--set={text}" for text in settings))
    if outcome.code == 0:
        assert outcome.err == ""
        assert strict(outcome.out)["scene"] == "blocks"
    else:
        assert outcome.code == 2
        assert outcome.out == ""
        one_line(outcome.err)


@given(st.lists(st.text(max_size=12), max_size=4))
@hypothesis_settings(max_examples=100, deadline=None)
def test_any_words_after_a_command_give_one_line(words: list[str]) -> None:
    outcome = call("critical", "nowhere", *(word.lstrip("-") for word in words))
    assert outcome.code == 2
    assert outcome.out == ""
    one_line(outcome.err)


def test_presets_and_share_strings_open_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[dict[str, object], Options]] = []
    monkeypatch.setattr("scenes.shell.window.open_window", lambda *given: opened.append(given))
    assert call("--preset", "taped") == Outcome(0, "", "")
    assert call("--load", "blocks?press=120&tape=1,2l", "--set", "press=90") == Outcome(0, "", "")
    assert [values["tape"] for values, _ in opened] == ["all", "1,2l"]
    assert opened[1][0]["press"] == "90"
    assert not any(options.start for _, options in opened)
    assert "did you mean taped" in complaint("--preset", "tapedd")
    assert call("--load", "blocks?press=12,5") == Outcome(0, "", "")
    assert opened[-1][0]["press"] == 12.5
    assert call("--scene", "spine", "--set", "push=12,5", "--text-scale", "1,5").code == 0
    assert opened[-1][1].text_scale == 1.5
    for unknown in (("--preset", "what is this"), ("--scene", "xyz"), ("--scene", "Blocks")):
        said = complaint(*unknown)
        assert said.count(", ") <= 2
        assert "unknown" in said
    assert "press" in complaint("--load", "blocks?press=1000")
