"""The transverse section of the trunk at L4 as a membrane: the corset seen from above.

x to the person's right, y to the front, metres, the middle of the L4 body at the
origin. The belt runs from the raphe (where transversus ends at the back) around the
front to the raphe of the other side: aponeurosis, fibre of transversus, aponeurosis.
The three middle links are the linea alba; it joins left and right. At the back
each raphe is tied to the spine twice: by the middle layer of the fascia to a
transverse process, and by its posterior layer, around the back muscles, to the
spinous process. So belt and fascia close three bags: the content of the abdomen
and, left and right, the compartment of multifidus and the long back muscles.

Places of the raphe and the processes are those of the drawn section. Between them
the belt takes the shape that pressure gives it: an arc.
"""

import math
from functools import cache
from itertools import pairwise

import numpy as np

from sim.corset.effort import Effort
from sim.mechanics.column import Array
from sim.mechanics.membrane import Bag, Plan
from sim.spine.muscles import REST_PRESSURE

FRONT = 104.0e-3  # m, the aponeurosis in the midline
RAPHE = (97.0e-3, -48.0e-3)  # m, where transversus meets the fascia
TRANSVERSE = (51.0e-3, -24.5e-3)  # m, tip of the transverse process
SPINOUS = (0.0, -75.0e-3)  # m, tip of the spinous process
# The back wall of the content: transverse process, behind psoas, around the vertebra [m].
BACK_WALL = ((28.0e-3, 12.0e-3), (0.0, 20.0e-3), (-28.0e-3, 12.0e-3))
BACK_MIDDLE = (44.0e-3, -93.0e-3)  # m, the posterior layer half way

SIDE = 13  # nodes of the belt on either side, from raphe to linea alba
LINEA_ALBA = 9.0e-3  # m, half of what lies between left and right
SHEET = 6  # nodes of a posterior layer between raphe and spinous process
APONEUROSIS = 0.19  # share of half the belt that is tendon, next to the midline

NODE_MASS = 0.3  # kg: 25 mm of wall and the content that moves with it, 13 mm by `HEIGHT`
TENDON = 20e3  # N/m per strain, of aponeurosis and fascia (illustrative)
MIDLINE_TENDON = 7.5e3  # N/m per strain, of the linea alba, whose links are short (illustrative)
WALL = 900.0  # N/m per strain, of the wall at rest (illustrative)
SKIN = 5.0  # N/m per strain, all that is left where left and right are parted (illustrative)
STRENGTH = 46e4  # Pa of muscle, as in the strands of the lumbar spine
TRANSVERSUS_TENSION = 3e-3 * STRENGTH  # N/m at full activation, 3 mm thick (illustrative)
OBLIQUES_TENSION = 6.5e-3 * STRENGTH  # N/m: 13 mm of fibres at 45 degrees (illustrative)

CONTENT = 18e3  # Pa: how fast pressure falls as the abdomen widens (illustrative)
COMPARTMENT = 300e3  # Pa: the same for the back muscles in their sheath (illustrative)
REST_COMPARTMENT = 2400.0  # Pa, so that the sheath is in balance with the belt at rest
SWELLING = 0.01  # of the compartment's area, by multifidus at full activation (illustrative)

ABDOMEN, LEFT, RIGHT = range(3)  # bags


def _belt() -> Array:
    """The nodes of the belt on an arc from the right raphe over the front to the left one [m]."""
    centre = (FRONT**2 - RAPHE[1] ** 2 - RAPHE[0] ** 2) / (2 * (FRONT - RAPHE[1]))
    radius = FRONT - centre
    first = math.atan2(RAPHE[1] - centre, RAPHE[0])
    edge, inner = (math.acos(LINEA_ALBA * share / radius) for share in (1, 1 / 3))
    right = np.array([*np.linspace(first, edge, SIDE), inner])
    angles = np.concatenate([right, math.pi - right[::-1]])
    return np.stack([radius * np.cos(angles), centre + radius * np.sin(angles)], axis=1)


def _sheet() -> Array:
    """The right posterior layer from raphe to spinous process, its ends left out."""
    along = np.linspace(0, 1, SHEET + 2)[1:-1, None]
    start, middle, end = map(np.array, (RAPHE, BACK_MIDDLE, SPINOUS))
    control = 2 * middle - (start + end) / 2
    points: Array = (1 - along) ** 2 * start + 2 * along * (1 - along) * control + along**2 * end
    return points


BELT = 2 * SIDE + 2
RIGHT_SHEET = tuple(range(BELT, BELT + SHEET))
LEFT_SHEET = tuple(range(BELT + SHEET, BELT + 2 * SHEET))
FREE = BELT + 2 * SHEET
SPINE, RIGHT_TIP, LEFT_TIP, *WALL_NODES = range(FREE, FREE + 6)
BELT_LINKS = BELT - 1
MIDLINE = slice(SIDE - 1, SIDE + 2)  # the links of the belt that are the linea alba
EDGES = [SIDE - 1, SIDE + 2]  # the nodes at its sides, right and left
NAVEL = [SIDE, SIDE + 1]  # the nodes in it


@cache
def section() -> Plan:
    """The section at rest, with the pressures of rest."""
    mirror = np.array([-1.0, 1.0])
    belt, sheet = _belt(), _sheet()
    fixed = np.array([SPINOUS, TRANSVERSE, mirror * TRANSVERSE, *BACK_WALL])
    places = np.concatenate([belt, sheet, sheet * mirror, fixed])
    links = [
        *((i, i + 1) for i in range(BELT - 1)),
        *_chain(0, RIGHT_SHEET),
        *_chain(BELT - 1, LEFT_SHEET),
        (0, RIGHT_TIP),
        (BELT - 1, LEFT_TIP),
    ]
    lengths = np.array([math.dist(places[a], places[b]) for a, b in links])
    passive = np.where(tendon(), TENDON, WALL)
    passive[MIDLINE] = MIDLINE_TENDON
    # So short that everything is taut with the tension of rest where it is drawn.
    lengths /= 1 + REST_PRESSURE * arc_radius(places) / passive
    loops = (
        (*range(BELT), LEFT_TIP, *reversed(WALL_NODES), RIGHT_TIP),
        (BELT - 1, *LEFT_SHEET, SPINE, LEFT_TIP),
        (0, *RIGHT_SHEET, SPINE, RIGHT_TIP),
    )
    stiffnesses = (CONTENT, COMPARTMENT, COMPARTMENT)
    pressures = (REST_PRESSURE, REST_COMPARTMENT, REST_COMPARTMENT)
    bags = tuple(
        Bag(loop, stiffness, _area(places[list(loop)]) * (1 + pressure / stiffness))
        for loop, stiffness, pressure in zip(loops, stiffnesses, pressures, strict=True)
    )
    return Plan(places, FREE, tuple(links), passive, lengths, bags, NODE_MASS)


def _chain(raphe: int, sheet: tuple[int, ...]) -> list[tuple[int, int]]:
    nodes = [raphe, *sheet, SPINE]
    return list(pairwise(nodes))


def _area(corners: Array) -> float:
    x, y = corners.T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def tendon() -> Array:
    """Which of the links are tendon: everything but the fibre of transversus."""
    found = np.ones(BELT_LINKS + 2 * (SHEET + 1) + 2, dtype=bool)
    muscle = round((1 - APONEUROSIS) * SIDE)
    found[:muscle] = found[BELT_LINKS - muscle : BELT_LINKS] = False
    return found


def tuned(effort: Effort) -> tuple[Array, Array, Array]:
    """What a ring of the section is tuned to: passive s, active a t [N/m], free areas [m^2].

    Multifidus works as hard as transversus, and swells.
    """
    passive = section().passive.copy()
    passive[MIDLINE] = SKIN * (MIDLINE_TENDON / SKIN) ** effort.joined
    pull = effort.transversus * TRANSVERSUS_TENSION + effort.obliques * OBLIQUES_TENSION
    swollen = 1 + SWELLING * effort.transversus
    return passive, pull * _fibre(), _free_areas() * (1 + effort.lid, swollen, swollen)


@cache
def _fibre() -> Array:
    return np.where(tendon(), 0.0, 1.0)


@cache
def _free_areas() -> Array:
    return np.array([bag.free_area for bag in section().bags])


def content_centre() -> tuple[float, float]:
    """The middle of the content's area as drawn [m]."""
    x, y = section().places[list(section().bags[ABDOMEN].nodes)].T
    cross = x * np.roll(y, -1) - y * np.roll(x, -1)
    weights = cross / (3 * cross.sum())
    return float(weights @ (x + np.roll(x, -1))), float(weights @ (y + np.roll(y, -1)))


def arc_radius(places: Array) -> float:
    """The radius of the circle nearest to both sides of the belt [m], by least squares."""
    points = np.delete(places[:BELT], NAVEL, axis=0)
    system = np.column_stack([2 * points, np.ones(len(points))])
    x, y, rest = np.linalg.lstsq(system, (points**2).sum(axis=1), rcond=None)[0]
    return math.sqrt(max(0.0, float(rest + x * x + y * y)))
