"""The figure of every exercise: it stands on the floor and moves smoothly."""

import itertools
import math

import pytest

from scenes.draw.person import pose as figure_pose
from scenes.draw.person.body import extent, shapes
from scenes.draw.person.pose import between, joints, phase
from tests.scenes.exercises.player import NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_has_two_phases_that_differ_and_stand_on_the_floor(name: str) -> None:
    assert phase(name, "start") != phase(name, "hold")
    for share in (0.0, 0.3, 0.7, 1.0):
        lowest = min(y for shape in shapes(name, share, 0) for _, y in shape.points)
        assert lowest == pytest.approx(0, abs=0.001)
    left, right, high = extent(name)
    assert 0.3 < right - left < 1.6
    assert 0.1 < high < 1.1


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_moves_smoothly_and_keeps_its_limbs(name: str) -> None:
    places = [joints(between(name, k / 100)) for k in range(101)]
    lengths = figure_pose.figures()["lengths"]
    for before, after in itertools.pairwise(places):
        for joint, at in before.items():
            x, y = after[joint]
            assert abs(x - at[0]) + abs(y - at[1]) < 25, joint
    bones = {"upper_arm": ("arm_near", 0), "forearm": ("arm_near", 1), "thigh": ("leg_near", 0)}
    for found in places:
        for bone, (limb, index) in bones.items():
            length = math.dist(found[f"{limb}_{index}"], found[f"{limb}_{index + 1}"])
            assert length == pytest.approx(lengths[bone])
