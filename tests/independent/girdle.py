"""The corset at rest: belt, fascia and bags in balance, found from what they cost.

Per metre of trunk a link at length L = l0 (1 + e) with the passive stiffness s and the
active tension f, and a bag of area A with the free area A0, have the energies

    l0 (s e^2 / 2  for e > 0,  and  f (1 + q e)^2 / (2 q)  for 1 + q e > 0)       [J/m]
    k (A0 - A)^2 / (2 Ar)  for A < A0                                             [J/m]

so that links pull with s e + f (1 + q e) and bags press with p = k (A0 - A) / Ar. The section
is at rest where nothing turns the energy down: gradient zero, by Newton's method with
second derivatives from complex steps.

Effort a of transversus, b of the obliques, lid v: the fibre is asked for f = a f1 + b f2, the
content has A0 (1 + v), the back muscles, which swell, A0 (1 + w a).
"""

from dataclasses import dataclass
from math import cos, pi
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.independent.chain import Real, Told

Imaginable = NDArray[Any]  # real, or complex where a complex step is taken
CONTENT = "abdomen"
STILL = 1e-6  # N/m
TINY = 1e-30


@dataclass(frozen=True)
class Effort:
    """What the muscles are asked for: activations, and the lid's share of the content."""

    transversus: float
    obliques: float
    lid: float


def effort(
    *, draw_in: float = 0.0, brace: float = 0.0, depth: float = 0.3, phase: float = 0.0
) -> Effort:
    """What sliders ask for, at a phase of the breath that is held (docs/model.md, section 14)."""
    half = (1.10 - 0.83) / 2
    away = (phase - (0.83 + half) + 0.5) % 1 - 0.5
    out = cos(pi / 2 * away / half) ** 2 if abs(away) < half else 0.0
    exhaling = 0.25 * max(0.0, depth - 0.3) / 0.7 * out
    lungs = (1 - cos(2 * pi * phase)) / 2
    return Effort(
        min(1.0, exhaling + 0.145 * draw_in + 0.35 * brace),
        0.20 * brace,
        0.25 * depth * lungs + 0.26 * brace,
    )


class Girdle:
    """The section of `describe corset` without any effort.

    Coordinates are (..., 2, nodes), x before y; complex where a complex step is taken.
    """

    def __init__(self, told: Told) -> None:
        nodes, links, bags = told["nodes"], told["links"], told["bags"]
        self._places: Real = np.array([node["place"] for node in nodes]).T
        self._free = np.flatnonzero([not node["fixed"] for node in nodes])
        # Row: link; its span is the difference of two nodes.
        self._ends = np.zeros((len(links), len(nodes)))
        for row, link in zip(self._ends, links, strict=True):
            row[link["nodes"]] = -1.0, 1.0
        self._rest: Real = np.array([link["rest_length"] for link in links])
        self._passive: Real = np.array([link["passive"] for link in links])
        self._fibre: Real = np.array([link["kind"] == "transversus" for link in links], dtype=float)
        self._q = float(told["short_range_stiffness"])
        self.names = [bag["name"] for bag in bags]
        # Area of a polygon: x . N y, with half of what lies between each node's neighbours.
        self._around = np.zeros((len(bags), len(nodes), len(nodes)))
        for around, bag in zip(self._around, bags, strict=True):
            loop = np.array(bag["nodes"])
            around[loop, np.roll(loop, -1)] += 0.5
            around[loop, np.roll(loop, 1)] -= 0.5
            around[:] *= np.sign(self._places[0] @ around @ self._places[1])
        self._content: Real = np.array([bag["stiffness"] for bag in bags])
        self._free_areas: Real = np.array([bag["free_area_at_rest"] for bag in bags])
        self._drawn: Real = np.array([bag["reference_area"] for bag in bags])
        fibre, room = told["laws"]["fibre"], told["laws"]["room"]
        self._transversus = float(fibre["transversus_tension"])
        self._obliques = float(fibre["obliques_tension"])
        self._swelling = float(room["swelling"])

    def pressures(self, asked: Effort) -> dict[str, float]:
        """The pressure in every bag once all is still [Pa]."""
        free: Real = self._places[:, self._free].ravel()
        # In rises of the effort, so that Newton's method stays near.
        for share in (1 / 3, 2 / 3, 1):
            free = self._balanced(free, Effort(*(share * part for part in vars(asked).values())))
        found = self._pressures(self._all(free), asked).real
        return dict(zip(self.names, found.tolist(), strict=True))

    def _all(self, free: Imaginable) -> Imaginable:
        places = np.broadcast_to(self._places, (*free.shape[:-1], *self._places.shape))
        places = places.astype(free.dtype)
        places[..., self._free] = free.reshape(*free.shape[:-1], 2, -1)
        return places

    def _balanced(self, free: Real, asked: Effort) -> Real:
        for _ in range(50):
            stepped = self._gradient(free + 1j * TINY * np.eye(len(free)), asked)
            if np.abs(stepped[0].real).max() < STILL:
                return free
            free = free - np.linalg.solve(stepped.imag.T / TINY, stepped[0].real)
        raise AssertionError(f"no balance with {asked}")

    def _pressures(self, places: Imaginable, asked: Effort) -> Imaginable:
        x, y = places[..., 0, :], places[..., 1, :]
        areas = np.stack([(x * (y @ around.T)).sum(axis=-1) for around in self._around], axis=-1)
        swollen = [
            asked.lid if name == CONTENT else self._swelling * asked.transversus
            for name in self.names
        ]
        room = self._free_areas * (1 + np.array(swollen)) - areas
        pressures: Imaginable = self._content / self._drawn * np.where(room.real > 0, room, 0)
        return pressures

    def _gradient(self, free: Imaginable, asked: Effort) -> Imaginable:
        """How the energy changes with the free coordinates [N/m]."""
        places = self._all(free)
        spans = places @ self._ends.T
        lengths = np.sqrt((spans**2).sum(axis=-2))
        strain = lengths / self._rest - 1
        fibre = 1 + self._q * strain
        pull = self._transversus * asked.transversus + self._obliques * asked.obliques
        active = pull * self._fibre
        pulls = self._passive * np.where(strain.real > 0, strain, 0)
        pulls = pulls + active * np.where(fibre.real > 0, fibre, 0)
        total = (pulls / lengths)[..., None, :] * spans @ self._ends
        pressures = self._pressures(places, asked)
        for bag, around in enumerate(self._around):
            pressure = pressures[..., bag, None]
            total[..., 0, :] -= pressure * (places[..., 1, :] @ around.T)
            total[..., 1, :] -= pressure * (places[..., 0, :] @ around)
        found: Imaginable = total[..., self._free].reshape(free.shape)
        return found
