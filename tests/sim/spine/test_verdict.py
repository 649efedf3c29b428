"""The verdict on a spine: what holds it up is found by trying."""

import numpy as np

from sim.mechanics.stability import analyse
from sim.spine.anatomy import column_of
from sim.spine.muscles import MUSCLES
from sim.spine.parameters import settings_of
from sim.spine.verdict import Posture, posture_of, verdict_of


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


def test_posture_is_affine_in_the_activations() -> None:
    source = np.random.default_rng(3)
    settings = settings_of({"hand_load": 6, "short_range_stiffness": 17})
    posture: Posture = posture_of(settings)
    states = source.uniform(size=(20, len(MUSCLES)))
    for state, matrix in zip(states, posture.stiffness(states), strict=True):
        levels = dict(zip(MUSCLES, state.tolist(), strict=True))
        alone = analyse(column_of({**settings, **levels})).stiffness
        assert np.allclose(matrix, alone, rtol=1e-9, atol=1e-8)
