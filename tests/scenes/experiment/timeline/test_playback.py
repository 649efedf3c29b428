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


def test_the_last_try_of_the_other_kind_stays_in_the_chart() -> None:
    player = Player(push=0.3)
    scene = player.scene
    fall(player)
    scene.again()
    player.frames(60)
    scene.change("tape", "all")
    for press in (60, 80, 100):
        scene.change("press", press)
        scene.tap()
        player.frames(200)
    shown = [(series.colour, series.dashed) for series in scene.panel.plot.series]
    assert shown == [("ghost", True), ("ghost", True), ("teal", False)]
    untaped, before, now = (series.y.max() for series in scene.panel.plot.series)
    assert untaped > 20 > max(before, now)
    scene.change("tape", "none")
    scene.tap()
    player.frames(30)
    # What is compared now is the try with tape: no third kind, and none twice.
    assert len(scene.playback.tries) == 2
    assert scene.playback.tries[0].kind == "teal"
