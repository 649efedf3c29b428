"""The spine as something to touch: a widget over its picture.

Tap a vertebra or the finger to push, drag a vertebra to push as hard as you drag,
tap a muscle to get to its slider. A spine that has given way is set up again by a tap.
"""

from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import focus_ring
from scenes.draw.spine_muscles import muscle_at
from scenes.draw.spine_pose import segment_at
from scenes.spine_moment import SpineMoment
from scenes.spine_picture import pose_of, Stage, strands_of
from scenes.widgets.widget import LEFT, Position, Widget

DRAG = 8  # design px from where a tap becomes a drag
PULL = 0.2  # N per mm that a vertebra is dragged
LOOK = 0.02  # s that an arrow key looks further back
LEVEL = 0.05  # of full activation that an arrow key adds to the deep muscles


class Hands(Protocol):
    """What a person can do to the spine."""

    def tap(self) -> None:
        """Push with the finger, or set up again what has given way."""

    def hold(self, segment: int, force: float) -> None:
        """Push a segment as long as it is dragged."""

    def release(self) -> None:
        """Let go of it."""

    def look_further(self, seconds: float) -> None:
        """Look further back, or less far."""

    def deep_by(self, change: float) -> None:
        """More or less of the deep muscles."""

    def select(self, muscle: str) -> None:
        """Go to the slider of a muscle."""


class SpineStage(Widget):
    """The picture; its owner sets `stage`, `moment`, `finger` and `names`."""

    keeps_drag = True

    def __init__(self, hands: Hands, name: str) -> None:
        super().__init__()
        self._hands = hands
        self._name = name
        self.stage: Stage | None = None
        self.moment: SpineMoment | None = None
        self.finger = pygame.Rect(0, 0, 0, 0)
        self.names: dict[str, pygame.Rect] = {}
        self._start: Position | None = None
        self._grabbed: int | str | None = None
        self._dragging = False

    def describe(self) -> str:
        """What it is and how to use it."""
        return self._name

    def cancel(self) -> None:
        """Let go of whatever is held."""
        super().cancel()
        if self._dragging:
            self._hands.release()
        self._start = self._grabbed = None
        self._dragging = False

    def handle(self, event: pygame.event.Event) -> bool:
        """Press, drag, release, and the keys of the stage."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT:
                self._start, self._grabbed = event.pos, self._thing_at(event.pos)
                self.pressed, self._dragging = True, False
                return True
            case pygame.MOUSEMOTION if self._start:
                self._drag(event.pos)
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT:
                self._up()
                return True
            case pygame.KEYDOWN if not event.mod & (pygame.KMOD_ALT | pygame.KMOD_CTRL):
                return self._key(event.key)
        return False

    def _thing_at(self, position: Position) -> int | str | None:
        """A segment's number, a muscle's name, or "finger"."""
        if self.stage is None or self.moment is None:
            return None
        if self.moment.fallen or self.finger.collidepoint(position):
            return "finger"
        for name, box in self.names.items():
            if box.collidepoint(position):
                return name
        point = self.stage.camera.to_world(position)
        muscle = muscle_at(strands_of(self.moment), point)
        if muscle and muscle != "multifidus":
            return muscle
        # The strands of multifidus lie over the processes: bone counts first there.
        return segment_at(pose_of(self.moment.state), point) or muscle

    def _drag(self, position: Position) -> None:
        if self.stage is None or self._start is None:
            return
        dx, dy = position[0] - self._start[0], position[1] - self._start[1]
        if max(abs(dx), abs(dy)) > self.stage.look.px(DRAG):
            self._dragging = True
        if self._dragging and isinstance(self._grabbed, int):
            self._hands.hold(self._grabbed, PULL * dx / self.stage.camera.pixels_per_mm)

    def _up(self) -> None:
        if self._dragging:
            self._hands.release()
        elif isinstance(self._grabbed, int) or self._grabbed == "finger":
            self._hands.tap()
        elif self._grabbed:
            self._hands.select(self._grabbed)
        self._start = self._grabbed = None
        self._dragging = self.pressed = False

    def _key(self, key: int) -> bool:
        if key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER):
            self._hands.tap()
        elif key in (pygame.K_UP, pygame.K_DOWN):
            self._hands.deep_by(LEVEL if key == pygame.K_UP else -LEVEL)
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            self._hands.look_further(LOOK if key == pygame.K_LEFT else -LOOK)
        else:
            return False
        return True

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """Only the focus ring: the picture is drawn by the scene."""
        if self.ring:
            focus_ring(surface, self.rect.inflate(-look.px(8), -look.px(8)), look.px(12), look)
