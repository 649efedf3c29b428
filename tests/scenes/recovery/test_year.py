"""The year: dragged, by keys, and as it passes."""

import itertools

import pygame
import pytest

from scenes.recovery.year import TICK
from sim.recovery.many_runs import week_test
from sim.recovery.pain_and_recurrence import WEEKS
from tests.scenes.recovery.player import agree, RecoveryPlayer


def test_dragging_the_year_changes_week_and_words() -> None:
    player = RecoveryPlayer()
    words = player.app.words
    assert player.year.view.headline.text == words("recovery_say.hurts_late")
    player.drag([player.at(0), player.at(4), player.at(20.2)])
    assert player.year.model.week == 20
    assert player.year.view.headline.text == words("recovery_say.little_late")
    agree(player)
    player.year.undo()
    assert player.year.model.week == 0
    agree(player)


def test_the_whole_chart_drags_and_beyond_its_ends_the_year_ends() -> None:
    player = RecoveryPlayer()
    box = player.year.view.touch.pain.box
    player.click((player.at(30)[0], box.centery))
    assert player.year.model.week == 30
    player.drag([player.at(30), (player.at(52)[0] + 20, box.top)])
    assert player.year.model.week == WEEKS
    player.drag([player.at(52), (player.at(0)[0] - 30, box.top)])
    assert player.year.model.week == 0


def test_two_drags_of_the_year_are_taken_back_one_by_one() -> None:
    player = RecoveryPlayer()
    for first, last in ((10, 14), (30, 34)):
        player.drag(
            [
                (player.at(week)[0], player.year.view.touch.pain.box.centery)
                for week in (first, last)
            ]
        )
    assert player.year.model.week == 34
    player.year.undo()
    assert player.year.model.week == 14


def test_the_year_by_keyboard() -> None:
    player = RecoveryPlayer()
    player.key(pygame.K_TAB)
    assert player.year.view.touch.focused
    weeks = []
    for key in (
        *(pygame.K_RIGHT, pygame.K_UP, pygame.K_PAGEUP, pygame.K_LEFT, pygame.K_DOWN),
        *(pygame.K_END, pygame.K_PAGEDOWN, pygame.K_HOME),
    ):
        player.key(key)
        weeks.append(player.year.model.week)
    assert weeks == [1, 2, 6, 5, 4, 52, 48, 0]
    player.key(pygame.K_PERIOD)
    assert player.year.model.week == 1
    player.key(pygame.K_t)
    assert player.year.model.trained
    player.key(pygame.K_TAB)
    assert player.year.view.test.focused
    player.key(pygame.K_SPACE)
    assert player.year.model.since_push is not None
    agree(player)


def test_play_lets_the_year_pass_week_by_week_with_the_tests_of_each() -> None:
    player = RecoveryPlayer(trained=1, week=44)
    scene = player.year
    player.click(player.middle_of(scene.bar.pause))
    assert scene.passing
    seen = {}
    while scene.passing:
        seen[scene.model.week] = scene.view.test.rotation
        player.app.go_on(1 / 60)
    assert sorted(seen) == list(range(45, WEEKS))
    assert scene.model.week == WEEKS
    for week in (46, 50):
        assert seen[week] == week_test(week, trained=True)
    scene.undo()
    assert scene.model.week == 44  # the year that passed was one change
    player.key(pygame.K_k, pygame.KMOD_ALT)
    player.key(pygame.K_k, pygame.KMOD_ALT)
    assert not scene.passing
    assert scene.model.week == 45


def test_after_its_end_the_year_begins_anew_and_hands_stop_it() -> None:
    player = RecoveryPlayer(week=WEEKS)
    scene = player.year
    scene.pass_year()
    assert scene.model.week == 0
    player.frames(60)
    assert 0 < scene.model.week < 6
    player.click(player.at(40))
    player.frames(60)
    assert scene.model.week == 40
    assert not scene.passing


def test_a_year_that_is_led_draws_nothing_of_the_weeks_to_come() -> None:
    card = RecoveryPlayer().year.view.touch
    card.so_far = True
    card.show(20, trained=False)
    for plot in (card.pain, card.onset):
        assert plot.series[-1].x.max() == 20
    assert len(card.onset.series) == 2  # the other course is none of them
    card.show(30, trained=False)
    assert card.onset.series[-1].x.max() == 30


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(390, 844), (1280, 720), (768, 1024)], ids=str)
def test_numbers_beside_the_pain_are_a_line_apart(size: tuple[int, int], zoom: float) -> None:
    player = RecoveryPlayer(size)
    player.app.prefer(zoom=zoom)
    player.frames(1)
    year = player.year.view.touch
    if year.has(year.pain):
        rows = sorted(year.pain.pixels(0.0, tick)[1] for tick in year.pain.y.ticks or ())
        assert rows
        for one, other in itertools.pairwise(rows):
            assert other - one >= player.app.look.line_height(TICK)
