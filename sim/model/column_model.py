"""What the block stack and the lumbar spine have in common: set, push, step, observe.

A model has settings, a world that moves, a finger that pushes one segment, and a
measurement of the moment in which it gives way. Nothing in the mechanics reads
that measurement.
"""

import math
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from sim.mechanics.column import Array, Column, STANDARD_GRAVITY
from sim.mechanics.world import ANGLE, STEP, World, WorldState, X
from sim.model.simulation import Report, Simulation
from sim.parameter import Value

FINGER_REACH = 0.1  # m from where a segment stood, as far as a finger follows it (illustrative)


@dataclass(frozen=True)
class ModelState:
    """All that a model needs to go on."""

    settings: tuple[tuple[str, Value], ...]
    world: WorldState
    push_left: int
    push_began: int | None
    held: tuple[int, float] | None
    fell: tuple[float, str] | None
    activations: tuple[float, ...]


class Model(Simulation):
    """A simulated column; `settings` holds every parameter, change them with `set`.

    `gravity` [m/s^2], `dt` [s] and `iterations` are for checks against theory.
    """

    _activations: tuple[float, ...] = ()  # of muscles that change theirs by themselves

    def __init__(
        self,
        values: Mapping[str, object] = MappingProxyType({}),
        *,
        gravity: float = STANDARD_GRAVITY,
        dt: float = STEP,
        iterations: int | None = None,
    ) -> None:
        self.settings = self.settings_of(values)
        self._gravity = gravity
        self._dt = dt
        self._iterations = iterations
        self.reset()

    # -- what each model says for itself ----------------------------------------

    @abstractmethod
    def column(self) -> Column:
        """The neutral column with the present settings, for analysis."""

    @abstractmethod
    def _world(self, state: WorldState | None = None) -> World:
        """A world with the present settings, in a state or else standing neutral."""

    @abstractmethod
    def _pushed(self) -> int:
        """Which segment the finger pushes, counted from 1."""

    @abstractmethod
    def _how_far(self) -> float:
        """How far what went furthest is now, as a share of where it counts as given way."""

    @abstractmethod
    def _furthest(self) -> str:
        """What went furthest."""

    # -- setting up --------------------------------------------------------------

    def reset(self) -> None:
        """Put everything back to neutral, with the present settings."""
        self.world = self._world()
        self._push_left = 0
        self._push_began: int | None = None
        self._held: tuple[int, float] | None = None
        self._fell: tuple[float, str] | None = None
        self._far = self._how_far()

    def snapshot(self) -> ModelState:
        """The present state."""
        return ModelState(
            tuple(self.settings.items()),
            self.world.snapshot(),
            self._push_left,
            self._push_began,
            self._held,
            self._fell,
            self._activations,
        )

    def restore(self, state: ModelState) -> None:
        """Go back to a state; two restores of one go on bit for bit alike."""
        self.settings = dict(state.settings)
        self._activations = state.activations
        self.world = self._world(state.world)
        self._push_left = state.push_left
        self._push_began = state.push_began
        self._held = state.held
        self._fell = state.fell
        self._far = self._how_far()

    # -- time ----------------------------------------------------------------------

    def push(self) -> None:
        """Begin to push with the finger, for `push_time` from now."""
        self._tap()
        self._begin()

    def _tap(self) -> None:
        self._push_left = max(1, round(self._tapping()[1] / self._dt))

    def _tapping(self) -> tuple[float, float]:
        """With how much [N] and for how long [s] the finger pushes."""
        return float(self.settings["push"]), float(self.settings["push_time"])

    def hold(self, segment: int, force: float) -> None:
        """Push a segment with this force [N, to the right] until `release`."""
        if self._held is None:
            self._begin()
        self._held = (segment, force)

    def release(self) -> None:
        """Let go of a held segment."""
        self._held = None

    def _begin(self) -> None:
        if self._fell is None:
            self._push_began = self.world.steps

    @property
    def holding(self) -> bool:
        """Whether a segment is being held."""
        return self._held is not None

    @property
    def finger(self) -> tuple[int, float]:
        """Which segment is pushed at this moment and with how much [N]; (0, 0) if none."""
        segment, force = self._held or (0, 0.0)
        if not self._held and self._push_left:
            segment, force = self._pushed(), self._tapping()[0]
        if not segment:
            return 0, 0.0
        reached = abs(self.displacements[segment - 1]) < FINGER_REACH
        return (segment, force) if reached else (0, 0.0)

    def step(self) -> None:
        """Go on by exactly one step."""
        world = self.world
        world.push = 0.0
        if self._held or self._push_left:
            segment, world.push = self.finger
            world.push_segment = segment or 1
            self._push_left = max(0, self._push_left - 1) if segment else 0
        world.step()
        before, self._far = self._far, self._how_far()
        if self._far > 1 and self._fell is None:
            past = (self._far - 1) / (self._far - before)  # share of the step after it
            self._fell = world.steps - min(past, 1.0) - world.behind, self._furthest()

    # -- what can be read ----------------------------------------------------------

    @property
    def displacements(self) -> Array:
        """How far all segments above the base are from where they stood [m], to the right."""
        aside: Array = self.world.state[:-1, X] - self.world.neutral[:-1, X]
        return aside

    @property
    def rotations(self) -> Array:
        """What counts as turned in this model [rad]: segments, lowest first."""
        turns: Array = self.world.state[:-1, ANGLE]
        return turns

    @property
    def time(self) -> float:
        """Simulated time [s]."""
        return self.world.time

    def sizes(self) -> Array:
        """How far everything is from where it stood [m], and turned [rad]."""
        found: Array = np.abs(np.concatenate([self.displacements, self.rotations]))
        return found

    @classmethod
    def tabled(cls) -> dict[str, str]:
        """Rotation first, then how it ended."""
        return {
            "max_rotation_deg": "max_rotation [deg]",
            "max_displacement_mm": "max_displacement [mm]",
            "fell_at_s": f"fell_at_since_{cls.since} [s]",
            "standing": "standing",
        }

    def outcome(self, most: Array) -> Report:
        """Whether it stands, and how far it went."""
        aside, turned = np.split(most, [len(self.displacements)])
        return {
            "standing": not self.fallen,
            "fell_at_s": self.fell_at,
            "gave_way": self.gave_way,
            "max_displacement_mm": float(aside.max()) * 1000,
            "max_rotation_deg": math.degrees(float(turned.max())),
        }

    @property
    def fallen(self) -> bool:
        """Whether it has given way."""
        return self._fell is not None

    @property
    def fell_at(self) -> float | None:
        """When it gave way [s after the push began], None while it stands."""
        if self._fell is None:
            return None
        return (self._fell[0] - (self._push_began or 0)) * self._dt

    @property
    def gave_way(self) -> str | None:
        """What gave way first, None while it stands."""
        return self._fell[1] if self._fell else None

    @property
    def since_push(self) -> float | None:
        """Time since the push that counts began [s], None before the first."""
        if self._push_began is None:
            return None
        return (self.world.steps - self._push_began) * self._dt
