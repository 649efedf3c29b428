"""A code that a phone scans: a link as squares, dark on light in every profile."""

import importlib.util

import pygame

from scenes.draw.look import Look
from scenes.draw.qr_squares import qr_squares, QUIET
from scenes.widgets.widget import Widget

DARK, LIGHT = (0, 0, 0), (255, 255, 255)  # whatever the profile: cameras look for just this


def can_be_made() -> bool:
    """Whether there is what makes codes: a page gets it a little later than all else."""
    return importlib.util.find_spec("segno") is not None


class QrCode(Widget):
    """A link, up to `most` design px high; `name` is what a screen reader says before it."""

    def __init__(self, link: str, name: str, most: int) -> None:
        super().__init__()
        self.link, self._name, self._most = link, name, most
        self._rows = qr_squares(link)

    def describe(self) -> str:
        """What it leads to."""
        return f"{self._name} {self.link}"

    def height(self, look: Look, width: int) -> int:
        """As high as wide, and no higher than it may be."""
        return min(width, look.px(self._most))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Squares of whole pixels, so that their edges are sharp."""
        count = len(self._rows) + 2 * QUIET
        unit = max(1, min(self.rect.size) // count)
        ground = pygame.Rect(0, 0, unit * count, unit * count)
        ground.center = self.rect.center
        surface.fill(LIGHT, ground)
        for down, row in enumerate(self._rows):
            for across, dark in enumerate(row):
                if dark:
                    left, top = (QUIET + across) * unit, (QUIET + down) * unit
                    surface.fill(DARK, (ground.left + left, ground.top + top, unit, unit))
