"""The edge of the sheet: dragged, tapped, or moved by keys to another height.

Of a drawer it is the left edge, and the bar stands upright.
"""

from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import focus_ring, put_rounded
from scenes.widgets.widget import CHORD, LEFT, PRESS, Widget

BAR = (44, 5)  # design px
SLOP = 8  # pixels from where a press is a drag


class Owner(Protocol):
    """What the grip moves."""

    def step(self, up: int) -> None:
        """One height up or down."""

    def drop_at(self, at: tuple[int, int]) -> None:
        """Take the height that is nearest."""


class Grip(Widget):
    """Over the whole head of the sheet; what lies on it is touched first."""

    keeps_drag = True

    def __init__(self, name: str, owner: Owner) -> None:
        super().__init__()
        self._name, self._owner = name, owner
        self._from: tuple[int, int] | None = None
        self._to = (0, 0)

    def describe(self) -> str:
        """Its name."""
        return self._name

    def cancel(self) -> None:
        """Let go where it was."""
        super().cancel()
        self._from = None

    def handle(self, event: pygame.event.Event) -> bool:
        """Drag and let go, tap, or arrows."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT:
                self._from = self._to = event.pos
                self.pressed = True
                return True
            case pygame.MOUSEMOTION if self._from is not None:
                self._to = event.pos
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT and self._from is not None:
                across, down = (to - start for to, start in zip(self._to, self._from, strict=True))
                self.cancel()
                if max(abs(across), abs(down)) <= SLOP:
                    self._owner.step(1)
                else:
                    self._owner.drop_at((self.rect.left + across, self.rect.top + down))
                return True
            case pygame.KEYDOWN if not event.mod & CHORD:
                if event.key in (pygame.K_UP, *PRESS):
                    self._owner.step(1)
                    return True
                if event.key == pygame.K_DOWN:
                    self._owner.step(-1)
                    return True
        return False

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """The bar in its middle."""
        colours = look.palette
        along, thick = look.px(BAR[0]), look.px(BAR[1])
        bar = pygame.Rect(0, 0, along, thick)
        bar.midtop = (self.rect.centerx, self.rect.top + look.px(8))
        if self.rect.height > self.rect.width:
            bar = pygame.Rect(0, 0, thick, along)
            bar.midleft = (self.rect.right - look.px(9), self.rect.centery)
        put_rounded(surface, bar, thick / 2, colours.ink if self.pressed else colours.edge)
        if self.ring:
            focus_ring(surface, bar.inflate(look.px(12), look.px(8)), look.px(8), look)
