"""The curve of later means more: headless runs, made in slices."""

from collections import deque

import pygame

from scenes.experiment.preset import load_preset
from scenes.timing.later_means_more import EARLIEST, LATEST, onsets, Sweep
from scenes.timing.scene import LATE
from sim.mechanics.world import STEP
from sim.model.run import SLICE
from sim.timing.model import later_means_more
from sim.timing.pair import DURATION, settings_of
from tests.scenes.timing.player import rotation, TimingPlayer


def test_the_curve_is_that_of_headless_runs_and_takes_no_more_slices() -> None:
    settings = settings_of({})
    sweep = Sweep(settings)
    pauses = len(list(sweep.slices()))
    assert pauses <= len(onsets()) * (round(DURATION / STEP) // SLICE + 1)
    tried, turned = sweep.curve
    assert tried.tolist() == sorted(onsets())
    assert (tried[0], tried[-1]) == (EARLIEST, LATEST)
    found = [point for point in later_means_more({}, tried.tolist()) if point]
    assert list(zip(tried.tolist(), turned.tolist(), strict=True)) == found
    assert sweep.rises
    assert sweep.at(0.1) == rotation(0.1)
    between = sweep.at(0.11)
    assert between is not None
    assert rotation(0.1) < between < rotation(0.125)
    assert Sweep(settings).at(0.0) is None


def test_the_curve_grows_while_nothing_moves() -> None:
    player = TimingPlayer()
    scene = player.timing
    sweep = scene._sweep
    assert sweep is not None
    player.key(pygame.K_p)
    player.frames(60)
    assert scene.model.moving
    assert sweep.found == {}
    assert player.until(player.over)
    slices = len(onsets()) * (round(DURATION / STEP) // SLICE + 1)
    player.frames(slices + 20)  # at least one slice in each picture
    assert not scene.background.pending
    assert scene.panel.later.title == scene.words("timing.later_means_more")
    curve, left, right = scene.panel.later.series
    assert len(curve.x) == len(onsets())
    assert (left.x[0], left.y[0]) == (-0.03, player.shown.left.turned)
    assert (right.x[0], right.y[0]) == (LATE, player.shown.right.turned)
    scene.change("onset", 0.2)
    assert scene._sweep is sweep
    assert scene.panel.later.series[-1].y[0] == rotation(0.2)
    scene.change("lag", 0.05)
    assert scene._sweep is not sweep


def test_with_a_calm_arm_the_chart_does_not_say_that_later_means_more() -> None:
    sweep = Sweep(load_preset("slow_arm"))
    deque(sweep.slices(), 0)
    assert not sweep.rises
