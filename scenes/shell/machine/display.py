"""How the window starts, and the display it opens on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pygame

from scenes.draw.surface_cache import STORE
from scenes.forms import DESIGN, Form, Insets, Viewport
from scenes.preferences import Preferences, Store
from scenes.shell.machine.platform import Platform
from sim.parameter import UserError

DRIVER = "SDL_VIDEODRIVER"  # the environment variable
FRAME = (16, 88)  # pixels of a desktop that border, title and task bar take
SHARE = 0.8  # of what is left, for a window that has not been given a size yet
MOST = (3840, 2160)  # pixels that are drawn: a larger window shows them larger


@dataclass(frozen=True)
class Options:
    """How the window starts; None leaves it to the user's preferences, as does no `page_address`.

    `form`, `density` and `insets` come from window and platform where they are None.
    `fitted`: the size comes from the desktop, or from when the window was last closed;
    `display` is the number of the screen, from 0. One that is not `resizable` keeps its
    size until the program gives it another. `link` asks for more than scene and settings.
    """

    language: str | None = None
    profile: str | None = None
    text_scale: float | None = None
    speed: float = 1.0
    fullscreen: bool = False
    fitted: bool = False
    display: int = 0
    resizable: bool = True
    size: tuple[int, int] = DESIGN
    start: bool = False
    form: Form | None = None
    density: float | None = None
    insets: Insets | None = None
    scene: str = "blocks"
    page_address: str = ""
    kiosk: bool = False
    link: str = ""

    def over(self, kept: Preferences) -> Preferences:
        """The preferences that were kept, with what was asked for this time."""
        return replace(
            kept,
            language=self.language or kept.language,
            profile=self.profile or kept.profile,
            zoom=self.text_scale or kept.zoom,
            page_address=self.page_address or kept.page_address,
        )


Size = tuple[int, int]


def first_size(desktop: Size, kept: tuple[float, float] = (0, 0)) -> Size:
    """How large a window opens [pixels]: as it was last, but never beyond what can be seen."""
    usable = [side - taken for side, taken in zip(desktop, FRAME, strict=True)]
    wanted = kept
    if min(kept) < 1:
        room = min(SHARE * side / design for side, design in zip(usable, DESIGN, strict=True))
        wanted = DESIGN[0] * max(1.0, room), DESIGN[1] * max(1.0, room)
    wide, high = (max(1, min(round(side), most)) for side, most in zip(wanted, usable, strict=True))
    return wide, high


def open_display(options: Options, kept: tuple[float, float] = (0, 0)) -> pygame.Surface:
    """The surface of a new window. Raises UserError where there is no such display."""
    flags = pygame.RESIZABLE if options.resizable else 0
    flags |= pygame.FULLSCREEN if options.fullscreen else 0
    named = os.environ.get(DRIVER)
    try:
        pygame.display.init()
        if pygame.display.get_driver() == "offscreen" and named is None:
            raise pygame.error
        desktops = pygame.display.get_desktop_sizes()
        if options.display >= len(desktops):
            asked = options.display + 1
            raise UserError(f"there is no display {asked}: it must be from 1 to {len(desktops)}")
        size = options.size
        if options.fitted:
            # Where nothing manages windows, one that is to fill the screen has to be that large.
            desktop = desktops[options.display]
            size = desktop if options.fullscreen else first_size(desktop, kept)
        surface = pygame.display.set_mode(size, flags, display=options.display)
    except pygame.error as error:
        why = f": {DRIVER} is {named!r}, {error}" if named else ""
        raise UserError(f"there is no display to open a window on{why}") from None
    pygame.font.init()
    pygame.key.set_repeat(400, 40)
    return surface


class Screen:
    """The window, and the `surface` that is drawn for it. Raises UserError as `open_display`."""

    def __init__(self, options: Options, kept: tuple[float, float] = (0, 0)) -> None:
        self._options = options
        self._window = open_display(options, kept)
        # What it is as a window again, while it fills the screen.
        self._windowed = self._options.size if options.fullscreen else None
        self.resized()

    def keep_size(self, store: Store) -> None:
        """Keep how large the window is when it does not fill the screen, if it is the user's."""
        if self._options.fitted:
            width, height = self._windowed or self._window.get_size()
            store.change({"width": width, "height": height})

    def fullscreen(self) -> None:
        """Fill the screen, or be a window as large as before. Raises pygame.error."""
        back, self._windowed = self._windowed, None
        if back is None:
            size = self._window.get_size()
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN, display=self._options.display)
            self._windowed = size
        else:
            pygame.display.set_mode(back, pygame.RESIZABLE, display=self._options.display)
        self.resized()

    def resized(self) -> None:
        """Follow the size of the window."""
        self._window = pygame.display.get_surface() or self._window
        size = self._window.size
        over = max(1.0, *(side / most for side, most in zip(size, MOST, strict=True)))
        self.surface = self._window
        if over > 1:
            self.surface = pygame.Surface([round(side / over) for side in size])
        STORE.fit(self.surface.size)

    def viewport(self, platform: Platform) -> Viewport:
        """What there is to draw on: as the options ask, or else as the platform is."""
        asked, size = self._options, self.surface.get_size()
        larger = platform.letters(1.0)  # of this the letters take care
        keeps = Insets(*(larger * keep for keep in platform.insets))
        density, insets = asked.density or platform.density / larger, asked.insets or keeps
        return Viewport(size, density, insets, asked.form)

    @contextmanager
    def within(self, part: pygame.Rect | None) -> Iterator[None]:
        """Draw only in a part of the window in here; None for all of it."""
        self.surface.set_clip(part)
        try:
            yield
        finally:
            self.surface.set_clip(None)

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
