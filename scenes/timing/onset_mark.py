"""When deep muscles begin, as a mark on their trace that can be dragged."""

from collections.abc import Callable
from typing import Protocol

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, focus_ring, put_centred, put_rounded
from scenes.draw.shapes import supersampled
from scenes.draw.surface_cache import kept
from scenes.timing.traces import Lanes, ROWS
from scenes.widgets.handle import FINE, Handle, Move
from scenes.widgets.widget import Position
from sim.parameter import Parameter, Value

KNOB, KNOB_HOVER = 15, 21  # design px
NUMBER = 18  # letters
PAGE = 10  # steps that Page Up goes


class Hands(Protocol):
    """What dragging a mark does."""

    def change(self, name: str, value: Value) -> None:
        """Set a parameter."""


class OnsetMark(Handle):
    """A knob that is where an onset is, on the trace of row `row`; a page is ten steps."""

    def __init__(
        self,
        hands: Hands,
        onset: Parameter,
        row: int,
        name: str,
        text: Callable[[float], str],
    ) -> None:
        super().__init__()
        self._hands = hands
        self._onset = onset
        self._row = row
        self._name = name
        self._text = text
        self.value = float(onset.default)
        self.lanes: Lanes | None = None
        self._centre = (0, 0)

    def describe(self) -> str:
        """Its name and its onset."""
        return f"{self._name}: {self._text(self.value)}"

    def follow(self, lanes: Lanes, look: Look) -> None:
        """Be where the onset is."""
        self.lanes = lanes
        row = lanes.row(self._row)
        side = max(look.px(look.finger), row.height)
        self._centre = round(lanes.x(self.value)), row.centery
        # A low row is too low for a finger: the room is taken where there is no other mark.
        self.rect = pygame.Rect(0, 0, side, side)
        self.rect.centerx = self._centre[0]
        if self._row + 1 < len(ROWS):
            self.rect.bottom = row.bottom
        else:
            self.rect.top = row.top

    @property
    def knob(self) -> tuple[float, float]:
        """The middle of the mark."""
        return self._centre

    def on_knob(self, position: Position) -> bool:
        """All of the mark is its knob."""
        return True

    def drag_to(self, x: float, y: float) -> None:
        """Take the nearest step there."""
        if self.lanes is not None:
            self._set(self.lanes.time(x), self._onset.step)

    def move_by(self, move: Move) -> None:
        """Go by steps, ten of them, or to an end."""
        onset = self._onset
        step = onset.step * FINE if move.fine else onset.step
        if move.by == "end":
            self._set(onset.high if move.along > 0 else onset.low, step)
        else:
            count = PAGE if move.by == "page" else 1
            self._set(self.value + count * move.along * onset.step, step)

    def _set(self, value: float, step: float) -> None:
        onset = self._onset
        steps = round((min(max(value, onset.low), onset.high) - onset.low) / step)
        value = round(onset.low + steps * step, 9)
        if value != self.value:
            self._hands.change(onset.name, value)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """A dark knob with two triangles, and its milliseconds beside it."""
        palette, centre = look.palette, self._centre
        tick = look.stroke(2.5)
        high = self.lanes.row(self._row).height if self.lanes else 0
        top = centre[1] - high // 2
        surface.fill(palette.ink, (centre[0] - tick // 2, top, tick, high))
        if self.hovered or self.pressed:
            put_centred(surface, disc(look.px(KNOB_HOVER), palette.ink, alpha=46), centre)
        radius = look.px(KNOB)
        put_centred(surface, disc(radius, palette.ink, palette.halo, look.line(2)), centre)
        put_centred(surface, _arrows(radius, palette.halo), centre)
        if self.ring:
            ring = pygame.Rect(0, 0, 2 * radius, 2 * radius)
            ring.center = centre
            focus_ring(surface, ring, radius, look)
        face = look.text(self._text(self.value), NUMBER, palette.ink, SEMIBOLD)
        box = face.get_rect().inflate(look.px(16), look.px(4))
        if box.height > max(high, look.px(look.finger)):
            return  # large letters: the slider says it
        box.midright = (centre[0] - look.px(KNOB + 6), centre[1])
        if self.lanes is not None and box.left < self.lanes.plot.left:
            box.midleft = (centre[0] + look.px(KNOB + 6), centre[1])
        if self.lanes is not None:
            high = self.lanes.row(0).height if look.strict else box.height
            if box.right > self.lanes.plot.right + look.px(6) or box.height > high:
                return  # the slider says it
        put_rounded(surface, box, box.height / 2, palette.panel, palette.ink, look.line(1.5))
        surface.blit(face, face.get_rect(center=box.center))


@kept
def _arrows(radius: int, colour: Colour) -> pygame.Surface:
    """Two triangles, to the left and to the right."""
    side = 2 * radius + 1

    def paint(large: pygame.Surface, factor: int) -> None:
        for way in (-1, 1):
            points = [(0.72, 0.0), (0.2, -0.42), (0.2, 0.42)]
            placed = [
                ((side / 2 + way * x * radius) * factor, (side / 2 + y * radius) * factor)
                for x, y in points
            ]
            pygame.draw.polygon(large, colour, placed)

    return supersampled((side, side), paint, 4)
