"""How the window starts, and the display it opens on."""

import os
from dataclasses import dataclass

import pygame

from scenes.forms import DESIGN
from sim.parameter import UserError

DRIVER = "SDL_VIDEODRIVER"  # the environment variable


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
    flags = pygame.RESIZABLE if options.resizable else 0
    flags |= pygame.FULLSCREEN if options.fullscreen else 0
    named = os.environ.get(DRIVER)
    try:
        pygame.display.init()
        if pygame.display.get_driver() == "offscreen" and named is None:
            raise pygame.error
        surface = pygame.display.set_mode(options.size, flags)
    except pygame.error as error:
        why = f": {DRIVER} is {named!r}, {error}" if named else ""
        raise UserError(f"there is no display to open a window on{why}") from None
    pygame.font.init()
    pygame.key.set_repeat(400, 40)
    return surface
