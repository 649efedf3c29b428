"""A closed membrane of fibre around content under pressure, in a plane, as plain data and forces.

Nodes are joined by links and enclose bags. All is per slice of the trunk of `HEIGHT`.

    link    T = s (l / l0 - 1) + a t (1 + q (l / l0 - 1)), each part never below 0     [N/m]
    bag     p = k (A0 - A) / Ar, never below 0                                         [Pa]

l: length, l0: its length at rest; s: passive stiffness and t: active tension per
height [N/m]; a: activation; q: short-range stiffness factor, the same law as a
muscle strand's (`sim.spine.muscles`). A: area of a bag, A0: the area at which its pressure
is gone, Ar: its area as drawn [m^2]; k: stiffness [Pa]. Pressure falls as area
grows: at a fixed pressure a ring with a straight-line law would grow without limit.

A ring of radius r in balance has the tension T = p r (Laplace).
"""

from dataclasses import dataclass

import numpy as np

from sim.mechanics.column import Array

HEIGHT = 0.15  # m of trunk, between ribs and pelvis, that the slice stands for (illustrative)
LEAST_LENGTH = 1e-9  # m; a link that short has no direction
SHORTENING = 4.0  # q of the fibre: it can shorten by a quarter (illustrative)

_OUTWARDS = np.array([HEIGHT, -HEIGHT])


@dataclass(frozen=True)
class Bag:
    """A closed polygon of nodes whose content is under pressure."""

    nodes: tuple[int, ...]
    stiffness: float
    free_area: float


@dataclass(frozen=True)
class Plan:
    """A membrane at rest: `places` (n, 2) of its nodes [m], of which the first `free` move.

    `links` are m pairs of nodes; `passive` (m,) their s [N/m], `lengths` (m,) their l0 [m].
    `mass` [kg] of every node.
    """

    places: Array
    free: int
    links: tuple[tuple[int, int], ...]
    passive: Array
    lengths: Array
    bags: tuple[Bag, ...]
    mass: float


class Membrane:
    """Forces of a plan.

    May be changed at any time: `passive` s and `active` a t of all links [N/m], and the
    `free_areas` A0 of all bags [m^2]. `drawn_areas` are their Ar [m^2].
    """

    def __init__(self, plan: Plan) -> None:
        count, links = len(plan.places), len(plan.links)
        self.plan = plan
        self.passive: Array = plan.passive.copy()
        self.active: Array = np.zeros(links)
        self.free_areas: Array = np.array([bag.free_area for bag in plan.bags])
        # Row per link: the difference of its ends. Column per link: its pull on the nodes.
        self._ends = np.zeros((links, count))
        for row, (start, end) in enumerate(plan.links):
            self._ends[row, start], self._ends[row, end] = -1.0, 1.0
        self._per_length = 1.0 / plan.lengths
        self._pulls = -HEIGHT * self._ends.T[: plan.free]
        # The gradient of a polygon's area: half of what lies between a node's neighbours.
        self._around = np.zeros((len(plan.bags), count, count))
        for around, bag in zip(self._around, plan.bags, strict=True):
            loop = np.array(bag.nodes)
            around[loop, np.roll(loop, -1)] += 0.5
            around[loop, np.roll(loop, 1)] -= 0.5
        self._flat = self._around.reshape(-1, count)
        # As drawn; also turns polygons that run clockwise.
        areas = self._areas(plan.places, self._flat @ plan.places)
        self._around[areas < 0] *= -1.0
        self.drawn_areas: Array = np.abs(areas)
        self._rates = np.array([bag.stiffness for bag in plan.bags]) / self.drawn_areas
        self._flat = self._around.reshape(-1, count)

    def _areas(self, places: Array, between: Array) -> Array:
        between = between.reshape(len(self.plan.bags), -1, 2)
        areas: Array = 0.5 * (between[:, :, 1] @ places[:, 0] - between[:, :, 0] @ places[:, 1])
        return areas

    def look(self, places: Array, speeds: Array, damping: float) -> Array:
        """The forces on the free nodes [N], where they are [m] and as fast as they are [m/s].

        Afterwards `lengths` [m] and `tensions` [N/m] of the links, `areas` [m^2] and
        `pressures` [Pa] of the bags are those of now. `damping` [N s/m] acts along links.
        """
        plan, ends = self.plan, self._ends @ places
        lengths = np.sqrt(np.einsum("ij,ij->i", ends, ends))
        inverse = 1.0 / np.maximum(lengths, LEAST_LENGTH)
        tensions = self._tensions(lengths * self._per_length - 1.0)
        closing = np.einsum("ij,ij->i", self._ends @ speeds, ends) * inverse
        along = (tensions + damping / HEIGHT * closing) * inverse
        between = self._flat @ places
        areas = self._areas(places, between)
        pressures = self._rates * np.maximum(self.free_areas - areas, 0.0)
        self.lengths, self.tensions, self.areas, self.pressures = (
            lengths,
            tensions,
            areas,
            pressures,
        )
        pushes = (pressures @ between.reshape(len(areas), -1)).reshape(-1, 2)[: plan.free, ::-1]
        forces: Array = self._pulls @ (ends * along[:, None])
        forces += pushes * _OUTWARDS
        return forces

    def stiffness(self, places: Array) -> Array:
        """How forces at rest answer where free nodes are [N/m]: minus their Jacobian, (2n, 2n)."""
        free, own = self.plan.free, self._ends[:, : self.plan.free]
        ends = self._ends @ places
        lengths = np.maximum(np.sqrt(np.einsum("ij,ij->i", ends, ends)), LEAST_LENGTH)
        along, stretch = ends / lengths[:, None], lengths * self._per_length - 1.0
        fibre = self.active * SHORTENING * (SHORTENING * stretch > -1.0)
        rise = self._per_length * (self.passive * (stretch > 0.0) + fibre)
        # A link resists turning by its tension, and being longer by the rise of that.
        turning = self._tensions(stretch) / lengths
        outer = along[:, :, None] * along[:, None, :]
        links = turning[:, None, None] * np.eye(2) + (rise - turning)[:, None, None] * outer
        answer = np.empty((free, 2, free, 2))
        for row, column in np.ndindex(2, 2):
            answer[:, row, :, column] = own.T @ (links[:, row, column, None] * own)
        # A bag resists being smaller, and its pressure pushes where its wall has turned to.
        between = self._flat @ places
        areas = self._areas(places, between)
        room = self.free_areas - areas
        growth = between.reshape(len(areas), -1, 2)[:, :free, ::-1] * (1.0, -1.0)
        growth = growth.reshape(len(areas), -1)
        answer += ((growth.T * (self._rates * (room > 0.0))) @ growth).reshape(answer.shape)
        turned = np.tensordot(self._rates * np.maximum(room, 0.0), self._around, 1)[:free, :free]
        answer[:, 0, :, 1] -= turned
        answer[:, 1, :, 0] += turned
        return HEIGHT * answer.reshape(2 * free, 2 * free)

    def _tensions(self, stretch: Array) -> Array:
        """Of all links that are longer than at rest by this [N/m]."""
        fibre = self.active * np.maximum(1.0 + SHORTENING * stretch, 0.0)
        tensions: Array = self.passive * np.maximum(stretch, 0.0) + fibre
        return tensions
