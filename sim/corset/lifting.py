"""What disc L4/5 carries while standing and lifting, and what abdominal pressure takes off.

A static balance about the disc. Weights W above it and load L pull forward with their
lever arms d; the back muscles hold against them with F at the arm r; abdominal
pressure p on the area A presses the trunk up and, with its arm d_p, helps them:

    F = (W d_W + L d_L - p A d_p) / r, never below 0
    C = (W + L) cos t + F - p A          p_disc = kappa C / A_disc

t: how far the trunk leans forward. Standing, C is that of the lumbar spine with 0.05
on every muscle (`sim.spine.disc_pressure`), less p A. W, d_W and r come from that spine, d_p from
the drawn section. Lean and hands are inputs, labelled below; nothing is fitted to the
pressures that were measured, and the misses are reported.
"""

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from sim.corset.rest import rest_pressure
from sim.corset.section import content_centre
from sim.mechanics.column import Column, STANDARD_GRAVITY
from sim.mechanics.energy import Energy
from sim.mechanics.world import upright, World
from sim.model.simulation import Report
from sim.spine.anatomy import column_of
from sim.spine.disc_pressure import disc_forces, disc_pressures, TRUNK_AREA
from sim.spine.muscles import activation_at, linked, pressure, TRANSVERSUS_STIFFNESS
from sim.spine.parameters import JOINTS, settings_of

LEVEL = JOINTS.index("L4/5")
DISC_STIFFNESS = float(settings_of({})["disc_stiffness"])  # N m/rad
TONE = 0.05  # activation of every muscle while standing (illustrative)
SHOULDERS = 0.42  # m from L4/5 up to the shoulders, from which arms hang down (illustrative)
LIFTING_PRESSURE = 8500.0  # Pa, the middle of 7 to 10 kPa in a heavy lift
MEASURED_LOAD = 20.0  # kg, in the lifts that were measured


@dataclass(frozen=True)
class Posture:
    """A way to stand or lift.

    `lean` [rad] of the trunk; `hands` [m]: how far in front of L4/5 the load is, None where
    the arms hang straight down; `measured` [Pa]: pressure in the disc L4/5 of one man
    (Wilke et al. 1999); `source` of lean and hands.
    """

    name: str
    lean: float
    hands: float | None
    lifts: bool
    measured: float
    source: str


POSTURES = {
    posture.name: posture
    for posture in (
        Posture("stand", 0.0, None, False, 0.5e6, "the lumbar spine of this program"),
        Posture(
            "close",
            0.0,
            0.25,
            True,
            1.1e6,
            "illustrative: upright, hands 25 cm in front of L4/5",
        ),
        Posture("knees", math.radians(45), None, True, 1.7e6, "illustrative: lean of 45 degrees"),
        Posture("round", math.radians(75), None, True, 2.3e6, "illustrative: lean of 75 degrees"),
    )
}


@dataclass(frozen=True)
class Trunk:
    """What lies above L4/5, standing: weight [N], its arm and height [m]; F of the spine [N].

    `arm` is that of the back muscles [m]; `pressure_arm` [m] that of the abdominal pressure.
    """

    weight: float
    forward: float
    up: float
    arm: float
    pressure_arm: float
    standing_force: float


@cache
def trunk() -> Trunk:
    """The trunk of the lumbar spine, with tone in every muscle and no abdominal pressure."""
    column = column_of(settings_of(linked(TONE, TONE)))
    world = World(column, upright(column, (True,) * len(column.strands)))
    ends, pulls = world.strands.ends(world.state), world.strands.tensions(world.state)
    carried = disc_forces(column, world.state, ends, pulls, TONE)[LEVEL]
    force = carried + pressure(TONE) * TRUNK_AREA
    masses = np.array([segment.mass for segment in column.segments])[LEVEL + 1 :]
    places = column.neutral_origins()
    pivot = places[LEVEL] + column.joints[LEVEL].crest_below
    forward, up = masses @ (places[LEVEL + 1 :] - pivot) / masses.sum()
    return Trunk(
        float(masses.sum()) * STANDARD_GRAVITY,
        float(forward),
        float(up),
        _back_arm(column),
        content_centre()[1],
        float(force),
    )


def _back_arm(column: Column) -> float:
    """The lever arm [m] of erector spinae about L4/5; both are those of the strands' data."""
    arms, _ = Energy(column).arms(np.zeros(len(JOINTS)))
    back = [i for i, s in enumerate(column.strands) if s.group == "erector_spinae"]
    return abs(float(arms[back, LEVEL].mean()))


def disc_force(posture: Posture, load: float, abdominal: float) -> float:
    """Compression of L4/5 [N] with a load [kg] and an abdominal pressure [Pa]."""
    body, lift = trunk(), abdominal * TRUNK_AREA
    if not posture.lifts:
        return body.standing_force - lift
    lean = posture.lean
    weight_arm = body.forward * math.cos(lean) + body.up * math.sin(lean)
    hands = SHOULDERS * math.sin(lean) if posture.hands is None else posture.hands
    carried = load * STANDARD_GRAVITY
    moment = body.weight * weight_arm + carried * hands
    back = max(0.0, (moment - lift * body.pressure_arm) / body.arm)
    return (body.weight + carried) * math.cos(lean) + back - lift


def disc_pressure(force: float) -> float:
    """Pressure in the nucleus [Pa] under that compression [N]."""
    return float(disc_pressures(np.array(force)))


def joint_stiffness(abdominal: float) -> float:
    """Stiffness of a lumbar joint [N m/rad]: its disc, and what that pressure adds."""
    return DISC_STIFFNESS + TRANSVERSUS_STIFFNESS * activation_at(abdominal)


def lifting_table() -> list[Report]:
    """Measured, ours, and the miss, for standing at rest and three ways to lift 20 kg [MPa]."""
    rows, at_rest = [], rest_pressure()
    for posture in POSTURES.values():
        abdominal = LIFTING_PRESSURE if posture.lifts else at_rest
        ours, unbraced = (
            disc_pressure(disc_force(posture, MEASURED_LOAD, p)) / 1e6 for p in (abdominal, at_rest)
        )
        measured = posture.measured / 1e6
        rows.append(
            {
                "posture": posture.name,
                "abdominal_pressure_kPa": abdominal / 1000,
                "measured_MPa": measured,
                "ours_MPa": ours,
                "miss_percent": 100 * (ours / measured - 1),
                "at_rest_pressure_MPa": unbraced,
                "inputs": posture.source,
            }
        )
    return rows


# -- 5 to 10 kPa -------------------------------------------------------------------

EFFORT = 60.0  # N m to the front, against which the back muscles work
PART_OF_BODY = 340.0  # N of body weight
PUBLISHED_RELIEF = (0.18, 0.31)  # flexion to axial rotation; 0.21 for an effort of the back
"""Stokes, Gardner-Morse and Henry 2010 (PMC2949466), the conditions and the finding."""


def effort_force(abdominal: float) -> float:
    """Compression of L4/5 [N] during the published effort of the back."""
    body, lift = trunk(), abdominal * TRUNK_AREA
    return PART_OF_BODY + (EFFORT - lift * body.pressure_arm) / body.arm - lift


def relief() -> float:
    """By what share the compression falls there when the pressure rises from 5 to 10 kPa."""
    return 1 - effort_force(10e3) / effort_force(5e3)
