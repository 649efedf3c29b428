"""The values behind the map of onset and strength: one run of the arm for each of its points.

A few of them are tried first, which gives a coarse map, then all the others. The columns are
the onsets of "later means more", so that this is one of the map's rows.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from scenes.timing.later_means_more import onsets
from sim.mechanics.column import Array
from sim.parameter import Value
from sim.timing.many_runs import ArmRuns
from sim.timing.model import ArmRaise
from sim.timing.pair import of_one, ONSETS

STRENGTH = "deep_after"
STRENGTHS = 17  # from 0 to 1
FIRST = (4, 5)  # every so many of strengths and onsets are tried first
BLOCK = 130  # runs side by side: a step of them takes a millisecond
Key = tuple[Value, ...]


def key_of(settings: Mapping[str, Value]) -> Key:
    """What the map depends on: all but what is along its sides."""
    return tuple(value for name, value in settings.items() if name not in (*ONSETS, STRENGTH))


class Grid:
    """The map of one key; `slices` find it, and go on where they were left.

    `turned` [degrees], (strengths, onsets), is the largest bend, rising with both from -0.1 s
    and 0; None where nothing is known.
    """

    def __init__(self, settings: Mapping[str, Value]) -> None:
        self.turned: Array | None = None
        self._onsets, self._strengths = np.array(onsets()), np.linspace(0, 1, STRENGTHS)
        self._settings = of_one(settings, "onset")
        self.slices = self._find()

    @property
    def fine(self) -> bool:
        """Whether this is all there is to find."""
        return self.turned is not None and len(self.turned) == STRENGTHS

    def _find(self) -> Iterator[bool]:
        """A coarse map, then the fine one; True where it is another."""
        found: Array = np.full((len(self._strengths), len(self._onsets)), np.nan)
        first = found[:: FIRST[0], :: FIRST[1]]
        coarse = np.zeros(found.shape, dtype=bool)
        coarse[:: FIRST[0], :: FIRST[1]] = True
        yield from self._try(found, np.argwhere(coarse))
        self.turned = first.copy()
        yield True
        others = np.argwhere(~coarse)
        for points in np.array_split(others, len(others) // BLOCK + 1):
            yield from self._try(found, points)
        self.turned = found
        yield True

    def _try(self, found: Array, points: "np.typing.NDArray[np.intp]") -> Iterator[bool]:
        """Raise the arm at some points, (row, column), a step at a time."""
        rows, columns = points.T
        pairs = zip(self._strengths[rows].tolist(), self._onsets[columns].tolist(), strict=True)
        runs = ArmRuns(
            [{**self._settings, STRENGTH: strength, "onset": onset} for strength, onset in pairs]
        )
        for _ in runs.steps(ArmRaise.duration):
            yield False
        found[rows, columns] = runs.rotations

    def at(self, onset: float, strength: float) -> float | None:
        """The largest bend [degrees] between what was tried; None where nothing is known."""
        if self.turned is None:
            return None
        bends = np.log(self.turned)
        across = np.linspace(self._onsets[0], self._onsets[-1], bends.shape[1])
        up = np.linspace(0, 1, bends.shape[0])
        rows = [float(np.interp(onset, across, row)) for row in bends]
        return float(np.exp(np.interp(strength, up, rows)))
