"""Looking back shows what was."""

import pygame

from tests.scenes.blocks.falls import fall
from tests.scenes.player import Player


def test_looking_back_shows_what_was_recorded() -> None:
    player = Player(push=0.3)
    player.frames(30)
    fall(player)
    scene = player.scene
    now = scene.playback.moment
    box = scene.bar.back.rect
    player.drag([(box.right - 13, box.bottom - 14), (box.centerx, box.bottom - 14)])
    assert scene.clock.paused
    shown = scene.playback.shown
    assert shown.time < now.time
    assert shown is scene.view.touch.moment
    assert any(shown is moment for moment in scene.playback.recording.last(20))
    player.frames(10)
    assert scene.playback.shown is shown
    player.key(pygame.K_k, pygame.KMOD_ALT)
    player.frames(1)
    assert scene.playback.before_now == 0
    assert scene.playback.shown.time >= now.time
