"""The year after low back pain: curves, a hundred people, and a test that is a run."""

import math
from itertools import pairwise

import pytest

from sim.mechanics.world import STEP
from sim.parameter import ParameterError
from sim.recovery.many_runs import week_test
from sim.recovery.model import EARLY, LATE, learned, LEARNING_WEEKS, onset, Recovery
from sim.recovery.pain_and_recurrence import pain
from sim.study.simulate import simulate
from sim.timing.model import LEAD
from tests.sim.recovery.test_pain_and_recurrence import ALL


def test_without_training_the_onset_stays_late() -> None:
    assert {onset(week, trained=False) for week in ALL} == {LATE}
    assert {learned(week, trained=False) for week in ALL} == {0}


def test_with_training_the_onset_comes_back() -> None:
    onsets = [onset(week, trained=True) for week in ALL]
    assert onsets[0] == LATE
    assert all(later < earlier for earlier, later in pairwise(onsets))
    assert onsets[-1] == pytest.approx(EARLY, abs=0.001)
    assert learned(LEARNING_WEEKS, trained=True) == pytest.approx(1 - 1 / math.e)


def test_with_little_pain_one_has_not_recovered() -> None:
    assert pain(26) < pain(0) / 4
    assert onset(26, trained=False) == onset(0, trained=False)
    assert week_test(26, trained=True) < 0.9 * week_test(0, trained=True)


def test_the_model_is_that_of_the_week_that_is_set() -> None:
    model = Recovery({"week": 10, "trained": 1})
    assert model.timing["onset"] == onset(10, trained=True)
    model.set("trained", 0)
    assert model.timing["onset"] == LATE
    assert model.settings == {"week": 10, "trained": 0}
    model.push()
    for _ in range(round(LEAD / STEP) + 10):
        model.step()
    state = model.snapshot()
    other = Recovery()
    other.restore(state)
    assert other.snapshot() == state
    with pytest.raises(ParameterError, match="a whole number from 0 to 52"):
        model.set("week", 3.5)


def test_the_report_says_where_its_numbers_come_from_and_what_speaks_against() -> None:
    report, _ = simulate("recovery", {"week": 52, "trained": 1})
    assert report["max_rotation_deg"] == pytest.approx(week_test(52, trained=True), rel=0.005)
    assert report["recurred_of_100"] == 30
    assert report["onset_s"] == onset(52, trained=True)
    assert "n = 39" in report["source"]
    assert "no clinically relevant difference" in report["against"]
