"""The corset rebuilt elsewhere: its pressures from the JSON of its description alone.

Nothing of the program is imported for it. The section at rest is told; what another effort
makes of it follows from the laws in the JSON, as the balance of all nodes.
"""

import math
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import root

from tests.terminal import report

Real = NDArray[np.float64]


class Rebuilt:
    """The section of a description, at rest under any effort."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told, self.laws = told, told["laws"]
        self.places = np.array([node["place"] for node in told["nodes"]])
        self.free = np.array([not node["fixed"] for node in told["nodes"]])
        self.links = np.array([link["nodes"] for link in told["links"]])

    def effort(self, **settings: float) -> dict[str, float]:
        """What breath and sliders ask for."""
        set_to = {**self.told["parameters"], **settings}
        phase, depth, brace = (set_to[n] for n in ("breath_phase", "breath_depth", "brace"))
        lungs = (1 - math.cos(2 * math.pi * phase)) / 2
        out = self.laws["breath_out"]
        half = (out["out_to"] - out["out_from"]) / 2
        away = (phase - out["out_from"] - half + 0.5) % 1 - 0.5
        b = math.cos(math.pi * away / (2 * half)) ** 2 if abs(away) < half else 0.0
        law, lid = self.laws["transversus"], self.laws["lid"]
        deep = law["most_out"] * max(0, depth - law["quiet"]) / (1 - law["quiet"]) * b
        asked = deep + law["most_drawn_in"] * set_to["draw_in"] + law["most_braced"] * brace
        return {
            "transversus": min(1, asked),
            "obliques": self.laws["obliques"]["most_braced"] * brace,
            "lid": lid["most_breathed"] * depth * lungs + lid["most_braced"] * brace,
            "joined": set_to["joined"],
        }

    def pressures(self, effort: dict[str, float]) -> list[float]:
        """Of every bag [Pa] where all nodes are in balance."""
        fibre, parting = self.laws["fibre"], self.laws["linea_alba"]
        pull = effort["transversus"] * fibre["transversus_tension"]
        pull += effort["obliques"] * fibre["obliques_tension"]
        kinds = [link["kind"] for link in self.told["links"]]
        active = np.array([pull if kind == "transversus" else 0.0 for kind in kinds])
        loose = parting["parted"] * (parting["whole"] / parting["parted"]) ** effort["joined"]
        passive = np.array(
            [
                loose if kind == "linea alba" else link["passive"]
                for kind, link in zip(kinds, self.told["links"], strict=True)
            ]
        )
        swollen = 1 + self.laws["room"]["swelling"] * effort["transversus"]
        rooms = [
            bag["free_area_at_rest"] * (1 + effort["lid"] if bag["name"] == "abdomen" else swollen)
            for bag in self.told["bags"]
        ]

        def unbalanced(free: Real) -> Real:
            places = self.places.copy()
            places[self.free] = free.reshape(-1, 2)
            forces = self._pulls(places, passive, active)
            for pressure, (nodes, _, outwards) in zip(
                self._pressures(places, rooms), self._bags(places), strict=True
            ):
                np.add.at(forces, nodes, pressure * outwards)
            out: Real = forces[self.free].ravel()
            return out

        found = root(unbalanced, self.places[self.free].ravel(), tol=1e-10)
        assert np.abs(found.fun).max() < 1e-6
        self.places[self.free] = found.x.reshape(-1, 2)
        return self._pressures(self.places, rooms)

    def _pulls(self, places: Real, passive: Real, active: Real) -> Real:
        starts, ends = self.links.T
        spans = places[ends] - places[starts]
        lengths = np.hypot(*spans.T)
        rests = np.array([link["rest_length"] for link in self.told["links"]])
        stretch = lengths / rests - 1
        short_range = np.maximum(0, 1 + self.told["short_range_stiffness"] * stretch)
        tension = passive * np.maximum(0, stretch) + active * short_range
        pulls = spans * (tension / lengths)[:, None]
        forces = np.zeros_like(places)
        np.add.at(forces, starts, pulls)
        np.add.at(forces, ends, -pulls)
        return forces

    def _bags(self, places: Real) -> list[tuple[list[int], float, Real]]:
        """Nodes of every bag, its area, and how that grows with each node's place."""
        found = []
        for bag in self.told["bags"]:
            x, y = places[bag["nodes"]].T
            after, before = np.roll(x + 1j * y, -1), np.roll(x + 1j * y, 1)
            area = float(x @ after.imag - y @ after.real) / 2
            grows = np.stack([after.imag - before.imag, before.real - after.real], axis=1) / 2
            found.append((bag["nodes"], abs(area), math.copysign(1, area) * grows))
        return found

    def _pressures(self, places: Real, rooms: list[float]) -> list[float]:
        return [
            bag["stiffness"] * max(0.0, room - area) / bag["reference_area"]
            for bag, room, (_, area, _) in zip(
                self.told["bags"], rooms, self._bags(places), strict=True
            )
        ]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"draw_in": 0.6},
        {"draw_in": 1.0, "breath_phase": 0.5},
        {"brace": 0.5},
        {"breath_depth": 1.0, "breath_phase": 0.95},
    ],
)
def test_the_pressures_can_be_rebuilt(settings: dict[str, float]) -> None:
    rebuilt = Rebuilt(report("describe", "corset"))
    effort = rebuilt.effort(**settings)
    expected = report("describe", "corset", *(f"--set={n}={v}" for n, v in settings.items()))
    assert effort == pytest.approx(expected["effort"])
    pressures = [bag["pressure"] for bag in expected["bags"]]
    assert rebuilt.pressures(effort) == pytest.approx(pressures, rel=1e-6)


@pytest.mark.parametrize("posture", ["stand", "close", "knees", "round"])
def test_what_the_disc_carries_can_be_rebuilt(posture: str) -> None:
    told = report("describe", "corset", f"--set=posture={posture}", "--set=draw_in=0.6")
    balance, p = told["balance"], told["bags"][0]["pressure"]
    (way,) = (way for way in balance["postures"] if way["name"] == posture)
    lean, load = way["lean"], told["parameters"]["load"] * balance["gravity"]
    lift = p * balance["trunk_area"]
    forward = balance["forward"] * math.cos(lean) + balance["up"] * math.sin(lean)
    hands = balance["shoulders"] * math.sin(lean) if way["hands"] is None else way["hands"]
    moment = balance["weight"] * forward + load * hands - lift * balance["pressure_arm"]
    force = (balance["weight"] + load) * math.cos(lean) + max(0, moment / balance["arm"]) - lift
    if not way["lifts"]:
        force = balance["standing_force"] - lift
    assert balance["disc_force"] == pytest.approx(force)
    nucleus = balance["nucleus"] * force / balance["disc_area"]
    assert balance["disc_pressure"] == pytest.approx(nucleus)
    joint = balance["joint"]
    share = min(1, max(0, (p - joint["rest"]) / (joint["most"] - joint["rest"])))
    stiffness = joint["disc_stiffness"] + joint["transversus_stiffness"] * share
    assert joint["stiffness"] == pytest.approx(stiffness)
