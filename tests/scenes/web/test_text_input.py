"""The text field of the page: what it is told, and what it tells."""

import json
from typing import Any

import pygame

from scenes.exercises.clinicians_note import MOST_NOTE
from scenes.exercises.scene import ExercisesScene
from scenes.exercises.sheet_page import SheetPage
from scenes.web.browser import Program
from scenes.widgets.typing.text_field import TextField
from tests.scenes.web.fake_page import begin, FakePage, go_on, key


def at_the_sheet(query: str = "?scene=exercises&lang=nl") -> tuple[FakePage, Program, TextField]:
    page = FakePage(query)
    program = begin(page)
    scene = program.app.tab
    assert isinstance(scene, ExercisesScene)
    scene.toggle("plank")
    scene.show_sheet()
    go_on(page)
    assert isinstance(scene.page, SheetPage)
    return page, program, scene.page.field


def told(page: FakePage) -> dict[str, Any]:
    go_on(page)
    found: dict[str, Any] = json.loads(page.field)
    return found


def test_the_page_is_told_of_a_field_while_it_is_seen() -> None:
    page, program, field = at_the_sheet()
    seen = told(page)
    assert (seen["name"], seen["language"]) == ("Notitie van uw fysiotherapeut", "nl")
    assert seen["hint"] == field.hint
    left, top, width, height = seen["place"]
    assert field.rect.contains(pygame.Rect(left, top, width, height))
    program.app.help()
    go_on(page)
    assert page.field == ""
    key(page, pygame.K_ESCAPE)
    assert told(page)["name"] == field.name
    key(page, pygame.K_ESCAPE)
    go_on(page)
    assert page.field == ""


def test_what_is_typed_there_is_taken_up_and_answered() -> None:
    page, program, field = at_the_sheet()
    program.text_input.focus(True)
    program.text_input.typed("rustig aan ", 11, 11, 1)
    seen = told(page)
    assert (seen["text"], seen["turn"], seen["focused"]) == ("rustig aan ", 1, True)
    assert (field.text, field.caret) == ("rustig aan ", 11)
    program.text_input.typed("rustig aan 漢", 12, 12, 2)
    seen = told(page)
    assert (seen["text"], seen["caret"], seen["turn"]) == ("rustig aan ", 11, 2)
    assert "CJK" in program.app.tab.page.left.describe()  # type: ignore[attr-defined]
    program.text_input.typed("rustig aan \tdag 1\r\nen dag 2", 0, 0, 3, pasted=True)
    assert told(page)["text"] == "rustig aan  dag 1 en dag 2"
    program.text_input.typed("x" * 1000, 5, 2, 4)
    seen = told(page)
    assert seen["text"] == "x" * MOST_NOTE
    program.text_input.typed(seen["text"], 5, 2, 5)
    assert (field.anchor, field.caret) == (5, 2)
    program.text_input.focus(False)
    assert not field.focused


def test_what_comes_when_the_field_is_gone_does_nothing() -> None:
    page, program, _ = at_the_sheet()
    key(page, pygame.K_ESCAPE)
    program.text_input.typed("zo laat", 7, 7, 1)
    program.text_input.focus(True)
    program.text_input.drag(20)
    assert program.app.tab.session.note == ""  # type: ignore[attr-defined]


def test_where_the_page_scrolls_the_field_is_cut_and_moves_on() -> None:
    page, program, field = at_the_sheet()
    program.app.prefer(zoom=2.0)
    before = told(page)
    assert before["cut"][0] == 0
    program.text_input.drag(-150)
    after = told(page)
    assert after["place"][1] < before["place"][1]
    area = field.parent
    assert area is not None
    assert after["cut"] != before["cut"]
