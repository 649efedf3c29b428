"""Where the parts of the window are, for any size and text zoom."""

from dataclasses import dataclass

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import Palette

DESIGN = (1280, 720)
LEAST = (800, 480)  # pixels that a layout needs, with the largest letters
MARGIN = 16
PANEL_INSET = 12  # of the panel's widgets; the scroll area keeps as much again for focus rings
HEADER_TOP, BUTTON, BAR = 12, 48, 52
PANEL, MOST_PANEL = 364, 0.45  # design px; share of the width
STACKED_ZOOM = 1.5  # from where the time buttons put the icon above the name
LARGE_TEXT = 1.5  # from where there is no room for words in the picture


def look_for(size: tuple[int, int], palette: Palette, zoom: float, density: float = 1.0) -> Look:
    """The look of a window of this size: nothing shrinks below its design size.

    On a dense screen, with `density` pixels for one of the design, it does so only
    where there would not be room for a layout.
    """
    room = min(size[0] / LEAST[0], size[1] / LEAST[1])
    wanted = min(size[0] / DESIGN[0], size[1] / DESIGN[1])
    return Look(palette, max(1.0, wanted, min(density, room)), zoom)


@dataclass(frozen=True)
class Areas:
    """The four parts of the window."""

    header: pygame.Rect
    play: pygame.Rect
    panel: pygame.Rect
    time: pygame.Rect

    @property
    def tall_play(self) -> pygame.Rect:
        """The play area down to the margin, where there are no time controls."""
        return pygame.Rect(self.play.topleft, (self.play.width, self.panel.bottom - self.play.top))


def areas(size: tuple[int, int], look: Look) -> Areas:
    """Header on top, panel right, play area left, time controls below it."""
    width, height = size
    margin = look.px(MARGIN)
    button = max(look.control(BUTTON), look.line_height(20) + look.control(10))
    header = pygame.Rect(margin, look.px(HEADER_TOP), width - 2 * margin, button)
    wanted = look.control(PANEL) * (1 + (look.palette.type - 1) * 0.65)
    panel_width = round(min(wanted, max(look.px(PANEL), MOST_PANEL * width)))
    top = header.bottom + look.px(HEADER_TOP)
    panel = pygame.Rect(width - margin - panel_width, top, panel_width, height - margin - top)
    bar = max(look.control(BAR), button)
    if look.zoom > STACKED_ZOOM:
        bar = look.control(66)
    time = pygame.Rect(margin, height - margin - bar, panel.left - 2 * margin, bar)
    play = pygame.Rect(margin, top, time.width, time.top - look.px(12) - top)
    return Areas(header, play, panel, time)
