"""The traces are what the model does, and time can be read off them."""

import itertools

import numpy as np
import pygame
import pytest

from scenes.timing.moment import course, moment_of
from sim.timing.model import LEAD
from sim.timing.pair import TwoBacks
from tests.harness.drawn_text import written
from tests.scenes.timing.player import TimingPlayer


@pytest.mark.parametrize("values", [{}, {"onset": -0.08, "lag": 0.07, "deep_after": 0.2}], ids=str)
def test_the_traces_are_what_the_model_does(values: dict[str, object]) -> None:
    backs = TwoBacks(values)
    backs.push()
    while backs.moving:
        for _ in range(40):
            backs.step()
        moment = moment_of(backs)
        drawn = course(backs.settings, np.array([moment.now]))
        simulated = moment.left.long, moment.left.deep, moment.right.deep
        assert np.concatenate(drawn) == pytest.approx(simulated, abs=1e-9)


def test_dragging_over_the_traces_shows_any_time_of_the_movement() -> None:
    player = TimingPlayer()
    player.key(pygame.K_p)
    assert player.until(player.over)
    player.mouse(pygame.MOUSEBUTTONDOWN, player.trace(0.3))
    player.frames(1)
    for time in (0.25, 0.1, -0.05, -0.4, 0.45):
        player.mouse(pygame.MOUSEMOTION, player.trace(time))
        player.frames(2)
        assert player.shown.now == pytest.approx(max(time, -LEAD), abs=0.005)
        assert player.timing.view._moment is player.shown
    player.mouse(pygame.MOUSEBUTTONUP, player.trace(0.45))
    player.frames(1)
    assert player.timing.clock.paused
    turned = [m.right.turned for m in player.timing.playback.recording.last(1)]
    assert turned == sorted(turned)  # the largest so far never shrinks
    player.app.group.focus_on(player.timing.view.touch, keyboard=True)
    before = player.shown.now
    player.key(pygame.K_LEFT)
    assert player.shown.now == pytest.approx(before - 0.01, abs=0.004)
    player.key(pygame.K_SPACE)
    assert not player.timing.clock.paused
    assert player.timing.model.moving


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (768, 1024), (390, 844)], ids=str)
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_slowness_and_the_numbers_of_the_axis_keep_apart(
    size: tuple[int, int], zoom: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = TimingPlayer(size)
    player.app.prefer(profile="projector", zoom=zoom)
    player.timing.tap()
    player.frames(6)
    lanes = player.timing.view.touch.lanes
    if lanes is None:
        return
    row = pygame.Rect(0, lanes.plot.bottom, lanes.plot.right + 20, player.app.look.line_height(20))
    lines = [line for line in written(player.app, monkeypatch) if line.box.colliderect(row)]
    assert any("×" in line.text for line in lines)
    for one, other in itertools.combinations(lines, 2):
        assert not one.letters.inflate(6, 0).colliderect(other.letters), (one, other)
