"""The code on the sheet that opens the same exercises on a phone, read from the printed page."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from scenes import saving
from scenes.exercises.catalogue import Dose, exercises
from scenes.exercises.link import link_of
from scenes.exercises.printed_sheet import handout_pdf, MOST_PAGES
from scenes.exercises.session import Session
from scenes.text.words import Words
from sim.catalogue import LANGUAGES
from tests.scenes.exercises.player import Exerciser
from tests.terminal import call, complaint

PAGE = "https://example.org/spine/"
TODAY = date(2026, 3, 5)
DENSITY = 150 / 72  # of a plain office printer, pixels for a point


def read(path: Path) -> list[str]:
    """All codes on all pages as they are printed."""
    sheet = pypdfium2.PdfDocument(path)
    try:
        pictures = [page.render(scale=DENSITY).to_numpy() for page in sheet]
    finally:
        sheet.close()
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_code_opens_the_list_and_the_address_stands_beside_it(
    language: str, zoom: float, tmp_path: Path
) -> None:
    session = Session([*exercises()][:4], {"bridge": Dose(2, 8, 5)}, "Rustig beginnen")
    path = tmp_path / "sheet.pdf"
    words = Words(language)
    path.write_bytes(handout_pdf(words, session, TODAY, zoom=zoom, page=PAGE))
    link = link_of(PAGE, session, language)
    assert read(path) == [link]
    assert "Rustig" not in link
    reader = PdfReader(path)
    assert len(reader.pages) <= MOST_PAGES
    text = "".join(page.extract_text() for page in reader.pages)
    assert link in "".join(text.split())
    assert words("sheet.phone") in " ".join(text.split())


def test_a_long_list_has_a_code_that_can_still_be_read(tmp_path: Path) -> None:
    names = [*exercises()]
    session = Session(names, {name: Dose(5, 20, 60) for name in names}, "")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(handout_pdf(Words("nl"), session, TODAY, page=PAGE))
    assert read(path) == [link_of(PAGE, session, "nl")]


def test_without_an_address_there_is_no_code(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(handout_pdf(Words("nl"), Session(["plank"], {}, ""), TODAY))
    assert read(path) == []


def test_the_command_line_takes_an_address(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    sheet = ["handout", "--exercises=plank,bridge", "--lang=nl", f"--out={path}"]
    assert call(*sheet, f"--page-address={PAGE}").code == 0
    assert read(path) == [f"{PAGE}?scene=exercises&list=plank,bridge&lang=nl"]
    assert "elsewhere" in complaint(*sheet, "--page-address=elsewhere")


def test_the_window_prints_the_address_that_it_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
    player = Exerciser()
    player.app.prefer(page_address=PAGE)
    player.exercises.show_sheet()
    player.exercises.toggle("bridge")
    player.frames(1)
    player.tap("sheet.save")
    (path,) = tmp_path.iterdir()
    (link,) = read(path)
    assert link.startswith(f"{PAGE}?scene=exercises&list=bridge")
