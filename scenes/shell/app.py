"""What is in the window: sends events on, lets frames pass, draws.

One loop for desktop and browser: it awaits once a frame and never blocks.
`frame(elapsed)` does all that one picture needs and is what tests call.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, cast, TYPE_CHECKING

import pygame

from scenes.draw.canvas import drawn
from scenes.draw.palette import PROFILES
from scenes.experiment.protocols import Host, Scene, TabScene
from scenes.forms import areas, look_for
from scenes.shell import dialogs
from scenes.shell.header import Header
from scenes.shell.hosting import WindowHost
from scenes.shell.hotkeys import actions_of
from scenes.shell.machine.display import Options, Screen
from scenes.shell.machine.platform import Platform
from scenes.shell.picker import picker_dialog
from scenes.shell.registry import following, Scenes
from scenes.shell.rest import Rest
from scenes.shell.sharing import Sharing
from scenes.shell.start_screen import StartScreen
from scenes.text.words import system_language, Words
from scenes.widgets.dialog import Dialog
from scenes.widgets.group import Group
from sim.catalogue import LANGUAGES, SCENES

if TYPE_CHECKING:  # the window opens sooner without it
    from scenes.experiment.base import Experiment

ACTS = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL)


class App:
    """The window with its scenes, each built when it is first shown.

    `values` are for the scene that is named. Raises UserError for bad ones, or without a display.
    """

    def __init__(
        self, values: Mapping[str, object], options: Options, platform: Platform | None = None
    ) -> None:
        self.platform = platform or Platform()
        kept, trouble = self.platform.store.load()
        self.preferences = options.over(kept)
        if options.page_address:
            self.platform.store.change({"page_address": options.page_address})
        self.words = Words(self.preferences.language or system_language())
        self.host: Host = WindowHost(self)
        self.scenes = Scenes(self.words, self.preferences, options.speed, self.host)
        self.scenes.choose(options.scene)
        if values or not options.start:
            self.scenes.begin(values)
        self.screen = Screen(options, (self.preferences.width, self.preferences.height))
        self.running, self.acts, self._now = True, 0, 0.0  # acts: how often the user did something
        self.rest = Rest()
        self.start_screen = StartScreen(self.words, self.enter)
        self.scene: Scene = self.start_screen if options.start else self.tab
        self.group = Group()
        self.exchange = Sharing(self)
        self._translate()
        if trouble:
            self.tell(self.words(trouble))

    # -- building ------------------------------------------------------------------

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""
        return self.screen.surface

    @property
    def tab(self) -> TabScene:
        """The scene that is shown, or that the start screen leads to."""
        return self.scenes.shown

    @property
    def experiment(self) -> "Experiment[Any, Any]":
        """The same, where it has a model. Raises UserError for any other."""
        return self.scenes.experiment

    @property
    def dialog(self) -> Dialog | None:
        """What is open over everything."""
        return cast("Dialog | None", self.group.modal)

    def _translate(self) -> None:
        """Make the header's widgets in the present language and place everything."""
        pygame.display.set_caption(self.words("app.title"))
        self.header = Header(self.words, self, list(SCENES), self.exchange)
        self._place()

    def _place(self) -> None:
        self.rest.wake()
        view, liked = self.screen.viewport(self.platform), self.preferences
        self.rest.density = view.density
        self.look = look_for(view, PROFILES[liked.profile], self.platform.letters(liked.zoom))
        parts = areas(view, self.look)
        self.header.show_scene(self.scenes.chosen)
        self.header.place(parts, self.look, at_start=self.scene is self.start_screen)
        self.scene.place(parts, self.look)
        if self.dialog is not None:
            self.dialog.place(view.clear, self.look)

    def show(self, scene: Scene) -> None:
        """Change to another scene."""
        self.scene = scene
        self.platform.stay_awake(wanted=False)
        self.group.cancel()
        if self.group.focus is not self.header.tabs:
            self.group.focus_on(None)
        self._place()

    def home(self) -> None:
        """Back to the start screen."""
        self.show(self.start_screen)

    def enter(self, way: str) -> None:
        """Go one of the three ways in: story, scenes to try, lesson."""
        self.teach(wanted=way == "teach")
        self.scenes.enter(way)
        self.show(self.tab)

    def teach(self, *, wanted: bool) -> None:
        """Have the words of who teaches, or the plainer ones of patients."""
        if wanted != self.words.teaching:
            self._speak(Words(self.words.language, teaching=wanted))

    def _speak(self, words: Words) -> None:
        """Say all in these words from now on."""
        self.words = words
        self.scenes.translate(words)
        self.start_screen.translate(words)
        self._translate()

    # -- what the user does --------------------------------------------------------

    def choose(self, scene: str) -> None:
        """Show a scene, as it was when it was last seen."""
        self.scenes.choose(scene)
        self.show(self.tab)

    def prefer(self, **changes: object) -> None:
        """Change how things look, now and at the next start."""
        self.preferences = replace(self.preferences, **changes)  # type: ignore[arg-type]
        self.scenes.prefer(self.preferences)
        self.platform.store.change(changes)
        self._place()

    def language(self) -> None:
        """Change to the other language."""
        language = following(LANGUAGES, self.words.language)
        self._speak(Words(language, teaching=self.words.teaching))
        self.prefer(language=language)

    def profile(self) -> None:
        """Change to the next profile."""
        self.prefer(profile=following(list(PROFILES), self.preferences.profile))

    def zoom_by(self, steps: int) -> None:
        """Make all text larger or smaller, from 100 % to 200 %."""
        zoom = self.preferences.zoom + steps * dialogs.ZOOM_STEP
        self.prefer(zoom=round(min(2.0, max(1.0, zoom)), 1))

    def help(self) -> None:
        """Show the keys and how things look."""
        actions = {*self.actions(), *self.tab.actions(), "focus"} - self.platform.out_of_reach
        keys = set() if self.look.strict else actions  # in the hand there are none
        self.open(dialogs.help_dialog(self.words, self, self.scenes.helped, keys))

    def info(self) -> None:
        """Show sources, counter-evidence and what is left out."""
        self.open(dialogs.info_dialog(self.words, self.scenes.chosen, self.tab.actions()))

    def scenes_dialog(self) -> None:
        """Show all scenes, and what else there is to choose: in the hand there are no tabs."""
        self.open(picker_dialog(self.words, self, self.scenes.chosen, self.exchange))

    def clear(self) -> None:
        """Forget all that was done and typed, in every scene, for the next person."""
        self.scenes.forget()
        if self.scene is not self.start_screen:
            self.show(self.tab)

    def fullscreen(self) -> None:
        """Fill the screen, or be a window again."""
        try:
            self.screen.fullscreen()
            self._place()
        except pygame.error:
            self.tell(self.words("app.no_fullscreen"))

    def quit(self) -> None:
        """Close the window after this frame; the next one opens as large."""
        self.screen.keep_size(self.platform.store)
        self.running = False

    def tell(self, text: str) -> None:
        """Say one thing that the user should read."""
        self.open(dialogs.message_dialog(self.words, text))

    def open(self, dialog: Dialog) -> None:
        """Show a dialog over everything, in the place of any other."""
        if self.dialog is not None:
            self.dialog.close()
        self.rest.wake()
        dialog.show(self.group, self.screen.viewport(self.platform).clear, self.look)

    def handle(self, event: pygame.event.Event) -> None:
        """Send one event where it belongs."""
        self.acts += event.type in ACTS
        event = self.screen.inside(event)
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type == pygame.VIDEORESIZE:
            self.screen.resized()
            self._place()
        elif event.type == pygame.KEYDOWN:
            early = not self.group.engaged and self._act(event, early=True)
            if not early and not self.group.handle(event):
                self._act(event)
        else:
            self.group.handle(event)

    def _act(self, event: pygame.event.Event, *, early: bool = False) -> bool:
        """Do the first thing that a key asks for here; whether there is one."""
        actions = self.actions()
        wanted = [one for one in actions_of(event, early=early) if one in actions]
        for action in wanted[:1]:
            actions[action]()
        return bool(wanted)

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the hotkeys do here: the scene's own first."""
        own: dict[str, Callable[[], None]] = {"picture": self.host.picture, "clear": self.clear}
        own |= {"language": self.language, "profile": self.profile, "fullscreen": self.fullscreen}
        own |= {"larger": lambda: self.zoom_by(1), "smaller": lambda: self.zoom_by(-1)}
        own |= {"help": self.help, "info": self.info, "home": self.home, "quit": self.quit}
        own["next_scene"] = lambda: self.choose(self.scenes.next())
        found = {**own, **self.exchange.actions(), **self.scene.actions(), **self.platform.actions}
        return {name: action for name, action in found.items() if action is not None}

    def frame(self, elapsed: float) -> None:
        """Take the events in, let `elapsed` seconds pass, and show what is new."""
        self.go_on(elapsed)
        if not self.rest:
            with drawn(coarse=self.rest.coarse), self.screen.within(self.rest.part):
                self.draw()
            self.screen.show()

    def go_on(self, elapsed: float) -> None:
        """Take the events in and let `elapsed` seconds pass, without a picture."""
        self._show_widgets()
        for event in pygame.event.get():
            self._show_widgets()  # the one before may have changed them
            self.handle(event)
            self.rest.wake()
        self._now += elapsed
        if self.dialog is None:
            self.scene.update(elapsed)
        self._take_focus()
        self._show_widgets()
        self.group.update(self._now)
        below = None if self.dialog else self.scene
        self.rest.let_pass(elapsed, self.scene.tells().line, below, moves=self.group.moves)

    def _take_focus(self) -> None:
        """Move the focus where the scene wants it."""
        wanted, self.scene.wanted_focus = self.scene.wanted_focus, None
        if wanted is not None:
            self._show_widgets()
            self.group.focus_on(wanted, keyboard=True)

    def _show_widgets(self) -> None:
        at_start = self.scene is self.start_screen
        self.group.widgets = [*self.scene.widgets()]
        if at_start or not self.tab.fills_window:
            self.group.widgets += self.header.widgets(at_start=at_start)

    def draw(self) -> None:
        """Draw the window."""
        self._show_widgets()
        if self.dialog is None or not self.dialog.covers:
            self.surface.fill(self.look.palette.ground)
            self.scene.draw(self.surface)
        self.group.draw(self.surface, self.look)

    async def main(self, next_frame: Callable[[], Awaitable[float]]) -> None:
        """Run until closed; `next_frame` waits and returns the seconds that passed."""
        passed = 0.0
        while self.running:
            passed += await next_frame()
            if not self.rest.dozes(passed) or pygame.event.peek():
                self.frame(passed)
                passed = 0.0
