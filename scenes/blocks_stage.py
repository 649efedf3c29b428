"""The stack as something to touch: a widget over the play area.

Tap a block or the finger to push, drag a block to push as hard as you drag, drag
the top hand to press, tap beside a joint to tape it (the other button or a long
press: that strip alone). A fallen stack is stacked again by a tap.
"""

from typing import Protocol

import pygame

from scenes.blocks_moment import StackMoment
from scenes.blocks_picture import StackPicture, Stage
from scenes.draw.look import Look
from scenes.draw.panels import focus_ring
from scenes.widgets.widget import LEFT, Position, Widget
from sim.blocks import HEIGHT, WIDTH
from sim.world import Y

RIGHT = 3
LONG_PRESS = 0.5  # s
DRAG = 8  # design px from where a tap becomes a drag
PULL = 0.1  # N per mm that a block is dragged
LOOK = 0.02  # s that an arrow key looks further back
PRESS_BY = 1.0  # N per design pixel that the hand is dragged
REACH = (0.008, 0.024)  # m inside and outside the sides where a joint is tapped
BESIDE = 0.014  # m above and below a joint


class Hands(Protocol):
    """What a person can do to the stack."""

    def tap(self) -> None:
        """Push with the finger, or stack again after a fall."""

    def hold(self, block: int, force: float) -> None:
        """Push a block as long as it is dragged."""

    def release(self) -> None:
        """Let go of it."""

    def press_by(self, newton: float) -> None:
        """Press harder or softer."""

    def look_further(self, seconds: float) -> None:
        """Look further back, or less far."""

    def toggle_tape(self, joint: int, side: str) -> None:
        """Tape a joint or untape it; with a side, that strip alone."""


class StackStage(Widget):
    """The play area; its owner sets `picture`, `stage` and `moment`."""

    keeps_drag = True

    def __init__(self, hands: Hands, name: str) -> None:
        super().__init__()
        self._hands = hands
        self._name = name
        self.picture: StackPicture | None = None
        self.stage: Stage | None = None
        self.moment: StackMoment | None = None
        self.finger = pygame.Rect(0, 0, 0, 0)
        self._start: Position | None = None
        self._last: Position = (0, 0)
        self._grabbed: int | str | None = None
        self._joint: tuple[int, str] | None = None
        self._dragging = False
        self._now = 0.0
        self._since = 0.0

    def describe(self) -> str:
        """What it is and how to use it."""
        return self._name

    def update(self, now_s: float) -> None:
        """A press on a strip that lasts takes that strip alone."""
        self._now = now_s
        if self._joint and self._start and now_s - self._since > LONG_PRESS:
            self._hands.toggle_tape(*self._joint)
            self._start = self._joint = None

    def cancel(self) -> None:
        """Let go of whatever is held."""
        super().cancel()
        if self._dragging:
            self._hands.release()
        self._start = self._joint = self._grabbed = None
        self._dragging = False

    def handle(self, event: pygame.event.Event) -> bool:
        """Press, drag, release, and the keys of the stage."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT:
                self._down(event.pos)
                return True
            case pygame.MOUSEBUTTONDOWN if event.button == RIGHT:
                joint = self._joint_at(event.pos)
                if joint:
                    self._hands.toggle_tape(*joint)
                return joint is not None
            case pygame.MOUSEMOTION if self._start:
                self._drag(event.pos)
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT:
                self._up()
                return True
            case pygame.KEYDOWN if not event.mod & (pygame.KMOD_ALT | pygame.KMOD_CTRL):
                return self._key(event.key)
        return False

    def _down(self, position: Position) -> None:
        self._start = self._last = position
        self._since = self._now
        self._dragging = False
        self._joint = self._joint_at(position)
        self._grabbed = None if self._joint else self._thing_at(position)
        self.pressed = True

    def _thing_at(self, position: Position) -> int | str | None:
        if self.picture is None or self.stage is None or self.moment is None:
            return None
        block = self.picture.block_at(self.stage, self.moment, position)
        if block:
            return block
        if self.moment.fallen or self.finger.collidepoint(position):
            return "finger"
        palm = self.stage.camera.to_screen((0.0, float(self.moment.state[-2, Y])))[1]
        return "hand" if position[1] < palm + self.stage.look.px(26) else None

    def _joint_at(self, position: Position) -> tuple[int, str] | None:
        if self.stage is None or self.moment is None or self.moment.fallen:
            return None
        x, y = self.stage.camera.to_world(position)
        aside = abs(x) - WIDTH / 2
        joint = round(y / HEIGHT)
        if not -REACH[0] < aside < REACH[1] or abs(y - joint * HEIGHT) > BESIDE:
            return None
        return (joint, "l" if x < 0 else "r") if 1 <= joint <= len(self.moment.state) - 1 else None

    def _drag(self, position: Position) -> None:
        if self.stage is None or self._start is None:
            return
        dx, dy = position[0] - self._start[0], position[1] - self._start[1]
        if not self._dragging and max(abs(dx), abs(dy)) > self.stage.look.px(DRAG):
            self._dragging = True
            self._joint = None
        if self._dragging and isinstance(self._grabbed, int):
            self._hands.hold(self._grabbed, PULL * dx / self.stage.camera.pixels_per_mm)
        elif self._dragging and self._grabbed == "hand":
            down = (position[1] - self._last[1]) / self.stage.look.scale
            self._hands.press_by(PRESS_BY * down)
        self._last = position

    def _up(self) -> None:
        if self._dragging:
            self._hands.release()
        elif self._joint:
            self._hands.toggle_tape(self._joint[0], "")
        elif self._start and (isinstance(self._grabbed, int) or self._grabbed == "finger"):
            self._hands.tap()
        self._start = self._joint = self._grabbed = None
        self._dragging = self.pressed = False

    def _key(self, key: int) -> bool:
        if key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER):
            self._hands.tap()
        elif key in (pygame.K_UP, pygame.K_DOWN):
            self._hands.press_by(10.0 if key == pygame.K_DOWN else -10.0)
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            self._hands.look_further(LOOK if key == pygame.K_LEFT else -LOOK)
        else:
            return False
        return True

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """Only the focus ring: the picture is drawn by the scene."""
        if self.ring:
            focus_ring(surface, self.rect.inflate(-look.px(12), -look.px(12)), look.px(14), look)
