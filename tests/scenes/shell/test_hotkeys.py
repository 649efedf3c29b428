"""Every key does something, and is named where it is looked for."""

from pathlib import Path

import pygame

from scenes.shell.hotkeys import HOTKEYS
from scenes.text.words import table, Words
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
