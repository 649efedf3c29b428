"""The one table of keys: the handler, the help and the README come from it.

Keys are what a physical keyboard prints; an action is one of the scene or of the
app, and its words are under `hotkeys.<action>`. Scenes may give a key several
actions: the one counts that the shown scene has.
"""

from dataclasses import dataclass

import pygame

NONE, ALT = 0, pygame.KMOD_ALT


@dataclass(frozen=True)
class Hotkey:
    """A key with its modifier, how it is shown, and what it does."""

    key: int
    modifier: int
    shown: str
    action: str


HOTKEYS = (
    Hotkey(pygame.K_p, NONE, "P", "push"),
    Hotkey(pygame.K_p, NONE, "P", "raise_arm"),
    Hotkey(pygame.K_t, NONE, "T", "tape"),
    Hotkey(pygame.K_EQUALS, NONE, "+", "harder"),
    Hotkey(pygame.K_KP_PLUS, NONE, "", "harder"),
    Hotkey(pygame.K_MINUS, NONE, "-", "softer"),
    Hotkey(pygame.K_KP_MINUS, NONE, "", "softer"),
    Hotkey(pygame.K_t, NONE, "T", "deep"),
    Hotkey(pygame.K_EQUALS, NONE, "+", "more_long"),
    Hotkey(pygame.K_KP_PLUS, NONE, "", "more_long"),
    Hotkey(pygame.K_MINUS, NONE, "-", "less_long"),
    Hotkey(pygame.K_KP_MINUS, NONE, "", "less_long"),
    Hotkey(pygame.K_t, NONE, "T", "draw_in"),
    Hotkey(pygame.K_EQUALS, NONE, "+", "brace"),
    Hotkey(pygame.K_KP_PLUS, NONE, "", "brace"),
    Hotkey(pygame.K_MINUS, NONE, "-", "unbrace"),
    Hotkey(pygame.K_KP_MINUS, NONE, "", "unbrace"),
    Hotkey(pygame.K_a, NONE, "A", "breathe"),
    Hotkey(pygame.K_s, NONE, "S", "again"),
    Hotkey(pygame.K_k, ALT, "Alt+K", "pause"),
    Hotkey(pygame.K_PERIOD, NONE, ".", "step"),
    Hotkey(pygame.K_z, NONE, "Z", "slow"),
    Hotkey(pygame.K_r, ALT, "Alt+R", "reset"),
    Hotkey(pygame.K_z, pygame.KMOD_CTRL, "Ctrl+Z", "undo"),
    Hotkey(pygame.K_EQUALS, pygame.KMOD_CTRL, "Ctrl++", "larger"),
    Hotkey(pygame.K_MINUS, pygame.KMOD_CTRL, "Ctrl+-", "smaller"),
    Hotkey(pygame.K_F9, NONE, "F9", "profile"),
    Hotkey(pygame.K_F12, NONE, "F12", "picture"),
    Hotkey(pygame.K_g, NONE, "G", "clip"),
    Hotkey(pygame.K_c, NONE, "C", "share"),
    Hotkey(pygame.K_i, NONE, "I", "info"),
    Hotkey(pygame.K_f, NONE, "F", "game_deep"),
    Hotkey(pygame.K_j, NONE, "J", "move"),
    Hotkey(pygame.K_ESCAPE, NONE, "Esc", "back"),
    Hotkey(pygame.K_DELETE, pygame.KMOD_CTRL, "Ctrl+Del", "clear"),
    Hotkey(pygame.K_n, NONE, "N", "next_step"),
    Hotkey(pygame.K_o, NONE, "O", "skip_step"),
    Hotkey(pygame.K_BACKSPACE, NONE, "Backspace", "previous_step"),
    Hotkey(pygame.K_e, NONE, "E", "lesson"),
    Hotkey(pygame.K_1, NONE, "1 … 0", "step_1"),
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
_MODIFIERS = pygame.KMOD_ALT | pygame.KMOD_CTRL | pygame.KMOD_META


def actions_of(event: pygame.event.Event) -> list[str]:
    """The actions that a key event may ask for."""
    held = event.mod & _MODIFIERS
    return [
        hotkey.action
        for hotkey in HOTKEYS
        if event.key == hotkey.key
        and (bool(held & hotkey.modifier) if hotkey.modifier else not held)
    ]
