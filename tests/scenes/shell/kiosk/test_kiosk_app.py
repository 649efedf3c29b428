"""A screen in a waiting room plays by itself, forgets everything, and lets nobody out."""

from pathlib import Path

import pygame
import pytest

from scenes import preferences, saving
from scenes.blocks.scene import BlocksScene
from scenes.shell.kiosk.kiosk_app import KioskApp, PATIENCE
from scenes.shell.kiosk.waiting_room import ANEW, FALLS, PUSHED, TAPED
from scenes.shell.machine.display import Options

EVERY = 1 / 20  # s


@pytest.fixture
def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KioskApp:
    monkeypatch.setenv(preferences.FOLDER, str(tmp_path))
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
    return KioskApp(Options("nl", kiosk=True))


def wait(app: KioskApp, seconds: float) -> None:
    for _ in range(round(seconds / EVERY)):
        app.go_on(EVERY)
    app.frame(0.0)


def shown(app: KioskApp) -> str:
    return app.scene.name


def key(app: KioskApp, code: int, modifier: int = 0) -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=modifier, unicode=""))
    app.frame(EVERY)


def touch(app: KioskApp, at: tuple[int, int] = (5, 5)) -> None:
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))
    app.frame(EVERY)


def test_it_plays_fall_and_tape_again_and_again(kiosk: KioskApp) -> None:
    blocks = kiosk.waiting.blocks
    assert isinstance(blocks, BlocksScene)
    for _ in range(2):
        assert blocks.model.settings["tape"] == "none"
        assert not blocks.playback.moment.fallen
        wait(kiosk, TAPED - 2)
        assert blocks.playback.moment.fallen
        wait(kiosk, PUSHED - TAPED + 6)
        assert blocks.model.settings["tape"] == "all"
        assert not blocks.playback.moment.fallen
        assert blocks.playback.moment.since_push is not None
        wait(kiosk, ANEW - PUSHED - 3.5)
    assert kiosk.scene is kiosk.waiting
    assert FALLS < TAPED < PUSHED < ANEW


def test_a_touch_leads_to_the_start_and_nothing_is_left_of_it(kiosk: KioskApp) -> None:
    touch(kiosk)
    assert shown(kiosk) == "start"
    kiosk.prefer(profile="contrast", zoom=1.5)
    kiosk.language()
    kiosk.choose("exercises")
    kiosk.help()
    wait(kiosk, PATIENCE - 5)
    assert shown(kiosk) == "exercises"
    key(kiosk, pygame.K_F2)  # somebody is still there
    wait(kiosk, PATIENCE - 5)
    assert shown(kiosk) == "exercises"
    wait(kiosk, 10)
    assert shown(kiosk) == "waiting"
    assert kiosk.dialog is None
    now = kiosk.preferences
    assert (now.profile, now.zoom, kiosk.words.language) == ("default", 1.0, "nl")
    assert kiosk.scenes.chosen == "blocks"


def test_only_the_combination_closes_it(kiosk: KioskApp) -> None:
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    key(kiosk, pygame.K_q, pygame.KMOD_CTRL)
    key(kiosk, pygame.K_F4, pygame.KMOD_ALT)
    key(kiosk, pygame.K_ESCAPE)
    key(kiosk, pygame.K_F11)
    key(kiosk, pygame.K_q, pygame.KMOD_LCTRL | pygame.KMOD_RALT)  # AltGr on Windows: types @
    assert kiosk.running
    key(kiosk, pygame.K_q, pygame.KMOD_LCTRL | pygame.KMOD_LALT)
    assert not kiosk.running


def test_no_file_is_written(kiosk: KioskApp, tmp_path: Path) -> None:
    touch(kiosk)
    kiosk.choose("blocks")
    kiosk.prefer(zoom=1.2)
    for code in (pygame.K_F12, pygame.K_g):
        key(kiosk, code)
    kiosk.host.picture()
    assert kiosk.dialog is not None
    assert kiosk.dialog.chapters[0].widgets()[0].describe() == "Op dit scherm wordt niets bewaard."
    assert list(tmp_path.iterdir()) == []


def test_what_was_copied_is_not_left_to_the_next_person(kiosk: KioskApp) -> None:
    touch(kiosk)
    kiosk.host.copy("what somebody typed")
    pasted: list[str] = []
    kiosk.host.paste(pasted.append)
    assert pasted == ["what somebody typed"]
    wait(kiosk, PATIENCE + 1)
    kiosk.host.paste(pasted.append)
    assert pasted == ["what somebody typed"]
