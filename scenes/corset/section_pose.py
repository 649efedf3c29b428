"""How the drawn section follows the ring of the model.

The model's belt is an arc; the drawn one is flatter, as in a body. Each node has a
place on the drawn belt at the same share of its length, and what has moved it from
rest moves the drawing there: out and in with the wall, and near the raphe also along
it. Between the nodes and what never moves (vertebra, back) the movement is spread by
a smooth interpolation that is linear in the nodes' movements, so that one product of
matrices moves all points.
"""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from scenes.corset.section_outlines import (
    along,
    Array,
    belt_line,
    first_bone,
    part,
    shapes,
    sheet_line,
)
from sim.corset.rest import rest_places
from sim.corset.section import BELT, EDGES, FREE, SHEET, SIDE, TRANSVERSE

FULL = 0.3  # activation of transversus at which its belt is as thick and full as it gets
SKIN_DEPTH = 0.032  # m outside the belt, as far as skin and fat move as the belt does
SLIDING = np.array([1.0, 0.6, 0.25])  # how much nodes from the raphe on move along the belt too
BACK = -0.055  # m: skin behind this stays where it is
FAT_MOVES = 0.4  # share of the raphe's movement that the fat beside it takes over


@dataclass(frozen=True, eq=False)
class SectionPose:
    """What the drawing needs of a corset: all nodes [m], activations (0 to 1), pressure [Pa]."""

    places: Array
    transversus: float = 0.0
    obliques: float = 0.0
    pressure: float = 0.0

    @cached_property
    def moved(self) -> Array:
        """How far every point of the moving shapes is from where it is drawn [m]."""
        shifts: Array = _spread() @ _shifts(self.places)
        return shifts

    @property
    def level(self) -> float:
        """How thick and full the belt of transversus is, 0 to 1."""
        return min(1.0, self.transversus / FULL)

    @property
    def gap(self) -> float:
        """How far left and right have come apart [m]."""
        wide = np.ptp(self.places[EDGES, 0]) - np.ptp(rest_places()[EDGES, 0])
        return max(0.0, float(wide))

    @property
    def farthest(self) -> float:
        """How far any point of the skin has moved [m]."""
        return float(np.hypot(*self.moved[: len(skin())].T).max())

    def follow(self, points: Array) -> Array:
        """Where places of the drawing at rest [m], (n, 2), are now: for labels and fingers."""
        followed: Array = points + _spread_to(points) @ _shifts(self.places)
        return followed

    @property
    def points(self) -> Array:
        """All points of the moving shapes [m], in the order of `shapes`."""
        placed: Array = _drawn() + self.moved
        return placed


def skin() -> Array:
    """The skin at rest [m]; its points are the first of `points`."""
    return part("skin")[0].points


@cache
def starts() -> Array:
    """Where the points of each moving shape begin in `points`, and the end of the last."""
    counts = [len(shape.points) for shape in shapes()[: first_bone()]]
    return np.concatenate([[0], np.cumsum(counts)])


@cache
def _drawn() -> Array:
    return np.concatenate([shape.points for shape in shapes()[: first_bone()]])


def _half_shares(nodes: Array) -> Array:
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(nodes, axis=0).T))])
    shares: Array = lengths / lengths[-1]
    return shares


@cache
def anchors() -> Array:
    """Where every node that moves is on the drawn belt and fascia [m], (FREE, 2)."""
    rest = rest_places()
    half = np.vstack([rest[: SIDE + 1], [[0.0, rest[SIDE, 1]]]])
    right = along(belt_line(), _half_shares(half)[:-1])
    sheet = along(sheet_line(), np.linspace(0, 1, SHEET + 2)[1:-1])
    mirror = (-1.0, 1.0)
    return np.concatenate([right, right[::-1] * mirror, sheet, sheet * mirror])


@cache
def _polar() -> tuple[Array, Array, Array]:
    """The model's arc at rest: its middle (2,), angles and distances of its nodes (BELT,)."""
    belt = rest_places()[:BELT]
    system = np.column_stack([2 * belt, np.ones(BELT)])
    x, y, _ = np.linalg.lstsq(system, (belt**2).sum(axis=1), rcond=None)[0]
    middle = np.array([x, y])
    return middle, *_angles(belt - middle)


def _angles(belt: Array) -> tuple[Array, Array]:
    """Angles [rad] from the back over the person's right and front, and distances [m]."""
    angles = np.arctan2(belt[:, 0], -belt[:, 1]) % (2 * np.pi)
    return angles, np.hypot(*belt.T)


def _shifts(places: Array) -> Array:
    """Movements of the nodes that the drawing takes over [m], (FREE, 2).

    How far the belt is out now in the direction in which each node was at rest,
    whichever node is there now.
    """
    middle, angles, distances = _polar()
    around, out = _angles(places[:BELT] - middle)
    further = np.interp(angles, np.maximum.accumulate(around), out) - distances
    moved: Array = places[:FREE] - rest_places()[:FREE]
    wall = further[:, None] * np.stack([np.sin(angles), -np.cos(angles)], axis=1)
    weights = _sliding()
    moved[:BELT] = weights * moved[:BELT] + (1 - weights) * wall
    return moved


@cache
def _sliding() -> Array:
    weights = np.zeros(BELT)
    weights[: len(SLIDING)], weights[-len(SLIDING) :] = SLIDING, SLIDING[::-1]
    return weights[:, None]


@cache
def _controls() -> tuple[Array, Array]:
    """Places that steer the drawing [m], and the weights of the nodes' movements there."""
    nodes = anchors()
    out = nodes[:BELT] + _drawn_normals() * SKIN_DEPTH
    follows = np.ones(BELT)
    follows[: len(SLIDING)], follows[-len(SLIDING) :] = FAT_MOVES, FAT_MOVES
    still = np.concatenate(
        [
            part("body")[0].points[::4],
            part("arch")[0].points[::6],
            skin()[skin()[:, 1] < BACK],
            np.array([(0.0, 0.0), TRANSVERSE, np.multiply(TRANSVERSE, (-1, 1))]),
        ]
    )
    controls = np.concatenate([nodes, out, still])
    # What each control does, in terms of the nodes.
    known = np.zeros((len(controls), FREE))
    known[:FREE] = np.eye(FREE)
    known[FREE : FREE + BELT, :BELT] = np.diag(follows)
    weights: Array = np.asarray(np.linalg.solve(_kernel(controls, controls), known), dtype=float)
    return controls, weights


@cache
def _spread() -> Array:
    """From movements of the nodes to those of all points of the moving shapes."""
    return _spread_to(_drawn())


def _spread_to(points: Array) -> Array:
    controls, weights = _controls()
    spread: Array = _kernel(points, controls) @ weights
    return spread


def _kernel(points: Array, others: Array) -> Array:
    """Distances: the smoothest interpolation without overshoot."""
    found: Array = np.sqrt(((points[:, None] - others) ** 2).sum(axis=2))
    return found


def _drawn_normals() -> Array:
    """Outward directions of the drawn belt at the nodes, (BELT, 2)."""
    belt = anchors()[:BELT]
    ends = np.vstack([belt[:1], belt, belt[-1:]])
    way = ends[2:] - ends[:-2]
    normal: Array = np.stack([way[:, 1], -way[:, 0]], axis=1) / np.hypot(*way.T)[:, None]
    return normal
