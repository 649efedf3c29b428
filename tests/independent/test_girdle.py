"""The corset at rest, and what its pressure does for the disc."""

import math

import numpy as np
import pytest

from tests.independent.girdle import effort, Girdle
from tests.independent.spine import activations_of, Spine
from tests.independent.states import described

EFFORTS: list[dict[str, float]] = [
    {},
    {"draw_in": 0.6},
    {"draw_in": 1},
    {"brace": 0.5},
    {"brace": 1},
    {"draw_in": 0.4, "brace": 0.3},
    {"depth": 1, "phase": 0.5},
    {"depth": 1, "phase": 0.93, "draw_in": 0.5},
]


@pytest.mark.parametrize("asked", EFFORTS, ids=str)
def test_pressures_are_those_that_cost_least(asked: dict[str, float]) -> None:
    girdle = Girdle(described("corset", {"breathing": 0}))
    names = {"depth": "breath_depth", "phase": "breath_phase"}
    values = {names.get(name, name): value for name, value in asked.items()}
    told = described("corset", {"breathing": 0, **values})
    found = {bag["name"]: bag["pressure"] for bag in told["bags"]}
    assert found == pytest.approx(girdle.pressures(effort(**asked)), rel=1e-5)


# -- the static balance ------------------------------------------------------------

L45 = 1
AREA, DISC, NUCLEUS = 0.02, 18e-4, 1.5
LEANS = {"close": 0.0, "knees": math.radians(45), "round": math.radians(75)}


def test_the_disc_carries_what_a_balance_about_it_says() -> None:
    """Weights and the arm of the back muscles are those of the described spine."""
    told = described("corset", {})
    standing = described("spine", {"long_muscles": 0.05, "deep_muscles": 0.05, "erector_lumbar": 0})
    spine = Spine(standing)
    chain, tone = spine.chain, activations_of(standing)
    masses = chain.masses[L45:]
    weight = float(masses.sum()) * chain.gravity
    place = complex(masses @ (chain.centres[L45:] - chain.pivots[L45]) / masses.sum())
    changes = spine.strands.stretched(chain.posture(np.zeros(6)))[2]
    back = spine.strands.groups.index("erector_spinae")
    arm = abs(float(changes[back, L45]))
    pressure_arm = told["balance"]["pressure_arm"]
    assert pressure_arm == pytest.approx(0.033, abs=5e-4)
    # Without the pressure of that tone: C of the spine has taken it off.
    bare = float(spine.compression(tone)[L45]) + spine.pressure(tone["transversus"]) * AREA
    lift, load = 8500.0 * AREA, 20 * chain.gravity
    at_rest = Girdle(described("corset", {"breathing": 0})).pressures(effort())["abdomen"]
    forces = {"stand": bare - at_rest * AREA}
    for posture, lean in LEANS.items():
        forward = place.real * math.cos(lean) + place.imag * math.sin(lean)
        hands = 0.25 if posture == "close" else 0.42 * math.sin(lean)
        moment = weight * forward + load * hands - lift * pressure_arm
        forces[posture] = (weight + load) * math.cos(lean) + max(0.0, moment / arm) - lift
    found = {row["posture"]: row["ours_MPa"] for row in told["lifting"]}
    expected = {name: NUCLEUS * force / DISC / 1e6 for name, force in forces.items()}
    assert found == pytest.approx(expected, rel=1e-6)
    efforts = [340 + (60 - p * AREA * pressure_arm) / arm - p * AREA for p in (5e3, 10e3)]
    assert told["relief_5_to_10_kPa"] == pytest.approx(1 - efforts[1] / efforts[0], rel=1e-6)
