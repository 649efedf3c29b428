"""The one table of keys: the handler, the help and the README come from it.

A key that types a character stands for it, wherever a keyboard has it: with Shift or
without, on the main block or on the number pad. An action is one of the scene or of the
app, and its words are under `hotkeys.<action>`. Scenes may give a key several actions:
the one counts that the shown scene has.
"""

import sys
from dataclasses import dataclass

import pygame

NONE, ALT = 0, pygame.KMOD_ALT


@dataclass(frozen=True)
class Hotkey:
    """A key with its modifier, how it is shown, and what it does.

    `key` is the code of a character, or that of a key that types none. An `early` one comes
    before the control that was touched last, as a remote has no other keys.
    """

    key: int
    modifier: int
    shown: str
    action: str
    early: bool = False


HOTKEYS = (
    Hotkey(pygame.K_PAGEDOWN, NONE, "Page Down, Right, Space", "go_on", early=True),
    Hotkey(pygame.K_RIGHT, NONE, "", "go_on", early=True),
    Hotkey(pygame.K_SPACE, NONE, "", "go_on", early=True),
    Hotkey(pygame.K_PAGEUP, NONE, "Page Up, Left", "go_back", early=True),
    Hotkey(pygame.K_LEFT, NONE, "", "go_back", early=True),
    Hotkey(pygame.K_PERIOD, NONE, ". / B", "blank"),
    Hotkey(pygame.K_b, NONE, "", "blank"),
    Hotkey(pygame.K_p, NONE, "P", "push"),
    Hotkey(pygame.K_p, NONE, "P", "raise_arm"),
    Hotkey(pygame.K_t, NONE, "T", "tape"),
    Hotkey(pygame.K_PLUS, NONE, "+", "harder"),
    Hotkey(pygame.K_MINUS, NONE, "-", "softer"),
    Hotkey(pygame.K_t, NONE, "T", "deep"),
    Hotkey(pygame.K_PLUS, NONE, "+", "more_long"),
    Hotkey(pygame.K_MINUS, NONE, "-", "less_long"),
    Hotkey(pygame.K_t, NONE, "T", "draw_in"),
    Hotkey(pygame.K_PLUS, NONE, "+", "brace"),
    Hotkey(pygame.K_MINUS, NONE, "-", "unbrace"),
    Hotkey(pygame.K_a, NONE, "A", "breathe"),
    Hotkey(pygame.K_s, NONE, "S", "again"),
    Hotkey(pygame.K_k, ALT, "Alt+K", "pause"),
    Hotkey(pygame.K_PERIOD, NONE, ".", "step"),
    Hotkey(pygame.K_z, NONE, "Z", "slow"),
    Hotkey(pygame.K_r, ALT, "Alt+R", "reset"),
    Hotkey(pygame.K_z, pygame.KMOD_CTRL, "Ctrl+Z", "undo"),
    Hotkey(pygame.K_PLUS, pygame.KMOD_CTRL, "Ctrl++", "larger"),
    Hotkey(pygame.K_MINUS, pygame.KMOD_CTRL, "Ctrl+-", "smaller"),
    Hotkey(pygame.K_F9, NONE, "F9", "profile"),
    Hotkey(pygame.K_F12, NONE, "F12", "picture"),
    Hotkey(pygame.K_g, NONE, "G", "clip"),
    Hotkey(pygame.K_c, NONE, "C", "share"),
    Hotkey(pygame.K_d, NONE, "D", "data"),
    Hotkey(pygame.K_x, NONE, "X", "examples"),
    Hotkey(pygame.K_i, NONE, "I", "info"),
    Hotkey(pygame.K_f, NONE, "F", "game_deep"),
    Hotkey(pygame.K_j, NONE, "J", "move"),
    Hotkey(pygame.K_ESCAPE, NONE, "Esc", "back"),
    Hotkey(pygame.K_DELETE, pygame.KMOD_CTRL, "Ctrl+Del", "clear"),
    Hotkey(pygame.K_n, NONE, "N", "next_step"),
    Hotkey(pygame.K_o, NONE, "O", "skip_step"),
    Hotkey(pygame.K_BACKSPACE, NONE, "Backspace", "previous_step"),
    Hotkey(pygame.K_e, NONE, "E", "lesson"),
    Hotkey(pygame.K_v, NONE, "V", "question"),
    Hotkey(pygame.K_1, NONE, "1 … 0", "step_1"),
    Hotkey(pygame.K_1, NONE, "1 … 3", "answer_1"),
    *(Hotkey(pygame.K_1 + number, NONE, "", f"answer_{number + 1}") for number in (1, 2)),
    *(Hotkey(pygame.K_1 + number, NONE, "", f"step_{number + 1}") for number in range(1, 9)),
    Hotkey(pygame.K_0, NONE, "", "step_10"),
    Hotkey(pygame.K_h, NONE, "H", "home"),
    Hotkey(pygame.K_TAB, pygame.KMOD_CTRL, "Ctrl+Tab", "next_scene"),
    Hotkey(pygame.K_b, NONE, "B", "swap"),
    Hotkey(pygame.K_l, NONE, "L", "language"),
    Hotkey(pygame.K_TAB, NONE, "Tab", "focus"),
    Hotkey(pygame.K_F1, NONE, "F1", "help"),
    Hotkey(pygame.K_F11, NONE, "F11", "fullscreen"),
    Hotkey(pygame.K_q, pygame.KMOD_CTRL, "Ctrl+Q", "quit"),
    Hotkey(pygame.K_p, NONE, "P", "test_week"),
    Hotkey(pygame.K_t, NONE, "T", "train"),
    Hotkey(pygame.K_k, ALT, "Alt+K", "pass_year"),
    Hotkey(pygame.K_PERIOD, NONE, ".", "next_week"),
)
_MODIFIERS = (ALT, pygame.KMOD_CTRL, pygame.KMOD_META)
_PAD = {
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
    pygame.K_KP_PERIOD: ".",  # that types a comma in half of Europe
    **{getattr(pygame, f"K_KP_{digit}"): digit for digit in "0123456789"},
}
_UNTOLD = sys.platform == "emscripten"  # a browser does not tell of Num Lock
_SIGNS = "+-"  # of the number pad: they need no Num Lock
_PLUS = "="  # + without Shift, on keyboards that have both on one key
_SHIFTED_PLUS = "1"  # the key that has + above it on a Swiss keyboard


def actions_of(event: pygame.event.Event, *, early: bool = False) -> list[str]:
    """The actions that a key event may ask for: all of them, or those that come `early`."""
    held = [modifier for modifier in _MODIFIERS if event.mod & modifier]
    meant = _codes(event, chord=bool(held))
    return [
        hotkey.action
        for hotkey in HOTKEYS
        if (hotkey.early or not early)
        and hotkey.key in meant
        and held == ([hotkey.modifier] if hotkey.modifier else [])
    ]


def _codes(event: pygame.event.Event, *, chord: bool) -> set[int]:
    """The code of a key that types nothing, or of the characters that it may type.

    In a chord systems often tell no text, or not that of the key.
    """
    sign = chr(event.key) if 0 < event.key <= sys.maxunicode else ""  # other keys are beyond
    if event.key in _PAD:
        sign = _PAD[event.key]
        typing = event.unicode or event.mod & pygame.KMOD_NUM or sign in _SIGNS or _UNTOLD
        return {ord(sign)} if typing else set()
    sign = sign if sign.isprintable() else ""
    text: str = event.unicode.lower() if event.unicode.isprintable() else ""
    found = {text} if text and not chord else {text, sign}
    if event.mod & pygame.KMOD_MODE and not text:
        return set()  # AltGr: what it types is still to come
    if chord and sign == _SHIFTED_PLUS and event.mod & pygame.KMOD_SHIFT:
        found = {"+"}
    if _PLUS in found:
        found.add("+")
    return {ord(one) for one in found if len(one) == 1} if text or sign else {event.key}
