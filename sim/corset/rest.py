"""The section at rest: where it settles with an effort that lasts, and without any."""

from functools import cache, lru_cache

from sim.corset.effort import Effort, REST
from sim.corset.ring import Ring, RingState
from sim.corset.section import ABDOMEN, section, tuned
from sim.mechanics.column import Array
from sim.mechanics.membrane import Membrane
from sim.mechanics.membrane_balance import balanced
from sim.mechanics.world import STEP


@lru_cache(maxsize=32)
def settled(asked: Effort) -> RingState:
    """The section at rest with an effort that lasts."""
    membrane = Membrane(section())
    membrane.passive, membrane.active, membrane.free_areas = tuned(asked)
    return RingState.still(balanced(membrane)[: membrane.plan.free])


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
