"""The person whose arm rises: how far it has risen, and the person of the exercises, small.

From the side, small enough for a corner of a card; pictures are kept for every few degrees.
"""

import math
from dataclasses import replace

import pygame

from scenes.draw.look import Look
from scenes.draw.person.body import shapes_of
from scenes.draw.person.figure import FINE, painted
from scenes.draw.person.pose import phase
from scenes.draw.shapes import put
from scenes.draw.surface_cache import SurfaceCache

ARM = math.radians(100)  # how far the arm rises
RISE = 0.3  # s that it takes to, with the usual reaction
USUAL = 10.0  # N m
STEP = math.radians(2)
STANDS = "pre_activation"  # the exercise whose start is standing with hanging arms
HANGS = -90  # degrees, an arm that hangs down
ORDER = ("arm_far", "leg_far", "head", "torso", "leg_near", "arm_near")
WIDE, TALL, BEHIND = 0.56, 1.03, 0.14  # body heights: of the picture, and left of the hip
LINE = 1.5  # design px
LEAST = 10.0  # pixels to a body height, below which nobody would know a person
_figures: SurfaceCache[pygame.Surface] = SurfaceCache()


def arm_angle(now: float, moment: float = USUAL) -> float:
    """How far the arm has risen [rad] at a time from the movement's start [s].

    Smoothly from rest to rest. A quicker arm reacts with the square of its quickness;
    without a reaction on the thorax, a `moment` [N m], there is no arm.
    """
    reaction = abs(moment) / USUAL
    share = min(1.0, max(0.0, now / RISE * math.sqrt(reaction)))
    return ARM * share**3 * (10 - 15 * share + 6 * share**2)


def draw_raising(surface: pygame.Surface, look: Look, box: pygame.Rect, angle: float) -> None:
    """Draw the figure as large as a box allows, its arm `angle` [rad] forwards from hanging."""
    step = round(angle / STEP)
    scale = min(box.width / WIDE, box.height / TALL)
    if scale < LEAST:
        return
    key = (step, round(scale, 3), look.palette.name)
    size = max(1, round(WIDE * scale)), max(1, round(TALL * scale))
    art = _figures.get(key, lambda: _figure(size, scale, look, step * STEP))
    put(surface, art, (box.right - size[0], box.bottom - size[1]))


def _figure(size: tuple[int, int], scale: float, look: Look, angle: float) -> pygame.Surface:
    stands = phase(STANDS, "start")
    arm = HANGS + math.degrees(angle)
    pose = replace(stands, limbs={**stands.limbs, "arm_near": (arm, arm + 4, arm + 4)})
    line = LINE * look.scale * look.palette.stroke / scale
    return painted(look, shapes_of(pose, ORDER, line), size, scale, -BEHIND, FINE)
