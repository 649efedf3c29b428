"""The curve of the neutral lumbar spine: how its segments are tilted and where they turn."""

import math

import numpy as np

from sim.mechanics.column import Array

SPACING = 0.037  # m between pivots (34.1 to 39.6 in an open model)
# In neutral posture, L5/S1 first. The last turns T12 and no frame: the thorax's is upright.
EXTENSION = tuple(math.radians(d) for d in (22, 14, 10, 6, 4, 3))
SACRAL_TILT = math.radians(-42)  # so that T12/L1 stands over L5/S1


def tilts() -> Array:
    """World angles [rad] of all segments' frames while neutral; the thorax is not tilted."""
    return np.array([*(SACRAL_TILT + np.cumsum((0, *EXTENSION[:-1]))), 0.0])


def pivots() -> Array:
    """The six pivots [m] while neutral, L5/S1 at the origin, shape (6, 2)."""
    steps = [SPACING * np.array((-math.sin(t), math.cos(t))) for t in tilts()[1:-1]]
    places: Array = np.cumsum([(0.0, 0.0), *steps], axis=0)
    return places
