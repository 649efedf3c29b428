"""A hand that presses on top of a column, like a hand and unlike a weight.

    F = P min(1, max(0, 1 - v / v0))        v: speed downwards [m/s]

over a limited stroke, so that a fall looks like a fall. It changes nothing at the
onset of buckling, where the top sinks with the square of the tilt.
"""

import pymunk

from sim.mechanics.column import Column

HAND_SPEED = 1.0  # m/s at which a pressing hand has no force left (illustrative)
STROKE = 0.6  # of the column's height, as far as the hand follows it down


def hand_force(press: float, sinking: float) -> float:
    """What a hand that presses with `press` [N] has left while it sinks at some speed [m/s]."""
    return press * min(1.0, max(0.0, 1.0 - sinking / HAND_SPEED))


def add_guide(space: pymunk.Space, bodies: list[pymunk.Body], column: Column) -> None:
    """Let the top move up and down only, as far as the hand reaches."""
    height = float(column.neutral_origins()[-1, 1]) - column.base[1]
    highest, lowest = (0.0, 2 * height), (0.0, (1 - STROKE) * height)
    space.add(pymunk.GrooveJoint(bodies[0], bodies[-1], highest, lowest, (0.0, 0.0)))
