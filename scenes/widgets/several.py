"""A widget that is made of others, and lays them out."""

from collections.abc import Sequence
from typing import Generic, TypeVar

import pygame

from scenes.draw.look import Look
from scenes.widgets.widget import Position, Widget

Child = TypeVar("Child", bound=Widget)


class Several(Widget, Generic[Child]):
    """Passes on to its `children` what is meant for one of them; a subclass places them."""

    focusable = False

    def __init__(self, children: Sequence[Child] = ()) -> None:
        super().__init__()
        self.children = list(children)
        for child in self.children:
            child.parent = self

    def move(self, dx: int, dy: int) -> None:
        """Shift with all of them."""
        super().move(dx, dy)
        for child in self.children:
            child.move(dx, dy)

    def at(self, position: Position) -> Widget | None:
        """One of them, or something in it."""
        return next(filter(None, (child.at(position) for child in self.children)), None)

    def stops(self) -> Sequence[Widget]:
        """Those of all."""
        return [stop for child in self.children for stop in child.stops()] if self.visible else []

    def cancel(self) -> None:
        """Let go of all."""
        super().cancel()
        for child in self.children:
            child.cancel()

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """All of them."""
        for child in self.children:
            child.draw(surface, look)
