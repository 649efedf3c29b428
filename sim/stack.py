"""The block stack in motion: set, push, step, observe.

A stack has fallen when a block's centre is further than half a block's width off
the axis. That is a measurement: nothing in the mechanics reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sim.blocks import column_of, HEIGHT, PARAMETERS, pushed_block, settings_of, WIDTH, with_blocks
from sim.column import Column, STANDARD_GRAVITY
from sim.parameter import Value
from sim.tape import SIDES, strips
from sim.world import ANGLE, ITERATIONS, OVERLAP, STEP, upright, World, WorldState, X, Y

FINGER_REACH = 0.1  # m off the axis, as far as a finger follows what it pushes (illustrative)
_PARAMETERS = {parameter.name: parameter for parameter in PARAMETERS}


@dataclass(frozen=True)
class StackState:
    """All that a stack needs to go on."""

    settings: tuple[tuple[str, Value], ...]
    world: WorldState
    push_left: int
    push_began: int | None
    held: tuple[int, float] | None
    fell: int | None


class BlockStack:
    """The simulated stack: set, push, step, observe.

    `settings` holds every parameter; change them with `set`. `gravity` [m/s^2],
    `dt` [s] and `iterations` are for checks against theory.
    """

    def __init__(
        self,
        values: Mapping[str, object] = MappingProxyType({}),
        *,
        gravity: float = STANDARD_GRAVITY,
        dt: float = STEP,
        iterations: int = ITERATIONS,
    ) -> None:
        self.settings = settings_of(values)
        self._gravity = gravity
        self._dt = dt
        self._iterations = iterations
        self.reset()

    # -- setting up ------------------------------------------------------------

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

    def reset(self) -> None:
        """Stack the blocks again, with the present settings."""
        self.world = self._world()
        self._push_left = 0
        self._push_began: int | None = None
        self._held: tuple[int, float] | None = None
        self._fell: int | None = None

    def snapshot(self) -> StackState:
        """The present state."""
        return StackState(
            tuple(self.settings.items()),
            self.world.snapshot(),
            self._push_left,
            self._push_began,
            self._held,
            self._fell,
        )

    def restore(self, state: StackState) -> None:
        """Go back to a state; two restores of one go on bit for bit alike."""
        self.settings = dict(state.settings)
        self.world = self._world(state.world)
        self._push_left = state.push_left
        self._push_began = state.push_began
        self._held = state.held
        self._fell = state.fell

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

    # -- time ------------------------------------------------------------------

    def push(self) -> None:
        """Begin to push with the finger, for `push_time` from now."""
        self._push_left = max(1, round(float(self.settings["push_time"]) / self._dt))
        self._begin()

    def hold(self, block: int, force: float) -> None:
        """Push a block with this force [N, to the right] until `release`."""
        if self._held is None:
            self._begin()
        self._held = (block, force)

    def release(self) -> None:
        """Let go of a held block."""
        self._held = None

    def _begin(self) -> None:
        if self._fell is None:
            self._push_began = self.world.steps

    @property
    def holding(self) -> bool:
        """Whether a block is being held."""
        return self._held is not None

    @property
    def finger(self) -> tuple[int, float]:
        """Which block is pushed at this moment and with how much [N]; (0, 0) if none."""
        block, force = self._held or (0, 0.0)
        if not self._held and self._push_left:
            block, force = pushed_block(self.settings), float(self.settings["push"])
        if block and abs(self.world.state[block - 1, X]) < FINGER_REACH:
            return block, force
        return 0, 0.0

    def step(self) -> None:
        """Go on by exactly one step."""
        world = self.world
        world.push = 0.0
        if self._held or self._push_left:
            block, world.push = self.finger
            world.push_segment = block or 1
            self._push_left = max(0, self._push_left - 1) if block else 0
        world.step()
        if self._fell is None and (world.rightmost > WIDTH / 2 or world.leftmost < -WIDTH / 2):
            self._fell = world.steps

    # -- what can be read ------------------------------------------------------

    @property
    def fallen(self) -> bool:
        """Whether a block has been further than half its width off the axis."""
        return self._fell is not None

    @property
    def fell_at(self) -> float | None:
        """When the stack fell [s after the push began], None while it stands."""
        if self._fell is None:
            return None
        return (self._fell - (self._push_began or 0)) * self._dt

    @property
    def since_push(self) -> float | None:
        """Time since the push that counts began [s], None before the first."""
        return (
            None if self._push_began is None else ((self.world.steps - self._push_began) * self._dt)
        )

    def units(self) -> dict[str, str]:
        """What `observe` measures, with units."""
        blocks = range(1, int(self.settings["blocks"]) + 1)
        return {
            "time": "s",
            **{f"displacement_{i}": "m" for i in blocks},
            **{f"rotation_{i}": "rad" for i in blocks},
            "top_drop": "m",
            "max_strip_tension": "N",
            "hand_work": "J",
            "push_work": "J",
            "energy": "J",
        }

    def observe(self) -> dict[str, float]:
        """What can be measured now; `units` names and units."""
        state = self.world.state
        free = state[:-2].tolist()
        tensions = self.world.strands.tensions(state)
        return {
            "time": self.world.time,
            **{f"displacement_{i}": row[X] for i, row in enumerate(free, start=1)},
            **{f"rotation_{i}": row[ANGLE] for i, row in enumerate(free, start=1)},
            "top_drop": (HEIGHT - OVERLAP) * (len(free) + 1) + HEIGHT / 2 - float(state[-2, Y]),
            "max_strip_tension": float(tensions.max()),
            "hand_work": self.world.hand_work,
            "push_work": self.world.push_work,
            "energy": self.world.energy(),
        }
