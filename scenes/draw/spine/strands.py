"""The muscle strands of the model in a pose: where they end, how strong and how active.

A strand ends where the model pulls (`sim.spine.muscles`), in a pose with magnified bends as
well. Between its ends the model's is straight; the drawn one goes round the bones (`paths.py`),
and a belly may bulge.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from scenes.draw.spine.paths import ALONG, Attached, Ways, ways_of
from scenes.draw.spine.pose import Array, SEGMENTS, SpinePose
from sim.parameter import Value
from sim.spine.muscles import muscles, STRANDED

MULTIFIDUS, ERECTOR_SPINAE, ERECTOR_LUMBAR, ABDOMINALS = STRANDED
# m per root N, half the width of a belly in full; the many of multifidus lie on each other.
WIDTH, DEEP_WIDTH = 0.00033, 0.00062
REST = 0.4  # share of the width that is there without activation
DEEP_REST = 0.72
BOWS = {MULTIFIDUS: 0.035, ERECTOR_LUMBAR: 0.11}  # of a way, by which its middle bulges backwards


@dataclass(frozen=True, eq=False)
class Strands:
    """Strands to draw, n of them.

    `ends` [m]: lower and upper end in the world, shape (n, 2, 2); `ways` [m]: where each
    is drawn, as points at `paths.ALONG`, shape (n, points, 2); `strength` [N]: maximal
    forces, and `activation`, 0 to 1, both of shape (n,); `groups`: the name of the muscle
    of each, of `STRANDED`.
    """

    ends: Array
    ways: Array
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
        active, names = self.activation[first], (group,) * len(first)
        return Strands(self.ends[first], self.ways[first], strength, active, names)

    @cached_property
    def bowed(self) -> Array:
        """The `ways` of the bellies: those of muscles that bulge, with their middles further back.

        Without that the lumbar part would be behind multifidus altogether.
        """
        chords = self.ways[:, -1] - self.ways[:, 0]
        by = np.array([BOWS.get(name, 0.0) for name in self.groups])
        back = by[:, None] * chords[:, ::-1] * (-1.0, 1.0)
        bowed: Array = self.ways + (4 * ALONG * (1 - ALONG))[:, None] * back[:, None]
        return bowed

    @property
    def half_widths(self) -> Array:
        """Half the width of each belly [m]."""
        deep = np.array([name == MULTIFIDUS for name in self.groups], dtype=bool)
        rest = np.where(deep, DEEP_REST, REST)
        wide = np.where(deep, DEEP_WIDTH, WIDTH) * np.sqrt(self.strength)
        half: Array = wide * (rest + (1 - rest) * self.activation)
        return half


NO_STRANDS = Strands(
    np.empty((0, 2, 2)), np.empty((0, len(ALONG), 2)), np.empty(0), np.empty(0), ()
)


@dataclass(frozen=True, eq=False)
class _Attachments:
    """What is the same in every pose; `segments` (n, 2) and `points` (n, 2, 2) of both ends."""

    segments: NDArray[np.intp]
    points: Array  # in the frames of those segments [m]
    ways: Ways
    strength: Array
    groups: tuple[str, ...]


@cache
def _attachments(groups: tuple[str, ...]) -> _Attachments:
    found = [muscle for muscle in muscles() if muscle.group in groups]
    return _Attachments(
        np.array([[SEGMENTS.index(name) for name in (m.below, m.above)] for m in found]),
        np.array([(m.point_below, m.point_above) for m in found]),
        ways_of(
            [
                Attached(
                    SEGMENTS.index(m.below),
                    m.point_below,
                    SEGMENTS.index(m.above),
                    m.point_above,
                    held=m.group != ABDOMINALS,
                )
                for m in found
            ]
        ),
        np.array([m.fmax for m in found]),
        tuple(m.group for m in found),
    )


def strands_in(pose: SpinePose, activations: Mapping[str, Value]) -> Strands:
    """The strands of all muscles in `activations` (0 to 1 each), in the order of the model."""
    at = _attachments(tuple(name for name in STRANDED if name in activations))
    turns, places = pose.turns[at.segments], pose.places[at.segments]
    ends = np.einsum("seij,sej->sei", turns, at.points) + places
    levels = np.array([float(activations[name]) for name in at.groups])
    return Strands(ends, at.ways.in_pose(pose), at.strength, levels, at.groups)
