"""How the window starts, and the display it opens on."""

import os
from dataclasses import dataclass

import pygame

from scenes.forms import DESIGN
from sim.parameter import UserError


@dataclass(frozen=True)
class Options:
    """How the window starts; None leaves it to the user's preferences.

    One that is not `resizable` keeps its size until the program gives it another.
    """

    language: str | None = None
    profile: str | None = None
    text_scale: float | None = None
    speed: float = 1.0
    fullscreen: bool = False
    resizable: bool = True
    size: tuple[int, int] = DESIGN
    start: bool = False
    scene: str = "blocks"


def open_display(options: Options) -> pygame.Surface:
    """The surface of a new window. Raises UserError where there is no display."""
    pygame.display.init()
    pygame.font.init()
    if pygame.display.get_driver() == "offscreen" and "SDL_VIDEODRIVER" not in os.environ:
        raise UserError("there is no display to open a window on")
    pygame.key.set_repeat(400, 40)
    flags = pygame.RESIZABLE if options.resizable else 0
    flags |= pygame.FULLSCREEN if options.fullscreen else 0
    return pygame.display.set_mode(options.size, flags)
