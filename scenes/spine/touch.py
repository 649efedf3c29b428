"""The spine as something to touch: a widget over its picture.

Tap a vertebra or the finger to push, drag a vertebra to push as hard as you drag,
tap a muscle to get to its slider. A spine that has given way is set up again by a tap.
"""

from typing import Protocol

import pygame

from scenes.draw.spine.muscles import muscle_at
from scenes.draw.spine.pose import segment_at
from scenes.draw.spine.trunk import girdle_at
from scenes.experiment import touch
from scenes.spine.moment import SpineMoment
from scenes.spine.picture import Stage
from scenes.widgets.widget import Position

PULL = 0.2  # N per mm that a vertebra is dragged
LEVEL = 0.05  # of full activation that an arrow key adds to the deep muscles


class Hands(touch.Hands, Protocol):
    """What a person can do to the spine."""

    def deep_by(self, change: float) -> None:
        """More or less of the deep muscles."""

    def select(self, muscle: str) -> None:
        """Go to the slider of a muscle."""


class SpineTouch(touch.TouchArea):
    """The picture; its owner sets `stage`, `moment`, `finger` and `names`.

    What can be grabbed: a segment's number, a muscle's name, "finger".
    """

    def __init__(self, hands: Hands, name: str) -> None:
        super().__init__(hands, name)
        self._hands = hands
        self.stage: Stage | None = None
        self.moment: SpineMoment | None = None
        self.names: dict[str, pygame.Rect] = {}

    def thing_at(self, position: Position) -> int | str | None:
        """What is in front there."""
        if self.stage is None or self.moment is None:
            return None
        if self.moment.fallen or self.finger.collidepoint(position):
            return "finger"
        for name, box in self.names.items():
            if box.collidepoint(position):
                return name
        point = self.stage.camera.to_world(position)
        muscle = muscle_at(self.moment.strands, point)
        if muscle and muscle != "multifidus":
            return muscle
        # The strands of multifidus lie over the processes: bone counts first there.
        pose = self.moment.pose
        found = segment_at(pose, point) or muscle
        return "transversus" if found is None and girdle_at(pose, point) else found

    def tapped(self, thing: object) -> None:
        """Push, set up again, or go to a muscle's slider."""
        if isinstance(thing, str) and thing != "finger":
            self._hands.select(thing)
        else:
            self._hands.tap()

    def dragged(self, thing: object, way: Position, last: Position) -> None:
        """Push a vertebra as hard as it is dragged."""
        if isinstance(thing, int) and self.stage is not None:
            self._hands.hold(thing, PULL * way[0] / self.stage.camera.pixels_per_mm)

    def lifted(self, steps: int) -> None:
        """More of the deep muscles upwards."""
        self._hands.deep_by(LEVEL * steps)
