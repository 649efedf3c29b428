"""The stack at one time: what is recorded, drawn, charted and spoken of."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from scenes.experiment.protocols import Readings
from sim.blocks.model import BlockStack, readings, units
from sim.blocks.parameters import pushed_block
from sim.mechanics.column import Array
from sim.mechanics.world import X
from sim.parameter import Value


@dataclass(frozen=True)
class StackMoment:
    """The stack at one time.

    `state` as in `sim.mechanics.world`; `tensions` [N] of all strips, NaN where there is
    none; `push` [N], 0 while the finger rests; `since_push` [s] or None; `press_changed`: whether
    somebody has pressed harder or softer, and so may be told what that changes; `most`: how far
    the furthest block went since that push [m].
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
    press_changed: bool = False
    most: float = 0.0

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

    def readings(self) -> Readings:
        """Where the blocks are, and how hard the tightest strip pulls."""
        found = readings(self.state, np.nan_to_num(self.tensions))
        return dict(zip(units(len(self.state) - 2).items(), found.values(), strict=True))


def moment_of(stack: BlockStack, *, press_changed: bool = False) -> StackMoment:
    """The stack as it is now."""
    world = stack.world
    tensions = world.strands.tensions(world.state)
    off = [rest is None for rest in world.strands.rest_lengths]
    tensions[off] = np.nan
    block, force = stack.finger
    return StackMoment(
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
        press_changed,
    )
