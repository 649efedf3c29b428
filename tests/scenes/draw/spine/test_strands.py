"""The muscle strands in a pose: they pull where the model does, as much as their muscle."""

import numpy as np
import pytest

from scenes.draw.spine.pose import bent, NEUTRAL, pose_of
from scenes.draw.spine.strands import MULTIFIDUS, strands_in
from sim.spine.model import LumbarSpine
from sim.spine.muscles import linked, MUSCLES, muscles, STRANDED

ACTIVE = dict.fromkeys(MUSCLES, 0.5)


def test_strands_end_where_the_model_pulls() -> None:
    spine = LumbarSpine({})
    expected = spine.world.strands.ends(spine.world.state)
    assert strands_in(NEUTRAL, ACTIVE).ends == pytest.approx(expected, abs=1e-9)
    spine.hold(3, 20.0)
    for _ in range(200):
        spine.step()
    expected = spine.world.strands.ends(spine.world.state)
    drawn = strands_in(pose_of(spine.world.state), ACTIVE)
    assert drawn.ends == pytest.approx(expected, abs=1e-9)
    # The pivots of the model give by micrometres under load, those of joint angles do not.
    drawn = strands_in(bent(spine.rotations), ACTIVE)
    assert drawn.ends == pytest.approx(expected, abs=3e-4)


def test_strands_are_as_active_as_their_muscle() -> None:
    strands = strands_in(NEUTRAL, linked(long=0.2, deep=0.7))
    active = dict(zip(strands.groups, strands.activation.tolist(), strict=True))
    assert active == {name: value for name, value in linked(0.2, 0.7).items() if name in STRANDED}
    assert strands.groups == tuple(muscle.group for muscle in muscles())
    assert strands.strength.tolist() == [muscle.fmax for muscle in muscles()]


@pytest.mark.parametrize("group", STRANDED)
def test_only_muscles_that_are_given_have_strands(group: str) -> None:
    one, every = strands_in(NEUTRAL, {group: 0.5}), strands_in(NEUTRAL, ACTIVE)
    assert set(one.groups) == {group}
    assert (one.ends == every.ends[[of == group for of in every.groups]]).all()


def test_strands_with_the_same_ends_become_one() -> None:
    strands = strands_in(bent(np.full(6, 0.05)), ACTIVE)
    deep = strands.of(MULTIFIDUS)
    found = [muscle for muscle in muscles() if muscle.group == MULTIFIDUS]
    places = {(m.below, m.above, m.point_below, m.point_above) for m in found}
    assert len(deep.ends) == len(places) < len(found)
    assert deep.strength.sum() == pytest.approx(sum(muscle.fmax for muscle in found))
