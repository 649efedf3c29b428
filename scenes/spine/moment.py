"""The spine at one time: what is recorded, drawn, charted and spoken of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenes.draw.spine.pose import pose_of, SpinePose
from scenes.draw.spine.strands import Strands, strands_in
from scenes.experiment.protocols import Readings
from sim.mechanics.column import Array, Column
from sim.mechanics.world import X
from sim.parameter import Value
from sim.spine.disc_pressure import disc_forces
from sim.spine.model import LumbarSpine
from sim.spine.parameters import pushed_segment
from sim.spine.readings import readings, UNITS


@dataclass(frozen=True)
class SpineMoment:
    """The spine at one time.

    `state` as in `sim.mechanics.world`; `bends` [rad] of the six joints from the set-point;
    `ends` [m] of all strands, (n, 2, 2), and their `tensions` [N]; `push` [N], 0
    while the finger rests; `since_push` [s] or None; `overpushed` where it gave way with
    settings at which it would have stood a smaller push.
    """

    time: float
    state: Array
    bends: Array
    ends: Array
    tensions: Array
    column: Column
    push: float
    push_segment: int
    since_push: float | None
    fell_at: float | None
    gave_way: str | None
    settings: Mapping[str, Value]
    overpushed: bool = False

    @property
    def fallen(self) -> bool:
        """Whether a joint had given way."""
        return self.fell_at is not None

    @cached_property
    def pose(self) -> SpinePose:
        """Where its bones are drawn."""
        return pose_of(self.state)

    @cached_property
    def strands(self) -> Strands:
        """Its muscle strands as they are drawn."""
        return strands_in(self.pose, self.settings)

    @property
    def forces(self) -> Array:
        """Compression of the six discs [N]."""
        transversus = float(self.settings["transversus"])
        return disc_forces(self.column, self.state, self.ends, self.tensions, transversus)

    @property
    def furthest(self) -> float:
        """How far the joint that bent most is from its set-point [rad]."""
        return float(np.abs(self.bends).max())

    def readings(self) -> Readings:
        """Joints, segments, discs and how hard the muscles pull."""
        neutral = self.column.neutral_origins()[1:, X]
        found = readings(
            self.column,
            self.state,
            bends=self.bends,
            aside=self.state[:-1, X] - neutral,
            strands=(self.ends, self.tensions),
            transversus=float(self.settings["transversus"]),
        )
        return dict(zip(UNITS.items(), found.values(), strict=True))

    @property
    def since_fall(self) -> float:
        """Time since a joint gave way [s], 0 while none has."""
        if self.fell_at is None:
            return 0.0
        return (self.time if self.since_push is None else self.since_push) - self.fell_at


def moment_of(spine: LumbarSpine, *, overpushed: bool = False) -> SpineMoment:
    """The spine as it is now; how it fell is for the caller to know."""
    world = spine.world
    segment, force = spine.finger
    ends = world.strands.ends(world.state)
    return SpineMoment(
        world.time,
        world.state.copy(),
        spine.rotations,
        ends,
        world.strands.tensions_between(ends),
        world.column,
        force,
        segment or pushed_segment(spine.settings),
        spine.since_push,
        spine.fell_at,
        spine.gave_way,
        spine.settings,
        overpushed,
    )
