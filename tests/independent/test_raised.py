"""A raised arm: the largest rotation at each onset of the deep muscles."""

import numpy as np
import pytest

from tests.independent.pushed import Raise
from tests.independent.states import arguments, described
from tests.terminal import report

ONSETS = (-0.03, 0.0, 0.02, 0.05, 0.08, 0.1, 0.15, 0.2)
# Degrees, at the moments [N m] of the design; at -9 it names four of them.
EXACT = {
    -10.0: (1.60, 1.58, 1.65, 1.95, 2.52, 2.77, 4.10, 6.78),
    -9.0: (1.36, 1.35, 1.42, 1.69, 2.18, 2.35, 3.35, 5.76),
}


def simulated(values: dict[str, object]) -> float:
    found: float = report("simulate", "timing", *arguments(values))["max_rotation_deg"]
    return found


@pytest.mark.parametrize("moment", EXACT)
def test_every_onset_costs_what_it_should(moment: float) -> None:
    arm = Raise(described("timing", {"moment": moment}))
    exact = [arm.rotation(onset) for onset in ONSETS]
    assert exact == pytest.approx(EXACT[moment], abs=0.01)
    found = [simulated({"moment": moment, "onset": onset}) for onset in ONSETS]
    assert found == pytest.approx(exact, rel=0.01)


def test_the_default_is_the_weaker_moment_in_which_a_timely_back_stays_neutral() -> None:
    told = described("timing", {})
    assert told["movement"]["moment"]["moment"] == -9
    assert Raise(told).rotation(-0.03) < 1.5


@pytest.mark.parametrize("seed", range(3))
def test_any_other_movement_agrees(seed: int) -> None:
    random = np.random.default_rng(seed)
    values: dict[str, object] = {
        "onset": random.uniform(-0.1, 0.2),
        "long_before": random.uniform(0.15, 0.25),
        "long_after": random.uniform(0.4, 1),
        "deep_before": random.uniform(0.3, 0.5),
        "deep_after": random.uniform(0.6, 1),
        "moment": random.uniform(-10, 10),
        "force": random.uniform(-20, 20),
        "pulse": random.uniform(0.05, 0.2),
        "lag": random.uniform(0.02, 0.06),
    }
    arm = Raise(described("timing", values))
    assert simulated(values) == pytest.approx(arm.rotation(arm.onset), rel=0.01)


@pytest.mark.parametrize(("week", "trained"), [(0, 0), (8, 1), (52, 1)])
def test_the_test_of_a_week_is_that_movement_at_its_onset(week: int, trained: int) -> None:
    """Onsets in ms: 50, and with training 50 - 80 (1 - exp(-week / 6))."""
    values: dict[str, object] = {"week": week, "trained": trained}
    arm = Raise(described("recovery", values))
    learned = trained * (1 - np.exp(-week / 6))
    assert arm.onset == pytest.approx(0.05 - 0.08 * learned, abs=1e-12)
    found = report("simulate", "recovery", *arguments(values))
    assert found["onset_s"] == pytest.approx(arm.onset, abs=1e-12)
    assert found["max_rotation_deg"] == pytest.approx(arm.rotation(arm.onset), rel=0.01)
