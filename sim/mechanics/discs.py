"""The pivots of a column with their discs, as joints and springs in a pymunk space.

Each disc is a rotary spring that follows the tangent of its law

    moment = stiffness t + c t^3 - torque      (restoring, see `sim.mechanics.column.Disc`)

at the angle t0 where it was last brought up to date: stiffness K = k + 3 c t0^2
and a rest angle with which the moment at t0 is right. Within `FINE` of t0 that is
off by less than 3 c t FINE^2, 5e-5 N m at the stop, so that the cubic
law costs no callback in the solver.

Beyond its stop a joint has a stiffer spring, and a brake: a motor at rest whose torque is
at most the stop's friction. (A hard limit would have to be found by the solver in one
step, against the inertia of the whole trunk: it would throw the trunk back.)
"""

import math
from collections.abc import Sequence

import pymunk

from sim.mechanics.column import Disc, Joint
from sim.mechanics.strand_springs import assign

FINE = 1e-4  # rad (0.006 degrees) from the angle at which a tangent was taken


class Discs:
    """The pivots of one column: what their discs do now, and the joint angles `bends` [rad]."""

    def __init__(
        self, joints: tuple[Joint, ...], space: pymunk.Space, bodies: list[pymunk.Body]
    ) -> None:
        self._space = space
        self._discs: list[Disc] = []
        self._springs: list[pymunk.DampedRotarySpring] = []
        self._tangents: list[float] = []  # angles at which they were taken
        self._brakes: list[pymunk.SimpleMotor] = []
        self._stopped: set[int] = set()  # joints that are beyond their stops
        for i, joint in enumerate(joints):
            if joint.disc is None:
                continue
            below, above = bodies[i], bodies[i + 1]
            # Chipmunk's relative angle is that of the first body minus that of the second.
            spring = pymunk.DampedRotarySpring(above, below, 0.0, 0.0, joint.disc.damping)
            pivot = pymunk.PivotJoint(below, above, joint.crest_below, joint.crest_above)
            brake = pymunk.SimpleMotor(below, above, 0.0)
            brake.max_force = joint.disc.stop_friction
            space.add(pivot, spring)
            self._brakes.append(brake)
            self._discs.append(joint.disc)
            self._springs.append(spring)
            self._tangents.append(0.0)
        self.stiffness = [disc.stiffness for disc in self._discs]
        self.torques = [disc.torque for disc in self._discs]
        self.bends = [0.0] * len(self._discs)
        self.tune(self.stiffness, self.torques)

    def tune(self, stiffness: Sequence[float], torques: Sequence[float]) -> None:
        """Change stiffness [N m/rad] and constant torque [N m] of all discs."""
        self.stiffness[:], self.torques[:] = stiffness, torques
        self._tuned = True  # tangents taken here say nothing of how far joints have bent
        for i, bend in enumerate(self.bends):
            self._take_tangent(i, bend)

    def update(self, turns: Sequence[float]) -> bool:
        """Follow the angles [rad] of the segments above the base, lowest first.

        Whether a joint bent so far that its tangent was taken anew, here or by `tune`.
        """
        below, turned = 0.0, self._tuned
        self._tuned = False
        bends, tangents = self.bends, self._tangents
        for i, turn in enumerate(turns):
            bends[i] = bend = turn - below
            below = turn
            if not -FINE < bend - tangents[i] < FINE:
                self._take_tangent(i, bend)
                turned = True
        return turned

    def _take_tangent(self, i: int, bend: float) -> None:
        disc, spring = self._discs[i], self._springs[i]
        cubic = (disc.cubic_flexion if bend < 0 else disc.cubic_extension) * bend * bend
        tangent = self.stiffness[i] + 3 * cubic
        # tangent (bend - rest) = (stiffness + cubic) bend - torque
        offset = 2 * cubic * bend + self.torques[i]
        if not -disc.stop < bend < disc.stop:
            tangent += disc.stop_stiffness
            offset += math.copysign(disc.stop_stiffness * disc.stop, bend)
            if i not in self._stopped:
                self._stopped.add(i)
                self._space.add(self._brakes[i])
        elif i in self._stopped:
            self._stopped.remove(i)
            self._space.remove(self._brakes[i])
        assign(spring, "stiffness", tangent)
        assign(spring, "rest_angle", offset / tangent)
        self._tangents[i] = bend

    def energy(self) -> float:
        """Elastic energy less the work of the constant torques [J]."""
        total = 0.0
        for disc, bend, stiffness, torque in zip(
            self._discs, self.bends, self.stiffness, self.torques, strict=True
        ):
            cubic = disc.cubic_flexion if bend < 0 else disc.cubic_extension
            total += (stiffness / 2 + cubic * bend**2 / 4) * bend**2 - torque * bend
            total += disc.stop_stiffness * max(0.0, abs(bend) - disc.stop) ** 2 / 2
        return total
