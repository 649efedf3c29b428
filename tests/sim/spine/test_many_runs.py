"""Many spines side by side: each does what the simulated one does, and what it does alone."""

from functools import cache

import numpy as np
import pytest

from sim.mechanics.world import STEP
from sim.spine.many_runs import ABREAST, SpineRuns
from sim.spine.model import LumbarSpine
from sim.spine.muscles import MUSCLES
from sim.spine.parameters import PARAMETERS, PUSHABLE, settings_of
from tests.sim.spine.agreement import agree, agrees_with_itself, alone, random_value, together

GROUPS, EACH = 6, 50
SIMULATED = 25  # of each group, in worlds of their own
DURATION = 0.8  # s, in which most that will fall has fallen


def spines(group: int) -> list[dict[str, float | int | str]]:
    """Any parameters there are; every second group with weak deep muscles, so that many fall."""
    random = np.random.default_rng(group)
    found = []
    for number in range(EACH):
        values: dict[str, object] = {
            p.name: random_value(p, random) for p in PARAMETERS if not (p.sets or p.canonical)
        }
        values["push_level"] = PUSHABLE[number % len(PUSHABLE)]
        values["push"] = max(0.5, float(str(values["push"])))
        if group % 2:
            values |= {"multifidus": random.uniform(0, 0.3), "disc_stiffness": 40.0}
            values |= {"erector_lumbar": random.uniform(0, 0.2)}
        found.append(settings_of(values))
    return found


@cache
def every(finer: int = 1) -> SpineRuns:
    """All groups to the end, side by side: none knows of the others."""
    settings = [one for group in range(GROUPS) for one in spines(group)]
    runs = together(SpineRuns, settings, DURATION, finer)
    assert isinstance(runs, SpineRuns)
    return runs


@pytest.mark.parametrize("group", range(GROUPS))
def test_any_spine_does_what_the_world_does(group: int) -> None:
    settings = spines(group)[:SIMULATED]
    agree(LumbarSpine, every(), settings, DURATION, first=group * EACH)


def test_many_of_these_stand_and_many_fall() -> None:
    fell = np.isfinite(every().fell_at)
    assert 0.2 < fell.mean() < 0.8


@pytest.mark.parametrize("group", range(GROUPS))
def test_half_the_step_makes_no_difference(group: int) -> None:
    part = slice(group * EACH, (group + 1) * EACH)
    agrees_with_itself(every(), every(finer=2), part)


@pytest.mark.parametrize(
    "values", [{"long_muscles": 0.8}, {"long_muscles": 0.8, "push": 20, "push_level": "L2"}]
)
def test_beyond_the_stop_it_goes_as_far_as_in_a_world_of_small_steps(
    values: dict[str, object],
) -> None:
    settings = settings_of(values)
    runs = together(SpineRuns, [settings], 1.5)
    run = alone(LumbarSpine, settings, 1.5, STEP / 8)
    assert run.rotation > 12
    assert runs.rotations[0] == pytest.approx(run.rotation, rel=0.01)


def test_a_run_is_the_same_alone_and_among_others() -> None:
    for i in (0, 7, 24):
        one = together(SpineRuns, [spines(1)[i]], DURATION)
        assert one.rotations[0] == pytest.approx(every().rotations[EACH + i], rel=1e-6)


def test_a_finger_follows_only_so_far() -> None:
    """A long push loses the trunk that falls away from it; so it does in the world."""
    settings = settings_of({"long_muscles": 0.1, "push": 50, "push_time": 1, "push_level": "L1"})
    agree(LumbarSpine, together(SpineRuns, [settings], DURATION), [settings], DURATION)


def test_what_one_run_says_is_what_a_model_says() -> None:
    settings = settings_of(dict.fromkeys(MUSCLES, 0.3))
    runs = together(SpineRuns, [settings], DURATION)
    (outcome,) = runs.outcomes()
    told = alone(LumbarSpine, settings, DURATION, STEP).outcome()
    assert set(outcome) == set(told) - {"gave_way"}
    assert outcome["standing"] is told["standing"] is True
    assert outcome["fell_at_s"] is None
    assert ABREAST >= 100


def test_no_time_is_no_run() -> None:
    runs = together(SpineRuns, [settings_of({})], 0.0)
    assert runs.rotations.tolist() == [0.0]
