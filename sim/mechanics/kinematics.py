"""Where every point of a column is, and how that changes with the segments' angles.

With a(i) the angle of segment i, R the radius of a joint's faces, b and t the
crests of the faces below and above in their segments' frames, y = (0, 1), and no
sliding, the joint's two face centres lie 2 R apart along the mean angle:

    origin(i) = origin(i-1) + Rot(a(i-1)) (b - R y) + Rot((a(i-1) + a(i)) / 2) 2 R y
                            - Rot(a(i)) (t + R y)

So each point is a sum of vectors v that turn by fixed linear combinations w.a of
the angles, and the derivatives are exact:

    d/da(k)        Rot(w.a) v =  w(k) Rot(w.a + 90 degrees) v
    d2/da(k)da(l)  Rot(w.a) v = -w(k) w(l) Rot(w.a) v

Angles are those of the segments above the base, in rad, shape (n,).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sim.mechanics.column import Array, Column, Vector


@dataclass(frozen=True)
class Path:
    """A point as a sum of turning vectors: `weights` (m, n), `vectors` (m, 2)."""

    weights: Array
    vectors: Array

    def at(self, angles: Array) -> tuple[Array, Array, Array]:
        """Position (2,), its gradient (2, n) and its second derivative (2, n, n)."""
        place, first, second = Paths([self]).at(angles)
        return place[0], first[0], second[0]

    def minus(self, other: "Path") -> "Path":
        """The vector from `other` to this point."""
        return Path(
            np.concatenate([self.weights, other.weights]),
            np.concatenate([self.vectors, -other.vectors]),
        )

    def times(self, factor: float) -> "Path":
        """The same turns with all vectors longer."""
        return Path(self.weights, factor * self.vectors)

    def plus(self, other: "Path") -> "Path":
        """The sum of two points, as of weighted heights."""
        return self.minus(other.times(-1.0))


class Paths:
    """Several points, worked out together because that is many times faster."""

    def __init__(self, paths: Sequence[Path]) -> None:
        longest = max(len(path.vectors) for path in paths)
        self._weights = np.zeros((len(paths), longest, paths[0].weights.shape[1]))
        self._vectors = np.zeros((len(paths), longest, 2))
        for i, path in enumerate(paths):
            self._weights[i, : len(path.weights)] = path.weights
            self._vectors[i, : len(path.vectors)] = path.vectors

    def at(self, angles: Array) -> tuple[Array, Array, Array]:
        """Positions (s, 2), gradients (s, 2, n) and second derivatives (s, 2, n, n)."""
        turn = self._weights @ angles
        cos, sin = np.cos(turn), np.sin(turn)
        x, y = self._vectors[..., 0], self._vectors[..., 1]
        turned = np.stack([cos * x - sin * y, sin * x + cos * y], axis=1)  # (s, 2, m)
        quarter = np.stack([-turned[:, 1], turned[:, 0]], axis=1)
        spread = turned[..., None] * self._weights[:, None]  # (s, 2, m, n)
        second = -np.swapaxes(spread, 2, 3) @ self._weights[:, None]
        return turned.sum(axis=2), quarter @ self._weights, second


class Kinematics:
    """The paths of all points of one column with round faces or pivots.

    Raises ValueError for flat faces: they tip about an edge and do not roll.
    """

    def __init__(self, column: Column) -> None:
        if column.flat:
            raise ValueError("flat faces do not roll")
        self.count = len(column.segments) - 1
        weights = np.empty((0, self.count))
        vectors = np.empty((0, 2))
        turns = np.eye(self.count + 1, self.count, k=-1)[:, None]  # the base (0) never turns
        # What a point of each segment turns with: its origin's path, and the segment itself.
        self._weights = [np.concatenate([weights, turns[0]])]
        self._vectors = [vectors]
        for joint, (below, above) in zip(column.joints, pairwise(turns), strict=True):
            up = np.array([0.0, joint.radius])
            weights = np.concatenate([weights, below, (below + above) / 2, above])
            vectors = np.vstack(
                [vectors, joint.crest_below - up, 2 * up, -(joint.crest_above + up)]
            )
            self._weights.append(np.concatenate([weights, above]))
            self._vectors.append(vectors)

    def point(self, segment: int, local: Vector = (0.0, 0.0)) -> Path:
        """The path of a point given in a segment's frame [m]."""
        last = np.array([local], dtype=float)
        return Path(self._weights[segment], np.concatenate([self._vectors[segment], last]))
