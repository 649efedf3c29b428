"""The block stack until it falls, in the angles of its blocks.

Block k of n stands on block k - 1; block 0 is the base, block n + 1 the hand's, which keeps
the angle 0 and moves along the axis only. Two equal round faces that roll on each other
touch along the mean of both angles, so with u(a) = (-sin a, cos a) and the faces' centres
s below and above their blocks' own

    c_k = c_{k-1} + s u(a_{k-1}) + 2 R u((a_{k-1} + a_k) / 2) + s u(a_k),     s = h / 2 - R

The n angles are joined by one constraint, that the hand's block stays on the axis; its
force is found with the accelerations. The hand presses with P (1 - v / v0), v being its
speed downwards, no more than P and never below 0. A strip of tape pulls with
s (L - Lr) + b dL/dt while it is longer than Lr, and does nothing else.

This holds while faces roll without sliding and touch within their edges, which is so until
well after a block's centre is half a width off the axis: then the stack has fallen.
"""

from dataclasses import dataclass

import numpy as np

from tests.independent.chain import Complex, plane, Real, Told
from tests.independent.motion import Motion, move, phases_until, Rates


@dataclass(frozen=True)
class Stance:
    """The stack at some angles and speeds; every array has a row for each block, base first.

    `turns` exp(i a), `centres` c [m], `moves` dc/da (blocks, angles) [m], `inward` [m/s^2]:
    what the centres accelerate with while no angle's speed changes.
    """

    turns: Complex
    centres: Complex
    moves: Complex
    inward: Complex


class Stack:
    """A described stack of round blocks under a hand."""

    def __init__(self, told: Told) -> None:
        segments, joints = told["segments"], told["joints"]
        self._push = told["push"]
        self.free = len(segments) - 2
        places = plane([segments[0]["origin"], *(one["com"] for one in segments[1:])])
        (self.radius,) = {joint["radius"] for joint in joints}
        self.height = float(np.diff(places.imag).mean())
        self.base = complex(places[0])
        self.masses: Real = np.array([0.0, *(one["mass"] for one in segments[1:])])
        self.inertias: Real = np.array([one["inertia"] for one in segments[1:-1]])
        self.gravity, self.press = float(told["gravity"]), float(told["press"])
        self._hand_speed = float(told["hand"]["speed"])
        self.limit = float(told["given_way"]["aside"])
        self.reach = float(joints[0]["reach"])
        names = [one["name"] for one in segments]
        strips = told["strands"]
        self._lower = np.array([names.index(one["below"]) for one in strips], dtype=int)
        self._upper = self._lower + 1
        # Arms from the centres of the blocks that a strip joins.
        self._low, self._high = (
            plane([one[f"point_{end}"] for one in strips]) - places[rows]
            for end, rows in (("below", self._lower), ("above", self._upper))
        )
        self._rate, self._rest, self._damping = (
            np.array([one[what] for one in strips])
            for what in ("stiffness", "rest_length", "damping")
        )
        # Row: block; how far each angle turns it, with base and hand's block at 0.
        self._turning = np.vstack([np.zeros(self.free), np.eye(self.free), np.zeros(self.free)])

    def stance(self, angles: Real, speeds: Real) -> Stance:
        """Where all blocks are and how they move."""
        turning = self._turning
        offset = self.height / 2 - self.radius
        turned, spins = turning @ angles, turning @ speeds
        turns = np.exp(1j * turned)
        leaning = (turning[:-1] + turning[1:]) / 2  # the line between two faces' centres
        between = np.exp(1j * (leaning @ angles))
        # i exp(i a) is u(a).
        rises = offset * 1j * (turns[:-1] + turns[1:]) + 2 * self.radius * 1j * between
        changes = (
            -offset * (turns[:-1, None] * turning[:-1] + turns[1:, None] * turning[1:])
            - 2 * self.radius * between[:, None] * leaning
        )
        inward = -1j * (
            offset * (turns[:-1] * spins[:-1] ** 2 + turns[1:] * spins[1:] ** 2)
            + 2 * self.radius * between * (leaning @ speeds) ** 2
        )
        centres = self.base + np.concatenate([[0.0], np.cumsum(rises)])
        moves = np.vstack([np.zeros(self.free), np.cumsum(changes, axis=0)])
        return Stance(turns, centres, moves, np.concatenate([[0.0], np.cumsum(inward)]))

    def accelerations(self, angles: Real, speeds: Real, pushes: Complex) -> Real:
        """How fast the angles' speeds change [1/s^2] with forces on all blocks' centres [N]."""
        at = self.stance(angles, speeds)
        moves = at.moves
        sinking = -float(np.imag(moves[-1] @ speeds))
        hand = self.press * min(1.0, max(0.0, 1.0 - sinking / self._hand_speed))
        forces = pushes - self.masses * (1j * self.gravity + at.inward)
        forces[-1] -= 1j * hand
        torques = np.real(moves.conj().T @ forces) + self._tape(at, speeds)
        mass = np.real(moves.conj().T @ (self.masses[:, None] * moves)) + np.diag(self.inertias)
        aside = moves[-1].real
        system = np.block([[mass, aside[:, None]], [aside[None], np.zeros((1, 1))]])
        known = np.append(torques, -at.inward[-1].real)
        found: Real = np.linalg.solve(system, known)[:-1]
        return found

    def _tape(self, at: Stance, speeds: Real) -> Real:
        if not len(self._rate):
            return np.zeros(self.free)
        (low, low_moves), (high, high_moves) = (
            (
                at.centres[rows] + at.turns[rows] * arms,
                at.moves[rows] + 1j * (at.turns[rows] * arms)[:, None] * self._turning[rows],
            )
            for rows, arms in ((self._lower, self._low), (self._upper, self._high))
        )
        spans = high - low
        lengths = np.abs(spans)
        changes = np.real((spans / lengths).conj()[:, None] * (high_moves - low_moves))
        pulls = self._rate * (lengths - self._rest) + self._damping * (changes @ speeds)
        torques: Real = -np.where(lengths > self._rest, pulls, 0.0) @ changes
        return torques

    def aside(self, angles: Real) -> Real:
        """How far the free blocks' centres are off the axis [m]."""
        places: Real = self.stance(angles, np.zeros(self.free)).centres[1:-1].real
        return places

    def pushed(self, seconds: float) -> Motion:
        """The push that it is described with, until it falls or for some time."""
        push = self._push

        def rates(when: float) -> Rates:
            pushes = np.zeros(self.free + 2, dtype=complex)
            if when < push["time"]:
                pushes[push["block"]] = complex(*push["force"])

            def changes(_time: float, y: Real) -> Real:
                angles, speeds = np.split(y, 2)
                return np.concatenate([speeds, self.accelerations(angles, speeds, pushes)])

            return changes

        def fallen(y: Real) -> float:
            return float(np.abs(self.aside(y[: self.free])).max()) - self.limit

        phases = phases_until([push["time"], seconds], rates)
        return move(phases, np.zeros(2 * self.free), fallen)
