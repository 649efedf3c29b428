"""A neutral column in SI and world coordinates, as plain data ready for strict JSON.

What does not exist is None.
"""

import math
from typing import Any

from sim.mechanics.column import Column, Joint, Segment, Strand, Vector

Report = dict[str, Any]


def anatomy(column: Column) -> Report:
    """Segments, joints and strands of a column, enough to rebuild it elsewhere."""
    report: Report = {"gravity": column.gravity}
    if not column.pivoted:
        report |= {"press": column.press, "guided_top": column.guided}
    return report | {
        "segments": [_segment(column, i, one) for i, one in enumerate(column.segments)],
        "joints": [_joint(column, i, one) for i, one in enumerate(column.joints)],
        "strands": [_strand(column, strand) for strand in column.strands],
    }


def _world(column: Column, segment: int, point: Vector) -> list[float]:
    """A point of a segment's frame in the world [m]."""
    place: list[float] = (column.neutral_origins()[segment] + point).tolist()
    return place


def _segment(column: Column, i: int, segment: Segment) -> Report:
    place = _world(column, i, (0.0, 0.0))
    report: Report = {"name": segment.name}
    if i:
        report |= {"mass": segment.mass, "inertia": segment.inertia, "com": place}
    else:
        report |= {"fixed": True, "origin": place}
    return report | (vars(segment.solid) if segment.solid else {})


def _joint(column: Column, i: int, joint: Joint) -> Report:
    ends = {"below": column.segments[i].name, "above": column.segments[i + 1].name}
    report: Report = {"name": joint.name, **ends}
    place = _world(column, i, joint.crest_below)
    if joint.disc is None:
        return report | {
            "contact": place,
            "radius": joint.radius if math.isfinite(joint.radius) else None,
            "reach": joint.reach,
            "friction": joint.friction,
        }
    return report | {
        "pivot": place,
        "stiffness": joint.disc.stiffness,
        "cubic_flexion": joint.disc.cubic_flexion,
        "cubic_extension": joint.disc.cubic_extension,
        "damping": joint.disc.damping,
        "stop": joint.disc.stop,
        "stop_stiffness": joint.disc.stop_stiffness,
        "stop_friction": joint.disc.stop_friction,
        "balance_torque": joint.disc.torque,
    }


def _strand(column: Column, strand: Strand) -> Report:
    low = _world(column, strand.below, strand.point_below)
    high = _world(column, strand.above, strand.point_above)
    length = math.dist(low, high)
    return {
        "group": strand.group,
        "name": strand.name,
        "below": column.segments[strand.below].name,
        "above": column.segments[strand.above].name,
        "point_below": low,
        "point_above": high,
        "tension": strand.stiffness * (length - strand.rest_length),
        "stiffness": strand.stiffness,
        "length": length,
        "rest_length": strand.rest_length,
        "damping": strand.damping,
    }
