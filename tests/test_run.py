"""The entry opens the window with what the command line says, or says why not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scenes.shell.machine.display import Options
from tests.terminal import call, complaint, Outcome


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
        ({}, Options(start=True, fitted=True)),
        ({"tape": "all"}, Options("nl", "contrast", 1.5, speed=0.1, fullscreen=True, fitted=True)),
    ]


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
    link = "https://a.example/?scene=story&amp;step=3&lang=nl&press=60)."
    assert call("--load", link, "--profile", "contrast") == Outcome(0, "", "")
    assert (opened[-1][1].scene, opened[-1][1].language) == ("story", "nl")
    assert opened[-1][1].link == link
    assert "bloks" in complaint("--load", "bloks?press=1")
    assert "blocks?press=100" in complaint("--load", "https://a.example/")


FIRST_PICTURE = """
import os, sys, pygame, run
def shown():
    print(*sys.modules)
    sys.stdout.flush()
    os._exit(0)
pygame.display.flip = shown
run.main([])
"""


def test_the_start_screen_is_there_before_any_scene_is_loaded(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE],
        env={**os.environ, "SDL_VIDEODRIVER": "dummy", "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "scenes.shell.start_screen" in found
    assert not {"scenes.experiment.base", "sim.mechanics.world"} & set(found)
    assert not [name for name in found if name.endswith(".scene")]
