"""The stiffness of the spine: found from an energy, set against the program and the design."""

import numpy as np
import pytest

from tests.independent.chain import JOINTS, Real
from tests.independent.potential import gradient, hessian
from tests.independent.spine import (
    activations_of,
    growth_rates,
    Holding,
    MUSCLES,
    Spine,
)
from tests.independent.states import arguments, described, random_spine
from tests.terminal import report

STATES = range(40)


@pytest.mark.parametrize("seed", range(3))
def test_what_moves_it_is_the_slope_of_the_energy(seed: int) -> None:
    """Two derivations of this package agree, also where strands are slack."""
    spine = Spine(told := described("spine", random_spine(seed)))
    holding = spine.hold(activations_of(told))
    angles = np.random.default_rng(seed).uniform(-0.15, 0.15, JOINTS)
    torques = spine.chain.mass(spine.chain.posture(angles)) @ spine.accelerations(
        angles, np.zeros(JOINTS), holding
    )
    assert torques == pytest.approx(-gradient(spine, holding, angles), abs=1e-6)


@pytest.mark.parametrize("part", np.array_split(STATES, 4), ids=str)
def test_the_program_finds_the_same_stiffness(part: Real) -> None:
    """And the same balance, stiffness of discs and masses: eigenvalues to 0.05 N m/rad."""
    for seed in part.tolist():
        values = random_spine(seed)
        told, found = described("spine", values), report("stability", "spine", *arguments(values))
        spine = Spine(told)
        holding = spine.hold(activations_of(told))
        stiffness = hessian(spine, holding)
        assert found["eigenvalues"] == pytest.approx(np.linalg.eigvalsh(stiffness), abs=0.05)
        assert np.array(found["stiffness_matrix"]) == pytest.approx(stiffness, abs=1e-4)
        assert np.array(found["mass_matrix"]) == pytest.approx(spine.mass(), rel=1e-9)
        rates = growth_rates(stiffness, spine.mass())
        assert found["growth_rates"] == pytest.approx(rates, rel=1e-4)
        told_discs = [(joint["stiffness"], joint["balance_torque"]) for joint in told["joints"]]
        discs = np.stack([holding.stiffness, holding.torques], axis=1)
        assert np.array(told_discs) == pytest.approx(discs, abs=1e-9)


# -- what the design found ---------------------------------------------------------


class Efforts:
    """Stiffness at any effort, from what the bones and each muscle contribute to it."""

    def __init__(self, values: dict[str, object]) -> None:
        self._spine = Spine(described("spine", values))
        self._bare = self._hessian(dict.fromkeys(MUSCLES, 0.0))
        self._each = {
            name: self._hessian({**dict.fromkeys(MUSCLES, 0.0), name: 1.0}) - self._bare
            for name in MUSCLES
        }

    def _hessian(self, activations: dict[str, float]) -> Real:
        levels = self._spine.strands.levels(activations)
        return hessian(self._spine, Holding(levels, np.zeros(JOINTS), np.zeros(JOINTS)))

    def matrix(self, **activations: float) -> Real:
        """At these activations, the others 0."""
        every = {**dict.fromkeys(MUSCLES, 0.0), **activations}
        strands = sum(level * self._each[name] for name, level in every.items())
        discs: Real = np.diag(self._spine.hold(every).stiffness)
        return self._bare + strands + discs

    def smallest(self, **activations: float) -> float:
        """The smallest eigenvalue [N m/rad]."""
        return float(np.linalg.eigvalsh(self.matrix(**activations))[0])

    def rates(self, **activations: float) -> Real:
        """How fast it departs [1/s], fastest first."""
        return growth_rates(self.matrix(**activations), self._spine.mass())


def by(long: float, lumbar: float = 0.0) -> dict[str, float]:
    """Long muscles that pass by, and the lumbar part."""
    return {"erector_spinae": long, "abdominals": long, "erector_lumbar": lumbar}


ALONE = [
    ({}, (-63, None), (-17, None)),
    ({"short_range_stiffness": 17.2}, (-47, None), (14.6, (0.10, 0.82))),
    ({"preload_stiffening": 1}, (-18, None), (27.4, (0.17, 0.67))),
    ({"preload_stiffening": 1, "short_range_stiffness": 17.2}, (-2.6, None), (59, (0.09, 1))),
    ({"preload_stiffening": 1, "disc_stiffness": 32}, (-35, None), (10.5, (0.18, 0.41))),
]


@pytest.mark.parametrize(("values", "passing", "with_lumbar"), ALONE, ids=str)
def test_the_best_that_long_muscles_reach(
    values: dict[str, object],
    passing: tuple[float, None],
    with_lumbar: tuple[float, tuple[float, float] | None],
) -> None:
    efforts = Efforts(values)
    levels = np.arange(101) / 100
    for share, (best, stands) in ((0, passing), (1, with_lumbar)):
        reached = np.array([efforts.smallest(**by(level, share * level)) for level in levels])
        assert reached.max() == pytest.approx(best, abs=1)
        standing = levels[reached > 0]
        if stands is None:
            assert not len(standing)
        else:
            assert standing[[0, -1]] == pytest.approx(stands, abs=0.0101)


LEVELS = (0.1, 0.2, 0.4, 0.8)


def test_the_lumbar_part_and_multifidus_together() -> None:
    efforts = Efforts({})
    expected = {
        0.0: (-226, -17, -27, -53),
        0.2: (-116, 12, 13, -9),
        0.5: (-50, 27, 33, 20),
        1.0: (-23, 32, 45, 36),
    }
    for multifidus, row in expected.items():
        found = [efforts.smallest(**by(long, long), multifidus=multifidus) for long in LEVELS]
        assert found == pytest.approx(row, abs=1)


def test_what_grows_fastest_is_not_what_costs_least() -> None:
    """The trunk leans slowly while an S grows."""
    efforts = Efforts({})
    rates = [efforts.rates(**by(long)) for long in (0, 0.05, 0.1, 0.15, 0.2)]
    assert [found[0] for found in rates] == pytest.approx([3.9, 5.6, 7.4, 9.0, 10.4], abs=0.05)
    leaning = [found[-1] for found in rates]
    assert leaning == pytest.approx([2.58, 3.17, 2.75, 2.34, 2.12], abs=0.01)
