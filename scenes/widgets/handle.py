"""What is dragged and moved by keys: a slider, a dot on a map, a mark, a knob.

One table of keys for all of them: arrows go one step, with Shift a tenth of one, Page Up
and Page Down a page, Home and End to the ends. A handle on a line takes up for right.

Pressed on its knob it is held where it was taken; pressed beside it the knob jumps there.
The drag goes on wherever the pointer goes. A release ends it, and so does whatever
cancels a press: Esc, a window that loses the focus, a reset.
"""

from abc import ABC, abstractmethod
from typing import Literal, NamedTuple

import pygame

from scenes.widgets.widget import CHORD, LEFT, Position, PRESS, Widget

FINE = 0.1  # of a step, with Shift


class Move(NamedTuple):
    """What a key asks for: how many steps or pages, or to which end."""

    right: float
    up: float
    by: Literal["step", "page", "end"] = "step"

    @property
    def along(self) -> float:
        """The same on a line."""
        return self.right + self.up

    @property
    def fine(self) -> bool:
        """Whether it is less than a step."""
        return self.by == "step" and abs(self.along) < 1


KEYS = {
    pygame.K_RIGHT: Move(1, 0),
    pygame.K_LEFT: Move(-1, 0),
    pygame.K_UP: Move(0, 1),
    pygame.K_DOWN: Move(0, -1),
    pygame.K_PAGEUP: Move(0, 1, "page"),
    pygame.K_PAGEDOWN: Move(0, -1, "page"),
    pygame.K_END: Move(1, 0, "end"),
    pygame.K_HOME: Move(-1, 0, "end"),
}


class Handle(Widget, ABC):
    """Base of all that is dragged.

    Attributes
    ----------
    grip : the pointer minus the knob while it is held [pixels], or None.
    moved : whether this drag has brought the knob anywhere. A press beside the knob
        does; what else is more than a tap, a handle that can be tapped says.
    """

    keeps_drag = True

    def __init__(self) -> None:
        super().__init__()
        self.grip: tuple[float, float] | None = None
        self.moved = False

    # -- what each adds --------------------------------------------------------------

    @property
    @abstractmethod
    def knob(self) -> tuple[float, float]:
        """The middle of the knob in the window."""

    @abstractmethod
    def on_knob(self, position: Position) -> bool:
        """Whether a press there takes the knob where it is."""

    @abstractmethod
    def drag_to(self, x: float, y: float) -> None:
        """Bring the knob to where it is dragged."""

    @abstractmethod
    def move_by(self, move: Move) -> None:
        """Do what a key asks for."""

    def press(self) -> bool:
        """Do what Space and Enter do; whether that is anything."""
        return False

    def let_go(self) -> None:
        """Do what the end of a drag does; a drag that is cancelled has none."""

    # -- what all share --------------------------------------------------------------

    def cancel(self) -> None:
        """End a drag; all stays where it is."""
        super().cancel()
        self.grip = None

    def handle(self, event: pygame.event.Event) -> bool:
        """Press, drag and keys."""
        if not self.enabled:
            self.cancel()
            return False
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT and self.hit(event.pos):
                self._take(event.pos)
                return True
            case pygame.MOUSEMOTION if self.grip is not None:
                self.drag_to(event.pos[0] - self.grip[0], event.pos[1] - self.grip[1])
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT and self.grip is not None:
                self.let_go()
                self.cancel()
                return True
            case pygame.KEYDOWN if not event.mod & CHORD:
                return self._by_key(event)
        return False

    def _take(self, position: Position) -> None:
        x, y = self.knob
        held = self.on_knob(position)
        self.grip = (position[0] - x, position[1] - y) if held else (0.0, 0.0)
        self.moved = not held
        if not held:
            self.drag_to(*position)
        # Only now: the jump is the first change of this drag, not one more of the last.
        self.pressed = True

    def _by_key(self, event: pygame.event.Event) -> bool:
        if event.key in PRESS:
            return self.press()
        move = KEYS.get(event.key)
        if move is None:
            return False
        if event.mod & pygame.KMOD_SHIFT and move.by == "step":
            move = Move(FINE * move.right, FINE * move.up)
        self.move_by(move)
        return True
