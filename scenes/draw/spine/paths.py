"""The way of a drawn muscle past the bones between its ends.

The model's strands are straight. A real muscle is held to the spine by its sheath, and a straight
line would run through the vertebrae of a trunk that leans far. So the drawn one goes through a
via point of every bone between its ends: where its straight line passes that bone in neutral
posture. In neutral posture both are therefore the same line; in a bend the drawn muscle stays
behind the bones. A muscle of the belly is not held to them and stays straight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.draw.spine.pose import Array, NEUTRAL, Point, SpinePose

TENDON = 0.09  # share of a way at either end
# Shares of the way where it is drawn: both ends, and steps along the belly between the tendons.
ALONG = np.concatenate([[0.0], np.linspace(TENDON, 1 - TENDON, 13), [1.0]])
CLEAR = 0.06  # share of the way from an end within which no bone holds it
SHORT = 0.045  # m up the spine: a muscle that is no longer reaches from bone to bone


class Attached(NamedTuple):
    """Both ends of a muscle in the frames of their segments [m], and whether bones hold it."""

    below: int
    point_below: Point
    above: int
    point_above: Point
    held: bool = True


@dataclass(frozen=True, eq=False)
class Ways:
    """The ways of n muscles: `weights` of all their `controls` (in the frames of `segments`)."""

    segments: NDArray[np.intp]
    controls: Array
    weights: Array

    def in_pose(self, pose: SpinePose) -> Array:
        """Points along every muscle in the world [m], shape (n, points, 2)."""
        turned = np.einsum("cij,cj->ci", pose.turns[self.segments], self.controls)
        placed: Array = self.weights @ (turned + pose.places[self.segments])
        return placed.reshape(-1, len(ALONG), 2)


def ways_of(muscles: Sequence[Attached]) -> Ways:
    """What is the same in every pose."""
    segments: list[int] = []
    controls: list[Array] = []
    blocks: list[Array] = []
    for muscle in muscles:
        shares, held = _vias(muscle)
        segments += [muscle.below, *held, muscle.above]
        start, end = _ends(muscle)
        vias = [
            NEUTRAL.local(segment, start + share * (end - start))
            for share, segment in zip(shares, held, strict=True)
        ]
        controls += [np.array(muscle.point_below), *vias, np.array(muscle.point_above)]
        blocks.append(_spline(np.array([0.0, *shares, 1.0])))
    weights = np.zeros((len(ALONG) * len(blocks), len(controls)))
    at = 0
    for number, block in enumerate(blocks):
        rows = slice(number * len(ALONG), (number + 1) * len(ALONG))
        weights[rows, at : at + block.shape[1]] = block
        at += block.shape[1]
    return Ways(np.array(segments, dtype=np.intp), np.array(controls).reshape(-1, 2), weights)


def _ends(muscle: Attached) -> tuple[Array, Array]:
    below = NEUTRAL.world(muscle.below, np.array(muscle.point_below))
    return below, NEUTRAL.world(muscle.above, np.array(muscle.point_above))


def _vias(muscle: Attached) -> tuple[list[float], list[int]]:
    """How far along the line bones hold it, and which."""
    start, end = _ends(muscle)
    shares: list[float] = []
    found: list[int] = []
    held = muscle.held and end[1] - start[1] > SHORT
    for segment in range(muscle.below, muscle.above + 1) if held else ():
        share = float((NEUTRAL.places[segment, 1] - start[1]) / (end[1] - start[1]))
        if CLEAR < share < 1 - CLEAR and (not shares or share > shares[-1] + CLEAR):
            shares.append(share)
            found.append(segment)
    return shares, found


def _spline(knots: Array) -> Array:
    """Weights of points at `knots` in a natural cubic spline, at `ALONG`."""
    count, steps = len(knots), np.diff(knots)
    system, right = np.eye(count), np.zeros((count, count))
    for row in range(1, count - 1):
        before, after = steps[row - 1], steps[row]
        system[row, row - 1 : row + 2] = before, 2 * (before + after), after
        right[row, row - 1 : row + 2] = 6 / before, -6 / before - 6 / after, 6 / after
    curved = np.linalg.solve(system, right)  # second derivatives, in terms of the points
    piece = np.clip(np.searchsorted(knots, ALONG, side="right") - 1, 0, count - 2)
    step = steps[piece][:, None]
    far = (ALONG[:, None] - knots[piece][:, None]) / step
    near, every = 1 - far, np.eye(count)
    weights: Array = near * every[piece] + far * every[piece + 1]
    weights += step**2 / 6 * (near**3 - near) * curved[piece]
    weights += step**2 / 6 * (far**3 - far) * curved[piece + 1]
    return weights
