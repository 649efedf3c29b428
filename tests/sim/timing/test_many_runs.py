"""Many raised arms side by side: each does what the simulated one does."""

from functools import cache

import numpy as np
import pytest

from sim.parameter import ParameterError
from sim.timing.many_runs import ArmRuns, later_means_more
from sim.timing.model import ArmRaise, LEAD, PARAMETERS, settings_of
from tests.sim.spine.agreement import agree, agrees_with_itself, random_value, together
from tests.sim.timing.test_model import EXACT

GROUPS, EACH = 6, 50
SIMULATED = 25  # of each group, in worlds of their own


def arms(group: int) -> list[dict[str, float | int | str]]:
    """Any parameters there are; every second group with movements as people make them."""
    random = np.random.default_rng(group)
    found = []
    for _ in range(EACH):
        values: dict[str, object] = {p.name: random_value(p, random) for p in PARAMETERS}
        if group % 2:
            values |= {"moment": random.uniform(-12, 0), "force": random.uniform(-20, 20)}
            values |= {"deep_before": random.uniform(0.2, 0.6), "long_before": 0.2}
        found.append(settings_of(values))
    return found


@cache
def every(finer: int = 1) -> ArmRuns:
    """All groups to the end, side by side: none knows of the others."""
    settings = [one for group in range(GROUPS) for one in arms(group)]
    runs = together(ArmRuns, settings, ArmRaise.duration, finer)
    assert isinstance(runs, ArmRuns)
    return runs


@pytest.mark.parametrize("group", range(GROUPS))
def test_any_arm_does_what_the_world_does(group: int) -> None:
    settings = arms(group)[:SIMULATED]
    agree(ArmRaise, every(), settings, ArmRaise.duration, first=group * EACH)


def test_some_of_these_stand_and_some_fall() -> None:
    fell = np.isfinite(every().fell_at)
    assert 0.2 < fell.mean() < 0.8


@pytest.mark.parametrize("group", range(GROUPS))
def test_half_the_step_makes_no_difference(group: int) -> None:
    part = slice(group * EACH, (group + 1) * EACH)
    agrees_with_itself(every(), every(finer=2), part)


def test_before_the_movement_there_is_nothing() -> None:
    """A run that ends before the arm moves has no rotation; no run is needed for that."""
    runs = together(ArmRuns, [settings_of({})], LEAD)
    assert runs.rotations.tolist() == [0.0]


# -- later means more --------------------------------------------------------------------


@pytest.mark.parametrize("moment", EXACT)
def test_the_curve_is_that_of_exact_joint_angles(moment: float) -> None:
    *_, found = later_means_more({"moment": moment}, EXACT[moment])
    assert found is not None
    assert dict(found) == pytest.approx(EXACT[moment], abs=0.02)


def test_the_curve_rises_from_zero_on() -> None:
    *_, found = later_means_more({}, [0, 0.02, 0.05, 0.08, 0.1, 0.15, 0.2])
    turned = [rotation for _, rotation in found or ()]
    assert turned == sorted(turned)
    assert turned[-1] > 4 * turned[0]


def test_the_curve_comes_in_steps_and_can_be_left() -> None:
    *running, found = later_means_more({"lag": 0.03}, [0.0, 0.1])
    assert set(running) == {None}
    assert len(running) >= 250
    assert found is not None
    curve = later_means_more({}, [0.0, 0.1])
    assert next(curve) is None
    curve.close()
    with pytest.raises(ParameterError):
        next(later_means_more({"lag": 9}, [0.0]))
