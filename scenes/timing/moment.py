"""Both backs at one time: what is recorded, drawn, charted and spoken of."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from scenes.experiment.protocols import Readings
from sim.mechanics.column import Array
from sim.parameter import Value
from sim.spine.limits_of_bend import side_of_neutral_zone
from sim.spine.parameters import JOINTS
from sim.timing.model import activations_at, LEAD, WATCHED
from sim.timing.pair import of_one, ONSETS, TwoBacks


@dataclass(frozen=True)
class Back:
    """One back: `bends` [rad] of its six joints, its activations, and how far it went.

    `worst`: its bends when one of them was largest so far; `turned`: the largest joint
    rotation so far [degrees]; `began`: since when its deep muscles are more active than at
    rest [s from the movement's start], None if they are not yet.
    """

    bends: Array
    long: float
    deep: float
    turned: float
    began: float | None
    worst: Array

    @property
    def bend(self) -> float:
        """The largest joint rotation now [degrees]."""
        return math.degrees(float(np.abs(self.bends).max()))

    @property
    def within(self) -> bool:
        """Whether no joint has left the neutral zone so far."""
        return side_of_neutral_zone(self.turned) != "beyond"


@dataclass(frozen=True)
class TimingMoment:
    """Both backs at one time; `since_push` [s] counts from the movement's start."""

    time: float
    since_push: float | None
    settings: Mapping[str, Value]
    left: Back
    right: Back

    @property
    def fallen(self) -> bool:
        """A back that raises an arm is caught again, or the movement is over: it never lies."""
        return False

    def readings(self) -> Readings:
        """Of both backs joints, and how active the muscles are."""
        found = {("activation_long", ""): self.left.long}
        for side, back in (("left", self.left), ("right", self.right)):
            found["activation_deep_" + side, ""] = back.deep
            for joint, bend in zip(JOINTS, back.bends.tolist(), strict=True):
                found[f"rotation_{side}_{joint}", "rad"] = bend
        return found

    @property
    def done(self) -> bool:
        """Whether the movement is over."""
        return self.since_push is not None and self.since_push > WATCHED - 1e-9

    @property
    def backs(self) -> tuple[Back, Back]:
        """The left one and the right one."""
        return self.left, self.right

    @property
    def now(self) -> float:
        """Time from the movement's start [s], also before it is called for."""
        return -LEAD if self.since_push is None else self.since_push


def moment_of(backs: TwoBacks) -> TimingMoment:
    """Both backs as they are now."""
    settings = backs.settings
    if backs.runs:
        left, right = (
            Back(
                run.model.rotations,
                run.model.activations["long"],
                run.model.activations["deep"],
                run.rotation,
                run.began,
                run.worst,
            )
            for run in backs.runs
        )
    else:
        long, deep = float(settings["long_before"]), float(settings["deep_before"])
        upright = np.zeros(len(JOINTS))
        left = right = Back(upright, long, deep, 0.0, None, upright)
    return TimingMoment(backs.time, backs.since_push, settings, left, right)


def course(settings: Mapping[str, Value], times: Array) -> tuple[Array, Array, Array]:
    """Activation at these times of the long muscles, and of the deep ones left and right."""
    left, right = (of_one(settings, onset) for onset in ONSETS)
    return (
        activations_at(left, "long", times),
        activations_at(left, "deep", times),
        activations_at(right, "deep", times),
    )
