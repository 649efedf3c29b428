"""Where a spine stands, over any two of its parameters.

The stiffness matrix H contains every activation, the disc stiffness, the load and
the short-range stiffness factor linearly (activations times the factor). Over two
parameters it is therefore bilinear,

    H(x, y) = (1-x)(1-y) H00 + x (1-y) H10 + (1-x) y H01 + x y H11      0 <= x, y <= 1

exactly, and four of them give all of a map. So are the disc stiffness and what the discs
carry; where they stiffen under load, that is found at every point and added.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.mechanics.column import Array
from sim.parameter import nearest, Parameter, ParameterError, Value
from sim.spine.anatomy import neutral_compression, neutral_stiffness
from sim.spine.discs import stiffening
from sim.spine.parameters import PARAMETERS, settings_of

_MAPPED = {p.name: p for p in PARAMETERS if not (p.whole or p.name.startswith("push"))}


@dataclass(frozen=True)
class StabilityMap:
    """The smallest eigenvalue [N m/rad] on a grid, (ny, nx), over two parameters."""

    x: Parameter
    y: Parameter
    x_values: Array
    y_values: Array
    smallest: Array
    settings: dict[str, Value]

    def report(self) -> dict[str, Any]:
        """What the map says, ready for strict JSON."""
        row, column = np.unravel_index(int(np.argmax(self.smallest)), self.smallest.shape)
        return {
            "scene": "spine",
            "x": self.x.name,
            "y": self.y.name,
            "grid": len(self.x_values),
            "stable_share": float((self.smallest > 0).mean()),
            "largest_eigenvalue": float(self.smallest[row, column]),
            "largest_at": {
                self.x.name: float(self.x_values[column]),
                self.y.name: float(self.y_values[row]),
            },
            "parameters": self.settings,
        }

    def csv(self) -> str:
        """One line a cell under a header of quantities and units, x running fastest."""
        text = io.StringIO()
        text.write(f"{self.x.title},{self.y.title},smallest_eigenvalue [N m/rad]\n")
        for y, row in zip(self.y_values.tolist(), self.smallest.tolist(), strict=True):
            for x, value in zip(self.x_values.tolist(), row, strict=True):
                text.write(f"{x:.9g},{y:.9g},{value:.9g}\n")
        return text.getvalue()


def axes(x: str, y: str) -> tuple[Parameter, Parameter]:
    """The parameters of a map. Raises ParameterError for those that can not make one."""
    for name in (x, y):
        if name not in _MAPPED:
            raise nearest("parameter to map", name, _MAPPED)
    sets = [set(_MAPPED[name].sets or (name,)) for name in (x, y)]
    if sets[0] & sets[1]:
        raise ParameterError(
            f"a map of {x} and {y} can not be made: both set {min(sets[0] & sets[1])}"
        )
    return _MAPPED[x], _MAPPED[y]


def _between(four: Array, x: Array, y: Array) -> Array:
    """What is bilinear on a map at points (n,) of it, 0 to 1 either way: (n, ...)."""
    weights = np.stack([(1 - y) * (1 - x), (1 - y) * x, y * (1 - x), y * x], axis=-1)
    found: Array = (weights @ four.reshape(4, -1)).reshape(-1, *four.shape[1:])
    return found


def stiffness_over(
    x: Parameter, y: Parameter, settings: Mapping[str, Value], at: tuple[Array, Array]
) -> Array:
    """Stiffness matrices [N m/rad] at points of a map, (n, j, j)."""
    corners = [
        settings_of({**settings, "preload_stiffening": 0, y.name: high, x.name: wide})
        for high in (y.low, y.high)
        for wide in (x.low, x.high)
    ]
    found = _between(np.array([neutral_stiffness(one) for one in corners]), *at)
    if settings["preload_stiffening"]:
        compression = np.array([neutral_compression(one) for one in corners])
        loaded = stiffening(_between(compression, *at)) - 1
        unloaded = _between(np.array([float(one["disc_stiffness"]) for one in corners]), *at)
        found += (unloaded[:, None] * loaded)[:, :, None] * np.eye(loaded.shape[1])
    return found


def stability_map(x: str, y: str, grid: int, values: Mapping[str, object]) -> StabilityMap:
    """The map over the whole range of two parameters, the others as in `values`.

    Raises ParameterError.
    """
    horizontal, vertical = axes(x, y)
    settings = settings_of(values)
    shares = np.linspace(0.0, 1.0, grid)
    ys, xs = np.meshgrid(shares, shares, indexing="ij")
    found = stiffness_over(horizontal, vertical, settings, (xs.ravel(), ys.ravel()))
    smallest = np.linalg.eigvalsh(found)[:, 0]
    return StabilityMap(
        horizontal,
        vertical,
        horizontal.low + shares * (horizontal.high - horizontal.low),
        vertical.low + shares * (vertical.high - vertical.low),
        np.asarray(smallest, dtype=np.float64).reshape(grid, grid),
        settings,
    )
