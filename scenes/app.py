"""The window: opens it, sends events on, lets frames pass, draws.

One loop for desktop and browser: it awaits once a frame and never blocks.
`frame(elapsed)` does all that one picture needs and is what tests call.
"""

import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pygame

from scenes import capture, dialogs, preferences
from scenes.blocks import BlocksScene
from scenes.clip import clip_frames, CLIP_RATE
from scenes.draw.palette import PROFILES
from scenes.header import Header
from scenes.hotkeys import action_of
from scenes.layout import areas, DESIGN, look_for
from scenes.scene import Scene
from scenes.start import StartScreen
from scenes.widgets.dialog import Dialog
from scenes.widgets.group import Group
from scenes.words import LANGUAGES, system_language, Words
from sim.parameter import UserError
from sim.share import decode, encode

FRAMES = 60  # a second
LEAST = (800, 480)  # pixels that a layout needs, with the largest letters


@dataclass(frozen=True)
class Options:
    """How the window starts; None leaves it to the user's preferences."""

    language: str | None = None
    profile: str | None = None
    text_scale: float | None = None
    speed: float = 1.0
    fullscreen: bool = False
    size: tuple[int, int] = DESIGN
    start: bool = False


class App:
    """The window with its scene. Raises UserError for bad values or a missing display."""

    def __init__(self, values: Mapping[str, object], options: Options) -> None:
        kept, trouble = preferences.load()
        self.preferences = replace(
            kept,
            language=options.language or kept.language,
            profile=options.profile or kept.profile,
            zoom=options.text_scale or kept.zoom,
        )
        self.words = Words(self.preferences.language or system_language())
        self.blocks = BlocksScene(
            values, self.words, self.preferences, speed=options.speed, picture=self.picture
        )
        self.surface = _open_display(options)
        self.running = True
        self._now = 0.0
        self._dialog: Dialog | None = None
        self.start_screen = StartScreen(self.words, self._choose)
        self.scene: Scene = self.start_screen if options.start else self.blocks
        self.group = Group()
        self._translate()
        if trouble:
            self.tell(self.words(trouble))

    # -- building ------------------------------------------------------------------

    def _translate(self) -> None:
        """Make the header's widgets in the present language and place everything."""
        pygame.display.set_caption(self.words("app.title"))
        self.header = Header(self.words, self)
        self._place()

    def _place(self) -> None:
        # A window may be made smaller than anything fits in: then its corner is shown.
        size = self._window().size
        self.look = look_for(size, PROFILES[self.preferences.profile], self.preferences.zoom)
        parts = areas(size, self.look)
        self.header.place(parts.header, self.look, at_start=self.scene is self.start_screen)
        self.scene.place(parts, self.look)
        if self._dialog is not None:
            self._dialog.place(self._window(), self.look)

    def _window(self) -> pygame.Rect:
        return self.surface.get_rect().union(pygame.Rect((0, 0), LEAST))

    def show(self, scene: Scene) -> None:
        """Change to another scene."""
        self.scene = scene
        self.group.focus_on(None)
        self._place()

    def _choose(self, way: str) -> None:
        """One of the three ways in; the story begins in the scene for now."""
        if way == "teach" and not self.blocks.unfolded:
            self.blocks.unfold()
        self.show(self.blocks)

    # -- what the user does --------------------------------------------------------

    def home(self) -> None:
        """Back to the start screen."""
        self.show(self.start_screen)

    def prefer(self, **changes: object) -> None:
        """Change how things look, now and at the next start."""
        self.preferences = replace(self.preferences, **changes)  # type: ignore[arg-type]
        self.blocks.preferences = self.preferences
        preferences.save(self.preferences)
        self._place()

    def language(self) -> None:
        """Change to the other language."""
        following = LANGUAGES[(LANGUAGES.index(self.words.language) + 1) % len(LANGUAGES)]
        self.words = Words(following)
        self.blocks.translate(self.words)
        self.start_screen.translate(self.words)
        self._translate()
        self.prefer(language=following)

    def profile(self) -> None:
        """Change to the next profile."""
        names = list(PROFILES)
        self.prefer(profile=names[(names.index(self.preferences.profile) + 1) % len(names)])

    def zoom_by(self, steps: int) -> None:
        """Make all text larger or smaller, from 100 % to 200 %."""
        zoom = round(self.preferences.zoom + steps * dialogs.ZOOM_STEP, 1)
        self.prefer(zoom=min(2.0, max(1.0, zoom)))

    def help(self) -> None:
        """Show the keys and how things look."""
        self._open(dialogs.help_dialog(self.words, self, self._closed))

    def info(self) -> None:
        """Show sources, counter-evidence and what is left out."""
        self._open(dialogs.info_dialog(self.words, self.blocks.name, self._closed))

    def share(self) -> None:
        """Show the share string."""
        self._open(dialogs.share_dialog(self.words, self, self._closed))

    def share_string(self) -> str:
        """The present settings as one line of text."""
        return encode(self.blocks.name, self.blocks.stack.settings)

    def load_shared(self, text: str) -> None:
        """Take over settings from a share string, or say what is wrong with it."""
        try:
            _, settings = decode(text)
        except UserError:
            self.tell(self.words("share.not_valid"))
            return
        if self._dialog is not None:
            self._dialog.close()
        self.blocks.load(settings)

    def picture(self) -> None:
        """Save the window as a PNG."""
        self.draw()
        self._save(".png", lambda path: capture.save_picture(self.surface, path))

    def clip(self) -> None:
        """Save the last push as an animated GIF."""
        frames = clip_frames(self.blocks, self.words)
        self._save(".gif", lambda path: capture.save_clip(frames, path, CLIP_RATE))

    def _save(self, suffix: str, save: Callable[[Path], None]) -> None:
        try:
            folder = capture.pictures_folder()
            path = capture.picture_path(folder, "spinestack", suffix, datetime.now())
            save(path)
        except UserError as error:
            self.tell(self.words("app.not_saved", reason=str(error)))
        else:
            self.tell(self.words("app.saved", name=path.name))

    def fullscreen(self) -> None:
        """Fill the screen, or be a window again."""
        pygame.display.toggle_fullscreen()

    def quit(self) -> None:
        """Close the window after this frame."""
        self.running = False

    def tell(self, text: str) -> None:
        """Say one thing that the user should read."""
        self._open(dialogs.message_dialog(self.words, text, self._closed))

    def _open(self, dialog: Dialog) -> None:
        if self._dialog is not None:
            self._dialog.close()
        self._dialog = dialog
        dialog.show(self.group, self._window(), self.look)

    def _closed(self) -> None:
        self._dialog = None

    # -- events --------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        """Send one event where it belongs."""
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type == pygame.VIDEORESIZE:
            self.surface = pygame.display.get_surface() or self.surface
            self._place()
        elif self.group.handle(event) or event.type != pygame.KEYDOWN:
            return
        elif event.key == pygame.K_TAB:
            self.group.focus_next(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        else:
            self.act(action_of(event))

    def act(self, action: str | None) -> None:
        """Do what a hotkey asks: the scene's own first."""
        if action is None or self.scene.act(action):
            return
        own: dict[str, Callable[[], None]] = {
            "language": self.language,
            "help": self.help,
            "info": self.info,
            "share": self.share,
            "home": self.home,
            "profile": self.profile,
            "larger": lambda: self.zoom_by(1),
            "smaller": lambda: self.zoom_by(-1),
            "picture": self.picture,
            "clip": self.clip,
            "fullscreen": self.fullscreen,
            "quit": self.quit,
        }
        if action in own:
            own[action]()

    # -- time ----------------------------------------------------------------------

    def frame(self, elapsed: float) -> None:
        """Take the events in, let `elapsed` seconds pass, draw and show one picture."""
        self._show_widgets()
        for event in pygame.event.get():
            self.handle(event)
        self._now += elapsed
        if self._dialog is None:
            self.scene.update(elapsed)
        self.draw()
        pygame.display.flip()

    def _show_widgets(self) -> None:
        at_start = self.scene is self.start_screen
        self.group.widgets = [*self.scene.widgets(), *self.header.widgets(at_start=at_start)]

    def draw(self) -> None:
        """Draw the whole window."""
        self._show_widgets()
        self.surface.fill(self.look.palette.ground)
        self.scene.draw(self.surface)
        self.group.update(self._now)
        self.group.draw(self.surface, self.look)

    async def main(self, next_frame: Callable[[], Awaitable[float]]) -> None:
        """Run until closed; `next_frame` waits and returns the seconds that passed."""
        while self.running:
            self.frame(await next_frame())


def _open_display(options: Options) -> pygame.Surface:
    pygame.display.init()
    pygame.font.init()
    if pygame.display.get_driver() == "offscreen" and "SDL_VIDEODRIVER" not in os.environ:
        raise UserError("there is no display to open a window on")
    pygame.key.set_repeat(400, 40)
    flags = pygame.RESIZABLE | (pygame.FULLSCREEN if options.fullscreen else 0)
    return pygame.display.set_mode(options.size, flags)


def open_window(values: Mapping[str, object], options: Options) -> None:
    """Open the window on a desktop and run until it is closed."""
    app = App(values, options)
    app.frame(0.0)
    import asyncio  # noqa: PLC0415 - takes longer than the first picture, which is shown by now

    clock = pygame.time.Clock()

    async def next_frame() -> float:
        await asyncio.sleep(0)
        return clock.tick(FRAMES) / 1000

    try:
        asyncio.run(app.main(next_frame))
    finally:
        pygame.quit()
