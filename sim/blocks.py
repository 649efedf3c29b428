"""The block stack: a column of crowned wooden blocks between two hands.

`blocks` free blocks stand on a fixed one; on top lies a block that a hand presses
down and keeps from moving sideways or turning. Joint i lies under free block i,
the highest one under the hand's block. Tape strips join neighbouring blocks at
both sides; joint and block numbers count from 1 at the bottom.

A stack has fallen when a block's centre is further than half a block's width off
the axis. That is a measurement: nothing in the mechanics reads it.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sim.column import Column, Joint, Segment, STANDARD_GRAVITY, Strand
from sim.parameter import checked, Parameter, ParameterError, Value
from sim.strands import APPLIED
from sim.world import ANGLE, ITERATIONS, OVERLAP, STEP, upright, World, WorldState, X, Y

HEIGHT = 0.037  # m on the axis, the spacing of lumbar pivots (evidence.md, body figures)
WIDTH = 0.046  # m, a little more than a vertebral body is deep
MASS = 0.1  # kg, a wooden block of that size
TOP_MASS = 0.3  # kg, the top block with the hand on it
INERTIA = MASS * (HEIGHT**2 + WIDTH**2) / 12  # kg m^2, of a rectangle about its centre
TAPE_DAMPING = 20.0  # N s/m while taut (illustrative; tape is lossy)
FINGER_REACH = 0.1  # m off the axis, as far as a finger follows what it pushes (illustrative)
LEAST_CURVATURE = 0.1  # 1/m; flatter faces stand out less than 26 um: they are flat
SIDES = ("l", "r")
MOST_JOINTS = 10  # of the highest stack
_JOINT = re.compile(r"([1-9][0-9]?)([lr]?)")


def strips(pattern: str, joints: int) -> frozenset[tuple[int, str]]:
    """The strips (joint, side) that a tape pattern names.

    Raises ValueError for a joint that is not there or a pattern of another form.
    """
    if pattern == "none":
        return frozenset()
    if pattern == "all":
        return frozenset((joint, side) for joint in range(1, joints + 1) for side in SIDES)
    found: set[tuple[int, str]] = set()
    for part in pattern.split(","):
        match = _JOINT.fullmatch(part.strip())
        if not match or int(match[1]) > joints:
            raise ValueError(pattern)
        found.update((int(match[1]), side) for side in match[2] or SIDES)
    return frozenset(found)


def pattern(on: frozenset[tuple[int, str]], joints: int) -> str:
    """The tape pattern that names these strips, in its shortest form."""
    if len(on) == joints * len(SIDES):
        return "all"
    parts = []
    for joint in range(1, joints + 1):
        sides = "".join(side for side in SIDES if (joint, side) in on)
        if sides:
            parts.append(f"{joint}{sides if len(sides) == 1 else ''}")
    return ",".join(parts) or "none"


def _canonical_tape(text: str) -> str:
    if text not in ("all", "none"):
        strips(text, MOST_JOINTS)
    return text


PARAMETERS = (
    Parameter(
        "blocks",
        "",
        5,
        "five free lumbar vertebrae; a stack of three would stand untaped at R = 40 mm",
        *(4, 9, 1),
        whole=True,
        restarts=True,
    ),
    Parameter("press", "N", 60.0, "what two hands can press for a while", 0, 300, 5),
    Parameter("push", "N", 2.0, "a tap with a finger", 0, 50, 0.1),
    Parameter("push_time", "s", 0.15, "how long a tap lasts", 0.02, 1, 0.01),
    Parameter(
        "push_block", "", 0, "1 is the lowest free block, 0 the middle one", 0, 9, 1, whole=True
    ),
    Parameter(
        "crown_curvature",
        "1/m",
        25.0,
        "of the end faces: 25 is a radius of 40 mm, 0 is flat",
        *(0, 33.3, 0.1),
        restarts=True,
    ),
    Parameter(
        "tape",
        "",
        "none",
        "which joints are taped",
        canonical=_canonical_tape,
        form="all, none, or joints with an optional side, such as 1,2,4l,5r (1 is the lowest)",
    ),
    Parameter("tape_stiffness", "N/m", 10000.0, "of one strip of tape", 500, 30000, 500),
    Parameter("friction", "", 0.8, "between the end faces, wood on wood", 0.2, 1.2, 0.05),
)

_PARAMETERS = {parameter.name: parameter for parameter in PARAMETERS}


def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
    """A complete and consistent set of parameters from some given ones.

    Raises ParameterError for an unknown name, a value out of range, and a joint
    or block that the stack does not have.
    """
    settings = checked(PARAMETERS, values)
    blocks = int(settings["blocks"])
    if int(settings["push_block"]) > blocks:
        raise ParameterError(
            f"push_block can not be {settings['push_block']}: "
            f"a stack of {blocks} has blocks 1 to {blocks}, and 0 is the middle one"
        )
    try:
        on = strips(str(settings["tape"]), blocks + 1)
    except ValueError:
        raise ParameterError(
            f"tape can not be {settings['tape']!r}: "
            f"a stack of {blocks} has joints 1 to {blocks + 1}"
        ) from None
    settings["tape"] = pattern(on, blocks + 1)
    return settings


def with_blocks(settings: Mapping[str, Value], blocks: int) -> dict[str, Value]:
    """The same stack with another number of blocks; tape and push that no longer fit go."""
    joints = blocks + 1
    tape = str(settings["tape"])
    if tape not in ("all", "none"):
        tape = pattern(frozenset(s for s in strips(tape, MOST_JOINTS) if s[0] <= joints), joints)
    push_block = int(settings["push_block"])
    return settings_of(
        {
            **settings,
            "blocks": blocks,
            "tape": tape,
            "push_block": push_block if push_block <= blocks else 0,
        }
    )


def pushed_block(settings: Mapping[str, Value]) -> int:
    """The number of the block that is pushed; the lower middle one by default if even."""
    return int(settings["push_block"]) or (int(settings["blocks"]) + 1) // 2


def crown_radius(settings: Mapping[str, Value]) -> float:
    """Radius of the end faces [m], infinity where they are flat."""
    curvature = float(settings["crown_curvature"])
    return 1 / curvature if curvature >= LEAST_CURVATURE else math.inf


def sagitta(radius: float) -> float:
    """How far [m] the middle of an end face stands out above its edges."""
    if math.isinf(radius):
        return 0.0
    return radius - math.sqrt(radius**2 - (WIDTH / 2) ** 2)


def column_of(settings: Mapping[str, Value], gravity: float = STANDARD_GRAVITY) -> Column:
    """The stack as a column, with a strand for every strip that is on."""
    blocks = int(settings["blocks"])
    radius = crown_radius(settings)
    half = HEIGHT / 2
    edge = half - sagitta(radius)
    names = ["base", *(f"block {i}" for i in range(1, blocks + 1)), "top"]
    segments = [
        Segment(
            name,
            TOP_MASS if name == "top" else MASS,
            INERTIA,
            WIDTH / 2,
            bottom=-half if name == "base" else -edge,
            top=half if name == "top" else edge,
        )
        for name in names
    ]
    joints = [
        Joint(
            f"joint {i}",
            (0.0, half),
            (0.0, -half),
            radius,
            WIDTH / 2,
            float(settings["friction"]),
        )
        for i in range(1, blocks + 2)
    ]
    strands = [
        Strand(
            f"strip {joint}{side}",
            joint - 1,
            joint,
            (sign * WIDTH / 2, HEIGHT / 4),
            (sign * WIDTH / 2, -HEIGHT / 4),
            float(settings["tape_stiffness"]),
            APPLIED * HEIGHT / 2,
            TAPE_DAMPING,
        )
        for joint, side in sorted(strips(str(settings["tape"]), blocks + 1))
        for sign in (-1 if side == "l" else 1,)
    ]
    return Column(
        tuple(segments),
        tuple(joints),
        tuple(strands),
        press=float(settings["press"]),
        guided=True,
        base=(0.0, half),
        gravity=gravity,
    )


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
            for i, on in enumerate(self._strips_on()):
                self.world.set_strand(i, on)
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
    def finger(self) -> tuple[int, float]:
        """Which block is pushed at this moment and with how much [N]; (0, 0) if none."""
        block, force = self._held or (0, 0.0)
        if not self._held and self._push_left:
            block, force = pushed_block(self.settings), float(self.settings["push"])
        if block and abs(self.world.values[6 * (block - 1) + X]) < FINGER_REACH:
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
