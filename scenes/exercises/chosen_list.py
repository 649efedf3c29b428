"""The list of what was chosen, and what to do with it: the panel beside the cards."""

from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.exercises.catalogue import exercises
from scenes.exercises.session import Session
from scenes.exercises.tiles import Corner, Row
from scenes.experiment.protocols import Host
from scenes.preferences import Preferences
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.widget import Widget

FOOT = 0.5  # of the panel that the buttons below the list may take


class Owner(Protocol):
    """What cards and list ask of the scene."""

    words: Words
    host: Host
    session: Session
    preferences: Preferences
    step: int
    panel_place: pygame.Rect | None

    def open(self, name: str) -> None:
        """Show an exercise large."""

    def toggle(self, name: str) -> None:
        """Put it on the list, or take it off."""

    def choose_step(self, index: int) -> None:
        """Light up the cards of a step."""

    def begin(self) -> None:
        """Open the first of the list."""

    def play(self) -> None:
        """Show the game."""

    def show_sheet(self) -> None:
        """Show the sheet."""

    def clear(self) -> None:
        """Forget everything."""


class ChosenList:
    """The panel: what has been chosen, and what to do with it."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        words = owner.words
        self._placed: tuple[pygame.Rect, Look] | None = None
        self._begin_at: pygame.Rect | None = None
        self.begin = Button(
            words("exercises.begin"), icon="play", kind="primary", on_press=owner.begin
        )
        self._sheet = Button(words("exercises.sheet"), icon="print", on_press=owner.show_sheet)
        self._play = Button(words("exercises.play"), icon="tap", on_press=owner.play)
        self._clear = Button(
            words("exercises.clear"), icon="close", kind="row", on_press=owner.clear
        )
        self._doubt = RichText(words("exercises.doubt"), size=18)
        self.area = ScrollArea(gap=8)
        self.foot = ScrollArea([self.begin, self._sheet, self._play], gap=8)
        self.refresh()

    def refresh(self) -> None:
        """Make the rows anew; the buttons stay, and with them the focus."""
        words, session = self._owner.words, self._owner.session
        chosen = session.chosen
        count = words(
            "exercises.one" if len(chosen) == 1 else "exercises.count",
            count=words.number(len(chosen)),
        )
        rows: list[Widget] = [self._row(name) for name in chosen]
        self.begin.enabled = self._sheet.enabled = bool(chosen)
        self._rows = [
            RichText(f"**{words('exercises.list')}:** {count}"),
            *(rows or [RichText(words("exercises.empty"), colour="muted")]),
            RichText(words("exercises.dose_by"), size=18, colour="muted"),
            self._doubt,
            self._clear,
        ]
        if self._placed:
            self.place(*self._placed, begin=self._begin_at)

    def _row(self, name: str) -> Row:
        owner, words = self._owner, self._owner.words
        title = words(f"exercise.{name}")
        dose = owner.session.dose(name).words(words, sided=exercises()[name].sided)
        corner = Corner(
            icon="close",
            name=words("exercises.remove", name=title),
            on_press=lambda: owner.toggle(name),
        )
        names = (title, words("exercises.open", name=title), dose)
        return Row(name, names, corner, lambda: owner.open(name))

    def widgets(self) -> list[Widget]:
        """The list, and what to do with it."""
        return [self.area, self.foot] if self.foot.visible else [self.area]

    def place(self, rect: pygame.Rect, look: Look, *, begin: pygame.Rect | None = None) -> None:
        """Take up the panel, buttons below the list; in the hand the main one is at `begin`."""
        self._placed, self._begin_at = (rect, look), begin
        self.begin.text = self._owner.words(f"exercises.begin{'_short' * bool(begin)}")
        rest = [self._sheet, self._play]
        self.foot.set_children(rest if begin else [self.begin, *rest])
        if begin:
            self.begin.parent = None
            self.begin.place(begin, look)
        foot = self.foot.height(look, rect.width)
        self.foot.visible = foot <= FOOT * rect.height
        offset, below = self.area.offset, list(self.foot.children)
        self.area.set_children([*self._rows, *([] if self.foot.visible else below)])
        self.area.offset = offset
        high = rect.height - foot if self.foot.visible else rect.height
        self.area.place(pygame.Rect(rect.topleft, (rect.width, high)), look)
        if self.foot.visible:
            for child in below:
                child.parent = self.foot
            self.foot.place(pygame.Rect(rect.left, rect.top + high, rect.width, foot), look)
