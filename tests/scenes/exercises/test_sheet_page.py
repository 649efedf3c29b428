"""The sheet is saved from the screen."""

import sys
from datetime import date
from pathlib import Path

import pytest

from scenes import saving
from scenes.exercises.printed_sheet import handout_pdf
from tests.scenes.exercises.player import Exerciser


def told(player: Exerciser) -> str:
    """What the dialog says, which is closed then."""
    dialog = player.app.dialog
    assert dialog is not None
    said = " ".join(w.describe() for chapter in dialog.chapters for w in chapter.widgets())
    dialog.close()
    player.frames(1)
    return said


def test_the_sheet_is_saved_from_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
    player = Exerciser()
    player.exercises.show_sheet()
    player.frames(1)
    assert not player.sheet.save.enabled
    player.exercises.toggle("plank")
    player.tap("sheet.save")
    (path,) = tmp_path.iterdir()
    assert path.suffix == ".pdf"
    assert path.read_bytes() == handout_pdf(
        player.app.words, player.exercises.session, date.today()
    )
    assert f"in de map {tmp_path.name} als {path.name}" in told(player)
    monkeypatch.setitem(sys.modules, "fpdf", None)
    player.tap("sheet.save")
    assert "'handout' erbij" in told(player)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
