"""The last 20 seconds of a model, to draw, to chart and to scrub through.

Only this is drawn, live or later: what is seen on scrubbing is what was.
"""

from collections import deque
from collections.abc import Iterator
from typing import Generic

from scenes.experiment.protocols import MomentT

SECONDS = 20.0
EVERY = 4  # steps: 300 moments a second, enough for a smooth curve of a fast fall


class Recording(Generic[MomentT]):
    """Moments in their order; the oldest go when there are too many."""

    def __init__(self, step: float) -> None:
        self._interval = EVERY * step
        self._moments: deque[MomentT] = deque(maxlen=round(SECONDS / (EVERY * step)))

    def add(self, moment: MomentT) -> None:
        """Keep a moment."""
        self._moments.append(moment)

    def clear(self) -> None:
        """Forget all."""
        self._moments.clear()

    def __iter__(self) -> Iterator[MomentT]:
        """All moments, the oldest first."""
        return iter(self._moments)

    def __len__(self) -> int:
        """How many moments there are."""
        return len(self._moments)

    @property
    def seconds(self) -> float:
        """How far back it goes [s]."""
        return max(0, len(self._moments) - 1) * self._interval

    def before(self, seconds: float) -> MomentT:
        """The moment so long before the newest, the oldest if that is longer."""
        index = len(self._moments) - 1 - round(seconds / self._interval)
        return self._moments[max(0, index)]

    def last(self, seconds: float) -> list[MomentT]:
        """All moments of the last seconds, oldest first."""
        count = min(len(self._moments), round(seconds / self._interval) + 1)
        return [self._moments[index] for index in range(len(self._moments) - count, len(self))]
