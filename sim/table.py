"""Where fallen segments land: the lower hand's palm, and a table with edges.

For looks alone: nothing here touches a column that stands. All rectangles of a
space share one filter bit, so that they meet each other and no round face.
"""

import math

import pymunk

PALM = 0.075  # m, half the width of the palm under the column
DEPTH = 0.038  # m from the palm down to the table
HALF_TABLE = 0.28  # m to either side, where edges keep what rolls in the picture
EDGE = 0.05  # m, half the thickness of these edges
HIGH = 2.0  # m, higher than anything flies
FRICTION = 0.8  # wood on skin or cloth (illustrative)
_SOLID = pymunk.ShapeFilter(categories=1 << 30, mask=1 << 30)


def add_solid(
    space: pymunk.Space,
    body: pymunk.Body,
    half_width: float,
    heights: tuple[float, float],
    friction: float,
    *,
    middle: float = 0.0,
) -> None:
    """Give a body a rectangle from heights[0] to heights[1] in its frame [m]."""
    (low, high), left, right = heights, middle - half_width, middle + half_width
    shape = pymunk.Poly(body, [(left, low), (right, low), (right, high), (left, high)])
    shape.filter = _SOLID
    shape.friction = math.sqrt(friction)  # Chipmunk multiplies those of two shapes
    space.add(shape)


def add_table(space: pymunk.Space, base: pymunk.Body, floor: float) -> None:
    """Put a palm at the height `floor` [m] in the base's frame, and a table below it."""
    table = floor - DEPTH
    add_solid(space, base, PALM, (floor - 1.0, floor), FRICTION)
    add_solid(space, base, HALF_TABLE, (table - 1.0, table), FRICTION)
    for side in (-1, 1):
        edge = side * (HALF_TABLE + EDGE)
        add_solid(space, base, EDGE, (table - 1.0, table + HIGH), FRICTION, middle=edge)
