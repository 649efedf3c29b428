"""A window where the system refuses one, or refuses to let it fill the screen."""

from pathlib import Path

import pygame
import pytest

from scenes.preferences import FileStore
from scenes.shell.app import App
from scenes.shell.machine.display import first_size, FRAME, open_display, Options, Screen
from scenes.shell.machine.platform import Platform
from sim.parameter import UserError
from tests.scenes.player import Player


@pytest.mark.parametrize("step", ["init", "set_mode"])
def test_a_display_that_fails_is_one_sentence(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise pygame.error("it is asleep")

    monkeypatch.setattr(pygame.display, step, fails)
    with pytest.raises(UserError, match=r"no display .* SDL_VIDEODRIVER is 'dummy', it is asleep"):
        open_display(Options())
    monkeypatch.delenv("SDL_VIDEODRIVER")
    with pytest.raises(UserError, match=r"^there is no display to open a window on$"):
        open_display(Options())


def test_a_window_that_can_not_fill_the_screen_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise pygame.error("That operation is not supported")

    player = Player(language="en")
    monkeypatch.setattr(pygame.display, "set_mode", fails)
    player.key(pygame.K_F11)
    assert player.app.dialog is not None
    assert player.app.running


# -- how large it is -----------------------------------------------------------------------


@pytest.mark.parametrize("desktop", [(1024, 600), (1280, 720), (1366, 768), (1920, 1080)])
def test_all_of_the_window_can_be_seen_on_any_desktop(desktop: tuple[int, int]) -> None:
    for kept in ((0, 0), (1280, 720), (5000, 4000)):
        size = first_size(desktop, kept)
        for side, most, taken in zip(size, desktop, FRAME, strict=True):
            assert 400 < side <= most - taken


def test_on_a_large_screen_it_is_large_and_as_it_was_last() -> None:
    width, height = first_size((3840, 2160))
    assert width * height > 0.5 * 3840 * 2160
    assert width / height == pytest.approx(16 / 9, abs=0.01)
    assert first_size((3840, 2160), (1500, 900)) == (1500, 900)


def test_full_screen_and_back_is_the_old_size() -> None:
    screen = Screen(Options(size=(1000, 700)))
    for _ in range(2):
        screen.fullscreen()
        assert screen.surface.get_size() == pygame.display.get_desktop_sizes()[0]
        screen.fullscreen()
        assert screen.surface.get_size() == (1000, 700)


def test_the_size_is_kept_for_the_next_window(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    app = App({}, Options(fitted=True), Platform(store))
    first = app.surface.get_size()
    assert first == first_size(pygame.display.get_desktop_sizes()[0])
    pygame.display.set_mode((900, 600), pygame.RESIZABLE)
    app.handle(pygame.event.Event(pygame.VIDEORESIZE, size=(900, 600)))
    app.fullscreen()
    app.quit()
    assert App({}, Options(fitted=True), Platform(store)).surface.get_size() == (900, 600)
    app = App({}, Options(), Platform(store))  # a size that is asked for counts
    app.quit()
    assert store.load()[0].width == 900


def test_a_screen_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(UserError, match="there is no display 3: it must be from 1 to 1"):
        open_display(Options(display=2))


def test_a_window_that_fills_the_screen_opens_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    # Where nothing manages windows they stay as large as they were opened.
    asked = []
    opened = pygame.display.set_mode

    def opens(size: tuple[int, int], *rest: int, display: int) -> pygame.Surface:
        asked.append(size)
        return opened((640, 360), display=display)

    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1920, 1080)])
    monkeypatch.setattr(pygame.display, "set_mode", opens)
    open_display(Options(fitted=True, fullscreen=True))
    open_display(Options(fitted=True))
    assert asked == [(1920, 1080), first_size((1920, 1080))]
