"""The command line on recovery."""

import pytest

from sim.recovery.many_runs import week_test
from sim.recovery.pain_and_recurrence import pain
from tests.terminal import report


def test_simulate_recovery_is_the_test_of_that_week() -> None:
    found = report("simulate", "recovery", "--set", "week=8", "--set", "trained=1")
    assert found["max_rotation_deg"] == pytest.approx(week_test(8, trained=True), rel=0.005)
    assert found["recurred_of_100"] <= 30
    assert found["pain"] == pain(8)
    assert "n = 39" in found["source"]


def test_params_say_what_is_illustrative() -> None:
    """No size of the movement is a measured one."""
    for entry in report("params", "timing"):
        assert "illustrative" in entry["source"], entry["name"]
