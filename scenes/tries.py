"""What the chart shows: this try and the one before it."""

import numpy as np

from scenes.recording import EVERY, Moment
from scenes.widgets.plot import Series
from sim.column import Array
from sim.world import STEP, X

GONE = 0.1  # m off the axis, well above the chart
LONGEST = 0.6  # s after a push in which it is decided what happens
ROOM = round(LONGEST / (EVERY * STEP)) + 3


class Try:
    """How far the middle and the furthest block went after one push [mm over s]."""

    def __init__(self, middle: int, label: str, colour: str, furthest: str) -> None:
        self._middle = middle - 1
        self._data: Array = np.empty((ROOM, 3))
        self._count = 0
        nothing = np.empty(0)
        self.middle = Series(nothing, nothing, colour=colour, label=label)
        self.furthest = Series(nothing, nothing, colour="muted", label=furthest, dot=False)

    @property
    def latest(self) -> float:
        """The time of the last point [s], 0 before the first."""
        return float(self._data[self._count - 1, 0]) if self._count else 0.0

    def add(self, moment: Moment) -> None:
        """Add a moment after the push, while it still says something new."""
        gone = moment.fallen and moment.furthest > GONE
        if moment.since_push is None or gone or moment.since_push > LONGEST:
            return
        middle = abs(float(moment.state[self._middle, X])) * 1000
        self._data[self._count] = moment.since_push, middle, moment.furthest * 1000
        self._count += 1
        time, middle_mm, furthest_mm = self._data[: self._count].T
        self.middle.x, self.middle.y = time, middle_mm
        self.furthest.x, self.furthest.y = time, furthest_mm

    def fade(self) -> None:
        """Become the previous try: dashed and pale."""
        time, middle, label = self.middle.x, self.middle.y, self.middle.label
        self.middle = Series(time, middle, colour="ghost", label=label, dashed=True, dot=False)

    @property
    def series(self) -> list[Series]:
        """Its curves; the furthest block only where it is another one."""
        if not self._count:
            return []
        if self.middle.dashed or np.allclose(self.middle.y, self.furthest.y, atol=0.5):
            return [self.middle]
        return [self.furthest, self.middle]
