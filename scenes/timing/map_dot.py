"""A back on the map of onset and strength: a dot that can be dragged, and moved by keys."""

import math
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, focus_ring, put_centred
from scenes.timing.later_means_more import EARLIEST, LATEST
from scenes.widgets.handle import Handle, Move
from scenes.widgets.widget import Position
from sim.parameter import Parameter

KNOB, HOLE = 13, 5  # design px
PAGE = 10  # steps that Page Up goes


class Hands(Protocol):
    """What dragging a dot does."""

    def set_on_map(self, onset: str, time: float, strength: float) -> None:
        """Set the onset of one back, and the strength of both."""


class Ground(Protocol):
    """The map, as its dots know it."""

    box: pygame.Rect
    strength: Parameter

    def nearest(self, position: Position) -> Handle | None:
        """The dot that a press takes."""

    def tell(self, name: str, time: float, strength: float) -> str:
        """Where a back is, and how far it bends there."""


class MapDot(Handle):
    """A back on the map, by its `onset`."""

    def __init__(  # noqa: PLR0917 - whose dot, where, and how it looks
        self, plot: Ground, hands: Hands, onset: Parameter, name: str, short: str, ink: str
    ) -> None:
        super().__init__()
        self._plot, self._hands, self._onset = plot, hands, onset
        self._name, self.short, self.ink = name, short, ink
        self.time = self.strength = 0.0

    def describe(self) -> str:
        """Which back it is, where it is, and how far it bends there."""
        return self._plot.tell(self._name, self.time, self.strength)

    @property
    def knob(self) -> tuple[float, float]:
        """Where it is."""
        box = self._plot.box
        across = (self.time - EARLIEST) / (LATEST - EARLIEST)
        return box.left + across * box.width, box.bottom - self.strength * box.height

    def follow(self) -> None:
        """Be where the back is."""
        self.rect.center = round(self.knob[0]), round(self.knob[1])

    def hit(self, position: Position) -> bool:
        """On the map, nearer to this dot than to the other one."""
        return self.visible and self._plot.nearest(position) is self

    def on_knob(self, position: Position) -> bool:
        """On the dot."""
        return math.dist(position, self.knob) <= self.rect.width / 2

    def drag_to(self, x: float, y: float) -> None:
        """Take the nearest step of both."""
        box, step = self._plot.box, self._onset.step
        time = EARLIEST + (x - box.left) / max(1, box.width) * (LATEST - EARLIEST)
        self._set(round(time / step) * step, round((box.bottom - y) / max(1, box.height), 2))

    def move_by(self, move: Move) -> None:
        """Go by steps, or ten of them up or down; to an end it goes sideways."""
        if move.by == "end":
            self._set(LATEST if move.right > 0 else EARLIEST, self.strength)
            return
        count = PAGE if move.by == "page" else 1
        step, higher = self._onset.step, self._plot.strength.step
        self._set(self.time + count * move.right * step, self.strength + count * move.up * higher)

    def _set(self, time: float, strength: float) -> None:
        onset, level = self._onset, self._plot.strength
        time = round(min(max(time, onset.low), onset.high), 6) + 0.0
        strength = round(min(max(strength, level.low), level.high), 6)
        if (time, strength) != (self.time, self.strength):
            self._hands.set_on_map(onset.name, time, strength)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """A knob with a hole; the ring round it."""
        palette, (x, y) = look.palette, self.knob
        knob = look.px(KNOB) * (1.15 if self.pressed or self.hovered else 1.0)
        ink: Colour = getattr(palette, self.ink)
        put_centred(surface, disc(knob, ink, palette.halo, look.line(2)), (x, y))
        put_centred(surface, disc(look.px(HOLE), palette.halo), (x, y))
        if self.ring:
            side = 2 * look.px(KNOB)
            ring = pygame.Rect(0, 0, side, side)
            ring.center = self.rect.center
            focus_ring(surface, ring, side // 2, look)
