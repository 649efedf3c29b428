"""Lifting is a static balance: its figures, its misses, and what the pressure carries."""

import math

import pytest

from sim.corset.lifting import (
    disc_force,
    disc_pressure,
    joint_stiffness,
    lifting_table,
    POSTURES,
    relief,
    trunk,
)
from sim.corset.rest import rest_pressure
from sim.spine.disc_pressure import TRUNK_AREA
from sim.spine.muscles import activation_at, pressure
from tests.sim.corset.corsets import seen


def test_pressure_carries_part_of_the_trunk() -> None:
    for values in ({}, {"draw_in": 1}, {"brace": 1}):
        found = seen(**values)
        bare = trunk().standing_force
        at_rest = bare - rest_pressure() * TRUNK_AREA
        assert found["disc_force"] == pytest.approx(bare - found["pressure"] * TRUNK_AREA)
        assert found["disc_pressure"] == disc_pressure(found["disc_force"])
        assert found["relief"] == pytest.approx(1 - found["disc_force"] / at_rest)


def test_standing_is_that_of_the_lumbar_spine() -> None:
    assert trunk().standing_force == pytest.approx(570, abs=5)
    assert disc_pressure(trunk().standing_force) == pytest.approx(0.47e6, abs=5e3)


def test_stiffness_follows_the_pressure_as_in_the_lumbar_spine() -> None:
    assert joint_stiffness(0.0) == joint_stiffness(pressure(0.0)) == 40
    assert joint_stiffness(pressure(0.5)) == pytest.approx(50)
    assert joint_stiffness(pressure(1.0)) == joint_stiffness(20e3) == 60
    assert activation_at(pressure(0.3)) == pytest.approx(0.3)


def test_lifting_is_reported_with_its_misses() -> None:
    table = {row["posture"]: row for row in lifting_table()}
    assert list(table) == ["stand", "close", "knees", "round"]
    assert [row["measured_MPa"] for row in table.values()] == [0.5, 1.1, 1.7, 2.3]
    ours = [row["ours_MPa"] for row in table.values()]
    assert ours == sorted(ours)
    for row in table.values():
        assert row["miss_percent"] == pytest.approx(
            100 * (row["ours_MPa"] / row["measured_MPa"] - 1)
        )
        lifts = POSTURES[str(row["posture"])].lifts
        assert (row["at_rest_pressure_MPa"] > row["ours_MPa"]) == lifts
    # What came of it, kept here so that a change is seen; it is no agreement.
    misses = [row["miss_percent"] for row in table.values()]
    assert misses == pytest.approx([-8.3, -32.5, -7.0, -17.1], abs=0.1)


def test_lifting_balances_by_hand() -> None:
    """Round back, 20 kg, 8.5 kPa, with the arms written out."""
    body, lean = trunk(), math.radians(75)
    arm = body.forward * math.cos(lean) + body.up * math.sin(lean)
    moment = 42 * 9.81 * arm + 20 * 9.81 * 0.42 * math.sin(lean)
    back = (moment - 8500 * 0.02 * body.pressure_arm) / body.arm
    force = 62 * 9.81 * math.cos(lean) + back - 8500 * 0.02
    assert disc_force(POSTURES["round"], 20, 8500) == pytest.approx(force)
    assert body.weight == pytest.approx(42 * 9.81)
    assert body.up == pytest.approx(0.31, abs=0.005)


def test_relief_from_5_to_10_kpa_is_near_the_published_one() -> None:
    """18 to 31 % were published, 21 % for an effort of the back; this model reaches 15 %."""
    assert relief() == pytest.approx(0.153, abs=0.002)
