"""A corset at rest, for several tests."""

from sim.corset.model import Corset


def held(**values: object) -> Corset:
    """A corset at rest, its breath held."""
    return Corset({"breathing": 0, **values})


def seen(**values: object) -> dict[str, float]:
    """What is measured of a corset at rest."""
    return held(**values).observe()
