"""The teacher's notes on paper: all steps by name, in both languages, readable aloud."""

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from scenes.story.notes_pdf import NOTES, notes_pdf
from scenes.story.steps import STEPS
from scenes.text.words import Words
from sim.catalogue import LANGUAGES
from tests.terminal import call


def plain(text: str) -> str:
    """Words without marks and line breaks, as a page has them."""
    return "".join(text.replace("**", "").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_there_with_its_name_and_notes(language: str) -> None:
    words = Words(language)
    reader = PdfReader(io.BytesIO(notes_pdf(words, STEPS)))
    found = plain("".join(page.extract_text() for page in reader.pages))
    for number, step in enumerate(STEPS, start=1):
        assert plain(f"{number}. {words(f'story.{step.name}')}") in found
        for note in NOTES:
            assert plain(words(f"lesson.{step.name}_{note}")) in found
        for answer in step.question.answers if step.question else ():
            assert plain(words(f"answer.{answer}")) in found
    assert len(reader.pages) <= 4


def test_it_can_be_read_aloud() -> None:
    root: Any = PdfReader(io.BytesIO(notes_pdf(Words("en"), STEPS))).trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]


def test_the_command_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "notes.pdf"
    assert call("notes", "--lang", "nl", "--out", str(file)).code == 0
    (title,) = {PdfReader(file).metadata.title}  # type: ignore[union-attr]
    assert title == Words("nl")("lesson.notes_title")
