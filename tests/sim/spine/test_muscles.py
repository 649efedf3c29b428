"""The muscles are the published ones, and those that are linked have one level."""

import pytest

from sim.spine.muscles import DEEP, level, linked, LONG, MUSCLES, muscles
from sim.spine.parameters import settings_of


def test_strands_are_the_published_ones() -> None:
    forces: dict[str, float] = {}
    for muscle in muscles():
        forces[muscle.group] = forces.get(muscle.group, 0.0) + muscle.fmax
    assert forces == {"multifidus": 1044, "erector_spinae": 1404, "abdominals": 1274}


def test_linked_muscles_have_the_level_they_were_given() -> None:
    activations = linked(long=0.2, deep=0.7)
    assert set(activations) == set(MUSCLES)
    assert level(activations, LONG) == pytest.approx(0.2)
    assert level(activations, DEEP) == pytest.approx(0.7)


def test_the_level_of_muscles_that_differ_is_their_mean() -> None:
    settings = settings_of({"multifidus": 0.2, "transversus": 0.6})
    assert level(settings, DEEP) == pytest.approx(0.4)
