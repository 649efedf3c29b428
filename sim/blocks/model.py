"""The block stack in motion: set, push, step, observe.

A stack has fallen when a block's centre is further than half a block's width off
the axis. That is a measurement: nothing in the mechanics reads it.
"""

from collections.abc import Mapping

import numpy as np

from sim.blocks.parameters import (
    column_of,
    HEIGHT,
    PARAMETERS,
    pushed_block,
    settings_of,
    WIDTH,
    with_blocks,
)
from sim.blocks.taped_joints import SIDES, strips
from sim.mechanics.column import Array, Column
from sim.mechanics.world import ANGLE, OVERLAP, upright, World, WorldState, X, Y
from sim.model.column_model import Model
from sim.parameter import Value

_PARAMETERS = {parameter.name: parameter for parameter in PARAMETERS}


class BlockStack(Model):
    """The simulated stack."""

    name = "blocks"
    parameters = PARAMETERS

    @staticmethod
    def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
        """See `sim.blocks.parameters.settings_of`."""
        return settings_of(values)

    def column(self) -> Column:
        """The upright stack with its present press and tape, for analysis."""
        return column_of(self.settings, self._gravity)

    def _all_strips(self) -> Column:
        return column_of({**self.settings, "tape": "all"}, self._gravity)

    def _strips_on(self) -> tuple[bool, ...]:
        joints = int(self.settings["blocks"]) + 1
        on = strips(str(self.settings["tape"]), joints)
        return tuple((joint, side) in on for joint in range(1, joints + 1) for side in SIDES)

    def _world(self, state: WorldState | None = None) -> World:
        column = self._all_strips()
        state = state or upright(column, self._strips_on())
        return World(
            column,
            state,
            dt=self._dt,
            iterations=self._iterations,
            most_press=_PARAMETERS["press"].high,
        )

    def set(self, name: str, value: object) -> None:
        """Change a parameter. Raises ParameterError and changes nothing if it is not valid.

        The number of blocks and their crown stack the blocks anew; everything
        else acts on the stack as it stands.
        """
        if name == "blocks":
            blocks = int(_PARAMETERS["blocks"].check(value))
            self.settings = with_blocks(self.settings, blocks)
        else:
            self.settings = settings_of({**self.settings, name: value})
        if _PARAMETERS[name].restarts:
            self.reset()
        elif name == "press":
            self.world.press = float(self.settings["press"])
        elif name == "tape":
            self.world.set_strands(self._strips_on())
        elif name in ("tape_stiffness", "friction"):
            self.world = self._world(self.world.snapshot())

    def _pushed(self) -> int:
        return pushed_block(self.settings)

    def _how_far(self) -> float:
        return max(-self.world.leftmost, self.world.rightmost) / (WIDTH / 2)

    def _furthest(self) -> str:
        return f"block {int(np.argmax(np.abs(self.displacements))) + 1}"

    def units(self) -> dict[str, str]:
        """What `observe` measures, with units."""
        return {
            "time": "s",
            **units(int(self.settings["blocks"])),
            "hand_work": "J",
            "push_work": "J",
            "energy": "J",
        }

    def observe(self) -> dict[str, float]:
        """What can be measured now; `units` names and units."""
        state = self.world.state
        return {
            "time": self.world.time,
            **readings(state, self.world.strands.tensions(state)),
            "hand_work": self.world.hand_work,
            "push_work": self.world.push_work,
            "energy": self.world.energy(),
        }


def units(blocks: int) -> dict[str, str]:
    """What `readings` are of so many blocks, with units."""
    numbers = range(1, blocks + 1)
    return {
        **{f"displacement_{i}": "m" for i in numbers},
        **{f"rotation_{i}": "rad" for i in numbers},
        "top_drop": "m",
        "max_strip_tension": "N",
    }


def readings(state: Array, tensions: Array) -> dict[str, float]:
    """What is read off: `state` as in `sim.mechanics.world`, `tensions` [N] of all strips."""
    free = state[:-2].tolist()
    return {
        **{f"displacement_{i}": row[X] for i, row in enumerate(free, start=1)},
        **{f"rotation_{i}": row[ANGLE] for i, row in enumerate(free, start=1)},
        "top_drop": (HEIGHT - OVERLAP) * (len(free) + 1) + HEIGHT / 2 - float(state[-2, Y]),
        "max_strip_tension": float(tensions.max()),
    }
