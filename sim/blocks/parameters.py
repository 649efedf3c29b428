"""The block stack: a column of crowned wooden blocks between two hands.

`blocks` free blocks stand on a fixed one; on top lies a block that a hand presses
down and keeps from moving sideways or turning. Joint i lies under free block i,
the highest one under the hand's block. Tape strips join neighbouring blocks at
both sides; joint and block numbers count from 1 at the bottom.

This module says what the stack is; `sim.blocks.model` lets it move.
"""

import math
from collections.abc import Mapping

from sim.blocks.taped_joints import MOST_JOINTS, pattern, strips
from sim.mechanics.column import Column, Joint, Segment, Solid, STANDARD_GRAVITY, Strand
from sim.mechanics.strand_springs import APPLIED
from sim.parameter import checked, Parameter, ParameterError, quoted, Value

HEIGHT = 0.037  # m on the axis, the spacing of lumbar pivots (docs/model.md)
WIDTH = 0.046  # m, a little more than a vertebral body is deep
MASS = 0.1  # kg, a wooden block of that size
TOP_MASS = 0.3  # kg, the top block with the hand on it
INERTIA = MASS * (HEIGHT**2 + WIDTH**2) / 12  # kg m^2, of a rectangle about its centre
TAPE_DAMPING = 20.0  # N s/m while taut (illustrative; tape is lossy)
LEAST_CURVATURE = 0.1  # 1/m; flatter faces stand out less than 26 um: they are flat


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
            f"a stack of {blocks} has blocks 1 to {blocks}, and 0 is the middle one",
            "no_such_block",
            name="push_block",
            value=settings["push_block"],
            most=blocks,
        )
    try:
        on = strips(str(settings["tape"]), blocks + 1)
    except ValueError:
        raise ParameterError(
            f"tape can not be {settings['tape']!r}: "
            f"a stack of {blocks} has joints 1 to {blocks + 1}",
            "no_such_joint",
            name="tape",
            value=quoted(settings["tape"]),
            most=blocks + 1,
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
            Solid(
                WIDTH / 2,
                bottom=-half if name == "base" else -edge,
                top=half if name == "top" else edge,
            ),
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
            "tape",
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
