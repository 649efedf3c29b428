"""The bones of a described spine in joint angles: places, mass matrix, what turns them.

Coordinates are the six joint angles t_j from neutral [rad], L5/S1 first; t_j turns
everything above pivot j. The plane is that of the complex numbers: x to the front is the
real part, y up the imaginary one, and turning by t is a product with exp(i t). Body k
is the one above pivot k, body -1 the sacrum, which stands still. SI units.

    places       P_{k+1} = P_k + e_k d_k,   c_k = P_k + e_k g_k,   e_k = exp(i (t_0 + ... + t_k))
    velocities   dc_k / dt_j = i (c_k - P_j) for j <= k
    kinetic      M = sum m Re(J* J) + I (as far as both angles turn the body)
    the rest of the acceleration   -w_k^2 e_k g_k and so on, w_k: how fast body k turns
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]
Complex = NDArray[np.complex128]
Told = Mapping[str, Any]
JOINTS = 6
_TURNS = np.tril(np.ones((JOINTS, JOINTS)))  # row: body, column: joint that turns it


def plane(points: Sequence[Sequence[float]]) -> Complex:
    """Points (x, y) as complex numbers."""
    return np.array([complex(*point) for point in points])


@dataclass(frozen=True)
class Posture:
    """The chain at some angles.

    `turns` e_k (6,), `pivots` P_k (6,), `centres` c_k (6,) [m], `moves` J (6 bodies, 6 joints) [m].
    """

    turns: Complex
    pivots: Complex
    centres: Complex
    moves: Complex


class Chain:
    """Six bodies on six pivots above the sacrum."""

    def __init__(self, told: Told) -> None:
        bodies = told["segments"][1:]
        self.names = [segment["name"] for segment in told["segments"]]
        self.masses: Real = np.array([body["mass"] for body in bodies])
        self.inertias: Real = np.array([body["inertia"] for body in bodies])
        self.gravity = float(told["gravity"])
        self.pivots = plane([joint["pivot"] for joint in told["joints"]])
        self.centres = plane([body["com"] for body in bodies])
        self._steps = np.diff(self.pivots)
        self._arms = self.centres - self.pivots

    def posture(self, angles: Real) -> Posture:
        """Where everything is at these joint angles."""
        turns = np.exp(1j * np.cumsum(angles))
        pivots = np.empty(JOINTS, dtype=complex)
        pivots[0] = self.pivots[0]
        pivots[1:] = self.pivots[0] + np.cumsum(turns[:-1] * self._steps)
        centres = pivots + turns * self._arms
        moves = 1j * (centres[:, None] - pivots[None]) * _TURNS
        return Posture(turns, pivots, centres, moves)

    def mass(self, posture: Posture) -> Real:
        """The mass matrix [kg m^2]."""
        moves = posture.moves
        shifting = np.real(moves.conj().T @ (self.masses[:, None] * moves))
        turning = _TURNS.T @ (self.inertias[:, None] * _TURNS)
        matrix: Real = shifting + turning
        return matrix

    def whirl(self, posture: Posture, speeds: Real) -> Real:
        """What must be added to M t'' for moving in circles [N m]."""
        inward = -(np.cumsum(speeds) ** 2) * posture.turns
        pivots = np.concatenate([[0.0], np.cumsum(inward[:-1] * self._steps)])
        return self.turned_by(posture, self.masses * (pivots + inward * self._arms))

    def weight(self, posture: Posture) -> Real:
        """What all weights turn the joints with [N m]."""
        return self.turned_by(posture, -1j * self.masses * self.gravity)

    @staticmethod
    def turned_by(posture: Posture, forces: NDArray[Any]) -> Real:
        """What forces on the centres of all bodies [N] turn the joints with [N m]."""
        torques: Real = np.real(posture.moves.conj().T @ forces)
        return torques
