"""Runs of a raised arm, for several tests."""

from sim.mechanics.world import STEP
from sim.model.run import Run
from sim.timing.model import ArmRaise, LEAD, WATCHED


def watched(model: ArmRaise, dt: float = STEP) -> Run:
    """A whole run."""
    watch = Run(model)
    for _ in range(round((LEAD + WATCHED) / dt)):
        watch.step()
    return watch
