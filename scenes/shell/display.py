"""How the window starts, and the display it opens on."""

import os
from dataclasses import dataclass

import pygame

from scenes.forms import DESIGN, Form, Insets, Viewport
from scenes.shell.platform import Platform
from sim.parameter import UserError

DRIVER = "SDL_VIDEODRIVER"  # the environment variable
MOST = (3840, 2160)  # pixels that are drawn: a larger window shows them larger


@dataclass(frozen=True)
class Options:
    """How the window starts; None leaves it to the user's preferences.

    `form`, `density` and `insets` come from window and platform where they are None.
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
    form: Form | None = None
    density: float | None = None
    insets: Insets | None = None
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


class Screen:
    """The window, and the `surface` that is drawn for it. Raises UserError as `open_display`."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._window = open_display(options)
        self.resized()

    def resized(self) -> None:
        """Follow the size of the window."""
        self._window = pygame.display.get_surface() or self._window
        size = self._window.size
        over = max(1.0, *(side / most for side, most in zip(size, MOST, strict=True)))
        self.surface = self._window
        if over > 1:
            self.surface = pygame.Surface([round(side / over) for side in size])

    def viewport(self, platform: Platform) -> Viewport:
        """What there is to draw on: as the options ask, or else as the platform is."""
        asked, size = self._options, self.surface.get_size()
        density, insets = asked.density or platform.density, asked.insets or platform.insets
        return Viewport(size, density, insets, asked.form)

    def show(self) -> None:
        """Put what was drawn on the screen."""
        if self.surface is not self._window:
            pygame.transform.scale(self.surface, self._window.size, self._window)
        pygame.display.flip()

    def inside(self, event: pygame.event.Event) -> pygame.event.Event:
        """An event with its place on the surface."""
        if self.surface is self._window or not hasattr(event, "pos"):
            return event
        sizes = zip(event.pos, self.surface.size, self._window.size, strict=True)
        place = tuple(at * drawn // shown for at, drawn, shown in sizes)
        return pygame.event.Event(event.type, {**event.dict, "pos": place})
