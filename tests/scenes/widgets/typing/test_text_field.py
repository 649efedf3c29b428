"""The text field."""

from collections.abc import Callable

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.draw.surface_cache import STORE
from scenes.widgets.group import Group
from scenes.widgets.typing.text_field import TextField

BOX = pygame.Rect(20, 20, 400, 180)


@pytest.fixture
def look() -> Look:
    pygame.font.init()
    return Look(DEFAULT)


def field_with(look: Look, text: str = "", **options: int) -> tuple[TextField, list[str]]:
    told: list[str] = []
    field = TextField("Regels", text, clipboard=Board(), on_change=told.append, **options)  # type: ignore[arg-type]
    field.place(BOX, look)
    return field, told


class Board:
    """A clipboard."""

    text = ""

    def copy(self, text: str) -> None:
        Board.text = text

    def paste(self, use: Callable[[str], None]) -> None:
        use(Board.text)


def typed(text: str) -> pygame.event.Event:
    return pygame.event.Event(pygame.TEXTINPUT, text=text)


def key(code: int, modifier: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=modifier, unicode="")


def test_letters_of_any_keyboard_come_in_at_the_caret(look: Look) -> None:
    field, told = field_with(look)
    for text in ("één", " ", "x", "漢", "\0"):
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
        key(pygame.K_q, pygame.KMOD_CTRL),
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


def test_it_is_edited_as_texts_are_anywhere(look: Look) -> None:
    field, told = field_with(look, "rustig aan beginnen")
    control, shift = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT
    field.handle(key(pygame.K_LEFT, control))
    assert field.text[field.caret :] == "beginnen"
    field.handle(key(pygame.K_LEFT, control | shift))
    field.handle(key(pygame.K_x, control))
    assert (field.text, Board.text) == ("rustig beginnen", "aan ")
    field.handle(key(pygame.K_z, control))
    assert field.text == "rustig aan beginnen"
    field.handle(key(pygame.K_a, control))
    field.handle(key(pygame.K_c, control))
    assert Board.text == "rustig aan beginnen"
    field.handle(typed("x"))
    assert field.text == "x"
    field.handle(key(pygame.K_v, control))
    assert field.text == "xrustig aan beginnen" == told[-1]
    field.handle(key(pygame.K_BACKSPACE, control))
    assert field.text == "xrustig aan "
    for letter in "heel":
        field.handle(typed(letter))
    field.handle(key(pygame.K_z, control))  # what was typed in one go
    assert field.text == "xrustig aan "
    assert not field.handle(key(pygame.K_DELETE, control))  # that forgets all, between patients


@pytest.mark.parametrize("again", [(pygame.K_z, pygame.KMOD_LSHIFT), (pygame.K_y, 0)])
def test_what_was_taken_back_comes_again_until_something_else_is_typed(
    look: Look, again: tuple[int, int]
) -> None:
    field, told = field_with(look, "een")
    control = pygame.KMOD_LCTRL
    for letters in (" twee", " drie"):
        field.handle(typed(letters))
    redo = key(again[0], control | again[1])
    field.handle(redo)
    assert field.text == "een twee drie"
    field.handle(key(pygame.K_z, control))
    field.handle(key(pygame.K_z, control))
    assert field.text == "een"
    field.handle(redo)
    assert (field.text, field.caret) == ("een twee", 8)
    field.handle(redo)
    assert field.text == "een twee drie" == told[-1]
    field.handle(key(pygame.K_z, control))
    assert field.text == "een twee"
    field.handle(typed("!"))
    field.handle(redo)
    assert field.text == "een twee!"
    assert field.handle(redo)  # and is never a hotkey


def test_with_control_begin_and_end_are_those_of_the_text(look: Look) -> None:
    field, _ = field_with(look, "een\ntwee\ndrie")
    control = pygame.KMOD_LCTRL
    assert field.handle(key(pygame.K_HOME, control))
    assert field.caret == field.anchor == 0
    assert field.handle(key(pygame.K_END, control | pygame.KMOD_LSHIFT))
    assert (field.anchor, field.caret) == (0, len(field.text))


@pytest.mark.parametrize(
    ("code", "modifier", "letter"),
    [
        (pygame.K_a, pygame.KMOD_LCTRL | pygame.KMOD_RALT, "á"),  # Windows
        (pygame.K_z, pygame.KMOD_LCTRL | pygame.KMOD_RALT, ""),
        (pygame.K_r, pygame.KMOD_RALT, "®"),  # Linux
        (pygame.K_k, pygame.KMOD_LALT, "˚"),  # a Mac
        (pygame.K_e, pygame.KMOD_MODE, "€"),
    ],
)
def test_a_key_with_alt_gr_is_a_letter_and_no_command(
    look: Look, code: int, modifier: int, letter: str
) -> None:
    field, _ = field_with(look, "2×")
    assert field.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=modifier, unicode=letter))
    field.handle(typed("ß"))
    assert field.text == "2×ß"


def test_alt_with_the_letter_of_its_key_is_a_command(look: Look) -> None:
    field, _ = field_with(look)
    command = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_r, mod=pygame.KMOD_LALT, unicode="r")
    assert not field.handle(command)


def test_pasted_tabs_and_line_ends_are_spaces(look: Look) -> None:
    field, _ = field_with(look)
    Board.text = "3\t10\r\n20\n"
    field.handle(key(pygame.K_v, pygame.KMOD_LCTRL))
    assert field.text == "3 10 20 "


def test_a_drag_selects(look: Look) -> None:
    field, _ = field_with(look, "abc def")
    group = Group([field])
    y = BOX.top + 20
    for kind, x in (
        (pygame.MOUSEBUTTONDOWN, 14),
        (pygame.MOUSEMOTION, 200),
        (pygame.MOUSEBUTTONUP, 200),
        (pygame.MOUSEMOTION, 14),
    ):
        event = pygame.event.Event(
            kind, pos=(BOX.left + x, y), button=1, touch=False, rel=(0, 0), buttons=(1, 0, 0)
        )
        group.handle(event)
    group.handle(typed("x"))
    assert field.text == "x"


def test_signs_of_clinicians_are_taken_and_others_told(look: Look) -> None:
    refused: list[str] = []
    field = TextField("Regels", clipboard=Board(), on_refused=refused.append)
    field.place(BOX, look)
    field.handle(typed("≤ 3 µ → ✓ ½ € Ωμέγα Жизнь 漢"))
    assert field.text == "≤ 3 µ → ✓ ½ € Ωμέγα Жизнь "
    assert refused == ["漢"]
    surface = pygame.Surface((500, 300))
    field.focused = True
    field.draw(surface, look)
    assert field._letters is not None
    assert field._letters.width("Ж") > 5


def test_letters_that_are_being_composed_are_shown_but_not_yet_there(look: Look) -> None:
    field, told = field_with(look, "a")
    field.focused = True
    plain, composing = pygame.Surface((500, 300)), pygame.Surface((500, 300))
    field.draw(plain, look)
    field.handle(pygame.event.Event(pygame.TEXTEDITING, text="´e", start=0, length=2))
    field.draw(composing, look)
    assert field.text == "a"
    assert plain.get_buffer().raw != composing.get_buffer().raw
    field.handle(typed("é"))
    assert field.text == "aé" == told[-1]
    field.draw(plain, look)
    field.handle(pygame.event.Event(pygame.TEXTEDITING, text="", start=0, length=0))
    field.draw(composing, look)
    assert plain.get_buffer().raw == composing.get_buffer().raw


def test_blanks_of_all_kinds_stay_blanks_and_accents_find_their_letter(look: Look) -> None:
    field, told = field_with(look)
    field.handle(typed("10\u00a0x\u2009per\u3000dag, Rene\u0301"))
    assert field.text == "10 x per dag, René"
    assert told


def test_what_another_field_makes_of_the_text_is_taken_up(look: Look) -> None:
    field, told = field_with(look, "evrey day", most=20, lines=2)
    field.become("every day", 5, 5)
    assert (field.text, field.anchor, field.caret) == ("every day", 5, 5)
    field.become("every day", 9, 6)
    assert (field.anchor, field.caret) == (9, 6)
    assert told == ["every day"]
    field.become("every \nday\n\n", 12, 12)
    assert field.text == "every \nday"
    field.handle(key(pygame.K_z, pygame.KMOD_CTRL))
    assert field.text == "every day"
    field.become("", 0, 0)
    assert field.text == ""
    field.become("a\tb\r\nc", 6, 6, pasted=True)
    assert field.text == "a b c"


def test_pasted_letters_that_can_not_be_shown_are_told(look: Look) -> None:
    refused: list[str] = []
    Board.text = "a漢"
    field = TextField("Regels", clipboard=Board(), on_refused=refused.append)
    field.place(BOX, look)
    field.handle(key(pygame.K_v, pygame.KMOD_CTRL))
    assert (field.text, refused) == ("a", ["漢"])
