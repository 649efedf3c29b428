"""The lumbar spine in joint angles: discs, muscles, weights, and how it moves.

    M(t) t'' + whirl = weight + strands + discs
    disc = T - k t - c t^3 - d t'       c: of extension where t > 0, of flexion below

    k = k0 s(C) + k1 a        a: activation of transversus; s = 1, or with preload stiffening
                              what is known at some C, linear between
    T = -(weight + strands), all in neutral posture: what balances it there
    C = what weights above and strands press a disc with along its axis, less p A;
        p grows from rest to most with a

All numbers are those that `describe` prints. What it prints of the state that it describes (k,
T, C, tensions) is not used: it is what has to be found.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tests.independent.chain import Chain, Complex, JOINTS, plane, Real, Told
from tests.independent.strands import Activations, Strands

MUSCLES = ("multifidus", "transversus", "erector_spinae", "abdominals", "erector_lumbar")


@dataclass(frozen=True)
class Holding:
    """What the muscles make of the spine: `levels` (strands,), `stiffness` k, `torques` T (6,)."""

    levels: Real
    stiffness: Real
    torques: Real


class Spine:
    """A described spine whose muscles can be set; it gives way at `limit` [rad] in any joint."""

    def __init__(self, told: Told) -> None:
        joints, laws = told["joints"], told["laws"]
        self.chain = Chain(told)
        self.short_range = float(laws["muscle"]["q"])
        self.strands = Strands(told, self.chain, self.short_range)
        self.limit = float(told["given_way"]["angle"])
        self._discs, self._inside = laws["disc_stiffness"], laws["abdominal_pressure"]
        self._trunk_area = float(laws["disc"]["trunk_area"])
        self._axes = plane([joint["disc_axis"] for joint in joints])
        self.flexion: Real = np.array([joint["cubic_flexion"] for joint in joints])
        self.extension: Real = np.array([joint["cubic_extension"] for joint in joints])
        self.damping: Real = np.array([joint["damping"] for joint in joints])
        self._neutral = self.chain.posture(np.zeros(JOINTS))
        self._weight = self.chain.weight(self._neutral)
        self._pulls_to_torques = (
            -self.strands.strongest[:, None] * self.strands.stretched(self._neutral)[2]
        )

    def hold(self, activations: Activations) -> Holding:
        """What these activations of `MUSCLES` make of it."""
        levels = self.strands.levels(activations)
        discs, stiffer = self._discs, np.ones(JOINTS)
        if discs["preload_stiffening"]:
            carried = self.compression(activations)
            stiffer = np.interp(carried, discs["preloads"], discs["stiffening"])
        deep = discs["transversus_stiffness"] * activations["transversus"]
        stiffness: Real = discs["disc_stiffness"] * stiffer + deep
        return Holding(levels, stiffness, -self._weight - levels @ self._pulls_to_torques)

    def compression(self, activations: Activations) -> Real:
        """What the discs carry while neutral [N]."""
        _, along, _ = self.strands.stretched(self._neutral)
        pulls = -along * self.strands.strongest * self.strands.levels(activations)
        above = np.cumsum(self.chain.masses[::-1])[::-1] * self.chain.gravity
        total: Complex = pulls @ self.strands.crosses - 1j * above
        lift = self.pressure(activations["transversus"]) * self._trunk_area
        carried: Real = -np.real(self._axes.conj() * total) - lift
        return carried

    def pressure(self, transversus: float) -> float:
        """In the abdomen [Pa]."""
        rest, most = float(self._inside["rest"]), float(self._inside["most"])
        return rest + (most - rest) * transversus

    def accelerations(
        self,
        angles: Real,
        speeds: Real,
        holding: Holding,
        *,
        pushes: Mapping[int, complex] | None = None,
        moment: float = 0.0,
    ) -> Real:
        """How fast the speeds change [1/s^2].

        `pushes` [N] on the centres of bodies by number (L5 is 0); `moment`
        [N m] on the thorax, which turns it against the fixed world.
        """
        chain, posture = self.chain, self.chain.posture(angles)
        cubic = np.where(angles > 0, self.extension, self.flexion) * angles**3
        torques: Real = holding.torques - holding.stiffness * angles - cubic
        torques -= self.damping * speeds
        torques += chain.weight(posture) + self.strands.torques(posture, holding.levels) + moment
        torques -= chain.whirl(posture, speeds)
        if pushes:
            forces = np.zeros(JOINTS, dtype=complex)
            for body, force in pushes.items():
                forces[body] = force
            torques += chain.turned_by(posture, forces)
        found = np.linalg.solve(chain.mass(posture), torques)
        changes: Real = np.asarray(found, dtype=np.float64)
        return changes

    def mass(self) -> Real:
        """The mass matrix in neutral posture [kg m^2]."""
        return self.chain.mass(self._neutral)


def activations_of(told: Told) -> dict[str, float]:
    """The activations that a spine is described with."""
    return {name: float(told["parameters"][name]) for name in MUSCLES}


def growth_rates(stiffness: Real, mass: Real) -> Real:
    """The rates g [1/s] of H v = -g^2 M v that exist, fastest first."""
    # M^-1 H has real eigenvalues, since M is positive.
    values = np.sort(np.real(np.linalg.eigvals(np.linalg.solve(mass, stiffness))))
    rates: Real = np.sqrt(-values[values < 0])
    return rates
