"""The two cards: a back that moves, what it is, how far it went, and the arm that rises.

Every bend is drawn `MAGNIFIED` times as large as it is, and a card says so.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pygame

from scenes.draw.camera import Extent
from scenes.draw.look import Look
from scenes.draw.spine.discs import given_way
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.pose import bent, MAGNIFIED
from scenes.draw.spine.strands import strands_in
from scenes.timing.moment import Back
from sim.parameter import Value
from sim.spine.muscles import linked
from sim.spine.parameters import GIVEN_WAY, NEUTRAL_ZONE

SHOWN = Extent(left=-0.118, right=0.126, bottom=-0.056, top=0.232)  # around L5/S1
SHADES = 25  # steps of activation that can be told apart
STALE = 0.005  # s of the movement that one of the pictures may be behind
ARM = math.radians(100)  # how far the arm rises
RISE = 0.3  # s that it takes to, with the usual reaction
USUAL = 10.0  # N m


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
    pose = bent(back.bends, times=MAGNIFIED)
    long, deep = (round(SHADES * level) / SHADES for level in (back.long, back.deep))
    clip = surface.get_clip()
    surface.set_clip(rect.clip(clip))
    draw_spine(
        surface,
        SHOWN.camera(rect.size, pygame.FRect(rect).center),
        look,
        pose,
        strands_in(pose, linked(long, deep)),
        transversus=deep,
        giving_way=given_way(np.degrees(back.bends), NEUTRAL_ZONE, GIVEN_WAY).round(1),
    )
    surface.set_clip(clip)
