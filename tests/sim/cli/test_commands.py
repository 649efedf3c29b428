"""Every command that can be asked for is one that is carried out."""

import os

import pytest

from scenes.shell import commands as seen
from sim.cli.commands import COMMANDS
from sim.cli.parser import COMMANDS as NAMED
from tests.terminal import complaint, loaded, process, SHORT


def test_every_command_is_carried_out_by_somebody() -> None:
    assert callable(seen.screenshot)
    assert callable(seen.handout)
    assert callable(seen.notes)
    assert sorted(NAMED) == sorted([*COMMANDS, "screenshot", "handout", "notes", "web"])


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
    ("export", "spine", "--format", "mjcf", "--out", os.devnull),
    ("simulate", "timing"),
    ("describe", "timing"),
    ("simulate", "recovery"),
    ("describe", "recovery"),
)


@pytest.mark.parametrize("command", [*HEADLESS[:4]])
def test_every_command_that_takes_settings_refuses_bad_ones(command: tuple[str, ...]) -> None:
    assert "did you mean friction" in complaint(*command, "--set", "fricton=1")
    assert "from 0.2 to 1.2" in complaint(*command, "--set", "friction=nan", "--json")


@pytest.mark.parametrize("command", HEADLESS, ids=lambda command: command[0])
def test_headless_commands_never_import_pygame(command: tuple[str, ...]) -> None:
    _, names = loaded(command)
    assert "numpy" in names
    assert not names & {"pygame", "scenes", "joblib", "tqdm", "distributed"}


def test_two_processes_report_the_same() -> None:
    first, second = (process("simulate", "blocks", "--duration", "0.3") for _ in range(2))
    assert first.returncode == 0
    assert first.stderr == ""
    assert first.stdout == second.stdout != ""
