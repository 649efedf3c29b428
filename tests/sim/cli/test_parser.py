"""What may be typed: help explains it, and a mistake is one line and leaves nothing behind."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sim.cli.parser import COMMANDS
from tests.terminal import call, complaint, loaded, one_line, ROOT


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
        (["screenshot", "blocks", "--out", "x.png", "--size", "10x10"], "320x320 to 3840x2160"),
        (["screenshot", "blocks", "--out", "x.png", "--size", "1280"], "of the form WIDTHxHEIGHT"),
        (["screenshot", "blocks", "--out", "x.png", "--size", "-1x-1"], "--size"),
        (["screenshot", "blocks", "--out", "x.png", "--size", "9999999x720"], "3840x2160"),
        (["screenshot", "blocks", "--out", "x.png", "--lang", "fr"], "unknown language 'fr'"),
        (["screenshot", "blocks", "--out", "x.png", "--at", "61"], "a number from 0 to 60 s"),
        (["screenshot", "blocks", "--out", "x.png", "--at", "nan"], "a number from 0 to 60 s"),
        (["export", "spine", "--out", "x.xml"], "required: --format"),
        (["export", "spine", "--format", "mjcf"], "required: --out"),
        (
            ["export", "spine", "--format", "urdf", "--out", "x.xml"],
            "'urdf': did you mean mjcf",
        ),
        (["export", "blocks", "--format", "mjcf", "--out", "x.xml"], "did you mean spine"),
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


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_explains_without_loading_a_solver_or_a_window(command: tuple[str, ...]) -> None:
    text, names = loaded((*command, "--help"))
    assert text.startswith("usage: spinestack")
    assert not names & {"pygame", "pymunk", "numpy"}
    if not command:
        assert all(name in text for name in COMMANDS)


@given(st.lists(st.text(max_size=12), max_size=4))
@hypothesis_settings(max_examples=100, deadline=None)
def test_any_words_after_a_command_give_one_line(words: list[str]) -> None:
    outcome = call("critical", "nowhere", *(word.lstrip("-") for word in words))
    assert outcome.code == 2
    assert outcome.out == ""
    one_line(outcome.err)


@pytest.mark.parametrize(
    ("way", "name"), [(["run.py"], "run.py"), (["-m", "run"], "python -m run")]
)
def test_usage_names_the_program_as_it_was_called(way: list[str], name: str) -> None:
    for command in ([], ["sweep"]):
        line = [sys.executable, *way, *command, "--help"]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.startswith(f"usage: {' '.join([name, *command])} [-h]")
