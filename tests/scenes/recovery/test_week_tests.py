"""The test of the back in a week: its number is that of the run that is shown."""

from collections import deque

import pygame
import pytest

from scenes.recovery.week_tests import WeekTests
from sim.recovery import many_runs
from sim.recovery.many_runs import week_test
from sim.recovery.pain_and_recurrence import WEEKS
from sim.timing.model import WATCHED
from tests.scenes.recovery.player import RecoveryPlayer


@pytest.mark.parametrize(("week", "trained"), [(0, 0), (3, 1), (20, 0), (52, 1)])
def test_the_number_is_that_of_the_weeks_test(week: int, trained: int) -> None:
    player = RecoveryPlayer(week=week, trained=trained)
    found = week_test(week, bool(trained))
    assert player.tested() == found
    assert player.year.view.test.number == f"{found:.1f}°"
    assert player.year.view.test.gauge.value == round(found, 1)
    assert f"{found:.1f}°" in player.year.view.reason.text


def test_another_week_never_shows_the_number_of_the_week_before() -> None:
    player = RecoveryPlayer(week=3, trained=1)
    player.tested()
    player.year.go_to(40)
    player.frames(1)
    assert player.year.view.test.rotation in (None, week_test(40, trained=True))
    player.year.train()
    player.frames(1)
    assert player.year.view.test.rotation in (None, week_test(40, trained=False))


def test_the_arm_goes_up_by_itself_and_the_run_is_that_of_the_number() -> None:
    player = RecoveryPlayer(week=8, trained=1)
    scene = player.year
    found = player.tested()
    assert player.until(lambda: scene.model.since_push is not None, 3)
    assert player.until(lambda: not scene.falling(scene.playback.moment), 20)
    steps = scene.model.world.steps
    player.frames(30)
    assert scene.model.world.steps == steps  # nothing moves after the test
    moments = scene.playback.recording.last(20)
    largest = max(moment.furthest for moment in moments)
    assert largest == pytest.approx(found, rel=0.01)  # moments are every fourth step
    assert moments[-1].since_push == pytest.approx(WATCHED, abs=0.01)


def test_the_arm_waits_while_dragging_and_where_motion_is_unwelcome() -> None:
    player = RecoveryPlayer()
    player.mouse(pygame.MOUSEBUTTONDOWN, player.at(10))
    player.frames(120)
    assert player.year.model.since_push is None
    player.mouse(pygame.MOUSEBUTTONUP, player.at(10))
    assert player.until(lambda: player.year.model.since_push is not None, 3)
    player.app.prefer(reduced_motion=True)
    player.year.go_to(20)
    player.frames(120)
    assert player.year.model.since_push is None
    player.click(player.year.view.test.picture.center)
    assert player.year.model.since_push is not None


def test_completed_as_far_as_a_picture_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_runs, "_found", {})
    scene = RecoveryPlayer(week=3, trained=1).year
    scene.change("week", 33)
    assert not scene.ready
    scene.complete()
    assert scene.tests.rotation(33, trained=True) == week_test(33, trained=True)


def test_once_tested_all_weeks_are_there_at_once() -> None:
    tests = WeekTests()
    steps = tests.slices()
    next(steps)
    deque(steps, 0)
    assert all(
        tests.rotation(week, trained) == week_test(week, trained)
        for week in range(WEEKS + 1)
        for trained in (False, True)
    )
    scene = RecoveryPlayer(week=3, trained=1).year
    scene.complete()
    scene.change("week", 40)
    assert scene.ready
    assert not scene.background.pending
