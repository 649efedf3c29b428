"""The verdict on a spine: what holds it up is found by trying."""

import numpy as np
import pytest

from sim.mechanics.stability import analyse
from sim.spine.anatomy import column_of
from sim.spine.muscles import LONG, MUSCLES
from sim.spine.parameters import settings_of
from sim.spine.verdict import leaning, LEANS, Posture, posture_of, verdict_of


def test_why_it_stands_or_not_is_found_by_trying() -> None:
    def smallest(**values: float) -> float:
        return verdict_of(settings_of(values)).smallest

    both = verdict_of(settings_of({"long_muscles": 0.25, "deep_muscles": 0.6}))
    assert both.by_deep
    assert both.by_long
    assert smallest(long_muscles=0.25, deep_muscles=0) < 0
    assert smallest(long_muscles=0, deep_muscles=0.6) < 0
    little = verdict_of(settings_of({"long_muscles": 0.05}))
    assert not little.deep_could
    assert smallest(long_muscles=0.05, deep_muscles=1) < 0
    hard = verdict_of(settings_of({"long_muscles": 0.9}))
    assert hard.deep_could
    assert not hard.long_could
    stiff = verdict_of(settings_of({"disc_stiffness": 150, "long_muscles": 0.2}))
    assert stiff.stable
    assert not stiff.by_deep


@pytest.mark.parametrize("discs", [{}, {"preload_stiffening": 1, "disc_stiffness": 32}])
def test_posture_is_affine_in_the_activations(discs: dict[str, float]) -> None:
    source = np.random.default_rng(3)
    settings = settings_of({"hand_load": 6, "short_range_stiffness": 17, **discs})
    posture: Posture = posture_of(settings)
    states = source.uniform(size=(20, len(MUSCLES)))
    for state, matrix in zip(states, posture.stiffness(states), strict=True):
        levels = dict(zip(MUSCLES, state.tolist(), strict=True))
        alone = analyse(column_of({**settings, **levels})).stiffness
        assert np.allclose(matrix, alone, rtol=1e-9, atol=1e-8)


# -- what decides the lesson (design, section 8) ---------------------------------------------

REFLEXES = {"short_range_stiffness": 17.2}
PRELOAD = {"preload_stiffening": 1}
NEVER = ()
# Discs and reflexes; the best that muscles that pass by reach without multifidus, and the
# best with the lumbar part at the same effort, and between which efforts that stands.
DECIDES = [
    ({}, -63, -17, NEVER),
    (REFLEXES, -47, 14.6, (0.10, 0.82)),
    (PRELOAD, -18, 27.4, (0.17, 0.67)),
    ({**PRELOAD, **REFLEXES}, -2.6, 59, (0.09, 1.0)),
    ({**PRELOAD, "disc_stiffness": 32}, -35, 10.5, (0.18, 0.41)),
]


@pytest.mark.parametrize(("further", "passing_by", "with_lumbar", "stands"), DECIDES)
def test_muscles_that_attach_decide_whatever_else_is_assumed(
    further: dict[str, float], passing_by: float, with_lumbar: float, stands: tuple[float, ...]
) -> None:
    efforts = np.arange(101) / 100
    posture = posture_of(settings_of(further))
    index = {name: MUSCLES.index(name) for name in MUSCLES}
    states = np.zeros((len(efforts), len(MUSCLES)))
    states[:, [index[name] for name in LONG]] = efforts[:, None]
    assert posture.smallest(states).max() == pytest.approx(passing_by, abs=1)
    assert posture.smallest(states).max() < 0
    states[:, index["erector_lumbar"]] = efforts
    smallest = posture.smallest(states)
    assert smallest.max() == pytest.approx(with_lumbar, abs=1)
    standing = efforts[smallest > 0]
    assert tuple(standing[[0, -1]] if len(standing) else ()) == pytest.approx(stands, abs=0.0101)


@pytest.mark.parametrize(
    ("multifidus", "expected"),
    [
        (0.0, (-226, -17, -27, -53)),
        (0.2, (-116, 12, 13, -9)),
        (0.5, (-50, 27, 33, 20)),
        (1.0, (-23, 32, 45, 36)),
    ],
)
def test_the_lumbar_part_beside_multifidus(multifidus: float, expected: tuple[float, ...]) -> None:
    found = [
        verdict_of(
            settings_of({"long_muscles": e, "erector_lumbar": e, "multifidus": multifidus})
        ).smallest
        for e in (0.1, 0.2, 0.4, 0.8)
    ]
    assert found == pytest.approx(expected, abs=1)


def test_what_departs_fastest_is_not_what_costs_least() -> None:
    """With little effort of the long muscles the middle departs first, then the trunk leans."""
    rates = {0.0: (3.9, 2.6), 0.05: (5.6, 3.2), 0.1: (7.4, 2.7), 0.15: (9.0, 2.3), 0.2: (10.4, 2.1)}
    for effort, expected in rates.items():
        settings = settings_of({"long_muscles": effort})
        found = analyse(column_of(settings))
        assert found.growth_rates == pytest.approx(expected, abs=0.06)
        verdict = verdict_of(settings)
        assert not verdict.leans
        assert np.allclose(verdict.mode, found.slowest * np.sign(found.slowest @ verdict.mode))
        if effort <= 0.15:
            assert leaning(found.mode) > LEANS
