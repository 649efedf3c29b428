"""An arm is raised: long muscles jump, deep muscles follow at an onset of their own.

The spine is that of `sim.spine.anatomy`. At t = 0 an arm starts to move: for the length of
a pulse its reaction turns the thorax and pushes L3, and the long muscles are
commanded from `long_before` to `long_after`. The deep muscles are commanded from
`deep_before` to `deep_after` at `onset`. Activation follows its command with a
first-order lag. Nothing else happens: what the spine does in between is mechanics.

All commands reach their muscles after the same electromechanical delay, so that
only differences between onsets matter, and times are those of the mechanics.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar, TypeVar

import numpy as np

from sim.mechanics.column import Array, Column
from sim.parameter import checked, Parameter, Value
from sim.spine.anatomy import column_of
from sim.spine.model import LumbarSpine
from sim.spine.muscles import followed, linked
from sim.spine.parameters import NAMES
from sim.spine.parameters import settings_of as spine_of

LEAD = 0.2  # s that are watched before the movement: more than the earliest onset and its lag
WATCHED = 0.5  # s that are watched from the movement's start on
PUSHED = NAMES.index("L3")
T = TypeVar("T")
_SPINE = spine_of({})


def _activation(name: str, default: float, source: str) -> Parameter:
    return Parameter(name, "", default, f"{source} (illustrative)", 0, 1, 0.01)


PARAMETERS = (
    Parameter(
        "onset",
        "s",
        0.05,
        "of the deep muscles, from the movement's start: before it in healthy people, later with "
        "low back pain (Hodges and Richardson 1996); the size is illustrative",
        *(-0.1, 0.2, 0.005),
    ),
    _activation("long_before", 0.2, "erector spinae and abdominals before the movement"),
    _activation("long_after", 0.8, "erector spinae and abdominals from the movement's start on"),
    _activation("deep_before", 0.3, "multifidus and transversus before their onset"),
    _activation("deep_after", 0.9, "multifidus and transversus from their onset on"),
    Parameter(
        "moment",
        "N m",
        -9.0,
        "reaction of a fast raised arm on the thorax, negative bends it forwards (illustrative: "
        "chosen so that a spine whose deep muscles come in time stays within 1.5 degrees)",
        *(-30, 30, 0.5),
    ),
    Parameter(
        "force",
        "N",
        20.0,
        "reaction of a fast raised arm on L3, to the front (illustrative)",
        *(-60, 60, 1),
    ),
    Parameter("pulse", "s", 0.1, "how long the reaction lasts (illustrative)", 0.02, 0.3, 0.01),
    Parameter(
        "lag",
        "s",
        0.03,
        "of activation behind its command (illustrative)",
        *(0.01, 0.1, 0.005),
    ),
)


def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
    """A complete set of parameters from some given ones. Raises ParameterError."""
    return checked(PARAMETERS, values)


def _spine(long: float, deep: float) -> Mapping[str, Value]:
    """The parameters of the spine at these activations."""
    return {**_SPINE, **linked(long, deep)}


def before(settings: Mapping[str, Value]) -> Mapping[str, Value]:
    """The parameters of the spine before a movement with these settings."""
    return _spine(float(settings["long_before"]), float(settings["deep_before"]))


@lru_cache(maxsize=16)
def _column(long: float, deep: float, gravity: float) -> Column:
    return column_of(_spine(long, deep), gravity)


class ArmRaise(LumbarSpine):
    """A spine whose muscles change with a movement of the arm; `push` starts it.

    The movement's start is `LEAD` after `push`, so that there is time for an early
    onset. `since_push` counts from the movement's start and is negative before it.
    """

    name = "timing"
    parameters: ClassVar[tuple[Parameter, ...]] = PARAMETERS
    duration = LEAD + WATCHED
    since = "movement"

    @staticmethod
    def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
        """A complete set of parameters from some given ones. Raises ParameterError."""
        return settings_of(values)

    @property
    def timing(self) -> Mapping[str, Value]:
        """The parameters of the movement."""
        return self.settings

    @property
    def spine(self) -> Mapping[str, Value]:
        """The parameters of the spine with its muscles as active as they are now."""
        return _spine(*self._activations)

    def column(self) -> Column:
        """The neutral spine with its present muscles, for analysis."""
        return _column(*self._activations, self._gravity)

    def reset(self) -> None:
        """Put everything back to before the movement, with the present settings."""
        self._activations = self._resting()
        super().reset()

    def set(self, name: str, value: object) -> None:
        """Change a parameter. Once the movement is called for, activations follow with their lag.

        Raises ParameterError and changes nothing if it is not valid.
        """
        self.settings = self.settings_of({**self.settings, name: value})
        if self._push_began is None and self._activations != self._resting():
            self._activate(self._resting())
            self.world.settle()

    # -- time ----------------------------------------------------------------------

    def push(self) -> None:
        """Call for the movement, which starts `LEAD` from now; not after giving way."""
        if self._fell is None:
            self._push_began = self.world.steps + round(LEAD / self._dt)

    def _pushed(self) -> int:
        return PUSHED

    def _tapping(self) -> tuple[float, float]:
        return float(self.timing["force"]), float(self.timing["pulse"])

    def step(self) -> None:
        """Go on by exactly one step: commands, activations, stiffness, then the spine."""
        if self.world.steps == self._push_began:
            self._tap()
        self.world.moment = float(self.timing["moment"]) if self._push_left else 0.0
        if self._push_began is not None:
            activations = self._following(self.since_movement + self._dt)
            if activations != self._activations:
                self._activate(activations)
        super().step()

    def _resting(self) -> tuple[float, float]:
        return float(self.timing["long_before"]), float(self.timing["deep_before"])

    def _following(self, time: float) -> tuple[float, float]:
        """Activations at the end of a step, `time` [s] after the movement's start."""
        timing, dt = self.timing, self._dt
        lag = float(timing["lag"])

        def following(muscles: str, activation: float, onset: float) -> float:
            late = min(max(time - onset, 0.0), dt)  # s of the step after the onset
            early = followed(activation, float(timing[f"{muscles}_before"]), dt - late, lag)
            return followed(early, float(timing[f"{muscles}_after"]), late, lag)

        long, deep = self._activations
        return following("long", long, 0.0), following("deep", deep, float(timing["onset"]))

    def _activate(self, activations: tuple[float, float]) -> None:
        """Stiffness and balance torques change in the same step."""
        self._activations = activations
        self._drive.tune(self.world, self.spine)

    # -- what can be read ----------------------------------------------------------

    @property
    def since_movement(self) -> float:
        """Time from the movement's start [s]; -LEAD until it is called for."""
        return -LEAD if self.since_push is None else self.since_push

    @property
    def activations(self) -> dict[str, float]:
        """How active long and deep muscles are now."""
        return dict(zip(("long", "deep"), self._activations, strict=True))

    def units(self) -> dict[str, str]:
        """What `observe` measures, with units."""
        activations = {f"activation_{muscles}": "" for muscles in self.activations}
        return {"time_since_movement": "s", **activations, **_timeless(super().units())}

    def observe(self) -> dict[str, float]:
        """What can be measured now; `units` names and units."""
        activations = {f"activation_{muscles}": a for muscles, a in self.activations.items()}
        return {
            "time_since_movement": self.since_movement,
            **activations,
            **_timeless(super().observe()),
        }


def activations_at(
    settings: Mapping[str, Value] | Mapping[str, Array], muscles: str, times: Array | float
) -> Array:
    """How active "long" or "deep" muscles are at times from the movement's start [s].

    Nothing that happens to the spine changes its muscles, so it is known beforehand. Settings
    of many runs have an array of numbers under each name, and there is one time for all.
    """
    before, after, onset, lag = (
        np.asarray(settings[name], dtype=float)
        for name in (f"{muscles}_before", f"{muscles}_after", "onset", "lag")
    )
    since = np.maximum(times - (onset if muscles == "deep" else 0.0), 0.0)
    levels: Array = after + (before - after) * np.exp(-since / lag)
    return levels


def _timeless(named: Mapping[str, T]) -> dict[str, T]:
    return {name: value for name, value in named.items() if name != "time"}
