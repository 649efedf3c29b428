"""A neutral column in SI and world coordinates, and the laws that it moves by.

What does not exist is None, null in JSON. Laws are short formulas in the names that
stand beside them, in joints and strands; `where` says what else there is in them.
"""

import math
from typing import Any

from sim.mechanics.column import Column, Joint, Segment, Strand, Vector
from sim.mechanics.quantity import Quantity

Tree = dict[str, Any]

STRAND_LAW = {
    "formula": "tension = stiffness (L - rest_length) + damping dL/dt where L > rest_length, "
    "else 0",
    "where": "L: length from point_below to point_above, which move with their segments",
}
JOINT_LAW = {
    "formula": "moment = balance_torque - stiffness t - c t^3 - damping dt/dt",
    "where": "moment on the segment above, its opposite on the one below, counter-clockwise; "
    "t: how far the segment above has turned against the one below since neutral; "
    "c: cubic_extension where t > 0, cubic_flexion where t < 0",
}
STOP_LAW = {
    "formula": "moment = -stop_stiffness (|t| - stop) sign(t) - friction",
    "where": "in addition where |t| > stop; friction: dry, of at most stop_friction, against dt/dt",
}
FACE_LAW = {
    "formula": "two round faces of `radius` (null: flat) roll on each other without sliding",
    "where": "a face reaches as far as `reach` from the axis, beyond it corners of half_width, "
    "bottom and top meet; Coulomb friction; nothing sticks",
}


def anatomy(column: Column) -> Tree:
    """Segments, joints and strands of a column."""
    tree: Tree = {"gravity": Quantity(column.gravity, "m/s^2")}
    if not column.pivoted:
        tree |= {"press": Quantity(column.press, "N"), "guided_top": column.guided}
    return tree | {
        "segments": [_segment(column, i, one) for i, one in enumerate(column.segments)],
        "joints": [_joint(column, i, one) for i, one in enumerate(column.joints)],
        "strands": [_strand(column, strand) for strand in column.strands],
    }


def laws(column: Column) -> Tree:
    """What the joints and strands of that column do."""
    joints = {"joint": JOINT_LAW, "stop": STOP_LAW} if column.pivoted else {"faces": FACE_LAW}
    return {**joints, "strand": STRAND_LAW}


def place(column: Column, segment: int, point: Vector = (0.0, 0.0)) -> Quantity:
    """A point of a segment's frame, its centre of mass by default, in the world."""
    return Quantity((column.neutral_origins()[segment] + point).tolist(), "m")


def _segment(column: Column, i: int, segment: Segment) -> Tree:
    tree: Tree = {"name": segment.name}
    if i:
        tree |= {
            "mass": Quantity(segment.mass, "kg"),
            "inertia": Quantity(segment.inertia, "kg m^2"),
            "com": place(column, i),
        }
    else:
        tree |= {"fixed": True, "origin": place(column, i)}
    solid = vars(segment.solid) if segment.solid else {}
    return tree | {name: Quantity(value, "m") for name, value in solid.items()}


def _joint(column: Column, i: int, joint: Joint) -> Tree:
    ends = {"below": column.segments[i].name, "above": column.segments[i + 1].name}
    tree: Tree = {"name": joint.name, **ends}
    where = place(column, i, joint.crest_below)
    if joint.disc is None:
        return tree | {
            "contact": where,
            "radius": Quantity(joint.radius if math.isfinite(joint.radius) else None, "m"),
            "reach": Quantity(joint.reach, "m"),
            "friction": Quantity(joint.friction, ""),
        }
    return tree | {
        "pivot": where,
        "stiffness": Quantity(joint.disc.stiffness, "N m/rad"),
        "cubic_flexion": Quantity(joint.disc.cubic_flexion, "N m/rad^3"),
        "cubic_extension": Quantity(joint.disc.cubic_extension, "N m/rad^3"),
        "damping": Quantity(joint.disc.damping, "N m s/rad"),
        "stop": Quantity(joint.disc.stop, "rad"),
        "stop_stiffness": Quantity(joint.disc.stop_stiffness, "N m/rad"),
        "stop_friction": Quantity(joint.disc.stop_friction, "N m"),
        "balance_torque": Quantity(joint.disc.torque, "N m"),
    }


def _strand(column: Column, strand: Strand) -> Tree:
    low = place(column, strand.below, strand.point_below)
    high = place(column, strand.above, strand.point_above)
    length = math.dist(low.value, high.value)
    return {
        "group": strand.group,
        "name": strand.name,
        "below": column.segments[strand.below].name,
        "above": column.segments[strand.above].name,
        "point_below": low,
        "point_above": high,
        "tension": Quantity(strand.stiffness * (length - strand.rest_length), "N"),
        "stiffness": Quantity(strand.stiffness, "N/m"),
        "length": Quantity(length, "m"),
        "rest_length": Quantity(strand.rest_length, "m"),
        "damping": Quantity(strand.damping, "N s/m"),
    }
