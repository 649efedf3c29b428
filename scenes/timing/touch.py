"""The play area as something to touch: cards and traces.

Tap a card to raise the arm, drag over the traces to look at any time of the movement.
"""

from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import focus_ring
from scenes.experiment.touch import Looking, picture_key
from scenes.timing.traces import Lanes
from scenes.widgets.widget import CHORD, LEFT, Position, Widget

LOOK = 0.01  # s that an arrow key looks further back


class Hands(Looking, Protocol):
    """What a person can do to the two backs."""

    def look_at(self, time: float) -> None:
        """Show a time of the movement [s from its start]."""


class TimingTouch(Widget):
    """Cards and traces; its owner sets `lanes` and `cards`."""

    keeps_drag = True

    def __init__(self, hands: Hands, name: str) -> None:
        super().__init__()
        self._hands = hands
        self._name = name
        self.lanes: Lanes | None = None
        self.cards: tuple[pygame.Rect, ...] = ()
        self._scrubbing = False

    def describe(self) -> str:
        """What it is and how to use it."""
        return self._name

    def cancel(self) -> None:
        """Let go."""
        super().cancel()
        self._scrubbing = False

    def handle(self, event: pygame.event.Event) -> bool:
        """Tap, drag, and the keys of the stage."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT:
                self.pressed = True
                self._scrubbing = self._on_traces(event.pos)
                self._scrub(event.pos)
                return True
            case pygame.MOUSEMOTION if self._scrubbing:
                self._scrub(event.pos)
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT:
                tapped = self.pressed and any(card.collidepoint(event.pos) for card in self.cards)
                scrubbed = self._scrubbing
                self.cancel()
                if tapped and not scrubbed:
                    self._hands.tap()
                return True
            case pygame.KEYDOWN if not event.mod & CHORD:
                return picture_key(self._hands, event.key, LOOK)
        return False

    def _on_traces(self, position: Position) -> bool:
        return self.lanes is not None and self.lanes.plot.collidepoint(position)

    def _scrub(self, position: Position) -> None:
        if self._scrubbing and self.lanes is not None:
            self._hands.look_at(self.lanes.time(position[0]))

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """Only the focus ring: the picture is drawn by the view."""
        if self.ring:
            focus_ring(surface, self.rect.inflate(-look.px(8), -look.px(8)), look.px(12), look)
