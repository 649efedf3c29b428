"""The muscle strands of the model in a pose: where they end, how strong and how active.

A strand runs straight between the points where the model pulls (`sim.spine.muscles`),
in a pose with magnified bends as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scenes.draw.spine.pose import Array, SEGMENTS, SpinePose
from sim.parameter import Value
from sim.spine.muscles import muscles, STRANDED

MULTIFIDUS, ERECTOR_SPINAE, ERECTOR_LUMBAR, ABDOMINALS = STRANDED
WIDTH = 0.00033  # m per root N, half the width of a belly in full
REST = 0.4  # share of the width that is there without activation


@dataclass(frozen=True, eq=False)
class Strands:
    """Strands to draw, n of them.

    `ends` [m]: lower and upper end in the world, shape (n, 2, 2); `strength` [N]:
    maximal forces, and `activation`, 0 to 1, both of shape (n,); `groups`: the name
    of the muscle of each, of `STRANDED`.
    """

    ends: Array
    strength: Array
    activation: Array
    groups: tuple[str, ...]

    def of(self, group: str) -> "Strands":
        """The strands of one muscle; those with the same ends become one."""
        merged: dict[bytes, list[int]] = {}
        for number, name in enumerate(self.groups):
            if name == group:
                merged.setdefault(self.ends[number].tobytes(), []).append(number)
        first = [numbers[0] for numbers in merged.values()]
        strength = np.array([self.strength[numbers].sum() for numbers in merged.values()])
        return Strands(self.ends[first], strength, self.activation[first], (group,) * len(first))

    @property
    def half_widths(self) -> Array:
        """Half the width of each belly [m]."""
        half: Array = WIDTH * np.sqrt(self.strength) * (REST + (1 - REST) * self.activation)
        return half


@dataclass(frozen=True, eq=False)
class _Attachments:
    """What is the same in every pose; `segments` (n, 2) and `points` (n, 2, 2) of both ends."""

    segments: NDArray[np.intp]
    points: Array  # in the frames of those segments [m]
    strength: Array
    groups: tuple[str, ...]


@cache
def _attachments(groups: tuple[str, ...]) -> _Attachments:
    found = [muscle for muscle in muscles() if muscle.group in groups]
    return _Attachments(
        np.array([[SEGMENTS.index(name) for name in (m.below, m.above)] for m in found]),
        np.array([(m.point_below, m.point_above) for m in found]),
        np.array([m.fmax for m in found]),
        tuple(m.group for m in found),
    )


def strands_in(pose: SpinePose, activations: Mapping[str, Value]) -> Strands:
    """The strands of all muscles in `activations` (0 to 1 each), in the order of the model."""
    at = _attachments(tuple(name for name in STRANDED if name in activations))
    turns, places = pose.turns[at.segments], pose.places[at.segments]
    ends = np.einsum("seij,sej->sei", turns, at.points) + places
    levels = np.array([float(activations[name]) for name in at.groups])
    return Strands(ends, at.strength, levels, at.groups)
