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
from sim.spine.disc_pressure import disc_forces, disc_pressures
from sim.spine.muscles import MUSCLES, STRANDED
from sim.spine.parameters import (
    GIVEN_WAY,
    JOINTS,
    NAMES,
    PARAMETERS,
    pushed_segment,
    settings_of,
)

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
        return {
            "time": "s",
            **{f"rotation_{joint}": "rad" for joint in JOINTS},
            **{f"displacement_{name}": "m" for name in NAMES[1:]},
            **{f"disc_force_{joint}": "N" for joint in JOINTS},
            **{f"disc_pressure_{joint}": "Pa" for joint in JOINTS},
            **{f"tension_{group}": "N" for group in STRANDED},
            "push_work": "J",
            "energy": "J",
        }

    def observe(self) -> dict[str, float]:
        """What can be measured now; `units` names and units."""
        world = self.world
        ends = world.strands.ends(world.state)
        tensions = world.strands.tensions_between(ends)
        transversus = float(self.spine["transversus"])
        forces = disc_forces(world.column, world.state, ends, tensions, transversus)
        strands = world.column.strands
        pulls = {
            group: sum(t for t, s in zip(tensions, strands, strict=True) if s.group == group)
            for group in STRANDED
        }
        return {
            "time": world.time,
            **_named("rotation", JOINTS, self.rotations),
            **_named("displacement", NAMES[1:], self.displacements),
            **_named("disc_force", JOINTS, forces),
            **_named("disc_pressure", JOINTS, disc_pressures(forces)),
            **{f"tension_{group}": pull for group, pull in pulls.items()},
            "push_work": world.push_work,
            "energy": world.energy(),
        }


def _named(quantity: str, places: tuple[str, ...], values: Array) -> dict[str, float]:
    return {f"{quantity}_{p}": v for p, v in zip(places, values.tolist(), strict=True)}
