"""The window: opens it, sends events on, lets frames pass, draws.

One loop for desktop and browser: it awaits once a frame and never blocks.
`frame(elapsed)` does all that one picture needs and is what tests call.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import pygame

from scenes.blocks import BlocksScene
from scenes.draw.palette import PROFILES
from scenes.hotkeys import action_of, HOTKEYS
from scenes.layout import areas, DESIGN, look_for
from scenes.scene import Scene
from scenes.widgets.button import Button
from scenes.widgets.dialog import Chapter, Dialog
from scenes.widgets.group import Group
from scenes.widgets.tabs import TabBar
from scenes.words import LANGUAGES, system_language, Words

FRAMES = 60  # a second
SMALLEST = (1024, 600)


@dataclass(frozen=True)
class Options:
    """How the window starts."""

    language: str | None = None
    profile: str = "default"
    text_scale: float = 1.0
    speed: float = 1.0
    fullscreen: bool = False
    size: tuple[int, int] = DESIGN


class App:
    """The window with its scene. Raises ParameterError for bad values."""

    def __init__(self, values: Mapping[str, object], options: Options) -> None:
        self.words = Words(options.language or system_language())
        self.scene: Scene = BlocksScene(values, self.words, options.speed)
        pygame.display.init()
        pygame.font.init()
        pygame.key.set_repeat(400, 40)
        flags = pygame.RESIZABLE | (pygame.FULLSCREEN if options.fullscreen else 0)
        self.surface = pygame.display.set_mode(options.size, flags)
        self.running = True
        self._palette = PROFILES[options.profile]
        self._zoom = options.text_scale
        self._now = 0.0
        self._dialog: Dialog | None = None
        self._translate()

    # -- building ------------------------------------------------------------------

    def _translate(self) -> None:
        """Make the header's widgets in the present language and place everything."""
        words = self.words
        pygame.display.set_caption(words("app.title"))
        self.tabs = TabBar([words("app.blocks")], name=words("app.title"))
        self.language_button = Button(
            words("app.language_button"),
            icon="language",
            on_press=self.language,
            name=words("app.language_name"),
        )
        self.help_button = Button(
            icon="help", kind="round", on_press=self.help, name=words("app.help")
        )
        self.group = Group()
        self._place()

    def _place(self) -> None:
        size = self.surface.get_size()
        self.look = look_for(size, self._palette, self._zoom)
        parts = areas(size, self.look)
        right = parts.header.right
        for button in (self.help_button, self.language_button):
            wide = button.width(self.look)
            box = pygame.Rect(right - wide, parts.header.top, wide, parts.header.height)
            button.place(box, self.look)
            right -= wide + self.look.px(8)
        room = pygame.Rect(parts.header.topleft, (right - parts.header.left, parts.header.height))
        self.tabs.place(room, self.look)
        self.scene.place(parts, self.look)
        if self._dialog is not None:
            self._dialog.place(self.surface.get_rect(), self.look)

    # -- what the user does --------------------------------------------------------

    def language(self) -> None:
        """Change to the other language."""
        self.words = Words(LANGUAGES[(LANGUAGES.index(self.words.language) + 1) % len(LANGUAGES)])
        self.scene.translate(self.words)
        self._translate()

    def help(self) -> None:
        """Show the keys, from the hotkey table."""
        words = self.words
        lines = [
            f"**{key.shown}**  {words('hotkeys.' + key.action)}" for key in HOTKEYS if key.shown
        ]
        text = "\n".join(["- " + line for line in lines])
        self._dialog = Dialog(
            words("app.help_title"),
            [Chapter(words("app.help"), text)],
            close_name=words("app.close"),
            on_close=self._forget_dialog,
            size=(720, 608),
        )
        self._dialog.show(self.group, self.surface.get_rect(), self.look)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def fullscreen(self) -> None:
        """Fill the screen, or be a window again."""
        pygame.display.toggle_fullscreen()

    def quit(self) -> None:
        """Close the window after this frame."""
        self.running = False

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
            self._act(action_of(event))

    def _act(self, action: str | None) -> None:
        if action is None or self.scene.act(action):
            return
        own = {
            "language": self.language,
            "help": self.help,
            "fullscreen": self.fullscreen,
            "quit": self.quit,
        }
        if action in own:
            own[action]()

    # -- time ----------------------------------------------------------------------

    def frame(self, elapsed: float) -> None:
        """Take the events in, let `elapsed` seconds pass, draw and show one picture."""
        for event in pygame.event.get():
            self.handle(event)
        self._now += elapsed
        self.scene.update(elapsed)
        self.draw()
        pygame.display.flip()

    def draw(self) -> None:
        """Draw the whole window."""
        self.surface.fill(self.look.palette.ground)
        self.scene.draw(self.surface)
        self.group.widgets = [
            *self.scene.widgets(),
            self.tabs,
            self.language_button,
            self.help_button,
        ]
        self.group.update(self._now)
        self.group.draw(self.surface, self.look)

    async def main(self, next_frame: Callable[[], Awaitable[float]]) -> None:
        """Run until closed; `next_frame` waits and returns the seconds that passed."""
        while self.running:
            self.frame(await next_frame())


def open_window(values: Mapping[str, object], options: Options) -> None:
    """Open the window on a desktop and run until it is closed."""
    app = App(values, options)
    clock = pygame.time.Clock()

    async def next_frame() -> float:
        await asyncio.sleep(0)
        return clock.tick(FRAMES) / 1000

    try:
        asyncio.run(app.main(next_frame))
    finally:
        pygame.quit()
