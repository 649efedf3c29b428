"""The lumbar spine in joint angles: discs, muscles, weights, and how it moves.

    M(t) t'' + whirl = weight + strands + discs
    disc = T - k t - c t^3 - d t'       c: of extension where t > 0, of flexion below

    k = k0 s(C) + 20 a        a: activation of transversus; s = 1, or with preload
                              stiffening 1, 1.71, 2.11 at C = 0, 250, 500 N, linear between
    T = -(weight + strands), all in neutral posture: what balances it there
    C = what weights above and strands press a disc with along its axis, less p A,
        p = 1 + 9 a kPa, A = 0.02 m^2; the axis is the mean of those of its neighbours

Laws and these constants are those of the documents (docs/model.md, sections 6 to 11);
geometry, masses and forces are those that `describe` prints.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tests.independent.chain import Chain, Complex, JOINTS, Real, Told
from tests.independent.strands import Activations, Strands

GIVEN_WAY = np.radians(5.0)
TRANSVERSUS = 20.0  # N m/rad
SACRUM_TILT = np.radians(-42.0)
TRUNK_AREA = 0.02  # m^2
PRELOADS, STIFFENING = (0.0, 250.0, 500.0), (1.0, 1.71, 2.11)
MUSCLES = ("multifidus", "transversus", "erector_spinae", "abdominals", "erector_lumbar")


@dataclass(frozen=True)
class Holding:
    """What the muscles make of the spine: `levels` (strands,), `stiffness` k, `torques` T (6,)."""

    levels: Real
    stiffness: Real
    torques: Real


class Spine:
    """A described spine whose muscles can be set; k0 [N m/rad] and q are those of its discs."""

    def __init__(self, told: Told, *, unloaded: float, short_range: float, preload: bool) -> None:
        self.chain = Chain(told)
        self.strands = Strands(told, self.chain, short_range)
        self.unloaded, self.short_range, self.preload = unloaded, short_range, preload
        joints = told["joints"]
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
        stiffness: Real = np.full(JOINTS, self.unloaded)
        if self.preload:
            stiffness = stiffness * np.interp(self.compression(activations), PRELOADS, STIFFENING)
        stiffness = stiffness + TRANSVERSUS * activations["transversus"]
        return Holding(levels, stiffness, -self._weight - levels @ self._pulls_to_torques)

    def compression(self, activations: Activations) -> Real:
        """What the discs carry while neutral [N]."""
        # The frames of bones: the sacrum's is known, T12 goes on where L1 ends.
        bones = np.angle(np.diff(self.chain.pivots) / 1j).tolist()
        tilts = np.array([SACRUM_TILT, *bones, bones[-1]])
        axes = 1j * np.exp(1j * (tilts[1:] + tilts[:-1]) / 2)
        _, along, _ = self.strands.stretched(self._neutral)
        pulls = -along * self.strands.strongest * self.strands.levels(activations)
        above = np.cumsum(self.chain.masses[::-1])[::-1] * self.chain.gravity
        total: Complex = pulls @ self.strands.crosses - 1j * above
        pressure = 1000.0 + 9000.0 * activations["transversus"]
        carried: Real = -np.real(axes.conj() * total) - pressure * TRUNK_AREA
        return carried

    def accelerations(
        self,
        angles: Real,
        speeds: Real,
        holding: Holding,
        *,
        pushes: Mapping[int, float] | None = None,
        moment: float = 0.0,
    ) -> Real:
        """How fast the speeds change [1/s^2].

        `pushes` [N], to the front, on the centres of bodies by number (L5 is 0); `moment`
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


def spine_of(told: Told) -> Spine:
    """The spine of `describe spine`."""
    parameters = told["parameters"]
    return Spine(
        told,
        unloaded=float(parameters["disc_stiffness"]),
        short_range=float(parameters["short_range_stiffness"]),
        preload=bool(parameters["preload_stiffening"]),
    )


def growth_rates(stiffness: Real, mass: Real) -> Real:
    """The rates g [1/s] of H v = -g^2 M v that exist, fastest first."""
    # M^-1 H has real eigenvalues, since M is positive.
    values = np.sort(np.real(np.linalg.eigvals(np.linalg.solve(mass, stiffness))))
    rates: Real = np.sqrt(-values[values < 0])
    return rates
