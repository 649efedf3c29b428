"""The sheet is saved from the screen."""

import sys
from datetime import date
from pathlib import Path

import pytest

from scenes import saving
from scenes.exercises.handout_pdf import handout_pdf
from tests.scenes.exercises.player import Exerciser


def test_the_sheet_is_saved_from_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "pictures_folder", lambda: tmp_path)
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
    assert path.name in player.sheet.said.text
    monkeypatch.setitem(sys.modules, "fpdf", None)
    player.tap("sheet.save")
    assert "'handout' erbij" in player.sheet.said.text
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
