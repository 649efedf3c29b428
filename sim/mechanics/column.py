"""A stack of rigid segments as plain data: the block stack and the lumbar spine alike.

A `Column` is what the physics world, the stability analysis, the drawing and the
documents all read. It lies in one plane: x to the right, y up, angles
counter-clockwise, SI units throughout.

Segment i rests on segment i - 1 through joint i - 1. A joint is a pair of round
faces of equal radius R that roll on each other without sliding; R = 0 is a
pivot, which may have a disc, R = infinity a pair of flat faces. A segment's frame
has its origin in the centre of mass and lies parallel to the world while the
column is neutral, however the segment itself is tilted then. `kinematics` beside
this module derives the motions, `energy` and `stability` what they cost, `world`
simulates them.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Vector = tuple[float, float]

STANDARD_GRAVITY = 9.81  # m/s^2, rounded as in the published models compared with


@dataclass(frozen=True)
class Solid:
    """A rectangle in a segment's frame, from `bottom` to `top` [m], that others bump into."""

    half_width: float
    bottom: float
    top: float


@dataclass(frozen=True)
class Segment:
    """A rigid body: one block or one vertebra with its slice of the trunk.

    `mass` [kg]; `inertia` about the origin, which is the centre of mass [kg m^2].
    A block is `solid` below its round faces; a vertebra meets no other.
    """

    name: str
    mass: float
    inertia: float
    solid: Solid | None = None


@dataclass(frozen=True)
class Disc:
    """What resists turning in a joint, with t the angle above minus below [rad].

        moment on the segment above = torque - (stiffness t + c t^3) - damping dt/dt

    `stiffness` [N m/rad]; c is `cubic_extension` for t > 0 (leaning back) and
    `cubic_flexion` for t < 0 [N m/rad^3]; `damping` [N m s/rad]. The constant
    `torque` [N m] holds a posture. At `stop` [rad] either way the range ends: what is
    beyond it is resisted by `stop_stiffness` [N m/rad] and by dry friction of
    `stop_friction` [N m], so that a fall ends there instead of bouncing back.
    """

    stiffness: float
    cubic_flexion: float
    cubic_extension: float
    damping: float
    stop: float
    stop_stiffness: float
    stop_friction: float
    torque: float


@dataclass(frozen=True)
class Joint:
    """Two faces that roll on each other; joint i lies under segment i + 1.

    `crest_below`, `crest_above` [m]: the point where the faces touch while
    neutral, in the frames of the segments below and above; `radius` [m] of both
    faces, 0 for a pivot; `reach` [m]: how far from the axis they extend;
    `friction`: coefficient between them.
    """

    name: str
    crest_below: Vector
    crest_above: Vector
    radius: float = 0.0
    reach: float = 0.0
    friction: float = 0.0
    disc: Disc | None = None


@dataclass(frozen=True)
class Strand:
    """Something elastic that pulls in a straight line between two segments and never pushes.

    Tension = stiffness (length - rest_length) while that is positive, else zero.
    `group` is what kind it is; `stiffness` [N/m], `rest_length` [m], `damping`
    [N s/m] while taut.
    """

    name: str
    group: str
    below: int
    above: int
    point_below: Vector
    point_above: Vector
    stiffness: float
    rest_length: float
    damping: float


@dataclass(frozen=True)
class Column:
    """Segments from the fixed base (index 0) up, with what joins and loads them.

    Either all joints have faces or all are pivots with discs.
    `press` [N] pushes down on the top segment. A `guided` top moves up and down
    but neither sideways nor rotates. `base` [m] is where the fixed segment's origin
    stands in the world. `gravity` [m/s^2].
    """

    segments: tuple[Segment, ...]
    joints: tuple[Joint, ...]
    strands: tuple[Strand, ...]
    press: float
    guided: bool
    base: Vector = (0.0, 0.0)
    gravity: float = STANDARD_GRAVITY

    @property
    def flat(self) -> bool:
        """Whether any joint has flat faces, which do not roll."""
        return any(math.isinf(joint.radius) for joint in self.joints)

    @cached_property
    def pivoted(self) -> bool:
        """Whether it turns about pivots with discs, all of it, instead of rolling."""
        return all(joint.disc for joint in self.joints)

    def neutral_origins(self) -> Array:
        """Origins [m] of all segments while neutral, base first, shape (n, 2)."""
        rises = [np.subtract(joint.crest_below, joint.crest_above) for joint in self.joints]
        origins: Array = np.cumsum([self.base, *rises], axis=0)
        return origins
