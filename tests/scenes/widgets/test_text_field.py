"""The text field."""

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.draw.surface_cache import STORE
from scenes.widgets.group import Group
from scenes.widgets.text_field import TextField

BOX = pygame.Rect(20, 20, 400, 180)


@pytest.fixture
def look() -> Look:
    pygame.font.init()
    return Look(DEFAULT)


def field_with(look: Look, text: str = "", **options: int) -> tuple[TextField, list[str]]:
    told: list[str] = []
    field = TextField("Regels", text, on_change=told.append, **options)  # type: ignore[arg-type]
    field.place(BOX, look)
    return field, told


def typed(text: str) -> pygame.event.Event:
    return pygame.event.Event(pygame.TEXTINPUT, text=text)


def key(code: int, modifier: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=modifier, unicode="")


def test_letters_of_any_keyboard_come_in_at_the_caret(look: Look) -> None:
    field, told = field_with(look)
    for text in ("één", " ", "x", "漢", "\t"):
        assert field.handle(typed(text))
    assert field.text == "één x"
    assert told[-1] == "één x"
    field.handle(key(pygame.K_LEFT))
    field.handle(key(pygame.K_BACKSPACE))
    assert field.text == "éénx"
    field.handle(key(pygame.K_HOME))
    field.handle(key(pygame.K_DELETE))
    assert field.text == "énx"
    field.handle(key(pygame.K_RETURN))
    assert field.text == "\nénx"


def test_there_is_an_end_to_it(look: Look) -> None:
    field, _ = field_with(look, most=10, lines=2)
    field.handle(typed("a\nb\nc\n"))
    assert field.text == "a\nbc"
    field.handle(typed("0123456789"))
    assert field.text == "a\nbc012345"
    for code in (pygame.K_UP, pygame.K_DOWN, pygame.K_DOWN, pygame.K_END, pygame.K_RIGHT):
        field.handle(key(code))
    assert field.caret == len(field.text)


def test_while_typing_no_hotkey_acts_and_one_can_leave(look: Look) -> None:
    field, _ = field_with(look, "abc")
    for code in (pygame.K_l, pygame.K_h, pygame.K_SPACE, pygame.K_PERIOD):
        assert field.handle(key(code))
    assert field.text == "abc"  # letters come by TEXTINPUT, once
    for event in (
        key(pygame.K_ESCAPE),
        key(pygame.K_F1),
        key(pygame.K_DELETE, pygame.KMOD_CTRL),
        key(pygame.K_r, pygame.KMOD_ALT),
    ):
        assert not field.handle(event)
    assert field.text == "abc"


def test_lines_break_and_a_tap_places_the_caret(look: Look) -> None:
    words = "een lange regel die zeker niet op één regel van dit veld past"
    field, _ = field_with(look, words)
    rows = field._rows()
    assert len(rows) > 1
    assert "".join(line for _, line in rows) == words
    font = look.font(20)
    assert all(font.size(line.rstrip())[0] <= BOX.width - 28 for _, line in rows)
    second = rows[1][0]
    place = (BOX.left + 15, BOX.top + 14 + font.get_linesize() + 4)
    group = Group([field])
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1, touch=False)
    assert group.handle(down)
    assert group.focus is field
    assert field.caret == second
    group.handle(typed("*"))
    assert field.text[second] == "*"


def test_a_word_longer_than_the_field_is_cut(look: Look) -> None:
    field, _ = field_with(look, "x" * 120)
    rows = field._rows()
    assert len(rows) > 1
    assert "".join(line for _, line in rows) == "x" * 120


def test_what_is_typed_is_not_kept_among_the_rendered_words(look: Look) -> None:
    field, _ = field_with(look, "iets geheims")
    field.focused = True
    surface = pygame.Surface((500, 300))
    field.draw(surface, look)
    assert not any("geheims" in repr(key) for shelf in STORE._shelves for key in shelf)
    assert any(surface.get_at((x, 46))[:3] != DEFAULT.panel for x in range(40, 150))
