"""The desktop's clipboard, and whose preferences are read and written."""

import subprocess
import sys
from pathlib import Path
from queue import Queue

import pygame
import pytest

import run
from scenes import saving
from scenes.preferences import FILE, FileStore, FOLDER, Preferences
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.machine.platform import Platform
from scenes.widgets.button import Button
from tests.scenes.player import Player


def copied(text: str) -> list[bool]:
    told: list[bool] = []
    Platform().copy(text, told.append)
    return told


def pasted() -> list[str | None]:
    told: list[str | None] = []
    Platform().paste(told.append)
    return told


class Clipboard:
    """One that may lose what is put there, or refuse."""

    def __init__(self, *, loses: bool = False, fails: Exception | None = None) -> None:
        self.text, self.loses, self.fails = "", loses, fails

    def put_text(self, text: str) -> None:
        if self.fails:
            raise self.fails
        if not self.loses:
            self.text = text

    def get_text(self) -> str:
        if self.fails:
            raise self.fails
        return self.text


def test_copied_is_only_what_lies_in_the_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame, "scrap", Clipboard())
    assert pasted() == [None]
    assert copied("blocks?") == [True]
    assert pasted() == ["blocks?"]
    monkeypatch.setattr(pygame, "scrap", Clipboard(loses=True))
    assert copied("blocks?") == [False]
    broken = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "not text")
    for error in (pygame.error("none"), broken):
        monkeypatch.setattr(pygame, "scrap", Clipboard(fails=error))
        assert copied("blocks?") == [False]
        assert pasted() == [None]


def test_two_windows_do_not_undo_each_others_preferences() -> None:
    first, second = (App({}, Options("en")) for _ in range(2))
    first.profile()
    second.zoom_by(2)
    first.language()
    assert FileStore().load() == (Preferences("nl", "projector", 1.2), "")


def test_what_the_command_line_asks_for_is_not_kept() -> None:
    App({}, Options("en", "contrast", 1.5)).prefer(auto_slow=False)
    assert FileStore().load() == (Preferences(auto_slow=False), "")


COMMANDS = {
    "screenshot": "screenshot blocks --lang en --out {out}",
    "handout": "handout --exercises plank --out {out}",
    "params": "params blocks",
    "describe": "describe spine",
    "simulate": "simulate blocks --duration 0.05",
    "stability": "stability blocks",
    "sweep": "sweep blocks --vary press --from 1 --to 2 --steps 2 --duration 0.05 --jobs 1",
    "map": "map spine --grid 2",
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_commands_neither_read_nor_write_preferences(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, folder = tmp_path / "out", tmp_path / "config"
    monkeypatch.setenv(FOLDER, str(folder))
    results = []
    for text in (None, 'profile = "contrast"\nzoom = 2.0\nlanguage = "nl"\n', "damaged ["):
        if text is not None:
            folder.mkdir(exist_ok=True)
            (folder / FILE).write_text(text)
        assert run.main(command.format(out=out).split()) == 0
        found = {path.name: path.read_text() for path in folder.iterdir()} if text else {}
        assert found == ({FILE: text} if text else {})
        results.append(out.read_bytes() if out.exists() and "screenshot" in command else b"")
    assert len(set(results)) == 1


@pytest.mark.parametrize(("system", "opener"), [("linux", "xdg-open"), ("darwin", "open")])
def test_the_folder_of_a_picture_is_opened_by_the_desktop(
    system: str, opener: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: Queue[list[str]] = Queue()
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: opened.put(command))
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
    player = Player(language="en")
    player.key(pygame.K_F12)
    dialog = player.app.dialog
    assert dialog is not None
    (button,) = [w for w in dialog.chapters[0].widgets() if isinstance(w, Button)]
    player.click(player.middle_of(button))
    assert opened.get(timeout=30) == [opener, str(tmp_path)]

    def missing(*_: object, **__: object) -> None:
        opened.put([])
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", missing)
    player.click(player.middle_of(button))  # no desktop to show it: nothing happens
    assert opened.get(timeout=30) == []
    assert player.app.dialog is dialog
