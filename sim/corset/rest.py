"""The section at rest: where it settles with an effort that lasts, and without any."""

from functools import cache, lru_cache

from sim.corset.effort import Effort, REST
from sim.corset.ring import Ring, RingState
from sim.corset.section import ABDOMEN, section, tuned
from sim.mechanics.column import Array
from sim.mechanics.world import STEP

SETTLING = 12000  # steps at most in which a section comes to rest
AT_REST = 1e-8  # m/s, of its fastest node


@lru_cache(maxsize=32)
def settled(asked: Effort) -> RingState:
    """The section at rest with an effort that lasts."""
    ring = Ring(section(), STEP)
    ring.tune(*tuned(asked))
    for step in range(SETTLING):
        ring.step()
        if step % 100 == 99 and ring.fastest < AT_REST:
            break
    return ring.still()


@cache
def _rest() -> Ring:
    ring = Ring(section(), STEP)
    ring.tune(*tuned(REST))
    ring.restore(settled(REST))
    return ring


def rest_places() -> Array:
    """Where the nodes of the section are at rest, joined [m]."""
    return _rest().places


def rest_pressure() -> float:
    """Pressure in the abdomen at rest, at the end of breathing out [Pa]."""
    return float(_rest().membrane.pressures[ABDOMEN])
