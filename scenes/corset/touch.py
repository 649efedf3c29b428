"""The corset as something to touch: a widget over both pictures.

Tap to begin a breath, drag the belly inwards to draw it in, tap a name to get to the
slider of that muscle.
"""

import math
from typing import Protocol

import pygame

from scenes.corset.moment import CorsetMoment
from scenes.corset.picture import Stage
from scenes.experiment import touch
from scenes.widgets.widget import Position

PULL = 0.09  # m of dragging that draws the belly in as far as can be
LEVEL = 0.05  # that an arrow key draws in
BELLY = "belly"


class Hands(touch.Tapping, Protocol):
    """What a person can do to the corset."""

    def draw_in_to(self, level: float) -> None:
        """Draw the belly in so far, 0 to 1."""

    def select(self, slider: str) -> None:
        """Go to a slider."""


class CorsetTouch(touch.TouchArea):
    """The pictures; its owner sets `stage`, `moment` and `names`, which lead to sliders.

    What can be grabbed: `BELLY`, the name of a slider, or "breath".
    """

    def __init__(self, hands: Hands, name: str) -> None:
        super().__init__(hands, name)
        self._hands = hands
        self.stage: Stage | None = None
        self.moment: CorsetMoment | None = None
        self.names: list[tuple[pygame.Rect, str]] = []
        self._inward = (0.0, 0.0)
        self._before: float | None = None

    def thing_at(self, position: Position) -> str | None:
        """What is there."""
        if self.stage is None or self.moment is None:
            return None
        for box, slider in self.names:
            if box.collidepoint(position):
                return slider
        if self.stage.section.collidepoint(position):
            x, y = self.stage.section_camera.to_world(position)
            far = math.hypot(x, y) or 1.0
            # On the screen y points down.
            self._inward = (-x / far, y / far)
            return BELLY
        return "breath"

    def tapped(self, thing: object) -> None:
        """Begin a breath, or go to a slider."""
        if isinstance(thing, str) and thing not in (BELLY, "breath"):
            self._hands.select(thing)
        else:
            self._hands.tap()

    def dragged(self, thing: object, way: Position, last: Position) -> None:
        """Draw the belly in by as much as it is dragged inwards."""
        if thing != BELLY or self.stage is None or self.moment is None:
            return
        if self._before is None:
            self._before = float(self.moment.settings["draw_in"])
        inward = way[0] * self._inward[0] + way[1] * self._inward[1]
        share = inward / self.stage.section_camera.pixels_per_metre / PULL
        self._hands.draw_in_to(self._before + share)

    def let_go(self) -> None:
        """Forget what was grabbed."""
        super().let_go()
        self._before = None

    @property
    def drawing_in(self) -> bool:
        """Whether the belly is being dragged."""
        return self._before is not None

    def lifted(self, steps: int) -> None:
        """Draw in upwards, let go downwards."""
        if self.moment is not None:
            self._hands.draw_in_to(float(self.moment.settings["draw_in"]) + LEVEL * steps)
