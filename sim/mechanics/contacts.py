"""The rolling end faces of a column as circles in a pymunk space; pivots have none.

The two faces of joint i have a collision bit of their own, so that only they
meet. A pair whose contact has left either face is switched off, and on again
when the faces meet inside it; at a face's edge it coincides with the corner of
the segment's rectangle, so that one takes over from the other without a jump.
"""

import math

import numpy as np
import pymunk
from pymunk import batch

from sim.mechanics.column import Array, Joint

TOUCHING = 5e-5  # m, overlap up to which faces that met again may take over
_FIELDS = (
    batch.ArbiterFields.BODY_A_ID
    | batch.ArbiterFields.BODY_B_ID
    | batch.ArbiterFields.TOTAL_IMPULSE
)
_BUFFER = batch.Buffer()  # one for all time: pymunk never frees what a buffer holds
FURTHEST_TURN = 0.5  # rad, below which the bound on rolling is good for any radius


class Faces:
    """All pairs of round faces of one column; `on` says which act. Flat and pivots have none."""

    def __init__(
        self, joints: tuple[Joint, ...], space: pymunk.Space, bodies: list[pymunk.Body]
    ) -> None:
        self._bodies = bodies
        self._reaches = np.array([joint.reach for joint in joints])
        self._round = np.array([0 < joint.radius < math.inf for joint in joints])
        self._radii = np.array([j.radius if math.isfinite(j.radius) else 0.0 for j in joints])
        self._rows = np.array([(i - 1, i) for i in range(len(joints))])
        self._centres = np.array(
            [
                (np.subtract(j.crest_below, (0, radius)), np.add(j.crest_above, (0, radius)))
                for j, radius in zip(joints, self._radii, strict=True)
            ]
        )
        self._pairs = [self._pair(i, joint, space) for i, joint in enumerate(joints)]
        self.on = [True] * len(joints)
        turning = [joint for joint in joints if 0 < joint.radius < math.inf]
        # Rolling through t moves a contact by R t / 2 along the faces: within these
        # bounds on turn [rad] and sideways shift [m] it can not have left either.
        self.calm_turn = min(
            (min(FURTHEST_TURN, j.reach / (2 * j.radius)) for j in turning), default=math.inf
        )
        self.calm_shift = min((joint.reach / 2 for joint in turning), default=math.inf)

    def _pair(self, i: int, joint: Joint, space: pymunk.Space) -> tuple[pymunk.Circle, ...]:
        if not self._round[i]:
            return ()  # flat faces are the sides of the rectangles themselves
        (xb, yb), (xa, ya) = joint.crest_below, joint.crest_above
        pair = (
            pymunk.Circle(self._bodies[i], joint.radius, (xb, yb - joint.radius)),
            pymunk.Circle(self._bodies[i + 1], joint.radius, (xa, ya + joint.radius)),
        )
        for face in pair:
            face.filter = pymunk.ShapeFilter(categories=1 << i, mask=1 << i)
            face.friction = math.sqrt(joint.friction)
        space.add(*pair)
        return pair

    def switch(self, i: int, *, on: bool) -> None:
        """Let joint i's faces meet, or not."""
        bit = 1 << i if on else 0
        for face in self._pairs[i]:
            face.filter = pymunk.ShapeFilter(categories=bit, mask=bit)
        self.on[i] = on

    def update(self, state: Array) -> None:
        """Switch pairs off and on as their contacts leave them and come back.

        `state` as in `sim.mechanics.world`: row i - 1 for segment i, the base last.
        """
        shifts, overlaps = self._contacts(state)
        inside, on = shifts <= self._reaches, np.array(self.on)
        leaving, meeting = on & ~inside, inside & ~on & (np.abs(overlaps) < TOUCHING)
        for i in np.flatnonzero(self._round & (leaving | meeting)):
            self.switch(int(i), on=bool(meeting[i]))

    def _contacts(self, state: Array) -> tuple[Array, Array]:
        """Where each joint touches: distance [m] from the axes, the larger one, and overlap [m]."""
        places, angle = state[self._rows, :2], state[self._rows, 2]
        cos, sin = np.cos(angle), np.sin(angle)
        x, y = self._centres[..., 0], self._centres[..., 1]
        across = places[..., 0] + cos * x - sin * y
        along = places[..., 1] + sin * x + cos * y
        # From a face's centre to where it touches, half way to the other's.
        dx, dy = np.diff(across)[:, 0] / 2, np.diff(along)[:, 0] / 2
        shifts: Array = np.abs(cos * dx[:, None] + sin * dy[:, None]).max(axis=1)
        return shifts, 2 * (self._radii - np.hypot(dx, dy))


def contact_forces(space: pymunk.Space, bodies: list[pymunk.Body], step: float) -> list[float]:
    """What neighbouring bodies pressed on each other with in the last step [N], lowest first."""
    _BUFFER.clear()
    batch.get_space_arbiters(space, _FIELDS, _BUFFER)
    ids = np.frombuffer(_BUFFER.int_buf(), dtype=np.uintp).reshape(-1, 2).tolist()
    impulses = np.frombuffer(_BUFFER.float_buf()).reshape(-1, 2)
    place = {body.id: i for i, body in enumerate(bodies)}
    forces = [0.0] * (len(bodies) - 1)
    for (a, b), impulse in zip(ids, impulses, strict=True):
        low, high = sorted((place[a], place[b]))
        if high == low + 1:
            forces[low] += float(np.hypot(*impulse)) / step
    return forces
