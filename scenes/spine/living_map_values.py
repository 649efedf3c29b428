"""The values behind the living map: long against deep muscles, a slice at a time.

When something moves a coarse grid is found at once; while all rests a fine one
follows in slices short enough for one picture each.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.mechanics.column import Array
from sim.parameter import Value
from sim.spine.activation import FURTHER
from sim.spine.muscles import DEEP, level, LONG, MUSCLES
from sim.spine.stability_map import axes, StabilityMap
from sim.spine.verdict import leaning, LEANS, Posture, posture_of

COARSE, FINE = 32, 100  # cells either way
SLICE = 640  # states of the fine grid that are worked out for one picture
Key = tuple[Value, ...]


@dataclass(frozen=True, eq=False)
class Region:
    """A grid of the smallest eigenvalue [N m/rad], (n, n), and whether the mode leans, (m, m).

    Rows rise with the deep muscles, columns with the long ones, both from 0 to 1.
    """

    smallest: Array
    leans: NDArray[np.bool_]

    @property
    def fine(self) -> bool:
        """Whether this is all there is to find."""
        return len(self.smallest) == FINE


def shares(settings: Mapping[str, Value]) -> Array:
    """How strong each of `MUSCLES` is against the level of its group, (5,); 1 when at rest.

    Of a muscle that is of neither group its own level, which is the same all over the map.
    """
    found = np.array([1.0 if name in DEEP + LONG else float(settings[name]) for name in MUSCLES])
    for group in (DEEP, LONG):
        mean = level(settings, group)
        for name in group:
            if mean:
                found[MUSCLES.index(name)] = float(settings[name]) / mean
    return found


def key_of(settings: Mapping[str, Value]) -> Key:
    """What the map depends on: all but the two levels themselves."""
    return (*(settings[name] for name in FURTHER), *np.round(shares(settings), 6).tolist())


def _levels(grid: int) -> Array:
    levels: Array = (np.arange(grid) + 0.5) / grid  # in the middle of each cell
    return levels


def map_table(settings: Mapping[str, Value]) -> str:
    """The fine grid as the command line has its maps."""
    plane, levels = Plane(settings), _levels(FINE)
    for _ in plane.slices():
        pass
    x, y = axes("long_muscles", "deep_muscles")
    return StabilityMap(x, y, levels, levels, plane.region.smallest, dict(settings)).csv()


class Plane:
    """The map of one key, coarse at first; `slices` refine it.

    Until then the modes are those of the map `before`, which differ little.
    """

    def __init__(self, settings: Mapping[str, Value], before: "Plane | None" = None) -> None:
        self._posture: Posture = posture_of(settings)
        self._shares = shares(settings)
        states = self._states(COARSE)
        shape = (COARSE, COARSE)
        smallest = self._posture.smallest(states).reshape(shape)
        leans = before.region.leans if before else np.zeros(shape, dtype=bool)
        self.region: Region = Region(smallest, leans)

    def _states(self, grid: int) -> Array:
        """The activations of all cells of a grid, long muscles running fastest."""
        levels = _levels(grid)
        deep, long = (axis.ravel() for axis in np.meshgrid(levels, levels, indexing="ij"))
        levels_of = dict.fromkeys(DEEP, deep) | dict.fromkeys(LONG, long)
        columns = [levels_of.get(name, np.ones_like(long)) for name in MUSCLES]
        states: Array = np.minimum(np.stack(columns, axis=1) * self._shares, 1.0)
        return states

    def slices(self) -> Iterator[bool]:
        """The modes first, then the fine grid; `region` is what is known after each slice."""
        coarse = self._states(COARSE)
        parts = [
            leaning(self._posture.fastest(some)) > LEANS
            for some in np.array_split(coarse, len(coarse) // SLICE + 1)
        ]
        leans = np.concatenate(parts).reshape(COARSE, COARSE)
        self.region = Region(self.region.smallest, leans)
        yield True
        fine = self._states(FINE)
        found: list[Array] = []
        for start in range(0, len(fine), SLICE):
            found.append(self._posture.smallest(fine[start : start + SLICE]))
            yield False
        self.region = Region(np.concatenate(found).reshape(FINE, FINE), leans)
