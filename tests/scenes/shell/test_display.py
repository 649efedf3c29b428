"""A window where the system refuses one, or refuses to let it fill the screen."""

import pygame
import pytest

from scenes.shell.display import open_display, Options
from sim.parameter import UserError
from tests.scenes.player import Player


@pytest.mark.parametrize("step", ["init", "set_mode"])
def test_a_display_that_fails_is_one_sentence(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise pygame.error("it is asleep")

    monkeypatch.setattr(pygame.display, step, fails)
    with pytest.raises(UserError, match=r"no display .* SDL_VIDEODRIVER is 'dummy', it is asleep"):
        open_display(Options())
    monkeypatch.delenv("SDL_VIDEODRIVER")
    with pytest.raises(UserError, match=r"^there is no display to open a window on$"):
        open_display(Options())


def test_a_window_that_can_not_fill_the_screen_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise pygame.error("That operation is not supported")

    player = Player(language="en")
    monkeypatch.setattr(pygame.display, "toggle_fullscreen", fails)
    player.key(pygame.K_F11)
    assert player.app.dialog is not None
    assert player.app.running
