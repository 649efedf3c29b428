"""Where a membrane is in balance, against its forces and against what comes to rest in time."""

import numpy as np
import pytest

from sim.corset.effort import Effort
from sim.corset.rest import settled
from sim.corset.ring import Ring
from sim.corset.section import section, tuned
from sim.mechanics.column import Array
from sim.mechanics.membrane import Membrane
from sim.mechanics.membrane_balance import BALANCED, balanced
from sim.mechanics.world import STEP
from tests.sim.corset.corsets import fastest

PARTED = 0.0


def membrane(asked: Effort) -> Membrane:
    found = Membrane(section())
    found.passive, found.active, found.free_areas = tuned(asked)
    return found


def efforts(count: int) -> list[Effort]:
    """Any efforts; every third one with left and right parted."""
    source = np.random.default_rng(5)
    shares = source.uniform(size=(count, 3)) * source.integers(0, 2, (count, 3))
    return [
        Effort(transversus, obliques, lid, joined=PARTED if number % 3 == 0 else 1.0)
        for number, (transversus, obliques, lid) in enumerate(shares.tolist())
    ]


def pulled(found: Membrane, places: Array) -> Array:
    """The forces there, of a membrane that stands still [N]."""
    return found.look(places, np.zeros_like(places), 0.0)


@pytest.mark.parametrize("spread", [0.0, 1e-3, 1e-2])
@pytest.mark.parametrize("joined", [PARTED, 0.4, 1.0])
def test_the_stiffness_is_what_forces_lose_by_a_small_move(spread: float, joined: float) -> None:
    """With 10 mm of disorder many links are slack, and bags of no pressure."""
    found = membrane(Effort(0.3, 0.2, 0.5, joined))
    free = found.plan.free
    source = np.random.default_rng(3)
    places = found.plan.places.copy()
    places[:free] += spread * source.normal(size=(free, 2))
    stiffness = found.stiffness(places)
    assert stiffness == pytest.approx(stiffness.T, abs=1e-6)
    for _ in range(20):
        move = np.zeros_like(places)
        move[:free] = 1e-9 * source.normal(size=(free, 2))
        lost = pulled(found, places - move) - pulled(found, places + move)
        told = 2 * stiffness @ move[:free].ravel()
        assert lost.ravel() == pytest.approx(told, rel=1e-4, abs=1e-9)


def test_no_force_is_left_and_no_move_would_be_helped_on() -> None:
    for asked in efforts(60):
        found = membrane(asked)
        places = balanced(found)
        assert np.abs(pulled(found, places)).max() < BALANCED, asked
        assert np.linalg.eigvalsh(found.stiffness(places))[0] > 0, asked


@pytest.mark.parametrize("asked", efforts(6), ids=str)
def test_it_is_where_a_ring_comes_to_rest_in_time(asked: Effort) -> None:
    ring = Ring(section(), STEP)
    ring.tune(*tuned(asked))
    while fastest(ring) > 1e-7 or ring.steps < 100:
        ring.step()
    found = np.array(settled(asked).bodies).reshape(-1, 4)
    assert np.abs(found[:, :2] - ring.places[: len(found)]).max() < 1e-7
