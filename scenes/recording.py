"""The last 20 seconds of the stack, to draw, to chart and to scrub through.

Only this is drawn, live or later: what is seen on scrubbing is what was.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sim.blocks import pushed_block
from sim.column import Array
from sim.parameter import Value
from sim.stack import BlockStack
from sim.world import X

SECONDS = 20.0
EVERY = 4  # steps: 300 moments a second, enough for a smooth curve of a fast fall


@dataclass(frozen=True)
class Moment:
    """The stack at one time: what there is to draw.

    `state` as in `sim.world`; `tensions` [N] of all strips, NaN where there is
    none; `push` [N], 0 while the finger rests; `since_push` [s] or None.
    """

    time: float
    state: Array
    tensions: Array
    press: float
    push: float
    push_block: int
    since_push: float | None
    fell_at: float | None
    settings: Mapping[str, Value]
    contacts: tuple[float, ...]

    @property
    def fallen(self) -> bool:
        """Whether the stack had fallen."""
        return self.fell_at is not None

    @property
    def furthest(self) -> float:
        """How far the most displaced free block is off the axis [m]."""
        return float(np.abs(self.state[:-2, X]).max())

    @property
    def speed(self) -> float:
        """The largest speed of any block [m/s]."""
        return float(np.abs(self.state[:-2, 3:5]).max())


def moment_of(stack: BlockStack) -> Moment:
    """The stack as it is now."""
    world = stack.world
    tensions = world.strands.tensions(world.state)
    off = [rest is None for rest in world.strands.rest_lengths]
    tensions[off] = np.nan
    block, force = stack.finger
    return Moment(
        world.time,
        world.state.copy(),
        tensions,
        float(stack.settings["press"]),
        force,
        block or pushed_block(stack.settings),
        stack.since_push,
        stack.fell_at,
        stack.settings,
        tuple(world.contact_forces()),
    )


class Recording:
    """Moments in their order; the oldest go when there are too many."""

    def __init__(self, step: float) -> None:
        self._interval = EVERY * step
        self._moments: deque[Moment] = deque(maxlen=round(SECONDS / (EVERY * step)))

    def add(self, moment: Moment) -> None:
        """Keep a moment."""
        self._moments.append(moment)

    def clear(self) -> None:
        """Forget all."""
        self._moments.clear()

    def __len__(self) -> int:
        """How many moments there are."""
        return len(self._moments)

    @property
    def seconds(self) -> float:
        """How far back it goes [s]."""
        return max(0, len(self._moments) - 1) * self._interval

    def before(self, seconds: float) -> Moment:
        """The moment so long before the newest, the oldest if that is longer."""
        index = len(self._moments) - 1 - round(seconds / self._interval)
        return self._moments[max(0, index)]

    def last(self, seconds: float) -> list[Moment]:
        """All moments of the last seconds, oldest first."""
        count = min(len(self._moments), round(seconds / self._interval) + 1)
        return [self._moments[index] for index in range(len(self._moments) - count, len(self))]
