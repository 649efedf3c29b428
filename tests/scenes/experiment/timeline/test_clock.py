"""Time: paused, in single steps, and slower."""

import pygame
import pytest

from tests.scenes.player import Player


def test_pause_stops_time_and_a_step_lets_a_little_pass() -> None:
    player = Player()
    scene = player.scene
    player.click(player.middle_of(scene.bar.pause))
    before = scene.stack.world.steps
    player.frames(30)
    assert scene.stack.world.steps == before
    player.click(player.middle_of(scene.bar.step))
    assert 0 < scene.stack.world.steps - before <= 10
    player.click(player.middle_of(scene.bar.pause))
    player.frames(30)
    assert scene.stack.world.steps > before + 300


def test_slow_motion_takes_fewer_of_the_same_steps() -> None:
    player = Player()
    scene = player.scene
    counts = []
    for _ in range(3):
        before = scene.stack.world.steps
        player.frames(60)
        counts.append(scene.stack.world.steps - before)
        player.key(pygame.K_z)
    assert counts[0] == pytest.approx(1200, abs=25)
    assert counts[1] == pytest.approx(300, abs=10)
    assert counts[2] == pytest.approx(60, abs=5)
    assert scene.stack.world.dt == 1 / 1200


def test_slow_motion_at_the_fall_can_be_turned_off() -> None:
    pictures = []
    for slow in (True, False):
        player = Player(push=0.3, press=100)
        player.app.prefer(auto_slow=slow)
        player.key(pygame.K_p)
        count = 0
        while player.scene.playback.moment.furthest < 0.06:
            player.app.go_on(1 / 60)
            count += 1
        pictures.append(count)
    assert pictures[0] > pictures[1] + 5


def test_time_stands_still_under_a_dialog() -> None:
    player = Player()
    player.key(pygame.K_F1)
    before = player.scene.stack.world.steps
    player.frames(30)
    assert player.scene.stack.world.steps == before


def test_slow_motion_and_the_slow_fall_do_not_multiply() -> None:
    player = Player(press=100)
    player.key(pygame.K_z)
    player.key(pygame.K_z)
    player.key(pygame.K_p)
    player.until(lambda: player.scene.slowing < 1)
    before = player.scene.stack.world.steps
    player.frames(60)
    assert player.scene.stack.world.steps - before == pytest.approx(60, abs=5)
