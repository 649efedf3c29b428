"""What is shared comes back."""

from collections.abc import Callable

import pygame
import pytest

from scenes.shell.machine.platform import Platform
from scenes.widgets.dialog import Dialog
from tests.scenes.player import Player


def test_what_is_shared_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard: list[str] = []

    def put(platform: Platform, text: str, done: Callable[[bool], None]) -> None:
        clipboard.append(text)
        done(True)

    monkeypatch.setattr(Platform, "copy", put)
    monkeypatch.setattr(Platform, "paste", lambda self, use: use(clipboard[-1]))
    player = Player(tape="1,2,3l", press=120, blocks=7)
    wanted = dict(player.scene.stack.settings)
    player.key(pygame.K_c)
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    paste, copy = dialog.actions
    player.click(copy.rect.center)
    player.key(pygame.K_ESCAPE)
    player.scene.load({})
    player.key(pygame.K_c)
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    player.click(dialog.actions[0].rect.center)
    assert player.scene.stack.settings == wanted
    assert player.app.group.modal is None
    clipboard.append("blocks?press=1000")
    player.app.exchange.load(clipboard[-1])
    assert player.app.group.modal is not None
    assert player.scene.stack.settings == wanted
    assert paste.text
