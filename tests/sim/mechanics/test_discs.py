"""Discs: they stiffen when bent, and their stop neither drives a spine nor throws it back."""

import math

import numpy as np
import pytest

from sim.mechanics.column import Array
from sim.mechanics.world import ANGLE, STEP, upright, World
from sim.spine.model import LumbarSpine
from tests.sim.spine.spines import disc, straight

WATCHED = 0.01  # s in which energy may not rise
FALLS: list[dict[str, object]] = [
    {"long_muscles": 0.0},
    {"long_muscles": 0.3},
    {"long_muscles": 0.8},
    {"long_muscles": 1.0},
    {"long_muscles": 0.1, "hand_load": 20},
    {"long_muscles": 0.8, "push": 50},
    {"long_muscles": 0.05, "push": 30, "push_level": "thorax"},
    {"long_muscles": 0.5, "disc_stiffness": 10, "short_range_stiffness": 40},
]


@pytest.mark.parametrize(("cubic", "expected"), [(True, "little"), (False, "far")])
def test_after_buckling_the_stiffening_disc_bends_little(cubic: bool, expected: str) -> None:
    """100 N on the straight column: found 40 degrees with a linear spring, less than 5 without."""
    column = straight(5, 0.036, disc(0.68, cubic=cubic), load=100 / 9.81, gravity=9.81)
    world = World(column, upright(column, ()))
    world.push_segment = 5
    for step in range(20 * 1200):
        world.push = 1.0 if step < 60 else 0.0
        world.step()
    top = math.degrees(float(world.state[-2, ANGLE]))
    if expected == "little":
        assert np.degrees(np.abs(world.discs.bends)).max() < 5
    else:
        assert abs(top) > 30


# -- the stop ------------------------------------------------------------------------


def fallen(
    values: dict[str, object], seconds: float, finer: int = 1, iterations: int | None = None
) -> tuple[Array, Array]:
    """Energy less the push's work [J], and the trunk's lean [degrees], at every `STEP`."""
    spine = LumbarSpine(values, dt=STEP / finer, iterations=iterations)
    spine.push()
    seen = []
    for step in range(1, round(seconds / STEP) * finer + 1):
        spine.step()
        if step % finer == 0:
            world = spine.world
            seen.append((world.energy() - world.push_work, world.state[-2, ANGLE]))
    energy, lean = np.array(seen).T
    return energy, np.degrees(lean)


@pytest.mark.parametrize("values", FALLS, ids=str)
def test_energy_never_rises_by_itself(values: dict[str, object]) -> None:
    energy, _ = fallen(values, 3.0)
    window = round(WATCHED / STEP)
    rises = [energy[i : i + window + 1].max() - energy[i] for i in range(len(energy) - window)]
    assert max(rises) < 0.5


@pytest.mark.parametrize("values", [FALLS[0], FALLS[4]], ids=str)
def test_the_first_rebound_is_that_of_a_fine_solver(values: dict[str, object]) -> None:
    rebounds = []
    for finer, iterations in ((1, None), (4, 400)):
        _, lean = fallen(values, 2.5, finer, iterations)
        lean = np.abs(lean)
        furthest = int(np.argmax(lean[: round(2.3 / STEP)]))
        rebounds.append(lean[furthest] - lean[furthest:].min())
    assert rebounds[0] > 1
    assert rebounds[0] == pytest.approx(rebounds[1], rel=0.15)
