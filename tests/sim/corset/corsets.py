"""A corset at rest, for several tests."""

import numpy as np

from sim.corset.model import Corset
from sim.corset.ring import Ring


def held(**values: object) -> Corset:
    """A corset at rest, its breath held."""
    return Corset({"breathing": 0, **values})


def seen(**values: object) -> dict[str, float]:
    """What is measured of a corset at rest."""
    return held(**values).observe()


def fastest(ring: Ring) -> float:
    """The largest speed of a node [m/s]."""
    bodies = np.array(ring.snapshot().bodies).reshape(-1, 4)
    return float(np.hypot(*bodies[:, 2:].T).max())
