"""The lumbar spine from the side: a column of vertebrae on a sacrum that stands still.

Planar and sagittal, x to the front, y up; angles counter-clockwise, so extension
(leaning back) is positive. Seven segments (sacrum, L5 to L1, thorax with head and
arms) turn about six pivots in the disc centres. Discs resist with
M = k t + c t^3 (`sim.spine.discs`); muscle strands pull (`sim.spine.muscles`); a constant
torque per joint, the balance torque, holds the neutral posture and does not react to
displacement. Sources in `docs/model.md`.

What can be set is in `sim.spine.parameters`; `sim.spine.model` lets it move.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from sim.data_files import damaged
from sim.mechanics.column import (
    Array,
    Column,
    Disc,
    Joint,
    Segment,
    STANDARD_GRAVITY,
    Strand,
    Vector,
)
from sim.mechanics.energy import Energy, joint_moments
from sim.parameter import Value
from sim.spine.curve import SPACING, tilts
from sim.spine.disc_pressure import neutral_disc_forces
from sim.spine.discs import disc_stiffness
from sim.spine.muscles import full_stiffness, muscles, rest_length, STRANDS
from sim.spine.parameters import JOINTS, NAMES

SLICE_MASS = 2.0  # kg, a lumbar slice of the trunk (2.0 to 2.2 in an open model)
SLICE_INERTIA = 0.008  # kg m^2, of a slice (illustrative)
THORAX_MASS = 34.0  # kg, thorax, head and arms of a person of 80 kg
THORAX_GYRATION = 0.3  # m, its radius of gyration (illustrative)
THORAX_HEIGHT = 0.22  # m from T12/L1 straight up to its centre of mass (illustrative)
CUBIC_FLEXION = 1900.0  # N m/rad^3 (0.010 N m/deg^3; docs/model.md)
CUBIC_EXTENSION = 7900.0  # N m/rad^3 (0.042 N m/deg^3)
DISC_DAMPING = 0.23  # N m s/rad (illustrative)
STOP = math.radians(12)  # end of a joint's range, beyond which the cubic law says nothing
STOP_STIFFNESS = 6000.0  # N m/rad beyond it (illustrative: a falling trunk goes 4 degrees on)
STOP_FRICTION = 100.0  # N m beyond it (illustrative: it takes up most of a fall)
_LOOSE = (0.0,) * len(JOINTS)  # the stiffness of discs that is not known yet [N m/rad]


# -- geometry ------------------------------------------------------------------


def frame_offsets() -> Array:
    """From each segment's centre of mass to its anatomical frame's origin [m], neutral.

    The anatomical frame of a vertebra has its origin half way between its pivots,
    that of the sacrum in L5/S1 and that of the thorax in T12/L1.
    """
    offsets = np.zeros((len(NAMES), 2))
    offsets[-1] = 0.0, -THORAX_HEIGHT
    return offsets


def _turned(point: Vector, angle: float) -> Array:
    cos, sin = math.cos(angle), math.sin(angle)
    return np.array([cos * point[0] - sin * point[1], sin * point[0] + cos * point[1]])


def _vector(array: Array) -> Vector:
    return float(array[0]), float(array[1])


def _joints(disc_stiffness: tuple[float, ...]) -> tuple[Joint, ...]:
    disc = Disc(
        0.0,
        CUBIC_FLEXION,
        CUBIC_EXTENSION,
        DISC_DAMPING,
        STOP,
        STOP_STIFFNESS,
        STOP_FRICTION,
        torque=0.0,
    )
    up = [_turned((0.0, SPACING / 2), tilt) for tilt in tilts()]
    crests_below = [np.zeros(2), *up[1:-1]]
    crests_above = [*(-rise for rise in up[1:-1]), np.array((0.0, -THORAX_HEIGHT))]
    return tuple(
        Joint(name, _vector(below), _vector(above), disc=replace(disc, stiffness=stiffness))
        for name, below, above, stiffness in zip(
            JOINTS, crests_below, crests_above, disc_stiffness, strict=True
        )
    )


@lru_cache
def _bare(hand_load: float, disc_stiffness: tuple[float, ...], gravity: float) -> Column:
    """The spine without muscle strands and torques."""
    thorax = Segment("thorax", THORAX_MASS + hand_load, THORAX_MASS * THORAX_GYRATION**2)
    slices = [Segment(name, SLICE_MASS, SLICE_INERTIA) for name in NAMES[1:-1]]
    return Column(
        (Segment("sacrum", 0.0, 0.0), *slices, thorax),
        _joints(disc_stiffness),
        (),
        press=0.0,
        guided=False,
        gravity=gravity,
    )


@lru_cache
def strand_places() -> tuple[tuple[int, int, Vector, Vector, float], ...]:
    """Segments, points in their frames [m] and neutral length [m] of every muscle strand.

    Raises UserError where the file of the strands is damaged.
    """
    origins = _bare(0.0, _LOOSE, 0.0).neutral_origins()
    found = []
    for line, muscle in enumerate(muscles(), start=2):
        if not {muscle.below, muscle.above} <= {*NAMES}:
            raise damaged(STRANDS, "its segments are not known", line)
        ends = NAMES.index(muscle.below), NAMES.index(muscle.above)
        low, high = (
            _turned(point, tilts()[i]) + frame_offsets()[i]
            for i, point in zip(ends, (muscle.point_below, muscle.point_above), strict=True)
        )
        length = math.dist(origins[ends[0]] + low, origins[ends[1]] + high)
        if not length:
            raise damaged(STRANDS, "it has no length", line)
        found.append((*ends, _vector(low), _vector(high), length))
    return tuple(found)


# -- the column ----------------------------------------------------------------


def strand_stiffness(settings: Mapping[str, Value]) -> Array:
    """Stiffness [N/m] of every strand if it were fully active, shape (strands,)."""
    factor = float(settings["short_range_stiffness"])
    return np.array(
        [
            full_stiffness(muscle.fmax, factor, length)
            for muscle, (*_, length) in zip(muscles(), strand_places(), strict=True)
        ]
    )


def _strands(settings: Mapping[str, Value]) -> tuple[Strand, ...]:
    factor = float(settings["short_range_stiffness"])
    full_stiffnesses = strand_stiffness(settings).tolist()
    return tuple(
        Strand(
            f"{muscle.group} {muscle.below}-{muscle.above}",
            muscle.group,
            below,
            above,
            low,
            high,
            float(settings[muscle.group]) * full,
            rest_length(factor, length),
            damping=0.0,
        )
        for muscle, full, (below, above, low, high, length) in zip(
            muscles(), full_stiffnesses, strand_places(), strict=True
        )
    )


def held(column: Column) -> Column:
    """The column with the torque in every disc that balances it in neutral posture.

    These are the balance torques: what other muscles would have to supply.
    """
    loose = replace(
        column,
        joints=tuple(
            replace(joint, disc=joint.disc and replace(joint.disc, torque=0.0))
            for joint in column.joints
        ),
    )
    gradient, _ = Energy(loose).derivatives(np.zeros(len(column.joints)))
    moments = joint_moments(gradient)
    return replace(
        column,
        joints=tuple(
            replace(joint, disc=joint.disc and replace(joint.disc, torque=moment))
            for joint, moment in zip(column.joints, moments.tolist(), strict=True)
        ),
    )


def column_of(settings: Mapping[str, Value], gravity: float = STANDARD_GRAVITY) -> Column:
    """The spine as a column in balance, with all strands, those at rest included."""
    return held(unheld(settings, gravity))


def unheld(settings: Mapping[str, Value], gravity: float = STANDARD_GRAVITY) -> Column:
    """The same without the torques that balance it."""
    hand_load, strands = float(settings["hand_load"]), _strands(settings)
    loose = replace(_bare(hand_load, _LOOSE, gravity), strands=strands)
    forces = neutral_disc_forces(loose, float(settings["transversus"]))
    stiffness = disc_stiffness(settings, forces)
    return replace(_bare(hand_load, tuple(stiffness.tolist()), gravity), strands=strands)


def neutral_compression(settings: Mapping[str, Value]) -> Array:
    """What the discs carry in neutral posture [N], (6,): affine in all activations and the load."""
    loose = _bare(float(settings["hand_load"]), _LOOSE, STANDARD_GRAVITY)
    column = replace(loose, strands=_strands(settings))
    return neutral_disc_forces(column, float(settings["transversus"]))


def neutral_stiffness(settings: Mapping[str, Value]) -> Array:
    """The stiffness matrix [N m/rad] in joint angles in neutral posture, (6, 6).

    The same as `sim.mechanics.stability.analyse` finds; constant torques make no difference.
    """
    _, hessian = Energy(unheld(settings)).derivatives(np.zeros(len(JOINTS)))
    return joint_moments(joint_moments(hessian).T)
