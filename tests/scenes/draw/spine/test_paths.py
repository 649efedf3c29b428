"""A drawn muscle goes past the bones, also in a trunk that has fallen over."""

import numpy as np
import pytest

from scenes.draw.spine.paths import ALONG
from scenes.draw.spine.pose import Array, bent, NEUTRAL, outlines, SEGMENTS, SpinePose, VERTEBRAE
from scenes.draw.spine.strands import ABDOMINALS, strands_in
from sim.spine.muscles import MUSCLES, muscles

ACTIVE = dict.fromkeys(MUSCLES, 0.5)
FALLEN = [bent(np.radians([degrees] * 6)) for degrees in (-15, -11, -6, 6, 11, 15)]
BUCKLED = bent(np.radians([12, -14, 9, -12, 14, -9]))


def inside(outline: Array, points: Array) -> Array:
    """Which points a closed outline goes round."""
    around = outline[:, None] - points
    angles = np.arctan2(around[..., 1], around[..., 0])
    turns = (np.diff(np.concatenate([angles, angles[:1]]), axis=0) + np.pi) % (2 * np.pi) - np.pi
    found: Array = np.abs(turns.sum(axis=0)) > np.pi
    return found


def test_in_neutral_posture_the_drawn_way_is_the_straight_line_of_the_model() -> None:
    strands = strands_in(NEUTRAL, ACTIVE)
    start, end = strands.ends[:, :1], strands.ends[:, 1:]
    straight = start + (end - start) * ALONG[:, None]
    assert np.hypot(*(strands.ways - straight).T).max() < 0.003


@pytest.mark.parametrize("pose", [NEUTRAL, *FALLEN, BUCKLED])
def test_a_way_ends_where_the_model_pulls(pose: SpinePose) -> None:
    strands = strands_in(pose, ACTIVE)
    assert strands.ways[:, [0, -1]] == pytest.approx(strands.ends, abs=1e-9)


@pytest.mark.parametrize("pose", [NEUTRAL, *FALLEN, BUCKLED])
def test_no_muscle_of_the_back_runs_over_a_vertebral_body(pose: SpinePose) -> None:
    strands = strands_in(pose, ACTIVE)
    for number, muscle in enumerate(muscles()):
        if muscle.group == ABDOMINALS:
            continue
        for segment in VERTEBRAE:
            # The lumbar part ends on processes beside a body, and is drawn behind that.
            if SEGMENTS[segment] in (muscle.below, muscle.above):
                continue
            body = pose.world(segment, outlines(SEGMENTS[segment], "body")[0])
            assert not inside(body, strands.ways[number]).any(), (muscle, segment)


def test_the_belly_stays_straight() -> None:
    strands = strands_in(FALLEN[0], ACTIVE)
    number = strands.groups.index(ABDOMINALS)
    start, end = strands.ends[number]
    assert strands.ways[number] == pytest.approx(start + (end - start) * ALONG[:, None], abs=1e-9)
