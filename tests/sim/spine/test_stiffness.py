"""The lumbar spine against the design's figures, closed forms and an independent energy."""

import itertools
import json
import math
from dataclasses import replace

import numpy as np
import pytest

from sim.mechanics.column import Column, Disc, Joint, Segment, Strand, Vector
from sim.mechanics.stability import analyse, critical_press
from sim.mechanics.world import ANGLE, upright, World
from sim.parameter import ParameterError
from sim.spine.activation import ActivationLaw
from sim.spine.anatomy import column_of, neutral_stiffness, pivots, tilts
from sim.spine.model import LumbarSpine
from sim.spine.muscles import muscles
from sim.spine.parameters import JOINTS, NAMES, settings_of
from sim.study.describe import describe
from tests.sim.spine.spines import numeric_hessian, place, straight
from tests.sim.spine.spines import Vector as Vector2

LONG = (0, 0.05, 0.10, 0.15, 0.20, 0.30, 0.40, 0.60, 0.80, 1.00)
TABLE = {
    0.0: (-530, -398, -269, -147, -70, -71, -90, -131, -173, -214),
    0.2: (-406, -274, -143, -26, 2, -14, -33, -74, -115, -156),
    0.5: (-265, -151, -55, 4, 25, 27, 20, -6, -40, -78),
    1.0: (-151, -78, -24, 12, 31, 42, 41, 34, 23, 7),
}


def random_settings(seed: int) -> dict[str, object]:
    random = np.random.default_rng(seed)
    return {
        **{
            name: random.uniform(0, 1)
            for name in ("multifidus", "transversus", "erector_spinae", "abdominals")
        },
        "hand_load": random.uniform(0, 20),
        "disc_stiffness": random.uniform(10, 150),
        "short_range_stiffness": random.uniform(2, 40),
    }


# -- geometry and data ------------------------------------------------------------


def test_pivots_stand_where_the_design_has_them() -> None:
    expected = [(0, 0), (12.7, 34.8), (16.5, 71.6), (13.9, 108.5), (7.5, 144.9), (-1.4, 180.8)]
    assert np.allclose(pivots() * 1000, expected, atol=0.06)
    assert np.allclose(np.degrees(tilts()), [-42, -20, -6, 4, 10, 14, 0])


def test_strands_are_the_published_ones() -> None:
    forces: dict[str, float] = {}
    for muscle in muscles():
        forces[muscle.group] = forces.get(muscle.group, 0.0) + muscle.fmax
    assert forces == {"multifidus": 1044, "erector_spinae": 1404, "abdominals": 1274}


def test_the_column_has_its_strands_where_an_independent_chain_has_them() -> None:
    column = column_of(settings_of({}))
    origins = column.neutral_origins()
    for strand, muscle in zip(column.strands, muscles(), strict=True):
        for segment, point, name, local in (
            (strand.below, strand.point_below, muscle.below, muscle.point_below),
            (strand.above, strand.point_above, muscle.above, muscle.point_above),
        ):
            there = place(NAMES.index(name), np.array(local), np.zeros(6))
            assert np.allclose(origins[segment] + point, there, atol=1e-12)


# -- the stiffness matrix ------------------------------------------------------------


@pytest.mark.parametrize("multifidus", TABLE)
def test_smallest_eigenvalues_are_those_of_the_design(multifidus: float) -> None:
    for long, expected in zip(LONG, TABLE[multifidus], strict=True):
        settings = settings_of({"multifidus": multifidus, "long_muscles": long})
        smallest = float(analyse(column_of(settings)).eigenvalues[0])
        assert smallest == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("seed", range(50))
def test_stiffness_is_the_second_derivative_of_an_independent_energy(seed: int) -> None:
    settings = settings_of(random_settings(seed))
    found = analyse(column_of(settings)).stiffness
    numeric = numeric_hessian(settings)
    assert np.abs(found - numeric).max() <= 1e-6 * np.abs(numeric).max()
    assert np.allclose(neutral_stiffness(settings), found, rtol=1e-12, atol=1e-9)


@pytest.mark.parametrize("seed", range(10))
def test_neutral_posture_is_in_balance(seed: int) -> None:
    found = analyse(column_of(settings_of(random_settings(seed))))
    assert found.balanced
    assert np.abs(found.equilibrium).max() == 0


def test_mass_matrix_is_that_of_the_independent_chain() -> None:
    found = analyse(column_of(settings_of({"hand_load": 7}))).mass
    step = 1e-5
    points = [(i, np.zeros(2)) for i in range(1, 6)] + [(6, np.array([0.0, 0.22]))]
    masses = [2.0] * 5 + [41.0]
    inertias = [0.008] * 5 + [34 * 0.3**2]
    expected = np.zeros((6, 6))
    for (segment, point), mass, inertia in zip(points, masses, inertias, strict=True):
        slope = np.array(
            [
                (place(segment, point, step * row) - place(segment, point, -step * row)) / 2 / step
                for row in np.eye(6)
            ]
        )
        turns = (np.arange(6) < segment).astype(float)
        expected += mass * slope @ slope.T + inertia * np.outer(turns, turns)
    assert np.allclose(found, expected, rtol=1e-6)


@pytest.mark.parametrize(
    ("factor", "alike", "chosen"), [(10.0, 103, 96), (20.0, 84, 78)], ids=["q=10", "q=20"]
)
def test_stiffer_discs_let_long_muscles_stand_alone(
    factor: float, alike: float, chosen: float
) -> None:
    """From which disc stiffness [N m/rad], both long muscles alike or each chosen by itself."""

    def stiffness(**values: float) -> Vector2:
        return neutral_stiffness(settings_of({"short_range_stiffness": factor, **values}))

    bare = stiffness(long_muscles=0)
    back = stiffness(long_muscles=0, erector_spinae=1) - bare
    belly = stiffness(long_muscles=0, abdominals=1) - bare
    levels = np.linspace(0, 1, 201)
    disc = 40.0  # part of every stiffness on the diagonal

    def needed(states: Vector2) -> float:
        return disc - float(np.linalg.eigvalsh(states)[:, 0].max())

    together = levels[:, None, None]
    assert needed(bare + together * (back + belly)) == pytest.approx(alike, abs=0.6)
    grid = bare + levels[:, None, None, None] * back + levels[None, :, None, None] * belly
    assert needed(grid.reshape(-1, 6, 6)) == pytest.approx(chosen, abs=0.6)


# -- closed forms --------------------------------------------------------------------


def disc(per_degree: float, *, cubic: bool = True, stop: float = math.pi) -> Disc:
    flexion, extension = (1900.0, 7900.0) if cubic else (0.0, 0.0)
    return Disc(math.degrees(per_degree), flexion, extension, 0.23, stop, 0.0)


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


@pytest.mark.parametrize("factor", [3.0, 10.0])
def test_one_joint_between_two_muscles(factor: float) -> None:
    """K = (2 F / L) (q r^2 - a b), L = a + b; critical q = a b / r^2."""
    force, arm, above, below = 120.0, 0.05, 0.07, 0.11
    length = above + below
    ends: list[tuple[Vector, Vector]] = [
        ((side * arm, -below), (side * arm, 0.0)) for side in (-1, 1)
    ]
    column = Column(
        (Segment("below", 0.0, 0.0), Segment("above", 1.0, 0.01)),
        (Joint("joint", (0.0, 0.0), (0.0, -above), disc=Disc(0.0, 0.0, 0.0, 0.0, 1.0, 0.0)),),
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


# -- what describe says is enough ---------------------------------------------------


def test_the_model_can_be_rebuilt_from_its_description() -> None:
    values = {"long_muscles": 0.37, "deep_muscles": 0.62, "hand_load": 12.0}
    told = json.loads(json.dumps(describe("spine", values), allow_nan=False))
    pivot = np.array([joint["pivot"] for joint in told["joints"]])
    names = [segment["name"] for segment in told["segments"]]
    hessian = np.diag([joint["stiffness"] for joint in told["joints"]])
    torque = np.zeros(6)
    for segment in told["segments"][1:]:
        level = names.index(segment["name"])
        for j, k in itertools.product(range(level), repeat=2):
            lift = segment["com"][1] - pivot[max(j, k), 1]
            hessian[j, k] -= segment["mass"] * told["gravity"] * lift
        for j in range(level):
            torque[j] += segment["mass"] * told["gravity"] * (segment["com"][0] - pivot[j, 0])
    for strand in told["strands"]:
        low, high = np.array(strand["point_below"]), np.array(strand["point_above"])
        span = high - low
        length = math.hypot(*span)
        unit = span / length
        crossed = range(names.index(strand["below"]), names.index(strand["above"]))
        moves = {j: np.array([pivot[j, 1] - high[1], high[0] - pivot[j, 0]]) for j in crossed}
        assert strand["tension"] == pytest.approx(strand["activation"] * strand["fmax"])
        for j, k in itertools.product(crossed, repeat=2):
            slopes = unit @ moves[j] * (unit @ moves[k])
            second = moves[j] @ moves[k] - slopes
            second -= span @ (high - pivot[max(j, k)])
            hessian[j, k] += strand["stiffness"] * slopes + strand["tension"] * second / length
        for j in crossed:
            torque[j] += strand["tension"] * (unit @ moves[j])
    assert np.allclose(hessian, neutral_stiffness(settings_of(values)), rtol=1e-9, atol=1e-6)
    assert np.allclose(torque, [joint["balance_torque"] for joint in told["joints"]], atol=1e-9)


def test_segments_are_described_where_the_design_has_them() -> None:
    told = describe("spine", {})
    assert told["segments"][0] == {"name": "sacrum", "fixed": True, "origin": [0.0, 0.0]}
    assert told["segments"][1]["com"] == pytest.approx([0.0063, 0.0174], abs=5e-5)
    assert told["segments"][6]["com"] == pytest.approx([-0.0014, 0.4008], abs=5e-5)
    assert [joint["name"] for joint in told["joints"]] == list(JOINTS)


# -- parameters ---------------------------------------------------------------------


def test_linked_muscles_set_two_and_the_later_counts() -> None:
    both = settings_of({"long_muscles": 0.7, "deep_muscles": 0.3})
    assert both["erector_spinae"] == both["abdominals"] == 0.7
    assert both["multifidus"] == both["transversus"] == 0.3
    mixed = settings_of({"long_muscles": 0.7, "abdominals": 0.1})
    assert (mixed["erector_spinae"], mixed["abdominals"]) == (0.7, 0.1)
    assert settings_of({"abdominals": 0.1, "long_muscles": 0.7})["abdominals"] == 0.7
    assert "long_muscles" not in both


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"multifidus": 1.2}, "a number from 0 to 1"),
        ({"long_muscles": -0.1}, "long_muscles"),
        ({"push_level": "L6"}, "one of L5, L4, L3, L2, L1, thorax"),
        ({"hand_load": 25}, "from 0 to 20 kg"),
        ({"multifidis": 1}, "did you mean multifidus"),
    ],
)
def test_bad_values_are_answered_with_the_valid_ones(values: dict[str, object], says: str) -> None:
    with pytest.raises(ParameterError, match=says.replace("(", r"\(")):
        settings_of(values)


# -- activation ------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(10))
def test_a_change_of_activation_does_what_a_new_column_would(seed: int) -> None:
    spine = LumbarSpine(random_settings(seed))
    wanted = random_settings(seed + 100)
    for name in ("multifidus", "transversus", "erector_spinae", "abdominals"):
        spine.set(name, wanted[name])
    column = spine.column()
    discs = [joint.disc for joint in column.joints if joint.disc]
    assert np.allclose(spine.world.strands.stiffness, [s.stiffness for s in column.strands])
    assert np.allclose(spine.world.discs.stiffness, [d.stiffness for d in discs])
    assert np.allclose(spine.world.discs.torques, [d.torque for d in discs], atol=1e-9)
    fresh = LumbarSpine(spine.settings)
    for one in (spine, fresh):
        one.push()
        for _ in range(120):
            one.step()
    assert np.allclose(spine.world.state, fresh.world.state, atol=1e-6)


def test_drive_needs_no_world_of_its_own() -> None:
    settings = settings_of({"hand_load": 5, "long_muscles": 0.5})
    column = column_of(settings)
    world = World(column, upright(column, (True,) * len(column.strands)))
    before = list(world.discs.torques)
    ActivationLaw(settings).tune(world, settings)
    assert np.allclose(world.discs.torques, before, atol=1e-9)
    assert replace(column) == column
