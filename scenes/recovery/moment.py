"""The spine that tests itself at one time: what is recorded, drawn and charted."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sim.mechanics.column import Array
from sim.parameter import Value
from sim.recovery.model import Recovery


@dataclass(frozen=True)
class RecoveryMoment:
    """The spine of a week at one time.

    `since_push` [s] from the arm's start, negative before it, None until it is called
    for; `bends` [rad] of the six joints; `long` and `deep`: how active the muscles are.
    """

    time: float
    since_push: float | None
    settings: Mapping[str, Value]
    fallen: bool
    bends: Array
    long: float
    deep: float

    @property
    def furthest(self) -> float:
        """How far the joint that bent most is from its set-point [degrees]."""
        return float(np.degrees(np.abs(self.bends).max()))


def moment_of(model: Recovery) -> RecoveryMoment:
    """The spine as it is now."""
    return RecoveryMoment(
        model.world.time,
        model.since_push,
        model.settings,
        model.fallen,
        model.rotations,
        **model.activations,
    )
