"""Every key does something, is named, and can be typed on the keyboards of our users.

The rows say what SDL makes of a key press: the code of the key (what it prints without
Shift), what is held, and the text that is typed.
"""

from pathlib import Path

import pygame
import pytest

from scenes.shell.hotkeys import actions_of, HOTKEYS
from scenes.text.words import table, Words
from scenes.widgets.dialog import Dialog
from scenes.widgets.rich_text import RichText
from tests.scenes.player import Player


def test_every_hotkey_does_something_and_help_names_it() -> None:
    player = Player()
    for hotkey in HOTKEYS:
        if hotkey.action in ("fullscreen", "quit"):
            continue
        player.key(hotkey.key, hotkey.modifier)
        player.frames(1)
        if hotkey.action == "help":
            assert player.app.group.modal is not None
            player.key(pygame.K_ESCAPE)
            assert player.app.group.modal is None


def test_every_hotkey_has_words() -> None:
    # A key that is not shown does what the shown one before it does, or follows its order.
    for hotkey in HOTKEYS:
        if hotkey.shown:
            assert f"hotkeys.{hotkey.action}" in table("nl")


def test_the_readme_lists_every_hotkey() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    english = Words("en")
    for hotkey in HOTKEYS:
        if hotkey.shown:
            assert f"| `{hotkey.shown}` | {english('hotkeys.' + hotkey.action)} |" in readme


SHIFT, CTRL, ALT, NUM = pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL, pygame.KMOD_LALT, pygame.KMOD_NUM
ALT_GR = pygame.KMOD_MODE
ALT_GR_ON_WINDOWS = pygame.KMOD_LCTRL | pygame.KMOD_RALT
Press = tuple[int, int, str]

AZERTY = "&é\"'(§è!çà"
FRENCH = "&é\"'(-è_çà"


def by_shift(row: str) -> dict[str, Press]:
    """Digits that need Shift, over the signs of a row."""
    return {digit: (ord(sign), SHIFT, digit) for digit, sign in zip("1234567890", row, strict=True)}


DIGITS = {digit: (ord(digit), 0, digit) for digit in "1234567890"}
PLAIN: dict[str, Press] = {"-": (pygame.K_MINUS, 0, "-"), ".": (pygame.K_PERIOD, 0, "."), **DIGITS}
OWN_PLUS = PLAIN | {"+": (pygame.K_PLUS, 0, "+")}
LAYOUTS: dict[str, dict[str, Press]] = {
    "Dutch": OWN_PLUS,
    "US international": PLAIN | {"+": (pygame.K_EQUALS, SHIFT, "+")},
    "US without Shift": PLAIN | {"+": (pygame.K_EQUALS, 0, "=")},
    "German": OWN_PLUS,
    "Swedish": OWN_PLUS,
    "Swiss": PLAIN | {"+": (pygame.K_1, SHIFT, "+")},
    "Belgian": {
        "+": (pygame.K_EQUALS, SHIFT, "+"),
        "-": (pygame.K_MINUS, 0, "-"),
        ".": (pygame.K_SEMICOLON, SHIFT, "."),
        **by_shift(AZERTY),
    },
    "French": {
        "+": (pygame.K_EQUALS, SHIFT, "+"),
        "-": (pygame.K_MINUS, 0, "-"),
        ".": (pygame.K_SEMICOLON, SHIFT, "."),
        **by_shift(FRENCH),
    },
    "French with Caps Lock": {
        "+": (pygame.K_EQUALS, SHIFT, "+"),
        "-": (pygame.K_MINUS, SHIFT, "-"),
        ".": (pygame.K_SEMICOLON, pygame.KMOD_CAPS, "."),
        **{digit: (key, pygame.KMOD_CAPS, digit) for digit, (key, *_) in by_shift(FRENCH).items()},
    },
    "keys that SDL knows no sign of": {c: (0, 0, c) for c in "+-.1234567890"},
    "number pad": {
        "+": (pygame.K_KP_PLUS, NUM, "+"),
        "-": (pygame.K_KP_MINUS, NUM, "-"),
        ".": (pygame.K_KP_PERIOD, NUM, "."),
        **{d: (getattr(pygame, f"K_KP_{d}"), NUM, d) for d in "1234567890"},
    },
    "number pad with a comma": {
        "+": (pygame.K_KP_PLUS, 0, "+"),
        "-": (pygame.K_KP_MINUS, 0, "-"),
        ".": (pygame.K_KP_PERIOD, NUM, ","),
        **{d: (getattr(pygame, f"K_KP_{d}"), 0, d) for d in "1234567890"},
    },
}
ACTIONS = {
    "+": {"harder", "more_long", "brace"},
    "-": {"softer", "less_long", "unbrace"},
    ".": {"step", "next_week", "blank"},
    **{str(number): {f"step_{number}", f"answer_{number}"} for number in range(1, 4)},
    **{str(number % 10): {f"step_{number}"} for number in range(4, 11)},
}
LARGER: dict[str, Press] = {
    "German": (pygame.K_PLUS, CTRL, ""),
    "US": (pygame.K_EQUALS, CTRL, ""),
    "US with Shift": (pygame.K_EQUALS, CTRL | SHIFT, ""),
    "text all the same": (pygame.K_PLUS, CTRL, "+"),
    "Swiss": (pygame.K_1, CTRL | SHIFT, ""),
    "number pad": (pygame.K_KP_PLUS, CTRL | NUM, ""),
}
NOTHING: dict[str, Press] = {
    "French 1 without Shift": (pygame.K_AMPERSAND, 0, "&"),
    "French 6 without text": (ord("à"), 0, ""),
    "German :": (pygame.K_PERIOD, SHIFT, ":"),
    "US _": (pygame.K_MINUS, SHIFT, "_"),
    "US !": (pygame.K_1, SHIFT, "!"),
    "Ctrl and a digit": (pygame.K_1, CTRL, ""),
    "AltGr and K": (pygame.K_k, ALT_GR, "ł"),
    "AltGr and E, dead": (pygame.K_e, ALT_GR, ""),
    "AltGr and K on Windows": (pygame.K_k, ALT_GR_ON_WINDOWS, "ł"),
    "AltGr and Z on Windows": (pygame.K_z, ALT_GR_ON_WINDOWS, "ż"),
    "number pad as arrows": (pygame.K_KP_4, 0, ""),
    "number pad as Del": (pygame.K_KP_PERIOD, 0, ""),
    "Alt+P": (pygame.K_p, ALT, "p"),
    "a letter that is none of ours": (0x40000000 | 5, 0, "\u0142"),
}


def actions(press: Press) -> set[str]:
    key, mod, text = press
    return set(actions_of(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=text)))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_characters_are_reached_on_every_keyboard(layout: str) -> None:
    presses = LAYOUTS[layout]
    assert presses.keys() == ACTIONS.keys()
    for character, press in presses.items():
        assert actions(press) == ACTIONS[character], character


@pytest.mark.parametrize("layout", LARGER)
def test_letters_get_larger_with_ctrl_and_plus(layout: str) -> None:
    assert actions(LARGER[layout]) == {"larger"}


def test_letters_get_smaller_with_ctrl_and_minus() -> None:
    for key in (pygame.K_MINUS, pygame.K_KP_MINUS):
        assert actions((key, CTRL, "")) == {"smaller"}


@pytest.mark.parametrize("press", NOTHING.values(), ids=NOTHING)
def test_other_characters_on_the_same_keys_do_nothing(press: Press) -> None:
    assert actions(press) == set()


def test_letters_are_meant_in_both_sizes_and_with_what_else_is_held() -> None:
    for mod, text in ((0, "p"), (SHIFT, "P"), (pygame.KMOD_CAPS, "P"), (NUM, "p"), (0, "")):
        assert actions((pygame.K_p, mod, text)) == {"push", "raise_arm", "test_week"}
    assert actions((pygame.K_k, ALT, "˚")) == {"pause", "pass_year"}  # as a Mac types it
    assert actions((pygame.K_z, CTRL, "\x1a")) == {"undo"}
    assert actions((pygame.K_y, 0, "z")) == {"slow"}


def test_every_hotkey_does_what_the_help_says() -> None:
    """The key that the help shows is the one that the table has."""
    for hotkey in HOTKEYS:
        last = hotkey.shown.removeprefix("Ctrl+").removeprefix("Alt+").split(" ")[0]
        if len(last) == 1:
            assert last.lower() == chr(hotkey.key)
        assert hotkey.shown.startswith("Ctrl+") == bool(hotkey.modifier & pygame.KMOD_CTRL)
        assert hotkey.shown.startswith("Alt+") == bool(hotkey.modifier & pygame.KMOD_ALT)


def test_the_window_and_its_help_go_by_the_same_table() -> None:
    player = Player(language="en")
    press = player.app.experiment.model.settings["press"]
    for key, mod, text in (layout["+"] for layout in LAYOUTS.values()):
        player.app.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=text))
    assert player.app.experiment.model.settings["press"] == float(press) + 10 * len(LAYOUTS)
    player.key(pygame.K_F1)
    dialog = player.app.dialog
    assert isinstance(dialog, Dialog)
    dialog.choose(1)
    said = "\n".join(w.text for w in dialog.body.children if isinstance(w, RichText))
    assert "- **+**  Press harder" in said
    assert "- **.**  One step" in said
