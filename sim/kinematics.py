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

from dataclasses import dataclass

import numpy as np

from sim.column import Array, Column, Vector


@dataclass(frozen=True)
class Path:
    """A point as a sum of turning vectors: `weights` (m, n), `vectors` (m, 2)."""

    weights: Array
    vectors: Array

    def turned(self, angles: Array) -> Array:
        """The vectors as they point at `angles`, shape (m, 2)."""
        turn = self.weights @ angles
        cos, sin = np.cos(turn), np.sin(turn)
        x, y = self.vectors.T
        return np.column_stack([cos * x - sin * y, sin * x + cos * y])

    def at(self, angles: Array) -> tuple[Array, Array, Array]:
        """Position (2,), its gradient (2, n) and its second derivative (2, n, n)."""
        turned = self.turned(angles)
        gradient = np.stack([-turned[:, 1], turned[:, 0]]) @ self.weights
        second = -np.einsum("mi,mk,ml->ikl", turned, self.weights, self.weights)
        return turned.sum(axis=0), gradient, second

    def minus(self, other: "Path") -> "Path":
        """The vector from `other` to this point."""
        return Path(
            np.vstack([self.weights, other.weights]), np.vstack([self.vectors, -other.vectors])
        )


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
        self._origins = [Path(weights, vectors)]
        for i, joint in enumerate(column.joints):
            below, above = self._unit(i), self._unit(i + 1)
            up = np.array([0.0, joint.radius])
            weights = np.vstack([weights, below, (below + above) / 2, above])
            vectors = np.vstack(
                [vectors, joint.crest_below - up, 2 * up, -(joint.crest_above + up)]
            )
            self._origins.append(Path(weights, vectors))

    def _unit(self, segment: int) -> Array:
        """The weight that picks a segment's own angle; the base (0) never turns."""
        row = np.zeros(self.count)
        if segment:
            row[segment - 1] = 1.0
        return row

    def point(self, segment: int, local: Vector = (0.0, 0.0)) -> Path:
        """The path of a point given in a segment's frame [m]."""
        origin = self._origins[segment]
        return Path(
            np.vstack([origin.weights, self._unit(segment)]),
            np.vstack([origin.vectors, np.asarray(local, dtype=float)]),
        )
