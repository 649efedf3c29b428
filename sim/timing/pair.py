"""Two backs that raise the same arm, each with an onset of its own: seen side by side.

All else is the same for both. A movement begins from rest and ends after `DURATION`;
each back is then exactly what a run of `sim.timing.model` with its onset is. Between
movements nothing is simulated: a back at rest stays as it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from sim.mechanics.world import STEP
from sim.model.run import Run
from sim.parameter import checked, Value
from sim.timing.model import ArmRaise
from sim.timing.model import PARAMETERS as MOVEMENT

DURATION = ArmRaise.duration  # s that a movement is watched, its lead included
SEEN = 1e-6  # of full activation, from where deep muscles count as having come
BESIDE = "onset_beside"
ONSETS = (BESIDE, "onset")  # of the back on the left, and of the one on the right
_ONSET = MOVEMENT[0]
# Every change ends a movement: what is shown belongs to the settings that are shown.
PARAMETERS = tuple(
    replace(parameter, restarts=True)
    for parameter in (
        replace(
            _ONSET,
            name=BESIDE,
            default=-0.03,
            source="of the back on the left, to compare with: before the movement, as in healthy "
            "people (Hodges and Richardson 1996); the size is illustrative",
        ),
        *MOVEMENT,
    )
)


def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
    """A complete set of parameters from some given ones. Raises ParameterError."""
    return checked(PARAMETERS, values)


def of_one(settings: Mapping[str, Value], onset: str) -> dict[str, Value]:
    """The settings in `sim.timing.model` of the back whose onset has this name."""
    others = {name: value for name, value in settings.items() if name != BESIDE}
    return {**others, "onset": settings[onset]}


class Movement(Run):
    """A run of one back.

    `began` is when its deep muscles came [s from the movement's start], None as long as they are
    as active as at rest; `worst` are the bends [rad] of all joints when one of them was largest.
    """

    model: ArmRaise

    def __init__(self, settings: Mapping[str, Value]) -> None:
        super().__init__(ArmRaise(settings))
        self.began: float | None = None
        self._rest = self.model.activations["deep"]
        self.worst = self.model.rotations

    def step(self) -> None:
        """Go on by one step."""
        super().step()
        bends = self.model.rotations
        if np.abs(bends).max() > np.abs(self.worst).max():
            self.worst = bends
        if self.began is None and abs(self.model.activations["deep"] - self._rest) > SEEN:
            self.began = self.model.since_movement


class TwoBacks:
    """Both backs; `runs` are their movements, left and right, none before `push`."""

    name = "timing"
    parameters = PARAMETERS
    settings_of = staticmethod(settings_of)

    def __init__(self, values: Mapping[str, object] = MappingProxyType({})) -> None:
        self.settings = settings_of(values)
        self.reset()

    def set(self, name: str, value: object) -> None:
        """Change a parameter; both backs are at rest again. Raises ParameterError."""
        self.settings = settings_of({**self.settings, name: value})
        self.reset()

    def reset(self) -> None:
        """Back to rest, with the present settings."""
        self.runs: tuple[Movement, ...] = ()
        self._steps = 0

    def push(self) -> None:
        """Begin the movement anew, from rest."""
        self.reset()
        self.runs = tuple(Movement(of_one(self.settings, onset)) for onset in ONSETS)

    def step(self) -> None:
        """Go on by exactly one step, while there is a movement."""
        if self.moving:
            self._steps += 1
            for run in self.runs:
                run.step()

    @property
    def steps_left(self) -> int:
        """How many steps the movement still takes; 0 where there is none."""
        return round(DURATION / STEP) - self._steps if self.runs else 0

    @property
    def moving(self) -> bool:
        """Whether a movement has begun and not ended."""
        return self.steps_left > 0

    @property
    def time(self) -> float:
        """Time since the movement was called for [s]."""
        return self._steps * STEP

    @property
    def since_push(self) -> float | None:
        """Time from the movement's start [s], negative before it; None before `push`."""
        return self.runs[0].model.since_push if self.runs else None
