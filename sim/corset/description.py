"""The corset in full: the section and its laws, breath and effort, and the static balance."""

from sim.corset import effort
from sim.corset.lifting import (
    DISC_STIFFNESS,
    lifting_table,
    POSTURES,
    PUBLISHED_RELIEF,
    relief,
    SHOULDERS,
    trunk,
)
from sim.corset.model import Corset
from sim.corset.ring import DRAG, FIBRE_DAMPING
from sim.corset.section import (
    BELT_LINKS,
    MIDLINE,
    MIDLINE_TENDON,
    OBLIQUES_TENSION,
    section,
    SKIN,
    SWELLING,
    tendon,
    TRANSVERSUS_TENSION,
)
from sim.mechanics.column import STANDARD_GRAVITY
from sim.mechanics.description import Tree
from sim.mechanics.membrane import HEIGHT, Membrane, SHORTENING
from sim.mechanics.quantity import Quantity
from sim.spine.disc_pressure import DISC_AREA, NUCLEUS, TRUNK_AREA
from sim.spine.muscles import MOST_PRESSURE, REST_PRESSURE, TRANSVERSUS_STIFFNESS

BAGS = ("abdomen", "left back muscles", "right back muscles")
_TABLED = {"kPa": "kPa", "MPa": "MPa", "percent": "%"}  # units at the end of the table's names
_TRUNK = {"weight": "N", "standing_force": "N"}  # the rest are lengths [m]


def told(model: Corset) -> Tree:
    """The section at rest with this effort, and what it does for the disc."""
    still = Corset(model.settings)
    membrane = still.ring.membrane
    return {
        "height": Quantity(HEIGHT, "m"),
        "node_mass": Quantity(section().mass, "kg"),
        "drag": Quantity(DRAG, "1/s"),
        "link_damping": Quantity(FIBRE_DAMPING, "N s/m"),
        "short_range_stiffness": Quantity(SHORTENING, ""),
        "nodes": [
            {"place": Quantity(place, "m"), "fixed": i >= section().free}
            for i, place in enumerate(still.places.tolist())
        ],
        "links": _links(membrane),
        "bags": _bags(membrane),
        "effort": {name: Quantity(value, "") for name, value in vars(still.effort).items()},
        "laws": {**_laws(), **_effort_laws()},
        "balance": _balance(still),
        "lifting": [
            {
                name: value
                if isinstance(value, str)
                else Quantity(value, _TABLED[name.rpartition("_")[2]])
                for name, value in row.items()
            }
            for row in lifting_table()
        ],
        "relief_5_to_10_kPa": Quantity(relief(), ""),
        "published_relief": Quantity(list(PUBLISHED_RELIEF), ""),
    }


def _links(membrane: Membrane) -> list[Tree]:
    plan = membrane.plan
    return [
        {
            "nodes": list(ends),
            "kind": _kind(i),
            "rest_length": Quantity(float(plan.lengths[i]), "m"),
            "passive": Quantity(float(membrane.passive[i]), "N/m"),
            "active": Quantity(float(membrane.active[i]), "N/m"),
            "length": Quantity(float(membrane.lengths[i]), "m"),
            "tension": Quantity(float(membrane.tensions[i]), "N/m"),
        }
        for i, ends in enumerate(plan.links)
    ]


def _bags(membrane: Membrane) -> list[Tree]:
    return [
        {
            "name": name,
            "nodes": list(bag.nodes),
            "stiffness": Quantity(bag.stiffness, "Pa"),
            "reference_area": Quantity(float(membrane.drawn_areas[i]), "m^2"),
            "free_area_at_rest": Quantity(bag.free_area, "m^2"),
            "free_area": Quantity(float(membrane.free_areas[i]), "m^2"),
            "area": Quantity(float(membrane.areas[i]), "m^2"),
            "pressure": Quantity(float(membrane.pressures[i]), "Pa"),
        }
        for i, (name, bag) in enumerate(zip(BAGS, membrane.plan.bags, strict=True))
    ]


def _kind(link: int) -> str:
    if link >= BELT_LINKS:
        return "fascia"
    if MIDLINE.start <= link < MIDLINE.stop:
        return "linea alba"
    return "aponeurosis" if tendon()[link] else "transversus"


def _laws() -> Tree:
    """What links, bags and nodes do, and what an effort makes of them."""
    return {
        "link": {
            "formula": "tension = passive max(0, e) + active max(0, 1 + short_range_stiffness e)",
            "where": "per height of the slice; e = length / rest_length - 1",
        },
        "bag": {"formula": "pressure = stiffness max(0, free_area - area) / reference_area"},
        "node": {
            "formula": "node_mass dv/dt = height (sum of tension u + sum of pressure darea/dx) "
            "+ link_damping sum of (dlength/dt) u - drag node_mass v",
            "where": "sums over the links and bags of a node that is not fixed; u: from it to the "
            "link's other end; darea/dx: how a bag's area grows with the node's place",
        },
        "fibre": {
            "formula": "active = transversus transversus_tension + obliques obliques_tension",
            "transversus_tension": Quantity(TRANSVERSUS_TENSION, "N/m"),
            "obliques_tension": Quantity(OBLIQUES_TENSION, "N/m"),
            "where": "of links of the kind transversus; 0 for others",
        },
        "linea_alba": {
            "formula": "passive = parted (whole / parted)^joined",
            "parted": Quantity(SKIN, "N/m"),
            "whole": Quantity(MIDLINE_TENDON, "N/m"),
            "where": "of links of the kind linea alba; that of others does not change",
        },
        "room": {
            "formula": "free_area = free_area_at_rest (1 + lid) of the abdomen, "
            "free_area_at_rest (1 + swelling transversus) of the others",
            "swelling": Quantity(SWELLING, ""),
        },
    }


def _effort_laws() -> Tree:
    """What breath and sliders ask for, and how muscles and lid follow."""
    return {
        "lungs": {"formula": "lungs = (1 - cos(2 pi phase)) / 2"},
        "breath_out": {
            "formula": "b = cos(pi away / (2 half))^2 where |away| < half, else 0",
            "out_from": Quantity(effort.OUT_FROM, ""),
            "out_to": Quantity(effort.OUT_TO, ""),
            "where": "half = (out_to - out_from) / 2; "
            "away = (phase - out_from - half + 0.5) mod 1 - 0.5",
        },
        "transversus": {
            "formula": "transversus = min(1, most_out max(0, breath_depth - quiet) / (1 - quiet) b "
            "+ most_drawn_in draw_in + most_braced brace)",
            "quiet": Quantity(effort.QUIET, ""),
            "most_out": Quantity(effort.DEEP_OUT, ""),
            "most_drawn_in": Quantity(effort.DRAW_IN, ""),
            "most_braced": Quantity(effort.BRACE, ""),
        },
        "obliques": {
            "formula": "obliques = most_braced brace",
            "most_braced": Quantity(effort.BRACE_OBLIQUES, ""),
        },
        "lid": {
            "formula": "lid = most_breathed breath_depth lungs + most_braced brace",
            "most_breathed": Quantity(effort.BREATH_LID, ""),
            "most_braced": Quantity(effort.BRACE_LID, ""),
        },
        "lag": {
            "formula": "da/dt = (asked - a) / lag",
            "muscles": Quantity(effort.MUSCLE_LAG, "s"),
            "lid": Quantity(effort.LID_LAG, "s"),
            "joined": Quantity(effort.JOIN_LAG, "s"),
            "where": "of transversus and obliques, of lid, and of joined",
        },
        "phase": {"formula": "dphase/dt = 1 / breath_time while breathing, from 0 to 1 and again"},
    }


def _balance(corset: Corset) -> Tree:
    """What L4/5 carries: its law, the trunk above it, postures, and what comes out now."""
    measured = corset.observe()
    return {
        "formula": "back = max(0, (weight arm_of(lean) + load gravity hands "
        "- p trunk_area pressure_arm) / arm); "
        "force = (weight + load gravity) cos(lean) + back - p trunk_area; "
        "pressure = nucleus force / disc_area",
        "where": "arm_of(lean) = forward cos(lean) + up sin(lean); hands: that of the posture, or "
        "shoulders sin(lean) where it has none; force = standing_force - p trunk_area where the "
        "posture lifts nothing; p: pressure in the abdomen",
        **{name: Quantity(value, _TRUNK.get(name, "m")) for name, value in vars(trunk()).items()},
        "gravity": Quantity(STANDARD_GRAVITY, "m/s^2"),
        "shoulders": Quantity(SHOULDERS, "m"),
        "trunk_area": Quantity(TRUNK_AREA, "m^2"),
        "disc_area": Quantity(DISC_AREA, "m^2"),
        "nucleus": Quantity(NUCLEUS, ""),
        "postures": [
            {
                "name": posture.name,
                "lean": Quantity(posture.lean, "rad"),
                "hands": Quantity(posture.hands, "m"),
                "lifts": posture.lifts,
            }
            for posture in POSTURES.values()
        ],
        "disc_force": Quantity(measured["disc_force"], "N"),
        "disc_pressure": Quantity(measured["disc_pressure"], "Pa"),
        "joint": {
            "formula": "stiffness = disc_stiffness + transversus_stiffness "
            "min(1, max(0, (p - rest) / (most - rest)))",
            "disc_stiffness": Quantity(DISC_STIFFNESS, "N m/rad"),
            "transversus_stiffness": Quantity(TRANSVERSUS_STIFFNESS, "N m/rad"),
            "rest": Quantity(REST_PRESSURE, "Pa"),
            "most": Quantity(MOST_PRESSURE, "Pa"),
            "stiffness": Quantity(measured["joint_stiffness"], "N m/rad"),
        },
    }
