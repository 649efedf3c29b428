"""The year after low back pain as it was found: curves, and a hundred people."""

import math
from itertools import pairwise

import pytest

from sim.recovery.pain_and_recurrence import pain, PEOPLE, people, RECURRENCE, WEEKS

ALL = range(WEEKS + 1)
DRAWN = [22, 41, 88]  # whom the draw gives a recurrence within four weeks of training


def test_pain_is_what_was_found_and_falls_at_one_rate_between() -> None:
    assert [pain(week) for week in (0, 6, 26, 52)] == pytest.approx([52, 23, 12, 6])
    assert all(later < earlier for earlier, later in pairwise(map(pain, ALL)))
    assert pain(3) == pytest.approx(math.sqrt(52 * 23))
    assert pain(39) == pytest.approx(math.sqrt(12 * 6))


@pytest.mark.parametrize("trained", [False, True])
def test_after_a_year_as_many_recurred_as_were_found(trained: bool) -> None:
    assert len(people(WEEKS, trained)) == PEOPLE == 100
    assert sum(people(WEEKS, trained)) == RECURRENCE[trained] == (30 if trained else 84)
    assert sum(people(0, trained)) == 0


@pytest.mark.parametrize("trained", [False, True])
def test_who_recurred_stays_so_and_it_happens_all_year(trained: bool) -> None:
    counts = []
    for week, next_week in pairwise(ALL):
        before, after = people(week, trained), people(next_week, trained)
        assert all(not was or still for was, still in zip(before, after, strict=True))
        counts.append(sum(after))
    # The same rate all year, give or take what a draw of a hundred makes of it.
    for week in (13, 26, 39):
        expected = 100 * (1 - (1 - RECURRENCE[trained] / 100) ** (week / WEEKS))
        assert counts[week - 1] == pytest.approx(expected, abs=15)


def test_the_two_groups_are_different_people() -> None:
    """Nobody is shown with and without training: those with it are not a part of the others."""
    with_it, without = people(WEEKS, trained=True), people(WEEKS, trained=False)
    assert any(one and not other for one, other in zip(with_it, without, strict=True))


def test_the_draw_does_not_change() -> None:
    """Numbers of Python's own generator, which are the same in every version."""
    assert [i for i, one in enumerate(people(4, trained=True)) if one] == DRAWN
