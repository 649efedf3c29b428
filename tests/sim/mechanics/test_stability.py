"""The stability analysis against closed forms, an independent energy, and the simulation."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sim.blocks.critical import closed_form_crown, closed_form_press, slenderness, survives_nudge
from sim.blocks.parameters import column_of, HEIGHT, settings_of, WIDTH
from sim.mechanics.column import Column, Disc, Joint, Segment, Strand
from sim.mechanics.column import Vector as Point
from sim.mechanics.stability import analyse, critical_press, critical_value, stands
from sim.mechanics.world import upright, World, X
from tests.sim.spine.spines import disc, straight


@pytest.mark.parametrize(
    ("joints", "spacing", "per_degree", "expected"), [(5, 0.036, 0.68, 88), (17, 0.0265, 1.15, 20)]
)
def test_a_straight_column_buckles_at_the_measured_load(
    joints: int, spacing: float, per_degree: float, expected: float
) -> None:
    column = straight(joints, spacing, disc(per_degree), load=0.01, gravity=0.0)
    closed = 4 * math.degrees(per_degree) / spacing * math.sin(math.pi / (4 * joints + 2)) ** 2
    assert critical_press(column) == pytest.approx(closed, rel=1e-9)
    assert closed == pytest.approx(expected, abs=0.5)


@pytest.mark.parametrize("factor", [3.0, 10.0])
def test_one_joint_between_two_muscles(factor: float) -> None:
    """K = (2 F / L) (q r^2 - a b), L = a + b; critical q = a b / r^2."""
    force, arm, above, below = 120.0, 0.05, 0.07, 0.11
    length = above + below
    ends: list[tuple[Point, Point]] = [
        ((side * arm, -below), (side * arm, 0.0)) for side in (-1, 1)
    ]
    column = Column(
        (Segment("below", 0.0, 0.0), Segment("above", 1.0, 0.01)),
        (
            Joint(
                "joint",
                (0.0, 0.0),
                (0.0, -above),
                disc=Disc(0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0),
            ),
        ),
        tuple(
            Strand(
                "muscle",
                "long",
                0,
                1,
                *points,
                factor * force / length,
                length * (1 - 1 / factor),
                0.0,
            )
            for points in ends
        ),
        press=0.0,
        guided=False,
        gravity=0.0,
    )
    expected = 2 * force / length * (factor * arm**2 - above * below)
    assert analyse(column).stiffness == pytest.approx(expected, rel=1e-12)
    assert (expected > 0) == (factor > above * below / arm**2)


Vector = NDArray[np.float64]


def independent_energy(column: Column, joint_angles: Vector) -> float:
    """Potential energy written without the program's kinematics, block by block."""
    angles = np.concatenate(([0.0], np.cumsum(joint_angles)))
    radius = column.joints[0].radius
    up = [np.array([-math.sin(a), math.cos(a)]) for a in angles]
    right = [np.array([math.cos(a), math.sin(a)]) for a in angles]
    places = [np.array(column.base)]
    for i in range(len(joint_angles)):
        middle = (angles[i] + angles[i + 1]) / 2
        normal = np.array([-math.sin(middle), math.cos(middle)])
        centre_below = places[i] + (HEIGHT / 2 - radius) * up[i]
        centre_above = centre_below + 2 * radius * normal
        places.append(centre_above + (HEIGHT / 2 - radius) * up[i + 1])
    energy = column.press * places[-1][1]
    for segment, place in list(zip(column.segments, places, strict=True))[1:]:
        energy += segment.mass * column.gravity * place[1]
    for strand in column.strands:
        (xb, yb), (xa, ya) = strand.point_below, strand.point_above
        low = places[strand.below] + xb * right[strand.below] + yb * up[strand.below]
        high = places[strand.above] + xa * right[strand.above] + ya * up[strand.above]
        stretch = max(0.0, math.dist(low, high) - strand.rest_length)
        energy += strand.stiffness * stretch**2 / 2
    return float(energy)


def numeric_hessian(column: Column, n: int, step: float) -> Vector:
    """Second derivative of the independent energy by central differences."""
    numeric = np.zeros((n, n))
    for j in range(n):
        for k in range(n):
            for a, b in itertools.product((-1, 1), repeat=2):
                angles = np.zeros(n)
                angles[j] += a * step
                angles[k] += b * step
                numeric[j, k] += a * b * independent_energy(column, angles)
    return numeric / (4 * step**2)


@given(
    blocks=st.integers(4, 9),
    press=st.floats(0, 300),
    curvature=st.floats(1, 33.3),
    stiffness=st.floats(500, 30000),
    tape=st.sampled_from(["none", "all", "1,2", "2,4,5"]),
)
@hypothesis_settings(max_examples=25, deadline=None)
def test_stiffness_matrix_is_the_second_derivative_of_the_energy(
    blocks: int, press: float, curvature: float, stiffness: float, tape: str
) -> None:
    column = column_of(
        settings_of(
            {
                "blocks": blocks,
                "press": press,
                "crown_curvature": curvature,
                "tape": tape,
                "tape_stiffness": stiffness,
            }
        )
    )
    fine, coarse = (numeric_hessian(column, blocks + 1, step) for step in (2e-4, 4e-4))
    numeric = fine + (fine - coarse) / 3  # without the error of second order
    exact = analyse(column).stiffness
    assert np.abs(exact - numeric).max() <= 1e-6 * max(1.0, np.abs(exact).max())


@pytest.mark.parametrize("blocks", range(4, 10))
def test_weightless_untaped_crown_is_the_closed_form(blocks: int) -> None:
    """Without weight, 2 / Lambda is the radius at which the sign changes, at every press."""
    for press in (5.0, 60.0, 300.0):
        for factor, expected in ((0.999, False), (1.001, True)):
            curvature = slenderness(blocks) / 2 / factor
            values = {"blocks": blocks, "press": press, "crown_curvature": curvature}
            assert stands(column_of(settings_of(values), gravity=0.0)) is expected


@pytest.mark.parametrize("blocks", range(4, 10))
def test_weightless_taped_press_is_the_closed_form(blocks: int) -> None:
    """The strips' pull presses the joints together and adds up to 2 % to the closed form."""
    values = {"blocks": blocks, "tape": "all", "tape_stiffness": 3000}
    exact, _ = closed_form_press(settings_of(values))
    found = critical_press(column_of(settings_of(values), gravity=0.0))
    if exact is None:
        assert found == math.inf
    else:
        assert found == pytest.approx(exact, rel=0.02)


def test_strips_that_are_not_stretched_give_the_closed_form_exactly() -> None:
    settings = settings_of({"tape": "all", "tape_stiffness": 3000})
    column = column_of(settings, gravity=0.0)
    just_taut = HEIGHT / 2 * (1 - 1e-9)
    column = replace(
        column, strands=tuple(replace(s, rest_length=just_taut) for s in column.strands)
    )
    assert critical_press(column) == pytest.approx(closed_form_press(settings)[0], rel=1e-6)


def test_taped_crown_has_a_closed_form() -> None:
    settings = settings_of({"tape": "all", "tape_stiffness": 1000, "press": 100})
    exact, _ = closed_form_crown(settings)
    found = critical_value(
        lambda curvature: column_of({**settings, "crown_curvature": curvature}, gravity=0.0),
        *(0.0, 33.3),
    )
    assert found == pytest.approx(exact, rel=0.02)


@pytest.mark.parametrize(("press", "tape"), [(5, "none"), (60, "none"), (300, "none")])
def test_the_simulation_departs_at_the_predicted_rate(press: float, tape: str) -> None:
    column = column_of(settings_of({"press": press, "tape": tape}))
    rate = analyse(column).growth_rates[0]
    world = World(column, upright(column, ()))
    world.push_segment = 3
    times, places = [], []
    while abs(world.state[2, X]) < 1e-3:
        world.push = 1e-4 if world.time < 0.02 else 0.0
        world.step()
        if abs(world.state[2, X]) > 2e-5:
            times.append(world.time)
            places.append(math.log(abs(world.state[2, X])))
    slope = np.polyfit(times, places, 1)[0]
    assert slope == pytest.approx(rate, rel=0.05)


def test_the_mode_is_that_of_the_simulation() -> None:
    column = column_of(settings_of({"press": 100}))
    world = World(column, upright(column, ()))
    world.push_segment = 3
    while abs(world.state[2, X]) < 1e-3:
        world.push = 1e-4 if world.time < 0.02 else 0.0
        world.step()
    turns = np.diff(np.concatenate(([0.0], world.state[:-1, 2])))
    mode = analyse(column).slowest
    assert abs(turns @ mode) / np.linalg.norm(turns) / np.linalg.norm(mode) > 0.99


def test_more_press_never_helps_crowned_blocks_and_more_tape_never_harms() -> None:
    def lowest(**values: object) -> float:
        return float(analyse(column_of(settings_of(values))).eigenvalues[0])

    presses = [lowest(press=press, tape="all") for press in range(0, 301, 50)]
    assert presses == sorted(presses, reverse=True)
    tapes = [lowest(press=200, tape="all", tape_stiffness=s) for s in (500, 2000, 10000, 30000)]
    assert tapes == sorted(tapes)


def test_one_sided_tape_pulls_the_stack_over_where_theory_says_so() -> None:
    found = analyse(column_of(settings_of({"press": 100, "tape": "1,2l,4"})))
    assert not found.balanced
    assert not found.stable
    column = column_of(settings_of({"tape": "1,2l,4"}))
    limit = critical_press(column)
    assert limit is not None
    assert survives_nudge(replace(column, press=0.9 * limit), 3)
    assert not survives_nudge(replace(column, press=1.1 * limit), 3)


def test_one_strip_missing_moves_the_balance_a_little() -> None:
    found = analyse(column_of(settings_of({"press": 100, "tape": "1l,2,3,4,5,6"})))
    assert found.balanced
    assert found.stable
    assert 0 < np.abs(found.equilibrium).max() < math.radians(2)


def test_flat_faces_do_not_roll() -> None:
    flat = column_of(settings_of({"crown_curvature": 0}))
    assert stands(flat)
    assert critical_press(flat) == math.inf
    with pytest.raises(ValueError, match="flat"):
        analyse(flat)


def test_strips_sit_at_the_sides() -> None:
    column = column_of(settings_of({"tape": "3r"}))
    assert [s.name for s in column.strands] == ["strip 3r"]
    assert column.strands[0].point_below == (WIDTH / 2, HEIGHT / 4)
