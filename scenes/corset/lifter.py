"""A small figure that stands or lifts, as a sign for a posture; no likeness is meant.

The trunk leans as far as that posture does in `sim.corset.lifting`, round or straight.
"""

import math

import pygame

from scenes.draw.palette import Colour
from scenes.draw.shapes import polyline, supersampled
from scenes.draw.surface_cache import kept
from sim.corset.lifting import Posture, POSTURES

Line = list[tuple[float, float]]

TALL, BENT, WIDE = 1.9, 1.45, 1.15  # m, height of the whole sign, upright and bent; width
TRUNK, ARM, HEAD = 0.55, 0.62, 0.11  # m
STROKE = 0.09  # m
BOX = (0.34, 0.26)  # m
# Where hips and knees are, before the feet and above the floor [m].
STRAIGHT = ((0.0, 0.92), (0.02, 0.46))
LEGS = {"knees": ((-0.36, 0.56), (0.14, 0.50)), "round": ((-0.22, 0.88), (-0.08, 0.44))}
ROUND = "round"


@kept
def lifter(name: str, height: int, ink: Colour, box: Colour) -> pygame.Surface:
    """The sign of a posture, so many pixels high; put it with `shapes.put`."""
    scale = height / (BENT if name in LEGS else TALL)
    lines, head, load = _limbs(POSTURES[name])

    def paint(large: pygame.Surface, factor: int) -> None:
        unit = scale * factor
        left, bottom = 0.55 * unit, large.get_height() - STROKE * unit

        def at(point: tuple[float, float]) -> tuple[float, float]:
            return left + point[0] * unit, bottom - point[1] * unit

        if load:
            corner = at((load[0] - BOX[0] / 2, load[1] + BOX[1] / 2))
            pygame.draw.rect(large, box, (*corner, BOX[0] * unit, BOX[1] * unit))
        for line in lines:
            polyline(large, ink, [at(point) for point in line], STROKE * unit)
        pygame.draw.circle(large, ink, at(head), HEAD * unit)

    return supersampled((math.ceil(WIDE * scale), height), paint)


def _limbs(posture: Posture) -> tuple[list[Line], tuple[float, float], tuple[float, float] | None]:
    """Legs, trunk and arm; the middle of the head; that of the load, if there is one."""
    hips, knees = LEGS.get(posture.name, STRAIGHT)
    # A round back bends on its way up: its lower part leans less, its upper part more.
    bend = 0.45 if posture.name == ROUND else 0.0
    trunk = [hips]
    for share in (-1, 0, 1):
        angle = posture.lean + share * bend
        x, y = trunk[-1]
        trunk.append((x + TRUNK / 3 * math.sin(angle), y + TRUNK / 3 * math.cos(angle)))
    neck = posture.lean + bend
    x, y = trunk[-1]
    head = (x + 1.7 * HEAD * math.sin(neck), y + 1.7 * HEAD * math.cos(neck))
    hand, elbow = (x + 0.04, y - ARM), (x - 0.03 if posture.lifts else x + 0.1, y - ARM / 2)
    if posture.hands is not None:
        elbow = (x - 0.06, y - ARM / 2)
        hand = (x + posture.hands, y - ARM / 2 - 0.04)
    lines: list[Line] = [[(0.0, 0.0), knees, hips], trunk, [trunk[-1], elbow, hand]]
    load = (hand[0] + 0.06, hand[1] - 0.02) if posture.lifts else None
    return lines, head, load
