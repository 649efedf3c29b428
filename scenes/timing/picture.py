"""The two cards: a back that moves, what it is, how far it went, and the arm that rises.

Every bend is drawn three times as large as it is, and a card says so. Muscles run
between the points where the model's pull, in that larger pose.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pygame

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.muscles import Strands
from scenes.draw.spine.pose import bent, SpinePose
from scenes.spine.picture import FMAX, GROUPS
from scenes.timing.moment import Back
from sim.mechanics.column import Array
from sim.parameter import Value
from sim.spine.muscles import DEEP, muscles
from sim.spine.parameters import GIVEN_WAY, NAMES, NEUTRAL_ZONE

MAGNIFIED = 3  # times
BELOW, ABOVE = 0.056, 0.232  # m below and above L5/S1 that a picture shows
BEHIND, BEFORE = 0.118, 0.126  # m
SHADES = 25  # steps of activation that can be told apart
STALE = 0.005  # s of the movement that one of the pictures may be behind
ARM = math.radians(100)  # how far the arm rises
RISE = 0.3  # s that it takes to, with the usual reaction
USUAL = 10.0  # N m


@cache
def _places() -> tuple[tuple[Array, Array], ...]:
    """For every segment: which of all strand ends belong to it, and where in its frame [m]."""
    ends = [
        (NAMES.index(segment), point)
        for muscle in muscles()
        for segment, point in (
            (muscle.below, muscle.point_below),
            (muscle.above, muscle.point_above),
        )
    ]
    found = []
    for segment in range(len(NAMES)):
        mine = [number for number, (there, _) in enumerate(ends) if there == segment]
        points = np.array([ends[number][1] for number in mine]).reshape(-1, 2)
        found.append((np.array(mine, dtype=int), points))
    return tuple(found)


def strand_ends(pose: SpinePose) -> Array:
    """Both ends of every strand in a pose [m], shape (strands, 2, 2)."""
    ends = np.empty((2 * len(GROUPS), 2))
    for segment, (numbers, points) in enumerate(_places()):
        ends[numbers] = pose.world(segment, points)
    return ends.reshape(-1, 2, 2)


def arm_angle(settings: Mapping[str, Value], now: float) -> float:
    """How far the arm has risen [rad] at a time from the movement's start [s].

    Smoothly from rest to rest. A quicker arm reacts with the square of its quickness;
    without a reaction on the thorax there is no arm.
    """
    reaction = abs(float(settings["moment"])) / USUAL
    share = min(1.0, max(0.0, now / RISE * math.sqrt(reaction)))
    return ARM * share**3 * (10 - 15 * share + 6 * share**2)


@dataclass
class _Drawn:
    """What a picture shows, and which time of the movement that is."""

    back: Back
    now: float


class Backs:
    """Draws both backs, each in a rectangle of its own.

    A back that moves costs half of what a picture may take. While time creeps on they
    are drawn anew in turns: one of them is then a few milliseconds of the movement behind.
    """

    def __init__(self) -> None:
        self._drawn: dict[int, _Drawn] = {}
        self._turn = 0

    def draw(
        self,
        surface: pygame.Surface,
        look: Look,
        rects: tuple[pygame.Rect, pygame.Rect],
        backs: tuple[Back, Back],
        now: float,
    ) -> None:
        """Draw both backs as they are at a time [s], or were just before."""
        self._turn = 1 - self._turn
        for side, (rect, back) in enumerate(zip(rects, backs, strict=True)):
            drawn = self._drawn.get(side)
            if drawn is None or side == self._turn or not 0 <= now - drawn.now < STALE:
                drawn = self._drawn[side] = _Drawn(back, now)
            draw_back(surface, look, rect, drawn.back)


def draw_back(surface: pygame.Surface, look: Look, rect: pygame.Rect, back: Back) -> None:
    """Draw one back in a rectangle, its bends magnified."""
    scale = min(rect.height / (ABOVE + BELOW), rect.width / (BEHIND + BEFORE))
    origin = (
        rect.left + (rect.width - scale * (BEHIND + BEFORE)) / 2 + scale * BEHIND,
        rect.bottom - (rect.height - scale * (ABOVE + BELOW)) / 2 - scale * BELOW,
    )
    pose = bent((MAGNIFIED * back.bends).tolist())
    long, deep = (round(SHADES * level) / SHADES for level in (back.long, back.deep))
    levels = np.array([deep if group in DEEP else long for group in GROUPS])
    beyond: Array = (np.degrees(np.abs(back.bends)) - NEUTRAL_ZONE) / (GIVEN_WAY - NEUTRAL_ZONE)
    clip = surface.get_clip()
    surface.set_clip(rect.clip(clip))
    draw_spine(
        surface,
        Camera(scale, origin),
        look,
        pose,
        Strands(strand_ends(pose), FMAX, levels, GROUPS),
        transversus=deep,
        giving_way=beyond.clip(0.0, 1.0).round(1),
    )
    surface.set_clip(clip)
