"""The lumbar spine as a model for MuJoCo (MJCF), in any state of its muscles, load and discs.

MuJoCo has z up where this program has y: a point (x, y) becomes (x, 0, y), and joints turn
about -y, so that extension is positive here and there. Bodies sit in one another, sacrum
first, each with its origin in the pivot below it.

    disc, linear      stiffness of the hinge, and damping
    balance torque    springref of the hinge: stiffness springref is a constant moment
    disc, cubic       two fixed tendons of the hinge alone, one for each way: their stiffness
                      is the polynomial "0 0 c", their springlength leaves the other way free
    stop              a fixed tendon whose springlength is the range between the stops
    strand            spatial tendon with springlength "0 rest_length": it never pushes

All of it is exact. `LEFT_OUT` is what MJCF has no element for.
"""

from collections.abc import Mapping
from xml.etree import ElementTree as Xml

from sim.mechanics.column import Column, Disc, Joint, Segment, Strand, Vector
from sim.mechanics.world import STEP
from sim.parameter import Value
from sim.spine.anatomy import column_of
from sim.spine.parameters import NAMES, pushed_segment

LEFT_OUT = (
    "the dry friction beyond a stop, so that a fall bounces there; "
    "a change of activation with time; the finger"
)
_FAR = 10.0  # rad, further than any joint can turn: an end of a range that is not there
_BONE = 0.008  # m, radius of the capsules that are seen; they touch nothing and weigh nothing


def mjcf(settings: Mapping[str, Value]) -> str:
    """The XML of the spine with these parameters."""
    column, pushed = column_of(settings), NAMES[pushed_segment(settings)]
    root = Xml.Element("mujoco", model="lumbar spine")
    root.append(Xml.Comment(_preface(settings["push"], settings["push_time"], pushed)))
    root.append(Xml.Comment(f" {_shown(settings)} "))
    Xml.SubElement(root, "compiler", angle="radian")
    gravity = _numbers(0, 0, -column.gravity)
    Xml.SubElement(root, "option", timestep=repr(STEP), gravity=gravity, integrator="RK4")
    body = Xml.SubElement(root, "worldbody")
    _sites(body, column, 0)
    for i, (joint, segment) in enumerate(zip(column.joints, column.segments[1:], strict=True), 1):
        below = column.joints[i - 2].crest_above if i > 1 else (0.0, 0.0)
        origin = (joint.crest_below[0] - below[0], joint.crest_below[1] - below[1])
        body = Xml.SubElement(body, "body", name=segment.name, pos=_place(origin))
        _bone(body, joint, segment)
        _sites(body, column, i)
    tendons = Xml.SubElement(root, "tendon")
    for i, strand in enumerate(column.strands):
        _pull(tendons, i, strand)
    for joint in column.joints:
        if joint.disc:
            _bent(tendons, joint.name, joint.disc)
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode") + "\n"


def _preface(push: object, time: object, pushed: str) -> str:
    return (
        f" Made by Spinestack. SI units; x to the front, z up. The neutral posture is qpos = 0 and"
        f" in balance. Left out: {LEFT_OUT}. The finger pushes with {push} N to the front, for"
        f" {time} s, at the centre of mass of {pushed}: xfrc_applied. Stiffness of three numbers"
        f" is a polynomial, which early versions of MuJoCo 3 do not know. "
    )


def _shown(settings: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in settings.items())


def _numbers(*numbers: float) -> str:
    return " ".join(repr(float(number)) for number in numbers)


def _place(point: Vector) -> str:
    return _numbers(point[0], 0, point[1])


def _in_body(column: Column, i: int, point: Vector) -> Vector:
    """A point of a segment's frame from the origin of its body."""
    pivot = column.joints[i - 1].crest_above if i else (0.0, 0.0)
    return point[0] - pivot[0], point[1] - pivot[1]


def _bone(body: Xml.Element, joint: Joint, segment: Segment) -> None:
    """The hinge below a segment, its mass, and a capsule from the pivot through its centre."""
    if joint.disc:
        Xml.SubElement(
            body,
            "joint",
            name=joint.name,
            type="hinge",
            axis="0 -1 0",
            stiffness=repr(joint.disc.stiffness),
            springref=repr(joint.disc.torque / joint.disc.stiffness),
            damping=repr(joint.disc.damping),
        )
    centre = (-joint.crest_above[0], -joint.crest_above[1])
    # In a plane only the turning about y matters; a sphere's inertia is always a possible one.
    Xml.SubElement(
        body,
        "inertial",
        pos=_place(centre),
        mass=repr(segment.mass),
        diaginertia=_numbers(*(segment.inertia,) * 3),
    )
    Xml.SubElement(
        body,
        "geom",
        type="capsule",
        size=repr(_BONE),
        fromto=f"0 0 0 {_place(centre)}",
        contype="0",
        conaffinity="0",
    )


def _sites(body: Xml.Element, column: Column, segment: int) -> None:
    """Where strands end on a segment."""
    for i, strand in enumerate(column.strands):
        for side, on, point in (
            ("below", strand.below, strand.point_below),
            ("above", strand.above, strand.point_above),
        ):
            if on == segment:
                place = _place(_in_body(column, segment, point))
                Xml.SubElement(body, "site", name=f"{i} {side}", pos=place, size="0.002")


def _pull(tendons: Xml.Element, i: int, strand: Strand) -> None:
    tendon = Xml.SubElement(
        tendons,
        "spatial",
        name=f"{i} {strand.name}",
        stiffness=repr(strand.stiffness),
        damping=repr(strand.damping),
        springlength=_numbers(0, strand.rest_length),
    )
    for side in ("below", "above"):
        Xml.SubElement(tendon, "site", site=f"{i} {side}")


def _bent(tendons: Xml.Element, name: str, disc: Disc) -> None:
    """What a disc and its stop add to the straight line of the hinge."""
    for what, stiffness, free in (
        ("flexion", _numbers(0, 0, disc.cubic_flexion), (0, _FAR)),
        ("extension", _numbers(0, 0, disc.cubic_extension), (-_FAR, 0)),
        ("stop", repr(disc.stop_stiffness), (-disc.stop, disc.stop)),
    ):
        tendon = Xml.SubElement(
            tendons,
            "fixed",
            name=f"{name} {what}",
            stiffness=stiffness,
            springlength=_numbers(*free),
        )
        Xml.SubElement(tendon, "joint", joint=name, coef="1")
