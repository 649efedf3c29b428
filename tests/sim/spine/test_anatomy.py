"""The lumbar spine against the design's figures, closed forms and an independent energy."""

import numpy as np
import pytest

from sim.mechanics.stability import analyse
from sim.spine.anatomy import column_of, neutral_stiffness
from sim.spine.curve import pivots, tilts
from sim.spine.muscles import muscles
from sim.spine.parameters import NAMES, settings_of
from tests.sim.spine.spines import LONG, numeric_hessian, place, random_settings
from tests.sim.spine.spines import Vector as Vector2

TABLE = {
    0.0: (-530, -398, -269, -147, -70, -71, -90, -131, -173, -214),
    0.2: (-406, -274, -143, -26, 2, -14, -33, -74, -115, -156),
    0.5: (-265, -151, -55, 4, 25, 27, 20, -6, -40, -78),
    1.0: (-151, -78, -24, 12, 31, 42, 41, 34, 23, 7),
}


def test_pivots_stand_where_the_design_has_them() -> None:
    expected = [(0, 0), (12.7, 34.8), (16.5, 71.6), (13.9, 108.5), (7.5, 144.9), (-1.4, 180.8)]
    assert np.allclose(pivots() * 1000, expected, atol=0.06)
    assert np.allclose(np.degrees(tilts()), [-42, -20, -6, 4, 10, 14, 0])


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
