"""The exercises scene: cards and a list, one exercise large, a game, a sheet to take home.

It has no stepped model of its own; the game has one (`scenes/exercises/game/rules.py`). What a
visit puts together is a `Session`, which is in memory alone.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

import pygame

from scenes.draw.look import Look
from scenes.exercises.cards import CardsPage
from scenes.exercises.catalogue import Dose, exercises, find
from scenes.exercises.game.page import GamePage
from scenes.exercises.game.rules import Game
from scenes.exercises.own_list import OwnList
from scenes.exercises.pacer import Pacer
from scenes.exercises.practice import PracticePage
from scenes.exercises.session import Session
from scenes.exercises.sheet_page import SheetPage
from scenes.exercises.tiles import Card
from scenes.experiment.background import Background
from scenes.experiment.protocols import Host, Target, Told
from scenes.forms import Areas
from scenes.preferences import Preferences
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.parameter import UserError, Value


class Page(Protocol):
    """One of the pictures that the scene can show."""

    fills_window: bool

    def widgets(self) -> Sequence[Widget]:
        """In the order of Tab."""

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the window."""

    @property
    def moves(self) -> bool:
        """Whether it will look different a moment later, without anybody's doing."""

    def update(self, elapsed: float) -> None:
        """Let real time pass."""

    def refresh(self) -> None:
        """Show list, step and tries as they are now."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what lies under the widgets."""

    def says(self) -> str:
        """What is seen, in words."""

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the hotkeys do here."""


class ExercisesScene:
    """Which page is shown, and what the pages share. Raises UserError for any setting."""

    name = "exercises"
    background = Background()  # idle
    accompanied = False
    led = False
    asked = ""
    panel_place: pygame.Rect | None = None

    def __init__(
        self,
        values: Mapping[str, object],
        words: Words,
        preferences: Preferences,
        *,
        speed: float = 1.0,
        host: Host | None = None,
    ) -> None:
        if values:
            raise UserError("the scene exercises has no parameters")
        self.preferences, self.host = preferences, host or Host()
        self.wanted_focus: Widget | None = None
        self._placed: tuple[Areas, Look] | None = None
        self.words = words
        self.clear()

    def clear(self, settings: Mapping[str, Value] = MappingProxyType({})) -> None:
        """Forget list, doses, lines and tries; there are no settings."""
        self.session = Session()
        self._first: Callable[[ExercisesScene], Page] = CardsPage  # where "back" leads
        self.step = 1
        self.exercise = next(iter(exercises()))
        self.pacer: Pacer | None = None
        self.game = Game()
        self.page: Page = CardsPage(self)
        self._show(CardsPage)

    # -- pages ---------------------------------------------------------------------

    def _show(self, page: Callable[["ExercisesScene"], Page]) -> None:
        by_keyboard = any(stop.ring for stop in self._stops())
        self._page = page
        self.page = page(self)
        if self._placed:
            self.place(*self._placed)
        if by_keyboard:
            self.wanted_focus = self._stops()[0]

    def _stops(self) -> list[Widget]:
        return [stop for widget in self.page.widgets() for stop in widget.stops()]

    def show_cards(self) -> None:
        """Back to the cards, or to the list that a link has brought."""
        self.pacer = None
        self._show(self._first)

    def show_all(self) -> None:
        """To the cards, from such a list."""
        self._first = CardsPage
        self.show_cards()

    def take_home(self, names: Sequence[str], doses: Mapping[str, Dose]) -> None:
        """Show a list as it was put together elsewhere, ready to begin."""
        self.session = Session([*names], dict(doses))
        self._first = OwnList
        self.show_cards()

    def open(self, name: str) -> None:
        """Show an exercise as large as the window; in a story, put it on the list."""
        self.exercise, self.pacer = find(name).name, None
        if not self.accompanied:
            self._show(PracticePage)
        elif self.exercise not in self.session.chosen:
            self.toggle(self.exercise)

    def begin(self) -> None:
        """Open the first exercise of the list, and let the pacer run."""
        if self.session.chosen:
            self.open(self.session.chosen[0])
            self.start()

    def start(self, *, rested: bool = False) -> None:
        """Let the pacer count the exercise that is open, after a rest if it follows another."""
        exercise, dose = find(self.exercise), self.session.dose(self.exercise)
        self.pacer = Pacer(dose, exercise.sides, exercise.breath, rested=rested)
        self._show(PracticePage)

    def stop(self) -> None:
        """End the count; the exercise stays open."""
        self.pacer = None
        self._show(PracticePage)

    def next(self, by: int = 1) -> None:
        """Open the exercise after this one, or before it; a running pacer goes on with that one."""
        running = self.pacer is not None
        names = self.order
        self.open(names[(names.index(self.exercise) + by) % len(names)])
        if running:
            self.start(rested=True)

    @property
    def order(self) -> list[str]:
        """The exercises that "next" goes through: the list, or all where this one is not on it."""
        chosen = self.session.chosen
        return list(chosen if self.exercise in chosen else exercises())

    def play(self) -> None:
        """Show the game."""
        self._show(GamePage)

    def show_sheet(self) -> None:
        """Show the sheet to take home."""
        self._show(SheetPage)

    # -- list and doses ------------------------------------------------------------

    def toggle(self, name: str) -> None:
        """Put an exercise on the list, or take it off."""
        self.session.toggle(name)
        self.refresh()

    def change_dose(self, part: str, by: int) -> None:
        """More or less of the exercise that is open."""
        self.session.change(self.exercise, part, by)

    def choose_step(self, index: int) -> None:
        """Show which cards belong to a step."""
        self.step = index + 1
        self.refresh()

    def refresh(self) -> None:
        """Bring the page up to date; the focus stays where it is."""
        self.page.refresh()

    # -- what a story asks ---------------------------------------------------------

    def target(self, name: str) -> Target | None:
        """The first card, as much of it as can be seen, whatever is asked for."""
        card = next((stop.rect for stop in self._stops() if isinstance(stop, Card)), None)
        if card is None or self._placed is None:
            return None
        return Target(card.clip(self._placed[0].play))

    def play_widgets(self) -> Sequence[Widget]:
        """The cards."""
        play = self._placed[0].play if self._placed else pygame.Rect(0, 0, 0, 0)
        return [widget for widget in self.widgets() if widget.rect.colliderect(play)]

    def observed(self) -> Mapping[str, Any]:
        """Which exercises are on the list."""
        return {"chosen": tuple(self.session.chosen)}

    # -- as the app asks -----------------------------------------------------------

    @property
    def fills_window(self) -> bool:
        """An open exercise is to be seen from the floor."""
        return self.page.fills_window

    def widgets(self) -> Sequence[Widget]:
        """Those of the page."""
        return self.page.widgets()

    def translate(self, words: Words) -> None:
        """Make the page anew in a language; a running count goes on."""
        self.words = words
        self._show(self._page)

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""
        self._placed = (areas, look)
        self.page.place(areas, look)

    @property
    def moves(self) -> bool:
        """Whether the page does."""
        return self.page.moves

    @property
    def moving_part(self) -> pygame.Rect | None:
        """Anywhere."""
        return None

    def update(self, elapsed: float) -> None:
        """Let `elapsed` seconds of real time pass."""
        self.page.update(elapsed)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw cards and grounds, under the widgets."""
        self.page.draw(surface)

    def tells(self) -> Told:
        """What the page says."""
        return Told(self.page.says())

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the hotkeys do on this page."""
        return self.page.actions()
