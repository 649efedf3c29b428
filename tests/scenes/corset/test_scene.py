"""The corset played: drawn in, braced, parted, looked back on."""

from pathlib import Path

import pygame
import pytest

from scenes import saving
from sim.corset.effort import DRAW_IN
from tests.scenes.corset.player import agree, CorsetPlayer

# -- the paths -------------------------------------------------------------------------


def test_the_path_with_the_mouse() -> None:
    player = CorsetPlayer()
    scene, words = player.corset, player.app.words
    assert player.headline == words("corset_say.quiet")
    quiet = scene.playback.moment
    player.slide("draw_in", 0.97)
    player.frames(60)
    agree(player)
    drawn = scene.playback.moment
    assert player.headline == words("corset_say.closes")
    assert drawn.pressure > 2 * quiet.pressure
    assert drawn.disc_pressure < quiet.disc_pressure
    player.slide("brace", 0.97)
    player.frames(60)
    assert player.headline == words("corset_say.braced")
    assert words("corset_say.high") in scene.view.reason.text
    player.slide("draw_in", 0.0)
    player.slide("brace", 0.0)
    player.frames(60)
    assert player.headline == words("corset_say.quiet")
    agree(player)


def test_the_path_with_the_keyboard() -> None:
    player = CorsetPlayer()
    scene = player.corset
    player.key(pygame.K_TAB)
    assert scene.view.touch.focused
    player.key(pygame.K_SPACE)
    assert scene.model.since_push is not None
    for _ in range(4):
        player.key(pygame.K_UP)
    assert scene.model.settings["draw_in"] == 0.2
    player.key(pygame.K_DOWN)
    assert scene.model.settings["draw_in"] == 0.15
    player.key(pygame.K_t)
    assert scene.model.settings["draw_in"] == 0
    player.key(pygame.K_t)
    assert scene.model.settings["draw_in"] == 0.75
    player.key(pygame.K_EQUALS)
    assert scene.model.settings["brace"] == 0.1
    player.key(pygame.K_MINUS)
    player.key(pygame.K_MINUS)
    assert scene.model.settings["brace"] == 0
    player.key(pygame.K_a)
    assert not scene.model.settings["breathing"]
    player.key(pygame.K_a)
    assert scene.model.settings["breathing"]


# -- demonstrations and examples ------------------------------------------------------------------


def test_parting_left_from_right_loses_the_pressure_by_itself() -> None:
    player = CorsetPlayer(draw_in=1)
    player.frames(30)
    held = player.corset.playback.moment.pressure
    switch = player.switch("corset.parted")
    assert not switch.on
    player.app.group.focus_on(switch, keyboard=True)
    player.key(pygame.K_SPACE)
    player.frames(240)
    moment = player.corset.playback.moment
    assert moment.effort.transversus > 0.9 * DRAW_IN  # the muscle works as before
    assert moment.pressure < held / 4
    assert moment.gap > 0.05
    assert player.headline == player.app.words("corset_say.open")
    assert player.app.words("corset_say.open_lost") in player.corset.view.reason.text
    player.key(pygame.K_SPACE)
    player.frames(400)
    assert player.headline == player.app.words("corset_say.closes")


# -- what every scene has ------------------------------------------------------------------------


def test_scrubbing_shows_what_was() -> None:
    player = CorsetPlayer(breath_time=2)
    player.frames(90)
    then = player.corset.playback.moment
    player.key(pygame.K_t)
    player.frames(60)
    scene = player.corset
    ago = scene.playback.moment.time - then.time
    scene.look_back(ago)
    player.frames(1)
    shown = scene.playback.shown
    assert shown.time == pytest.approx(then.time, abs=0.01)
    assert shown.pressure == pytest.approx(then.pressure, abs=5)
    assert shown.settings["draw_in"] == 0
    agree(player)
    assert player.headline == player.app.words("corset_say.quiet")


def test_a_clip_shows_a_whole_breath(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
    player = CorsetPlayer(breath_time=2)
    player.key(pygame.K_p)
    player.frames(60)
    player.key(pygame.K_g)
    assert [path.suffix for path in tmp_path.iterdir()] == [".gif"]
