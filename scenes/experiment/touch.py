"""A picture as something to touch: what can be grabbed, tapped, dragged, and the keys.

A scene says what is at a place, and what a tap or a drag of it does.
"""

from abc import ABC, abstractmethod
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import focus_ring
from scenes.widgets.widget import CHORD, LEFT, Position, PRESS, Widget

DRAG = 8  # design px from where a tap becomes a drag
LOOK = 0.02  # s that an arrow key looks further back
RING = (10, 13)  # design px: how far inside the ring is, and its radius


class Looking(Protocol):
    """What the keys of every picture do."""

    def tap(self) -> None:
        """Push with the finger, raise the arm, or set up again what has given way."""

    def look_further(self, seconds: float) -> None:
        """Look further back, or less far."""


class Tapping(Looking, Protocol):
    """What a person can do to any model."""

    def release(self) -> None:
        """Let go of it."""


class Hands(Tapping, Protocol):
    """What a person can do to a column."""

    def hold(self, segment: int, force: float) -> None:
        """Push a segment as long as it is dragged."""


def picture_key(hands: Looking, key: int, look: float) -> bool:
    """Tap, or look back or forth by so much [s]; whether the key is one of these."""
    if key in PRESS:
        hands.tap()
    elif key in (pygame.K_LEFT, pygame.K_RIGHT):
        hands.look_further(look if key == pygame.K_LEFT else -look)
    else:
        return False
    return True


class TouchArea(Widget, ABC):
    """The play area; `thing` is what is grabbed, None where there is nothing."""

    keeps_drag = True

    def __init__(self, hands: Tapping, name: str) -> None:
        super().__init__()
        self._moved_by = hands
        self._name = name
        self.finger = pygame.Rect(0, 0, 0, 0)
        self.thing: object = None
        self._start: Position | None = None
        self._last: Position = (0, 0)
        self._dragging = False
        self._scale = 1.0

    # -- what a scene adds ---------------------------------------------------------

    @abstractmethod
    def thing_at(self, position: Position) -> object:
        """What would be grabbed there, None for nothing."""

    @abstractmethod
    def tapped(self, thing: object) -> None:
        """Do what a tap on it does."""

    @abstractmethod
    def dragged(self, thing: object, way: Position, last: Position) -> None:
        """Do what dragging it does: `way` [pixels] in all, `last` since the last event."""

    @abstractmethod
    def lifted(self, steps: int) -> None:
        """Do what the arrow up (1) and the arrow down (-1) do."""

    # -- what all share ------------------------------------------------------------

    def describe(self) -> str:
        """What it is and how to use it."""
        return self._name

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place in the window."""
        super().place(rect, look)
        self._scale = look.scale

    def cancel(self) -> None:
        """Let go of whatever is held."""
        super().cancel()
        if self._dragging:
            self._moved_by.release()
        self.let_go()

    def let_go(self) -> None:
        """Forget what was grabbed, without acting."""
        self._start = self.thing = None
        self._dragging = self.pressed = False

    def handle(self, event: pygame.event.Event) -> bool:
        """Press, drag, release, and the keys of the stage."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT:
                self._start = self._last = event.pos
                self.thing = self.thing_at(event.pos)
                self.pressed, self._dragging = True, False
                return True
            case pygame.MOUSEMOTION if self._start:
                self._drag(event.pos, self._start)
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT:
                self._up()
                return True
            case pygame.KEYDOWN if not event.mod & CHORD:
                return self._key(event.key)
        return False

    def _drag(self, position: Position, start: Position) -> None:
        way = position[0] - start[0], position[1] - start[1]
        if max(map(abs, way)) > DRAG * self._scale:
            self._dragging = True
        if self._dragging and self.thing is not None:
            last = position[0] - self._last[0], position[1] - self._last[1]
            self.dragged(self.thing, way, last)
        self._last = position

    def _up(self) -> None:
        if self._dragging:
            self._moved_by.release()
        elif self._start and self.thing is not None:
            self.tapped(self.thing)
        self.let_go()

    def _key(self, key: int) -> bool:
        if key in (pygame.K_UP, pygame.K_DOWN):
            self.lifted(1 if key == pygame.K_UP else -1)
            return True
        return picture_key(self._moved_by, key, LOOK)

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """Only the focus ring: the picture is drawn by the scene."""
        if self.ring:
            inside = self.rect.inflate(-look.px(RING[0]), -look.px(RING[0]))
            focus_ring(surface, inside, look.px(RING[1]), look)
