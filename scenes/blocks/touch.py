"""The stack as something to touch: a widget over the play area.

Tap a block or the finger to push, drag a block to push as hard as you drag, drag
the top hand to press, tap beside a joint to tape it (the other button or a long
press: that strip alone). A fallen stack is stacked again by a tap.
"""

from typing import Protocol

import pygame

from scenes.blocks.moment import StackMoment
from scenes.blocks.picture import StackPicture, Stage
from scenes.experiment import touch
from scenes.widgets.widget import Position
from sim.blocks.parameters import HEIGHT, WIDTH
from sim.mechanics.world import Y

RIGHT = 3
LONG_PRESS = 0.5  # s
PULL = 0.1  # N per mm that a block is dragged
PRESS_BY = 1.0  # N per design pixel that the hand is dragged
KEY_PRESS = 10.0  # N that an arrow key adds
REACH = (0.008, 0.024)  # m inside and outside the sides where a joint is tapped
BESIDE = 0.014  # m above and below a joint
Joint = tuple[int, str]


class Hands(touch.Hands, Protocol):
    """What a person can do to the stack."""

    def press_by(self, newton: float) -> None:
        """Press harder or softer."""

    def toggle_tape(self, joint: int, side: str) -> None:
        """Tape a joint or untape it; with a side, that strip alone."""


class StackTouch(touch.TouchArea):
    """The play area; its owner sets `picture`, `stage` and `moment`.

    What can be grabbed: a block's number, a joint with its side, "finger", "hand".
    """

    def __init__(self, hands: Hands, name: str) -> None:
        super().__init__(hands, name)
        self._hands = hands
        self.picture: StackPicture | None = None
        self.stage: Stage | None = None
        self.moment: StackMoment | None = None
        self._now = 0.0
        self._since = 0.0

    def update(self, now_s: float) -> None:
        """A press on a strip that lasts takes that strip alone."""
        self._now = now_s
        if isinstance(self.thing, tuple) and now_s - self._since > LONG_PRESS:
            self._hands.toggle_tape(*self.thing)
            self.let_go()

    def handle(self, event: pygame.event.Event) -> bool:
        """The other button takes one strip."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == RIGHT:
            joint = self._joint_at(event.pos)
            if joint:
                self._hands.toggle_tape(*joint)
            return joint is not None
        return super().handle(event)

    def thing_at(self, position: Position) -> int | str | Joint | None:
        """A joint first, then a block, the finger, the hand."""
        self._since = self._now
        joint = self._joint_at(position)
        if joint or self.picture is None or self.stage is None or self.moment is None:
            return joint
        block = self.picture.block_at(self.stage, self.moment, position)
        if block:
            return block
        if self.moment.fallen or self.finger.collidepoint(position):
            return "finger"
        palm = self.stage.camera.to_screen((0.0, float(self.moment.state[-2, Y])))[1]
        return "hand" if position[1] < palm + self.stage.look.px(26) else None

    def _joint_at(self, position: Position) -> Joint | None:
        if self.stage is None or self.moment is None or self.moment.fallen:
            return None
        x, y = self.stage.camera.to_world(position)
        aside = abs(x) - WIDTH / 2
        joint = round(y / HEIGHT)
        if not -REACH[0] < aside < REACH[1] or abs(y - joint * HEIGHT) > BESIDE:
            return None
        return (joint, "l" if x < 0 else "r") if 1 <= joint <= len(self.moment.state) - 1 else None

    def tapped(self, thing: object) -> None:
        """Tape a joint; push with the finger, or stack again."""
        if isinstance(thing, tuple):
            self._hands.toggle_tape(thing[0], "")
        elif thing != "hand":
            self._hands.tap()

    def dragged(self, thing: object, way: Position, last: Position) -> None:
        """Push a block; press with the hand."""
        if isinstance(thing, tuple):
            self.thing = None  # a drag that began on a strip is none of it
        elif isinstance(thing, int) and self.stage is not None:
            self._hands.hold(thing, PULL * way[0] / self.stage.camera.pixels_per_mm)
        elif thing == "hand":
            self._hands.press_by(PRESS_BY * last[1] / self._scale)

    def lifted(self, steps: int) -> None:
        """The hand presses harder downwards."""
        self._hands.press_by(-KEY_PRESS * steps)
