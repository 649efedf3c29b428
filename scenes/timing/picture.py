"""The two cards: a back that moves, what it is, how far it went, and the arm that rises.

Every bend is drawn `MAGNIFIED` times as large as it is, and a card says so. When the movement is
over each back stands still where it bent most, with the other one's bones as dashes over it, all
as many times as large as `overlaid` says.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from scenes.draw.arrows import draw_text
from scenes.draw.camera import Extent
from scenes.draw.look import Look
from scenes.draw.spine.discs import given_way
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.pose import bent, MAGNIFIED
from scenes.draw.spine.strands import strands_in
from scenes.text.words import Words
from scenes.timing.moment import Back
from sim.spine.limits_of_bend import GIVEN_WAY, NEUTRAL_ZONE
from sim.spine.muscles import linked

SHOWN = Extent(left=-0.118, right=0.126, bottom=-0.056, top=0.232)  # around L5/S1
SHADES = 25  # steps of activation that can be told apart
SIDES = ("left", "right")
LEAST_BACK = 110  # design px that a back needs which is remembered beside the other one
NAME, NOTE = 18, 16  # letters
OVERLAID = 8  # times that bends are drawn larger at most, where both backs are set side by side
WIDEST = 20.0  # degrees, the largest bend that is drawn then, unless it is `MAGNIFIED` anyway
STALE = 0.005  # s of the movement that one of the pictures may be behind


@dataclass
class _Drawn:
    """What a picture shows, and which time of the movement that is."""

    back: Back
    now: float
    over: bool


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
        rects: Sequence[pygame.Rect],
        backs: tuple[Back, Back],
        now: float,
        *,
        over: bool = False,
    ) -> None:
        """Draw both backs as they are at a time [s], or were just before.

        When the movement is `over`, as each was when it bent most.
        """
        self._turn = 1 - self._turn
        for side, (rect, back) in enumerate(zip(rects, backs, strict=True)):
            drawn = self._drawn.get(side)
            stale = drawn is None or drawn.over != over or not 0 <= now - drawn.now < STALE
            if drawn is None or stale or side == self._turn:
                drawn = self._drawn[side] = _Drawn(back, now, over)
            draw_back(surface, look, rect, drawn.back, backs[1 - side] if over else None)


def overlaid(back: Back, other: Back) -> int:
    """How many times the largest bends of two backs are drawn as large as they are."""
    largest = float(np.degrees(np.abs([back.worst, other.worst]).max()))
    return max(MAGNIFIED, min(OVERLAID, int(WIDEST / max(largest, 0.1))))


def draw_back(
    surface: pygame.Surface, look: Look, rect: pygame.Rect, back: Back, other: Back | None = None
) -> None:
    """Draw one back in a rectangle, its bends magnified; with an `other`, both at their worst."""
    bends, times = (back.bends, MAGNIFIED) if other is None else (back.worst, overlaid(back, other))
    pose = bent(bends, times=times)
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
        giving_way=given_way(np.degrees(bends), NEUTRAL_ZONE, GIVEN_WAY).round(1),
        ghost=None if other is None else bent(other.worst, times=times),
    )
    surface.set_clip(clip)


def draw_remembered(
    surface: pygame.Surface, rect: pygame.Rect, look: Look, backs: tuple[Back, Back], words: Words
) -> None:
    """Draw both backs where they bent most; in little room the right one, the left one dashed."""
    shown = (0, 1) if rect.width >= 2 * look.px(LEAST_BACK) else (1,)
    box = pygame.Rect(rect.topleft, (rect.width // len(shown), rect.height))
    for side in shown:
        back, other = backs[side], backs[1 - side]
        draw_back(surface, look, box, back, other)
        inside = box.inflate(-look.px(16), 0)
        times = words("timing.magnified_short", times=str(overlaid(back, other)))
        for text, y, size, ink in (
            (words(f"timing.{SIDES[side]}"), box.top + look.px(18), NAME, look.palette.ink),
            (times, box.bottom - look.px(14), NOTE, look.palette.muted),
        ):
            draw_text(surface, look, text, (inside.right, y), size=size, colour=ink, right=True)
        box = box.move(box.width, 0)
