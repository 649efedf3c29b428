"""The test of the back in a week: its number is that of the run that is shown."""

from collections import deque

import pygame
import pytest

from scenes.recovery.week_tests import WeekTests
from sim.recovery.evidence import WEEKS
from sim.recovery.model import week_test
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
    assert found * 0.99 < largest <= found  # moments are every fourth step
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


def test_completed_as_far_as_a_picture_needs() -> None:
    scene = RecoveryPlayer(week=3, trained=1).year
    scene.change("week", 33)
    assert not scene.ready
    scene.complete()
    assert scene.tests.rotation(33, trained=True) == week_test(33, trained=True)
    assert scene.tests.rotation(34, trained=True) is None
    assert scene.background.pending


def test_tests_are_made_around_the_shown_week_first() -> None:
    tests = WeekTests()
    search = tests.around(20, trained=True)
    while tests.rotation(21, trained=True) is None:
        next(search)
    assert tests.rotation(20, trained=True) == week_test(20, trained=True)
    assert tests.rotation(19, trained=True) is None
    deque(tests.around(20, trained=False), 0)
    assert {tests.rotation(week, trained=False) for week in range(WEEKS + 1)} == {
        week_test(0, trained=False)
    }
