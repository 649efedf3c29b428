"""A membrane set in motion in a pymunk space.

Nodes are point masses; `sim.mechanics.membrane` says what pulls and presses on them, and the
tissue around them drags. Pymunk moves a body first and then its speed, so forces are
found where the nodes will be after that move: together this is the symplectic rule
that keeps energy. No Python runs inside the solver; forces go in and places come out
in one call each.
"""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
import pymunk
from pymunk import batch

from sim.mechanics.column import Array
from sim.mechanics.membrane import HEIGHT, Membrane, Plan

DRAG = 12.0  # 1/s, of the tissue around every node, per mass (illustrative)
FIBRE_DAMPING = 12.0  # N s/m along every link (illustrative)
_MOTION = batch.BodyFields.POSITION | batch.BodyFields.VELOCITY
_SPARE = 8  # values beyond the state: a full buffer would be reallocated by the library


@dataclass(frozen=True)
class RingState:
    """All that a ring needs to go on, apart from what it is tuned to."""

    steps: int
    bodies: tuple[float, ...]
    fibre_work: float
    content_work: float

    @classmethod
    def still(cls, places: Array) -> Self:
        """A beginning: free nodes that stand still at these places [m], nothing done yet."""
        bodies = np.hstack([places, np.zeros_like(places)])
        return cls(0, tuple(bodies.ravel().tolist()), 0.0, 0.0)


class Ring:
    """A membrane in motion at a fixed step `dt` [s], each solved in `parts`.

    `places` (n, 2) [m] of all nodes is up to date after every step. `fibre_work`
    and `content_work` [J]: what links and bags have done on the nodes so far.
    """

    def __init__(self, plan: Plan, dt: float, *, parts: int = 1) -> None:
        self.membrane = Membrane(plan)
        self.dt = dt
        self._parts, self._part = parts, dt / parts
        self.places: Array = plan.places.copy()
        self._speeds = np.zeros_like(plan.places)
        self.steps = 0
        self.fibre_work = self.content_work = 0.0
        space = pymunk.Space()
        space.iterations = 1  # there is nothing to iterate on
        for place in plan.places[: plan.free].tolist():
            body = pymunk.Body(plan.mass, math.inf)
            body.position = place
            space.add(body)
        self._space = space
        self._state, self._state_buffer = _memory(plan.free, 4)
        self._forces, self._force_buffer = _memory(plan.free, 2)
        self._look()

    def _look(self) -> None:
        """Find the forces where the nodes are."""
        plan = self.membrane.plan
        self._acting: Array = self.membrane.look(self.places, self._speeds, FIBRE_DAMPING)
        self._acting -= DRAG * plan.mass * self._speeds[: plan.free]

    def snapshot(self) -> RingState:
        """The present state."""
        free = self.membrane.plan.free
        state = np.hstack([self.places[:free], self._speeds[:free]])
        bodies = tuple(state.ravel().tolist())
        return RingState(self.steps, bodies, self.fibre_work, self.content_work)

    def restore(self, state: RingState) -> None:
        """Go back to a state; it goes on bit for bit as it did, if tuned alike."""
        self._state[:] = np.array(state.bodies).reshape(-1, 4)
        batch.set_space_bodies(self._space, _MOTION, self._state_buffer)
        self._take_over()
        self.steps = state.steps
        self.fibre_work, self.content_work = state.fibre_work, state.content_work
        self._look()

    def _take_over(self) -> None:
        free = self.membrane.plan.free
        self.places[:free] = self._state[:, :2]
        self._speeds[:free] = self._state[:, 2:]

    def tune(self, passive: Array, active: Array, free_areas: Array) -> None:
        """Change stiffness and active tension of links [N/m], and free areas of bags [m^2]."""
        membrane = self.membrane
        membrane.passive, membrane.active, membrane.free_areas = passive, active, free_areas

    def step(self) -> None:
        """Go on by exactly one step of `dt`."""
        membrane, part = self.membrane, self._part
        free = membrane.plan.free
        for _ in range(self._parts):
            lengths, tensions = membrane.lengths, membrane.tensions
            areas, pressures = membrane.areas, membrane.pressures
            self.places[:free] += part * self._speeds[:free]
            self._look()
            # The mean of before and after, as the trapezoidal rule has it.
            pulled = (tensions + membrane.tensions) @ (membrane.lengths - lengths)
            pressed = (pressures + membrane.pressures) @ (membrane.areas - areas)
            self.fibre_work -= 0.5 * HEIGHT * float(pulled)
            self.content_work += 0.5 * HEIGHT * float(pressed)
            self._forces[:] = self._acting
            batch.set_space_bodies(self._space, batch.BodyFields.FORCE, self._force_buffer)
            self._space.step(part)
            self._state_buffer.clear()
            batch.get_space_bodies(self._space, _MOTION, self._state_buffer)
            self._take_over()
        self.steps += 1

    def kinetic(self) -> float:
        """Energy of motion [J]."""
        return float(0.5 * self.membrane.plan.mass * (self._speeds**2).sum())


def _memory(rows: int, columns: int) -> tuple[Array, batch.Buffer]:
    """An array that Chipmunk reads or writes, with a row for each body."""
    memory = np.zeros(rows * columns + _SPARE)
    buffer = batch.Buffer()
    buffer.set_float_buf(memory)
    return memory[: rows * columns].reshape(rows, columns), buffer
