"""The raised arm: late deep muscles cost rotation, and nothing of that is scripted."""

import math
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.mechanics.stability import analyse
from sim.mechanics.world import ANGLE, STEP
from sim.parameter import ParameterError
from sim.spine.model import LumbarSpine
from sim.spine.muscles import DEEP, followed, LONG
from sim.timing.model import ArmRaise, LEAD, PARAMETERS, WATCHED
from tests.sim.timing.raises import watched

# Moment [N m], then onset [s] and largest joint rotation [degrees] by exact joint angles.
EXACT = {
    -10.0: {
        **{-0.03: 1.60, 0: 1.58, 0.02: 1.65, 0.05: 1.95},
        **{0.08: 2.52, 0.1: 2.77, 0.15: 4.10, 0.2: 6.78},
    },
    -9.0: {-0.03: 1.36, 0.05: 1.69, 0.1: 2.35, 0.2: 5.76},
}
ONSETS = tuple(EXACT[-10.0])


@cache
def rotation(onset: float, dt: float = STEP, moment: float = -10.0) -> float:
    """The largest joint rotation [degrees], all other settings as in the design."""
    return watched(ArmRaise({"onset": onset, "moment": moment}, dt=dt), dt).rotation


def after(model: ArmRaise, seconds: float) -> ArmRaise:
    """The model, so much later."""
    for _ in range(round(seconds / STEP)):
        model.step()
    return model


# -- the figures ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "onset"), [(moment, onset) for moment in EXACT for onset in EXACT[moment]]
)
def test_the_rotation_is_that_of_exact_joints(moment: float, onset: float) -> None:
    assert rotation(onset, moment=moment) == pytest.approx(EXACT[moment][onset], rel=0.01)


def test_on_time_stays_within_the_neutral_zone_as_it_was_chosen_to() -> None:
    assert ArmRaise().settings["moment"] == -9
    assert max(rotation(onset, moment=-9.0) for onset in (-0.1, -0.05, -0.03)) < 1.5
    assert rotation(0.05, moment=-9.0) > 1.5


def test_from_zero_on_later_means_more() -> None:
    onsets = np.arange(0, 0.2001, 0.01).round(3).tolist()
    assert all(early < late for early, late in pairwise(map(rotation, onsets)))


def test_an_early_onset_costs_nothing() -> None:
    for onset in (-0.1, -0.06, -0.03):
        assert rotation(onset) == pytest.approx(rotation(0), rel=0.05)


@pytest.mark.parametrize("onset", ONSETS)
def test_half_the_step_says_the_same(onset: float) -> None:
    assert rotation(onset, STEP / 2) == pytest.approx(rotation(onset), rel=0.1)


def test_until_the_deep_muscles_arrive_the_spine_is_unstable_and_then_not() -> None:
    model = ArmRaise({"onset": 0.1})
    assert analyse(model.column()).stable
    model.push()
    assert not analyse(after(model, LEAD + 0.1).column()).stable
    assert analyse(after(model, 0.2).column()).stable


def test_without_deep_muscles_the_same_movement_makes_it_give_way() -> None:
    model = ArmRaise({"deep_before": 0, "deep_after": 0})
    assert watched(model).rotation > 10
    assert model.fallen
    assert 0 < (model.fell_at or 0) < WATCHED


@pytest.mark.parametrize("pulled", ["moment", "force"])
def test_both_reactions_bend_the_spine_forwards(pulled: str) -> None:
    """Early, before anything swings back; the other reaction is off."""
    other = {"moment": "force", "force": "moment"}[pulled]
    model = ArmRaise({other: 0, "onset": -0.1})
    model.push()
    after(model, LEAD + 0.03)
    turned = model.world.state[:-1, ANGLE]
    assert turned[-1 if pulled == "moment" else 2] < 0
    assert model.world.push_work > 0


def test_without_reactions_nothing_moves_however_muscles_change() -> None:
    """Stiffness and balance torques change in the same step, so that balance stays.

    What the solver adds with the iterations that it has is small against the figures.
    """
    still = {"moment": 0, "force": 0, "onset": -0.05}
    assert watched(ArmRaise(still, iterations=400)).rotation < 0.001
    assert watched(ArmRaise(still)).rotation < 0.1


# -- activation ---------------------------------------------------------------------------


def test_activation_follows_its_command_with_the_lag() -> None:
    assert followed(0.2, 0.8, 0.03, 0.03) == pytest.approx(0.8 - 0.6 / math.e)
    assert followed(0.3, 0.3, 0.01, 0.03) == 0.3


@given(*(st.floats(0, 1) for _ in range(2)), st.floats(0, 0.1), st.floats(0.01, 0.1))
@settings(max_examples=50, deadline=None)
def test_two_halves_of_a_step_are_a_whole_one(
    start: float, command: float, seconds: float, lag: float
) -> None:
    half = followed(start, command, seconds / 2, lag)
    whole = followed(start, command, seconds, lag)
    assert followed(half, command, seconds / 2, lag) == pytest.approx(whole, abs=1e-12)
    assert min(start, command) - 1e-12 <= whole <= max(start, command) + 1e-12


@pytest.mark.parametrize("onset", [-0.0503, 0.0, 0.0707])
def test_each_group_changes_at_its_own_time_to_less_than_a_step(onset: float) -> None:
    model = ArmRaise({"onset": onset})
    model.push()
    for _ in range(round((LEAD + WATCHED) / STEP)):
        model.step()
        time = model.since_movement
        for muscles, start, before, end in (("long", 0.0, 0.2, 0.8), ("deep", onset, 0.3, 0.9)):
            share = math.exp(-max(time - start, 0.0) / 0.03)
            assert model.activations[muscles] == pytest.approx(end + (before - end) * share)


def test_the_spine_is_always_that_of_its_activations() -> None:
    """Stiffness and torques in the world are those of the column, in the middle of a change."""
    model = ArmRaise({"onset": 0.02})
    model.push()
    after(model, LEAD + 0.03)
    long, deep = model.activations.values()
    expected = LumbarSpine(dict.fromkeys(LONG, long) | dict.fromkeys(DEEP, deep)).column()
    assert model.column() == expected
    assert model.world.strands.stiffness == pytest.approx([s.stiffness for s in expected.strands])
    discs = [joint.disc for joint in expected.joints if joint.disc]
    assert model.world.discs.stiffness == pytest.approx([disc.stiffness for disc in discs])
    assert model.world.discs.torques == pytest.approx([disc.torque for disc in discs])


# -- as a model ----------------------------------------------------------------------------


def test_time_counts_from_the_movements_start() -> None:
    model = ArmRaise()
    assert model.since_push is None
    assert model.observe()["time_since_movement"] == -LEAD
    after(model, 0.1)
    assert model.observe()["time_since_movement"] == -LEAD
    model.push()
    assert model.since_push == pytest.approx(-LEAD)
    after(model, LEAD + WATCHED)
    assert model.observe()["time_since_movement"] == pytest.approx(WATCHED)
    assert model.units().keys() == model.observe().keys()


def test_the_reaction_lasts_for_the_pulse_from_the_movements_start() -> None:
    model = ArmRaise({"pulse": 0.05})
    model.push()
    acting = []
    for _ in range(round((LEAD + WATCHED) / STEP)):
        model.step()
        if model.world.moment or model.world.push:
            acting.append(model.since_movement)
            assert (model.world.moment, model.world.push, model.world.push_segment) == (-9, 20, 3)
    assert acting[0] == pytest.approx(STEP)  # seen at the end of the step in which it acts
    assert acting[-1] == pytest.approx(0.05)
    assert len(acting) == 60


@pytest.mark.parametrize("moment", [-0.05, 0.04, 0.3])
def test_a_restored_movement_goes_on_as_it_did(moment: float) -> None:
    """Restored twice bit for bit alike; as the original did but for what the solver adds.

    That finds the joint forces of a restored spine anew, and better than while they change:
    speeds differ by a thousandth of the movement's.
    """
    model = ArmRaise({"onset": 0.06})
    model.push()
    state = after(model, LEAD + moment).snapshot()
    after(model, 0.2)
    twice = []
    for other in (ArmRaise({"lag": 0.1}), ArmRaise()):
        other.restore(state)
        assert other.snapshot() == state
        twice.append(after(other, 0.2).snapshot())
    assert twice[0] == twice[1]
    assert twice[0].activations == model.snapshot().activations
    restored, original = (
        np.array(state.world.bodies).reshape(-1, 6) for state in (twice[0], model.snapshot())
    )
    assert restored[:, :3] == pytest.approx(original[:, :3], abs=5e-5)
    assert restored[:, 3:] == pytest.approx(original[:, 3:], abs=5e-4)


def test_reset_begins_anew() -> None:
    model = ArmRaise({"deep_after": 0.1})
    model.push()
    after(model, 0.7)
    model.reset()
    assert model.snapshot() == ArmRaise({"deep_after": 0.1}).snapshot()


def test_before_the_movement_muscles_are_as_they_are_set() -> None:
    model = ArmRaise()
    model.set("deep_before", 0.5)
    assert model.activations == {"long": 0.2, "deep": 0.5}
    expected = watched(ArmRaise({"deep_before": 0.5})).rotation
    assert watched(model).rotation == pytest.approx(expected, abs=1e-9)


def test_during_the_movement_activation_follows_what_is_set() -> None:
    model = ArmRaise({"onset": 0.2})
    model.push()
    after(model, LEAD + 0.1)
    deep = model.activations["deep"]
    model.set("onset", 0.05)
    assert model.activations["deep"] == deep
    after(model, 0.03)
    assert model.activations["deep"] == pytest.approx(0.9 - 0.6 / math.e, abs=1e-9)


def test_a_bad_setting_changes_nothing() -> None:
    model = ArmRaise()
    before = dict(model.settings)
    for name, value in (("onset", 0.3), ("moment", "nan"), ("hand_load", 1), ("lag", 0)):
        with pytest.raises(ParameterError):
            model.set(name, value)
    assert model.settings == before


def test_after_giving_way_the_movement_is_not_started_again() -> None:
    model = ArmRaise({"deep_before": 0, "deep_after": 0})
    watched(model)
    fell = model.fell_at
    model.push()
    assert model.fell_at == fell


# Whatever the settings, all numbers stay numbers and no joint passes its stop by much.
ANY = st.fixed_dictionaries({p.name: st.floats(p.low, p.high) for p in PARAMETERS})


@given(ANY)
@settings(max_examples=15, deadline=None)
def test_no_settings_drive_the_spine_apart(values: Mapping[str, float]) -> None:
    watch = watched(ArmRaise(values))
    assert all(map(math.isfinite, watch.model.observe().values()))
    assert watch.rotation < 14


@pytest.mark.parametrize("finer", [1, 4])
def test_a_strand_goes_slack_even_if_muscles_change_in_every_step(finer: int) -> None:
    """The finer the step, the less joints bend between two changes."""
    values = {"onset": -0.025, "long_after": 1, "deep_before": 0.22, "deep_after": 0.75}
    values |= {"moment": -6.7, "force": -9.5, "pulse": 0.02, "lag": 0.035}
    model = watched(ArmRaise(values, dt=STEP / finer), STEP / finer).model
    assert isinstance(model, ArmRaise)
    strands = model.world.strands
    over = strands.lengths(model.world.state) - np.array(strands.rest_lengths, dtype=float)
    acting = np.array([spring.stiffness > 0 for spring in strands.springs()])
    certain = np.abs(over) > 2e-4  # m; nearer to slack it is not looked at in every step
    moving = strands.stiffness > 0
    assert (over[moving] < -2e-4).any()
    assert (acting == (over > 0))[certain & moving].all()
