"""Plays the exercises as a person would, with taps or with keys alone."""

import pygame

from scenes.exercises.cards import CardsPage
from scenes.exercises.catalogue import exercises
from scenes.exercises.game.page import GamePage
from scenes.exercises.practice import PracticePage
from scenes.exercises.scene import ExercisesScene
from scenes.exercises.sheet_page import SheetPage
from scenes.widgets.widget import Widget
from tests.scenes.player import Player


class Exerciser(Player):
    """A window that shows the exercises."""

    def __init__(self, language: str = "nl", size: tuple[int, int] = (1280, 720)) -> None:
        super().__init__(size, language, "exercises")

    @property
    def exercises(self) -> ExercisesScene:
        """The scene."""
        assert isinstance(self.app.scene, ExercisesScene)
        return self.app.scene

    @property
    def cards(self) -> CardsPage:
        """The page of cards, which is shown."""
        assert isinstance(self.exercises.page, CardsPage)
        return self.exercises.page

    @property
    def practice(self) -> PracticePage:
        """The page of one exercise, which is shown."""
        assert isinstance(self.exercises.page, PracticePage)
        return self.exercises.page

    @property
    def game(self) -> GamePage:
        """The page of the game, which is shown."""
        assert isinstance(self.exercises.page, GamePage)
        return self.exercises.page

    @property
    def sheet(self) -> SheetPage:
        """The page of the sheet, which is shown."""
        assert isinstance(self.exercises.page, SheetPage)
        return self.exercises.page

    def called(self, key: str, **places: str) -> Widget:
        """The widget that calls itself by a text."""
        name = self.app.words(key, **places)
        found = [stop for stop in self.app.group.stops() if stop.describe() == name]
        assert found, [stop.describe() for stop in self.app.group.stops()]
        return found[0]

    def tap(self, key: str, **places: str) -> None:
        """Tap the widget that calls itself so."""
        self.frames(1)
        widget = self.called(key, **places)
        for parent in (widget.parent, widget.parent and widget.parent.parent):
            if parent is not None:
                parent.reveal(widget)
        self.click(self.middle_of(widget))

    def tab_to(self, key: str, **places: str) -> None:
        """Go to a widget with Tab alone, then press Enter."""
        name = self.app.words(key, **places)
        for _ in range(60):
            self.key(pygame.K_TAB)
            focus = self.app.group.focus
            if focus is not None and focus.describe() == name:
                self.key(pygame.K_RETURN)
                return
        raise AssertionError(f"Tab does not get to {name!r}")

    def type(self, text: str) -> None:
        """Type letters."""
        for letter in text:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        self.frames(1)


NAMES = tuple(exercises())
STOP = {
    "nl": ("gevoel", "kracht", "plassen", "ontlasting", "nachts", "val", "koorts", "arts"),
    "en": ("feeling", "strength", "bladder", "bowel", "night", "fall", "fever", "doctor"),
}
