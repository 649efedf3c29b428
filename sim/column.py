"""A stack of rigid segments as plain data, and the geometry of its small motions.

A `Column` is what the physics world, the stability analysis, the drawing and the
documents all read. It lies in one plane: x to the right, y up, angles
counter-clockwise, SI units throughout.

Segment i rests on segment i - 1 through joint i - 1. A joint is a pair of round
faces of equal radius R that roll on each other without sliding; R = 0 is a
pivot, R = infinity a pair of flat faces. `sim.kinematics` derives the small
motions, `sim.stability` what they cost in energy, `sim.world` simulates them.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Vector = tuple[float, float]

STANDARD_GRAVITY = 9.81  # m/s^2, rounded as in the published models compared with


@dataclass(frozen=True)
class Segment:
    """A rigid body: one block or one vertebra with its slice of the trunk.

    `mass` [kg]; `inertia` about the origin, which is the centre of mass [kg m^2].
    What remains below the round faces is a rectangle in the segment's frame:
    `half_width`, `bottom` and `top` [m].
    """

    name: str
    mass: float
    inertia: float
    half_width: float
    bottom: float
    top: float


@dataclass(frozen=True)
class Joint:
    """Two faces that roll on each other; joint i lies under segment i + 1.

    `crest_below`, `crest_above` [m]: the point where the faces touch in the
    upright position, in the frames of the segments below and above; `radius` [m]
    of both faces; `reach` [m]: how far from the axis they extend; `friction`:
    coefficient between them.
    """

    name: str
    crest_below: Vector
    crest_above: Vector
    radius: float
    reach: float
    friction: float


@dataclass(frozen=True)
class Strand:
    """Something elastic that pulls in a straight line between two segments and never pushes.

    Tension = stiffness (length - rest_length) while that is positive, else zero.
    `stiffness` [N/m], `rest_length` [m], `damping` [N s/m] while taut.
    """

    name: str
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

    def neutral_origins(self) -> Array:
        """Origins [m] of all segments in the upright position, base first, shape (n, 2)."""
        rises = [np.subtract(joint.crest_below, joint.crest_above) for joint in self.joints]
        origins: Array = np.cumsum([self.base, *rises], axis=0)
        return origins
