"""The corset: pressures that were measured, Laplace in the section, and anything sliders can do."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.experiment.protocols import Readings
from scenes.experiment.timeline.playback import Playback
from sim.corset.effort import OUT_FROM, OUT_TO
from sim.corset.lifting import POSTURES
from sim.corset.model import Corset
from sim.corset.parameters import PARAMETERS
from sim.corset.rest import rest_places
from sim.corset.section import (
    BELT,
    BELT_LINKS,
    EDGES,
    FREE,
    LINEA_ALBA,
    MIDLINE,
    RAPHE,
    section,
    SPINE,
)
from sim.mechanics.world import STEP
from sim.parameter import ParameterError
from tests.sim.corset.corsets import fastest, held, seen

END_OUT = (OUT_FROM + OUT_TO) / 2


def run(corset: Corset, seconds: float, dt: float = STEP) -> None:
    for _ in range(round(seconds / dt)):
        corset.step()


# -- pressures that were measured ---------------------------------------------------


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ({}, 0.5, 2.5),
        ({"breath_phase": 0.5}, 0.5, 2.5),
        ({"breath_phase": 0.5, "breath_depth": 1}, 0.5, 2.5),
        ({"draw_in": 0.7}, 2, 3),
        ({"draw_in": 1}, 2, 3),
        ({"brace": 0.5}, 4.5, 5.5),
        ({"brace": 0.8}, 7, 10),
        ({"brace": 1}, 7, 10),
    ],
    ids=str,
)
def test_pressures_are_those_that_were_measured(
    values: dict[str, object], low: float, high: float
) -> None:
    assert low <= seen(**values)["pressure"] / 1000 <= high


def test_drawn_in_the_pressure_stays_in_its_band_through_a_quiet_breath() -> None:
    corset = held(draw_in=1)
    corset.push()
    pressures = []
    for _ in range(round(float(corset.settings["breath_time"]) / STEP)):
        corset.step()
        pressures.append(corset.pressure)
    assert 2000 < min(pressures) < max(pressures) < 3000


def test_drawing_in_draws_the_belly_in_and_raises_the_pressure() -> None:
    found = [seen(draw_in=level) for level in (0, 0.25, 0.5, 0.75, 1)]
    for name in ("pressure", "navel_in", "tension", "compartment_pressure", "joint_stiffness"):
        values = [one[name] for one in found]
        assert values == sorted(values), name
    forces = [one["disc_force"] for one in found]
    assert forces == sorted(forces, reverse=True)
    assert found[0]["navel_in"] == pytest.approx(0, abs=1e-6)
    assert 0.004 < found[-1]["navel_in"] < 0.015


def test_breathing_in_brings_the_belly_out() -> None:
    quiet, deep = (seen(breath_phase=0.5, breath_depth=depth) for depth in (0.3, 1))
    assert -0.008 < quiet["navel_in"] < -0.003
    assert deep["navel_in"] < 2 * quiet["navel_in"]
    assert quiet["transversus"] == deep["transversus"] == 0


def test_only_a_deep_breath_out_activates_transversus_and_at_its_end() -> None:
    assert seen(breath_phase=END_OUT, breath_depth=0.3)["transversus"] == 0
    assert seen(breath_phase=END_OUT, breath_depth=1)["transversus"] == pytest.approx(0.25)
    corset = Corset({"breath_depth": 1})
    corset.push()
    trace = []
    for _ in range(round(5 / STEP)):
        corset.step()
        trace.append((corset.phase, corset.effort.transversus, corset.pressure))
    phases, active, _ = np.array(trace).T
    assert active[(phases > 0.2) & (phases < OUT_FROM)].max() < 0.01
    assert phases[active.argmax()] == pytest.approx(END_OUT, abs=0.02)
    assert active.max() > 0.23


# -- the ring -------------------------------------------------------------------------


@pytest.mark.parametrize("values", [{}, {"draw_in": 1}, {"brace": 1}, {"breath_phase": 0.5}])
def test_the_section_obeys_laplace(values: dict[str, object]) -> None:
    corset = held(**values)
    found = corset.observe()
    tensions = corset.ring.membrane.tensions[:BELT_LINKS]
    assert tensions == pytest.approx(found["pressure"] * found["radius"], rel=0.02)


def test_pull_and_pressure_balance_where_belt_and_fascia_meet() -> None:
    corset = held(draw_in=1)
    membrane = corset.ring.membrane
    forces = membrane.look(corset.places, np.zeros_like(corset.places), 0.0)
    assert np.abs(forces).max() < 1e-6
    sheet = membrane.tensions[BELT_LINKS:]
    assert sheet.min() >= 0
    assert sheet.max() > membrane.tensions[0]


@pytest.mark.parametrize("values", [{}, {"draw_in": 1}, {"brace": 1}, {"breath_phase": 0.5}])
def test_left_is_as_right(values: dict[str, object]) -> None:
    belt = held(**values).places[:BELT]
    assert np.allclose(belt[::-1] * (-1, 1), belt, atol=1e-6)


def test_parted_left_and_right_hold_hardly_any_pressure() -> None:
    joined = held(draw_in=1)
    before = joined.observe()
    joined.set("joined", 0)
    run(joined, 3)
    after = joined.observe()
    assert after["pressure"] < before["pressure"] / 3
    assert after["gap"] > 20 * before["gap"]
    assert after["disc_force"] > before["disc_force"]
    # Drawing in closes nothing: the halves only come further apart.
    assert seen(joined=0, draw_in=1)["gap"] > 2 * seen(joined=0)["gap"]
    joined.set("joined", 1)
    run(joined, 3)
    assert joined.observe()["pressure"] == pytest.approx(before["pressure"], rel=1e-3)


def test_back_muscles_and_belt_form_one_tube() -> None:
    """The fascia around the back muscles is pulled by the belt: both pressures rise together."""
    rest, drawn = seen(), seen(draw_in=1)
    gained = drawn["compartment_pressure"] - rest["compartment_pressure"]
    assert gained > drawn["pressure"] - rest["pressure"] > 0


def test_the_section_is_tied_to_the_spine() -> None:
    plan = section()
    corset = held(brace=1)
    assert (corset.places[SPINE:] == plan.places[SPINE:]).all()
    assert plan.free == FREE == SPINE
    assert plan.places[0] == pytest.approx(RAPHE)
    assert np.abs(rest_places()[0] - RAPHE).max() < 0.004
    assert plan.places[EDGES, 0] == pytest.approx([LINEA_ALBA, -LINEA_ALBA])
    assert plan.links[MIDLINE] == tuple(pairwise(range(EDGES[0], EDGES[1] + 1)))


def test_the_work_of_a_breath_adds_up() -> None:
    """Over a whole quiet breath the fibre gets back what it gave; the lid pays for the drag."""
    corset = Corset({"breath_depth": 0.3})
    run(corset, 5)
    before = corset.observe()
    run(corset, 5)
    after = corset.observe()
    fibre, content = (after[name] - before[name] for name in ("fibre_work", "content_work"))
    assert after["pressure"] == pytest.approx(before["pressure"], rel=1e-3)
    assert fibre == pytest.approx(0, abs=1e-6)
    assert 0 < content < 0.01


# -- the contract ----------------------------------------------------------------------


def test_a_breath_begins_with_a_push() -> None:
    corset = held(breath_time=2)
    run(corset, 0.5)
    assert corset.phase == 0
    assert corset.since_push is None
    corset.push()
    run(corset, 1)
    assert corset.phase == pytest.approx(0.5, abs=1e-3)
    assert corset.since_push == pytest.approx(1)
    run(corset, 1.5)
    assert corset.phase == 0


def test_the_breath_can_be_dragged() -> None:
    corset = held()
    corset.push()
    corset.set("breath_phase", 0.5)
    run(corset, 2)
    assert corset.phase == 0.5
    assert corset.observe()["pressure"] == pytest.approx(
        seen(breath_phase=0.5)["pressure"], rel=1e-3
    )
    corset.set("breathing", 1)
    run(corset, 1)
    assert corset.phase == pytest.approx(0.7)


def test_it_begins_at_rest_and_stays_there() -> None:
    for values in ({}, {"draw_in": 0.6}, {"brace": 1}, {"joined": 0}):
        corset = held(**values)
        start = corset.places.copy()
        run(corset, 0.5)
        assert np.abs(corset.places - start).max() < 1e-6


def test_it_comes_to_rest_from_anything() -> None:
    corset = held(brace=1, draw_in=1)
    corset.set("brace", 0)
    corset.set("draw_in", 0)
    run(corset, 4)
    assert fastest(corset.ring) < 1e-6
    assert np.abs(corset.places - rest_places()).max() < 1e-5


def test_half_the_step_changes_little() -> None:
    found = []
    for dt in (STEP, STEP / 2):
        corset = Corset({"breath_depth": 1, "draw_in": 0.5}, dt=dt)
        run(corset, 0.3, dt)
        corset.set("brace", 1)
        run(corset, 0.2, dt)
        found.append((corset.places.copy(), corset.pressure))
    (coarse, p_coarse), (fine, p_fine) = found
    assert np.abs(coarse - fine).max() < 2e-4
    assert p_coarse == pytest.approx(p_fine, rel=0.02)


def test_two_runs_are_bit_for_bit_equal_and_reset_equals_fresh() -> None:
    states = []
    used = Corset({"draw_in": 1})
    run(used, 0.3)
    used.set("brace", 0.5)
    used.push()
    run(used, 0.2)
    used.reset()
    for corset in (Corset(used.settings), Corset(used.settings), used):
        corset.push()
        run(corset, 0.4)
        states.append(corset.snapshot())
    assert states[0] == states[1] == states[2]


def test_a_restored_corset_goes_on_bit_for_bit() -> None:
    corset, other = Corset({"breath_depth": 1}), Corset({"joined": 0})
    corset.push()
    run(corset, 0.3)
    corset.set("draw_in", 0.7)
    kept = corset.snapshot()
    run(corset, 0.3)
    other.restore(kept)
    run(other, 0.3)
    assert other.snapshot() == corset.snapshot()


def test_a_bad_value_changes_nothing() -> None:
    corset = held()
    before = corset.snapshot()
    for name, value in [("draw_in", 1.1), ("joined", 0.5), ("posture", "sit"), ("drawin", 1)]:
        with pytest.raises(ParameterError):
            corset.set(name, value)
    assert corset.snapshot() == before


def test_every_measurement_has_a_unit() -> None:
    corset = Corset()
    assert list(corset.observe()) == list(corset.units())


# -- anything the sliders can do -------------------------------------------------------


def values_of(name: str) -> st.SearchStrategy[Any]:
    (parameter,) = (p for p in PARAMETERS if p.name == name)
    if parameter.canonical:
        return st.sampled_from(list(POSTURES))
    if parameter.whole:
        return st.integers(int(parameter.low), int(parameter.high))
    return st.floats(parameter.low, parameter.high)


ANYTHING = st.fixed_dictionaries({}, optional={p.name: values_of(p.name) for p in PARAMETERS})


@given(before=ANYTHING, after=ANYTHING)
@settings(max_examples=25, deadline=None)
def test_anything_the_sliders_can_do_stays_finite_and_bounded(
    before: dict[str, object], after: dict[str, object]
) -> None:
    corset = Corset(before)
    corset.push()
    for step in range(1200):
        if step == 400:
            for name, value in after.items():
                corset.set(name, value)
        corset.step()
        if step % 40 == 0:
            found = corset.observe()
            assert all(map(math.isfinite, found.values()))
            assert 0 <= found["pressure"] < 13e3
            assert 0 <= found["tension"] < 2000
            assert np.abs(corset.places).max() < 0.2
            assert found["disc_force"] > 0
            assert 40 <= found["joint_stiffness"] <= 60
            assert corset.ring.membrane.tensions.min() >= 0


def test_a_window_can_play_it() -> None:
    """It has what a scene asks of a model; its time passes and can be looked back to."""
    playback = Playback(Corset({"breath_time": 2}), CorsetMoment, 1.0)
    playback.model.push()
    playback.skip(2400)
    assert playback.moment.since_push == pytest.approx(2)
    playback.look_back(1.0)
    assert playback.shown.phase == pytest.approx(0.5, abs=0.01)
    assert playback.shown.pressure > playback.moment.pressure
    playback.again()
    assert playback.moment.since_push is None


class CorsetMoment:
    """As a scene would record it."""

    def __init__(self, corset: Corset) -> None:
        self.time = corset.time
        self.since_push = corset.since_push
        self.settings = corset.settings
        self.fallen = corset.fallen
        self.phase, self.pressure = corset.phase, corset.pressure

    def readings(self) -> Readings:
        """Nothing is looked at."""
        return {}
