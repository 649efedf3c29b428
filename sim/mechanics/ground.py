"""Where fallen segments land: the lower hand's palm, and a table with edges.

For looks alone: nothing here touches a column that stands. All rectangles of a
space share one filter bit, so that they meet each other and no round face.
"""

import math

import pymunk

from sim.mechanics.column import Solid

PALM = 0.075  # m, half the width of the palm under the column
DEPTH = 0.038  # m from the palm down to the table
HALF_TABLE = 0.28  # m to either side, where edges keep what rolls in the picture
EDGE = 0.05  # m, half the thickness of these edges
HIGH = 2.0  # m, higher than anything flies
FRICTION = 0.8  # wood on skin or cloth (illustrative)
_SOLID = pymunk.ShapeFilter(categories=1 << 30, mask=1 << 30)


def add_solid(
    space: pymunk.Space, body: pymunk.Body, solid: Solid, friction: float, *, middle: float = 0.0
) -> None:
    """Give a body a rectangle in its frame, with its middle at x = `middle` [m]."""
    left, right = middle - solid.half_width, middle + solid.half_width
    low, high = solid.bottom, solid.top
    shape = pymunk.Poly(body, [(left, low), (right, low), (right, high), (left, high)])
    shape.filter = _SOLID
    shape.friction = math.sqrt(friction)  # Chipmunk multiplies those of two shapes
    space.add(shape)


def add_table(space: pymunk.Space, base: pymunk.Body, floor: float) -> None:
    """Put a palm at the height `floor` [m] in the base's frame, and a table below it."""
    table = floor - DEPTH
    add_solid(space, base, Solid(PALM, floor - 1.0, floor), FRICTION)
    add_solid(space, base, Solid(HALF_TABLE, table - 1.0, table), FRICTION)
    for side in (-1, 1):
        edge = side * (HALF_TABLE + EDGE)
        add_solid(space, base, Solid(EDGE, table - 1.0, table + HIGH), FRICTION, middle=edge)
