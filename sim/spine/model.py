"""The lumbar spine in motion: set, push, step, observe.

A spine has given way when a joint is more than `GIVEN_WAY` from its set-point; the
level that is bent most then is the one that gave way. That is a measurement: nothing in
the mechanics reads it.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

import numpy as np

from sim.mechanics.column import Array, Column
from sim.mechanics.world import upright, World, WorldState
from sim.model.column_model import Model
from sim.parameter import Parameter, Value
from sim.spine.activation import activation_law, FURTHER
from sim.spine.anatomy import column_of
from sim.spine.limits_of_bend import GIVEN_WAY
from sim.spine.muscles import MUSCLES
from sim.spine.parameters import JOINTS, PARAMETERS, pushed_segment, settings_of
from sim.spine.readings import readings, UNITS

_MOST_BEND = math.radians(GIVEN_WAY)


class LumbarSpine(Model):
    """The simulated spine."""

    name = "spine"
    parameters: ClassVar[tuple[Parameter, ...]] = PARAMETERS

    @staticmethod
    def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
        """See `sim.spine.parameters.settings_of`."""
        return settings_of(values)

    @property
    def spine(self) -> Mapping[str, Value]:
        """The parameters of the spine with its muscles as active as they are now."""
        return self.settings

    def column(self) -> Column:
        """The neutral spine with its present muscles, for analysis."""
        return column_of(self.spine, self._gravity)

    def _world(self, state: WorldState | None = None) -> World:
        self._drive = activation_law(self.spine, self._gravity)
        column = self.column()
        neutral = upright(column, (True,) * len(column.strands))
        # Rest lengths belong to the settings: they follow the short-range stiffness factor.
        state = replace(state or neutral, rest_lengths=neutral.rest_lengths)
        return World(column, state, dt=self._dt, iterations=self._iterations)

    def set(self, name: str, value: object) -> None:
        """Change a parameter; it acts on the spine as it stands.

        Raises ParameterError and changes nothing if it is not valid.
        """
        before = self.settings
        self.settings = settings_of({**before, name: value})
        changed = {key for key, now in self.settings.items() if now != before[key]}
        if changed & set(FURTHER):
            self.world = self._world(self.world.snapshot())
        elif changed & set(MUSCLES):
            self._drive.tune(self.world, self.settings)
            self.world.settle()

    def _pushed(self) -> int:
        return pushed_segment(self.settings)

    def _how_far(self) -> float:
        bends = self.world.discs.bends
        return max(*bends, -min(bends)) / _MOST_BEND

    def _furthest(self) -> str:
        return JOINTS[int(np.argmax(np.abs(self.world.discs.bends)))]

    # -- what can be read ----------------------------------------------------------

    @property
    def rotations(self) -> Array:
        """Joint angles from the set-point [rad], L5/S1 first, extension positive."""
        return np.array(self.world.discs.bends)

    def units(self) -> dict[str, str]:
        """What `observe` measures, with units."""
        return {"time": "s", **UNITS, "push_work": "J", "energy": "J"}

    def observe(self) -> dict[str, float]:
        """What can be measured now; `units` names and units."""
        world = self.world
        ends = world.strands.ends(world.state)
        tensions = world.strands.tensions_between(ends)
        return {
            "time": world.time,
            **readings(
                world.column,
                world.state,
                bends=self.rotations,
                aside=self.displacements,
                strands=(ends, tensions),
                transversus=float(self.spine["transversus"]),
            ),
            "push_work": world.push_work,
            "energy": world.energy(),
        }
