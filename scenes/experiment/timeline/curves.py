"""What the chart shows: this try, the one before it, and the last one of another kind."""

from collections.abc import Callable, Sequence
from typing import Generic

import numpy as np

from scenes.experiment.protocols import MomentT
from scenes.experiment.timeline.recording import EVERY
from scenes.widgets.chart.plot import Series
from sim.mechanics.column import Array
from sim.mechanics.world import STEP

LONGEST = 0.6  # s after a push in which it is decided what happens


class Curves(Generic[MomentT]):
    """What was measured after one push, over the time since then.

    Parameters
    ----------
    measure : the values of a moment in the unit of the chart, the main one first;
        None from when on they say nothing new.
    label, colour : of the main curve, the only one that stays when the try fades. Tries of one
        colour are of one kind, such as those with tape.
    others : labels of the further curves, drawn where they differ from the main one.
    longest : how long after the push it is measured [s].
    known_after : from when after the push it is known what comes of it [s]; `longest` if None.
    """

    def __init__(
        self,
        measure: Callable[[MomentT], Sequence[float] | None],
        label: str,
        colour: str,
        others: Sequence[str] = (),
        *,
        longest: float = LONGEST,
        known_after: float | None = None,
    ) -> None:
        self._measure = measure
        self._longest = longest
        self._known_after = longest if known_after is None else known_after
        self._data: Array = np.empty((round(longest / (EVERY * STEP)) + 3, 2 + len(others)))
        self._count = 0
        nothing = np.empty(0)
        self.kind = colour
        self.main = Series(nothing, nothing, colour=colour, label=label)
        self.others = [
            Series(nothing, nothing, colour="muted", label=other, dot=False) for other in others
        ]

    @property
    def latest(self) -> float:
        """The time of the last point [s], 0 before the first."""
        return float(self._data[self._count - 1, 0]) if self._count else 0.0

    @property
    def largest(self) -> float:
        """The largest value of all, 0 before the first."""
        return float(self._data[: self._count, 1:].max(initial=0.0))

    def decided(self, moment: MomentT) -> bool:
        """Whether it is known at this moment what comes of the push."""
        since = moment.since_push
        return since is not None and (moment.fallen or since > self._known_after - 1e-9)

    def add(self, moment: MomentT) -> None:
        """Add a moment after the push, while it still says something new."""
        if moment.since_push is None or moment.since_push > self._longest:
            return
        values = self._measure(moment)
        if values is None:
            return
        self._data[self._count] = moment.since_push, *values
        self._count += 1
        time, *curves = self._data[: self._count].T
        for series, curve in zip((self.main, *self.others), curves, strict=True):
            series.x, series.y = time, curve

    def fade(self) -> None:
        """Become the previous try: dashed and pale."""
        time, values, label = self.main.x, self.main.y, self.main.label
        self.main = Series(time, values, colour="ghost", label=label, dashed=True, dot=False)

    def earlier(self, tries: Sequence["Curves[MomentT]"]) -> list["Curves[MomentT]"]:
        """Which tries so far stay beside this one: the last, and the last of another kind."""
        others = [one for one in tries if one.kind != self.kind]
        return [one for one in tries if one is tries[-1] or one in others[-1:]]

    @property
    def series(self) -> list[Series]:
        """Its curves; a further one only where it is another one."""
        if not self._count:
            return []
        if self.main.dashed:
            return [self.main]
        differ = [other for other in self.others if not np.allclose(self.main.y, other.y, atol=0.5)]
        return [*differ, self.main]
