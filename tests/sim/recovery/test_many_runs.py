"""The tests of all weeks at once: each is a run of the model in that week."""

import pytest

from sim.recovery import many_runs
from sim.recovery.many_runs import week_test, WeekRuns, year_tests
from sim.recovery.model import onset, Recovery
from sim.recovery.pain_and_recurrence import WEEKS
from tests.sim.timing.raises import watched


@pytest.mark.parametrize(("week", "trained"), [(0, 1), (3, 1), (52, 1), (52, 0)])
def test_a_weeks_test_is_a_run_of_that_week(week: int, trained: int) -> None:
    run = watched(Recovery({"week": week, "trained": trained}))
    assert week_test(week, bool(trained)) == pytest.approx(run.rotation, rel=0.005)


def test_the_year_is_tested_in_steps_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_runs, "_found", {})
    *running, found = year_tests()
    assert found is not None
    assert set(running) == {None}
    assert len(running) >= 250
    assert len(found) == 2 * (WEEKS + 1)
    assert list(year_tests()) == [found]


def test_with_training_it_turns_less_and_without_as_much() -> None:
    trained = [week_test(week, trained=True) for week in range(WEEKS + 1)]
    assert trained[:4] == sorted(trained[:4], reverse=True)
    assert trained[-1] < 0.9 * trained[0]
    assert {week_test(week, trained=False) for week in (0, 10, WEEKS)} == {trained[0]}


def test_what_is_set_is_the_onset_of_the_week() -> None:
    runs = WeekRuns([{"week": 0, "trained": 0}, {"week": 9, "trained": 1}])
    assert runs.movement["onset"].tolist() == [onset(0, trained=False), onset(9, trained=True)]
