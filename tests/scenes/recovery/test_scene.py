"""The year played: looked back on, trained, filmed."""

import pygame

from scenes.shell.images.clip import clip_frames
from sim.mechanics.world import STEP
from tests.scenes.recovery.player import agree, RecoveryPlayer

# -- the test of the back ------------------------------------------------------------------


def test_looking_back_goes_through_the_test_and_on_from_now() -> None:
    player = RecoveryPlayer(week=12)
    scene = player.year
    player.tested()
    scene.tap()
    player.frames(150)
    now = scene.playback.moment
    box = scene.bar.back.rect
    player.drag([(box.right - 13, box.bottom - 14), (box.centerx, box.bottom - 14)])
    shown = scene.playback.shown
    assert shown.time < now.time
    assert scene.view.test._moment is shown
    player.frames(30)
    assert scene.playback.shown is shown
    scene.look_back(0.0)
    player.frames(6)
    assert scene.playback.moment.time > now.time
    scene.go_to(13)
    assert scene.playback.recording.seconds == 0


# -- examples, sharing, pictures ---------------------------------------------------------------


def test_the_switch_is_one_change() -> None:
    player = RecoveryPlayer(week=20)
    player.click(player.middle_of(player.year.panel.training))
    assert player.year.model.trained
    assert player.year.view.headline.text == player.app.words("recovery_say.little_back")
    agree(player)
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert not player.year.model.trained
    agree(player)


def test_a_clip_shows_the_spine_move() -> None:
    player = RecoveryPlayer()
    player.tested()
    player.year.tap()
    player.year.skip(round(0.6 / STEP))
    frames = [frame.get_buffer().raw for frame in clip_frames(player.year)]
    assert len(set(frames)) > 20
