"""The spine that tests itself at one time: what is recorded, drawn and charted."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from scenes.experiment.protocols import Readings
from sim.mechanics.column import Array
from sim.parameter import Value
from sim.recovery.model import Recovery
from sim.spine.parameters import JOINTS


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

    def readings(self) -> Readings:
        """Joints, and how active the muscles are."""
        return {
            ("activation_long", ""): self.long,
            ("activation_deep", ""): self.deep,
            **{
                (f"rotation_{joint}", "rad"): bend
                for joint, bend in zip(JOINTS, self.bends.tolist(), strict=True)
            },
        }


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
