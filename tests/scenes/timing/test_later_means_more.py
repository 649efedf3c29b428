"""The curve of later means more: headless runs, made in slices."""

from collections import deque

import pygame
import pytest

from scenes.experiment.preset import load_preset
from scenes.timing.later_means_more import EARLIEST, LATEST, onsets, Sweep
from scenes.timing.scene import LATE
from sim.timing.many_runs import later_means_more
from sim.timing.pair import settings_of
from tests.scenes.timing.player import rotation, TimingPlayer


def test_the_curve_is_that_of_runs_with_every_onset() -> None:
    settings = settings_of({})
    sweep = Sweep(settings)
    assert len(list(sweep.slices())) > 250
    tried, turned = sweep.curve
    assert tried.tolist() == sorted(onsets())
    assert (tried[0], tried[-1]) == (EARLIEST, LATEST)
    *_, found = later_means_more({}, tried.tolist())
    assert list(zip(tried.tolist(), turned.tolist(), strict=True)) == found
    assert sweep.rises
    assert sweep.at(0.1) == pytest.approx(rotation(0.1), rel=0.005)
    between = sweep.at(0.115)
    assert between is not None
    assert rotation(0.11) < between < rotation(0.12)
    assert Sweep(settings).at(0.0) is None


def test_the_curve_comes_while_nothing_moves() -> None:
    player = TimingPlayer()
    scene = player.timing
    sweep = scene._sweep
    assert sweep is not None
    player.key(pygame.K_p)
    player.frames(60)
    assert scene.model.moving
    assert sweep.found == {}
    assert player.until(player.over)
    assert player.until(lambda: not scene.background.pending)
    player.frames(1)
    assert scene.panel.later.title == scene.words("timing.later_means_more")
    curve, left, right = scene.panel.later.series
    assert len(curve.x) == len(onsets())
    assert (left.x[0], left.y[0]) == (-0.03, player.shown.left.turned)
    assert (right.x[0], right.y[0]) == (LATE, player.shown.right.turned)
    scene.change("onset", 0.2)
    assert scene._sweep is sweep
    assert scene.panel.later.series[-1].y[0] == pytest.approx(rotation(0.2), rel=0.005)
    scene.change("lag", 0.05)
    assert scene._sweep is not sweep


def test_after_a_slider_was_moved_the_curve_is_there_within_few_pictures() -> None:
    """However long a step takes, no picture waits for the whole curve."""
    player = TimingPlayer()
    scene = player.timing
    scene.change("lag", 0.05)
    player.frames(1)
    assert scene.background.pending
    scene.background.finish(lambda: False)
    player.frames(1)
    assert len(scene.panel.later.series) == 3


def test_with_a_calm_arm_the_chart_does_not_say_that_later_means_more() -> None:
    sweep = Sweep(load_preset("slow_arm"))
    deque(sweep.slices(), 0)
    assert not sweep.rises
