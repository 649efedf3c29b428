"""The ring round what is to be touched."""

import math

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import put_rounded
from scenes.draw.shapes import mix
from scenes.widgets.widget import Widget

OUTER, INNER_WIDTH, FRAME_WIDTH = 10, 4, 3  # design px
FRAME_RADIUS, FRAME_PULSE = 14, 1
PULSE, BEAT = 3, 1.6  # design px, s
PALE = 0.45  # of the ground in the outer ring


class Pointer(Widget):
    """The ring round the target, if it is `drawn`; it takes no events. `still` stops its beat."""

    focusable = False

    def __init__(self) -> None:
        super().__init__()
        self.target: pygame.Rect | None = None
        self.clip: pygame.Rect | None = None
        self.round = True
        self.drawn = True
        self.still = False
        self._now = 0.0

    def hit(self, position: tuple[int, int]) -> bool:
        """It lies over what is to be touched, and lets everything through."""
        return False

    @property
    def moves(self) -> bool:
        """While it beats."""
        return self.target is not None and self.drawn and not self.still

    def update(self, now_s: float) -> None:
        """The beat goes on."""
        self._now = now_s

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """Two rings round a spot in the picture, one frame round a control."""
        if self.target is None or not self.drawn:
            return
        before = surface.get_clip()
        if self.clip is not None:
            surface.set_clip(self.clip.clip(before))
        beat = 0.0 if self.still else math.sin(2 * math.pi * self._now / BEAT)
        ink, pale = look.palette.ui, mix(look.palette.ui, look.palette.play, PALE)
        rings = [(0, INNER_WIDTH, ink), (look.px(OUTER) + round(look.px(PULSE) * beat), 2, pale)]
        if not self.round:  # beside a frame there are words and the edge of the panel
            rings = [(round(look.px(FRAME_PULSE) * beat), FRAME_WIDTH, ink)]
        for more, width, colour in rings:
            box = self.target.inflate(2 * more, 2 * more)
            radius = box.height / 2 if self.round else look.px(FRAME_RADIUS) + more
            put_rounded(surface, box, radius, None, colour, look.line(width))
        surface.set_clip(before)
