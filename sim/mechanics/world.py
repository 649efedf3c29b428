"""A column set in motion: contacts or pivots, springs and a hand, in a pymunk space.

Segments meet with round faces (`contacts`) or turn about pivots with discs (`discs`),
and are joined by strands (`strands`). A hand may press on top (`hand`).

Nothing in here decides what falls. SI units; y up; angles counter-clockwise.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import sub

import numpy as np
import pymunk
from pymunk import batch

from sim.mechanics.column import Array, Column
from sim.mechanics.contacts import contact_forces, Faces
from sim.mechanics.discs import Discs, FINE
from sim.mechanics.energy import energy_of_bodies, longest_arms
from sim.mechanics.ground import add_solid, add_table
from sim.mechanics.hand import add_guide, hand_force
from sim.mechanics.relief import Relief
from sim.mechanics.solver import parts, solving
from sim.mechanics.strand_springs import APPLIED, Strands

STEP = 1 / 1200  # s; docs/model.md shows what finer steps change
SLOP = 1e-5  # m, penetration that the contact solver leaves alone
OVERLAP = SLOP / 2  # m, so that every contact exists from the first step
CALM = 0.9  # share of a geometric bound up to which the geometry is not looked at
CALM_BEND = 0.5  # the same where the bound is that of small angles
LEAST_BEND = 1e-3  # rad; at q = 10 no strand pushes with more than 4 N within so little

X, Y, ANGLE, VX, VY, SPIN = range(6)
_ANYWHERE = (0.0, 0.0)
_FIELDS = (
    batch.BodyFields.POSITION
    | batch.BodyFields.ANGLE
    | batch.BodyFields.VELOCITY
    | batch.BodyFields.ANGULAR_VELOCITY
)


@dataclass(frozen=True)
class WorldState:
    """All that a world needs to go on."""

    steps: int
    bodies: tuple[float, ...]
    rest_lengths: tuple[float | None, ...]
    faces: tuple[bool, ...]
    hand_work: float
    push_work: float


def upright(column: Column, on: tuple[bool, ...]) -> WorldState:
    """The column standing still, with the strands for which `on` is true."""
    count = len(column.segments)
    bodies = np.zeros((count, 6))
    origins = column.neutral_origins()
    bodies[:-1, :2], bodies[-1, :2] = origins[1:], origins[0]
    if not column.pivoted:
        bodies[:-1, Y] -= OVERLAP * np.arange(1, count)
    rests = tuple(s.rest_length if o else None for s, o in zip(column.strands, on, strict=True))
    faces = (True,) * len(column.joints)
    return WorldState(0, tuple(bodies.ravel().tolist()), rests, faces, 0.0, 0.0)


class World:
    """The simulation of one column at a fixed step `dt` [s].

    `state` is an (n, 6) array of x, y, angle, vx, vy, spin, row i - 1 for segment
    i and the base last; it is brought up to date by every step and is for reading.
    `press` [N] of the hand, `push` [N] on `push_segment` and `moment` [N m] on the top
    segment may be set at any time; `most_press` is the most that the hand will ever
    press with. `leftmost` and `rightmost` [m] bound where the origins of blocks are.
    `neutral` (n, 2) is where all origins stand while neutral [m], in the rows of `state`.
    """

    def __init__(
        self,
        column: Column,
        state: WorldState,
        *,
        dt: float = STEP,
        iterations: int | None = None,
        most_press: float = 0.0,
    ) -> None:
        self.column = column
        self.dt = dt
        self._iterations = iterations or solving(column).iterations
        self._parts = parts(column, max(most_press, column.press), dt)
        self._part = dt / self._parts
        self._arms = longest_arms(column) if column.pivoted else np.zeros(0)
        origins = column.neutral_origins()
        self.neutral: Array = np.vstack([origins[1:], origins[:1]])
        self.press = column.press
        self.push = 0.0
        self.push_segment = 1
        self.moment = 0.0
        self.restore(state)

    def snapshot(self) -> WorldState:
        """The present state; press, push and moment are the caller's."""
        return WorldState(
            self.steps,
            tuple(self.state.ravel().tolist()),
            tuple(self.strands.rest_lengths),
            tuple(self.faces.on),
            self.hand_work,
            self.push_work,
        )

    def restore(self, state: WorldState) -> None:
        """Rebuild the space in the given state and warm its solver.

        Two restores of one state go on bit for bit alike. They agree with the
        original run to rounding only, because the contact forces are found anew.
        """
        self._build()
        self.steps = state.steps
        self.hand_work = state.hand_work
        self.push_work = state.push_work
        # Chipmunk writes straight into this array; it is longer than the state because
        # a full buffer would be reallocated there.
        memory = np.zeros(len(state.bodies) + 8)
        self.state: Array = memory[: len(state.bodies)].reshape(-1, 6)
        self._memory = memory[: len(state.bodies)]
        self._memory[:] = state.bodies
        self._buffer = batch.Buffer()
        self._buffer.set_float_buf(memory)
        for i, on in enumerate(state.faces):
            self.faces.switch(i, on=on)
        for i, rest in enumerate(state.rest_lengths):
            if rest is not None:
                self.strands.put_on(i, rest)
        self.settle()

    # -- the space -------------------------------------------------------------

    def _build(self) -> None:
        column = self.column
        space = pymunk.Space()
        space.gravity = (0.0, -column.gravity)
        space.iterations = self._iterations
        space.collision_slop = SLOP
        last = len(column.segments) - 1
        base = pymunk.Body(body_type=pymunk.Body.STATIC)
        base.position = column.base
        self._bodies = [base]
        for i, segment in enumerate(column.segments[1:], start=1):
            held = column.guided and i == last
            self._bodies.append(pymunk.Body(segment.mass, math.inf if held else segment.inertia))
        space.add(*self._bodies)
        self._space = space
        for segment, body in zip(column.segments, self._bodies, strict=True):
            if segment.solid:
                add_solid(space, body, segment.solid, column.joints[0].friction)
        self.faces = Faces(column.joints, space, self._bodies)
        self.discs = Discs(column.joints, space, self._bodies)
        if column.guided:
            add_guide(space, self._bodies, column)
        if column.segments[0].solid:
            add_table(space, base, column.segments[0].solid.bottom)
        self.strands = Strands(column.strands, space, self._bodies)
        self._relief = Relief(column, space) if column.pivoted else None
        self._top = 6 * (last - 1)

    def settle(self) -> None:
        """Step in place until the solver knows the contact forces.

        Without this a loaded column starts with a kick that is larger than a push
        of 1 N, and the solver would decide what falls.
        """
        kept = self.state.copy()
        self._values = kept.ravel().tolist()
        self.leftmost, self.rightmost = min(self._values[X::6]), max(self._values[X::6])
        if self.column.pivoted:
            self.discs.update(self._values[ANGLE:-6:6])
            self._look_at_strands()
        else:
            self.strands.update(kept)
        self._put_back(kept)
        for _ in range(solving(self.column).warm):
            self._advance(self._hand_force())
            self._put_back(kept)
        # Within this bound no strand goes slack and no contact leaves its faces.
        self._calm_turn = min(self.faces.calm_turn, CALM * self.strands.calm_turn(kept))

    def _put_back(self, state: Array) -> None:
        self.state[:] = state
        batch.set_space_bodies(self._space, _FIELDS, self._buffer)

    # -- time ------------------------------------------------------------------

    @property
    def time(self) -> float:
        """Simulated time [s] since the column was set up."""
        return self.steps * self.dt

    @property
    def behind(self) -> float:
        """How far places lag behind time, as a share of a step: bodies move before forces."""
        return 0.5 / self._parts

    def step(self) -> None:
        """Go on by exactly one step of `dt`."""
        before = self._values
        hand = self._hand_force() if self.press else 0.0
        self._advance(hand)
        self._buffer.clear()
        batch.get_space_bodies(self._space, _FIELDS, self._buffer)
        values = self._values = self._memory.tolist()
        self.steps += 1
        if hand:
            top = self._top + Y
            self.hand_work += hand * (before[top] - values[top])
        if self.push:
            at = 6 * self.push_segment - 6
            self.push_work += self.push * (values[at] - before[at])
        if self.moment:
            at = self._top + ANGLE
            self.push_work += self.moment * (values[at] - before[at])
        if self.column.pivoted:
            if (
                self.discs.update(values[ANGLE:-6:6])
                and sum(map(abs, map(sub, self.discs.bends, self._looked_at))) > self._calm_bend
            ):
                self._look_at_strands()
            return
        turns, shifts = values[ANGLE::6], values[X::6]
        self.leftmost, self.rightmost = min(shifts), max(shifts)
        if (
            self.rightmost - self.leftmost > self.faces.calm_shift
            or max(turns) - min(turns) > self._calm_turn
        ):
            self.strands.update(self.state)
            self.faces.update(self.state)

    def _advance(self, hand: float) -> None:
        """Let the solver take the parts of one step; forces last for one part each."""
        step, part = self._space.step, self._part
        top, pressing = self._bodies[-1], (0.0, -hand)
        pushed, pushing = self._bodies[self.push_segment], (self.push, 0.0)
        for _ in range(self._parts):
            # A held top can not turn, so that where it is pressed makes no difference;
            # this call is the quickest that there is.
            if hand:
                top.apply_force_at_world_point(pressing, _ANYWHERE)
            if self._relief:
                self._relief.apply(self._values, part)
            if self.push:
                pushed.apply_force_at_world_point(pushing, pushed.position)
            if self.moment:
                top.torque += self.moment
            step(part)

    def _hand_force(self) -> float:
        """What the hand presses with at its present speed [N]."""
        return hand_force(self.press, -self._values[self._top + VY])

    def set_strands(self, on: Sequence[bool]) -> None:
        """Put strands on, taut on the column as it stands now, and take others off.

        The solver is warmed anew, so that this does not shake a column that stands.
        """
        for i, wanted in enumerate(on):
            if wanted and self.strands.rest_lengths[i] is None:
                self.strands.put_on(i, APPLIED * float(self.strands.lengths(self.state)[i]))
            elif not wanted and self.strands.rest_lengths[i] is not None:
                self.strands.take_off(i)
        self.settle()

    def tune(self, strands: Array, discs: Sequence[float], torques: Sequence[float]) -> None:
        """Change stiffness of strands [N/m] and discs [N m/rad], torques of discs [N m] at once."""
        self.strands.tune(strands)
        if self._relief:
            self._relief.tune(strands)
        self.discs.tune(discs, torques)

    def _look_at_strands(self) -> None:
        """Find slack strands, and how far all joints may bend before that can change."""
        over = np.abs(self.strands.update(self.state))
        self._looked_at = list(self.discs.bends)
        calm = max(LEAST_BEND, CALM_BEND * float((over / self._arms).min(initial=1.0)))
        # It is looked at when a tangent was taken anew; until then joints bend less than `FINE`.
        self._calm_bend = calm - FINE * len(self._looked_at)

    # -- what can be read ------------------------------------------------------

    def contact_forces(self) -> list[float]:
        """What the segments press on each other with [N], lowest joint first."""
        return contact_forces(self._space, self._bodies, self._part)

    def energy(self) -> float:
        """Kinetic, gravitational and elastic energy [J]."""
        elastic = self.strands.energy(self.state) + self.discs.energy()
        return energy_of_bodies(self.column, self.state) + elastic
