"""What the chart "later means more" knows: runs over the onset, side by side, step by step."""

from collections.abc import Iterator, Mapping

import numpy as np

from sim.mechanics.column import Array
from sim.parameter import Value
from sim.timing.many_runs import later_means_more
from sim.timing.model import ArmRaise
from sim.timing.pair import of_one, ONSETS

EARLIEST, LATEST, TRIED = -0.1, 0.2, 31  # s, and how many onsets
RISES = 0.3  # degrees that the curve has to rise by for its title to say so


def onsets() -> list[float]:
    """All onsets that are tried [s]."""
    every = np.linspace(EARLIEST, LATEST, TRIED).round(6)
    return [float(onset) + 0.0 for onset in every]  # never -0.0


def key_of(settings: Mapping[str, Value]) -> tuple[Value, ...]:
    """What the curve depends on: all but the two onsets themselves."""
    return tuple(value for name, value in settings.items() if name not in ONSETS)


class Sweep:
    """The curve of one key, known after its `slices`; `found` [degrees] by onset [s]."""

    def __init__(self, settings: Mapping[str, Value]) -> None:
        self.found: dict[float, float] = {}
        self._settings = of_one(settings, "onset")

    def slices(self) -> Iterator[bool]:
        """Try all onsets; they are `found` in the end."""
        for points in later_means_more(self._settings, onsets()):
            self.found.update(points or ())
            yield bool(points)

    @property
    def curve(self) -> tuple[Array, Array]:
        """Onsets [s] in their order, and the rotation at each [degrees]."""
        points = np.array(sorted(self.found.items())).reshape(-1, 2)
        return points[:, 0], points[:, 1]

    @property
    def rises(self) -> bool:
        """Whether later means more, as far as is known."""
        _, turned = self.curve
        return len(turned) > 1 and bool(turned[-1] > turned[0] + RISES)

    def at(self, onset: float) -> float | None:
        """The rotation at an onset, between those that were tried; None where none is known."""
        tried, turned = self.curve
        if not len(tried) or not tried[0] <= onset <= tried[-1]:
            return None
        return float(np.interp(onset, tried, turned))


def sweep_table(settings: Mapping[str, Value]) -> str:
    """The whole curve, headed as the command line heads its sweeps."""
    sweep = Sweep(settings)
    for _ in sweep.slices():
        pass
    onset = next(one for one in ArmRaise.parameters if one.name == "onset")
    rows = [f"{tried:.9g},{turned:.9g}" for tried, turned in sorted(sweep.found.items())]
    return "\n".join([f"{onset.title},{ArmRaise.tabled()['max_rotation_deg']}", *rows, ""])
