"""What several tests do with a stack."""

import itertools
import math

import numpy as np
from numpy.typing import NDArray

from sim.blocks.model import BlockStack
from sim.blocks.parameters import crown_radius, HEIGHT, PARAMETERS, WIDTH
from sim.mechanics.world import ANGLE, X

Vector = NDArray[np.float64]


def run(stack: BlockStack, seconds: float) -> float:
    """Go on for some time; the largest displacement of any block meanwhile [m]."""
    peak = 0.0
    for _ in range(round(seconds * 1200)):
        stack.step()
        peak = max(peak, float(np.abs(stack.world.state[:, X]).max()))
    return peak


def pushed(seconds: float, **values: object) -> tuple[BlockStack, float]:
    """A stack that was pushed at t = 0, and its largest displacement [m]."""
    stack = BlockStack(values)
    stack.push()
    return stack, run(stack, seconds)


def fall_time(**values: object) -> float:
    """When a stack falls after a push [s]; infinity if it stands for 2 s."""
    stack = BlockStack(values)
    stack.push()
    for _ in range(2400):
        stack.step()
        if stack.fell_at is not None:
            return stack.fell_at
    return math.inf


def penetration(stack: BlockStack) -> float:
    """How deep [m] neighbouring blocks overlap at their end faces, the worst joint."""
    radius = crown_radius(stack.settings)
    rows = [stack.world.state[-1], *stack.world.state[:-1]]
    deepest = 0.0
    faces = stack.world.snapshot().faces
    for (below, above), on in zip(itertools.pairwise(rows), faces, strict=True):
        if math.isinf(radius):
            deepest = max(deepest, *(_corner_depth(below, above, side) for side in (-1, 1)))
        elif on:
            centres = [
                row[:2] + sign * (HEIGHT / 2 - radius) * _up(row[ANGLE])
                for row, sign in ((below, 1), (above, -1))
            ]
            deepest = max(deepest, 2 * radius - math.dist(*centres))
    return deepest


def _up(angle: float) -> Vector:
    return np.array([-math.sin(angle), math.cos(angle)])


def _corner_depth(below: Vector, above: Vector, side: int) -> float:
    """How deep a lower corner of a flat block lies in the block below it."""
    right = np.array([math.cos(above[ANGLE]), math.sin(above[ANGLE])])
    corner = above[:2] + side * WIDTH / 2 * right - HEIGHT / 2 * _up(above[ANGLE])
    offset = corner - below[:2]
    across = offset @ [math.cos(below[ANGLE]), math.sin(below[ANGLE])]
    inside = HEIGHT / 2 - offset @ _up(below[ANGLE])
    return float(inside) if abs(across) <= WIDTH / 2 and inside < HEIGHT / 2 else 0.0


DEFAULTS = {parameter.name: parameter.default for parameter in PARAMETERS}
