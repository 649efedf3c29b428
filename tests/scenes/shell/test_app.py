"""The window: what it keeps, what it tells, and any size it may have."""

import pygame
import pytest

from scenes import preferences
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from tests.scenes.player import Player


@pytest.mark.parametrize("size", [(320, 240), (640, 900), (3000, 300)])
def test_a_window_of_an_odd_size_is_no_trouble(size: tuple[int, int]) -> None:
    for start in (True, False):
        app = App(
            {"blocks": 9, "tape": "all"}, Options("nl", "projector", 2.0, size=size, start=start)
        )
        app.frame(0.0)
        app.help()
        app.frame(1 / 60)


def test_language_changes_while_running_and_keeps_the_stack() -> None:
    player = Player()
    player.key(pygame.K_t)
    before = player.scene.stack.snapshot()
    player.scene.clock.paused = True
    player.click(player.middle_of(player.app.header.language))
    assert player.app.words.language == "en"
    assert player.scene.view.headline.text == "The stack stays up."
    assert player.scene.stack.settings == dict(before.settings)


def test_resizing_keeps_everything_inside() -> None:
    player = Player(size=(1600, 900))
    window = player.app.surface.get_rect()
    for widget in player.app.group.stops():
        assert window.contains(widget.rect)


def test_the_window_closes() -> None:
    player = Player()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    player.frames(1)
    assert not player.app.running


def test_display_is_kept_for_the_next_start() -> None:
    player = Player()
    try:
        player.key(pygame.K_F9)
        player.key(pygame.K_EQUALS, pygame.KMOD_CTRL)
        player.key(pygame.K_l)
        again = App({}, Options())
        assert again.preferences.profile == "projector"
        assert again.preferences.zoom == 1.1
        assert again.words.language == "en"
        assert again.look.palette.name == "projector"
    finally:
        (preferences.preferences_folder() / preferences.FILE).unlink()


def test_damaged_preferences_are_told_and_replaced() -> None:
    path = preferences.preferences_folder() / preferences.FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("profile = 7 [", encoding="utf-8")
    app = App({}, Options("en"))
    app.frame(0.0)
    assert app.group.modal is not None
    app = App({}, Options("en"))
    app.frame(0.0)
    assert app.group.modal is None
