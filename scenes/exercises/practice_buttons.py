"""What can be done with an open exercise: its buttons, where they are, which have words."""

from collections.abc import Sequence
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.exercises.pacer import Pacer
from scenes.exercises.session import Session
from scenes.experiment.protocols import Host
from scenes.preferences import Preferences
from scenes.text.words import Words
from scenes.widgets.button import Button, share_row

GAP, HIGH = 12, 60  # design px
NEARER = 16  # design px that words may come nearer to the border than a button would like


class Owner(Protocol):
    """What the page and its buttons ask of the scene."""

    words: Words
    host: Host
    session: Session
    preferences: Preferences
    exercise: str
    pacer: Pacer | None

    @property
    def order(self) -> list[str]:
        """What "next" goes through."""

    def show_cards(self) -> None:
        """Back to the cards."""

    def start(self) -> None:
        """Let the pacer count."""

    def stop(self) -> None:
        """End the count."""

    def next(self, by: int = 1) -> None:
        """Open the exercise after this one, or before it."""

    def toggle(self, name: str) -> None:
        """Put it on the list, or take it off."""

    def change_dose(self, part: str, by: int) -> None:
        """More or less."""


class ActionButtons:
    """The main button and the `others`: before the start, or of a count."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        words, pacer = owner.words, owner.pacer
        name = words("exercises.previous")
        back = Button(name=name, icon="step_back", on_press=lambda: owner.next(-1))
        follow = Button(name=words("exercises.next"), icon="step", on_press=owner.next)
        self._choose: Button | None = None
        if pacer is None:
            start = words("exercises.start")
            self.main = Button(name=start, icon="play", kind="primary", on_press=owner.start)
            self._choose = Button(on_press=lambda: owner.toggle(owner.exercise))
            self.others = [self._choose, back, follow]
        else:
            self.main = Button(kind="primary", on_press=self.pause)
            halt = Button(name=words("exercises.stop"), icon="close", on_press=owner.stop)
            self.others = [halt, back, follow]
            if pacer.sides > 1:
                side = words("exercises.other_side")
                self.others.insert(1, Button(name=side, icon="reset", on_press=pacer.other_side))
        self.refresh()

    def refresh(self) -> None:
        """Bring them to the present state."""
        owner, words, pacer = self._owner, self._owner.words, self._owner.pacer
        if pacer is not None:
            again = pacer.done
            key = "start" if again else "resume" if pacer.paused else "pause"
            self.main.name = words(f"exercises.{key}")
            self.main.icon = "play" if again or pacer.paused else "pause"
        if self._choose is not None:
            chosen = owner.exercise in owner.session.chosen
            self._choose.name = words(f"exercises.{'take_off' if chosen else 'put_on'}")
            self._choose.icon = "check" if chosen else "plus"
            if self._choose.text:
                self._choose.text = self._choose.name
        self.main.text = self.main.name

    def pause(self) -> None:
        """Let the count wait or go on; begin again where it is done."""
        pacer = self._owner.pacer
        if pacer is None or pacer.done:
            self._owner.start()
        else:
            pacer.pause()
            self.refresh()

    def place(self, column: pygame.Rect, look: Look, *, one_row: bool = False) -> int:
        """Put them at the foot of a column; their top."""
        self.refresh()
        return place_buttons([self.main, *self.others], column, look, one_row=one_row)


def place_buttons(
    buttons: Sequence[Button], column: pygame.Rect, look: Look, *, one_row: bool
) -> int:
    """Put buttons at the foot of a column, the main one first, and choose their words; their top.

    Two are in a row. Of three the middle one has the words: the first of them stands between
    the two others. In `one_row` all have words, or the main one has what the others leave, or
    a row of its own.
    """
    gap, high = look.px(GAP), max(look.px(HIGH), buttons[0].height(look, 0))
    if one_row:
        foot = pygame.Rect(column.left, column.bottom - high, column.width, high)
        return _place_row(buttons, foot, look, gap)
    rows = _rows(buttons)
    y = top = column.bottom - len(rows) * high - (len(rows) - 1) * gap
    for row in rows:
        small = 0 if len(row) < 3 else high  # width of the outer ones
        inner = len(row) - 2 if small else len(row)
        wide = (column.width - gap * (len(row) - 1) - 2 * small) // inner
        x = column.left
        for number, button in enumerate(row):
            outer = bool(small) and number in (0, len(row) - 1)
            box = pygame.Rect(x, y, small if outer else wide, high)
            button.text = button.name
            fits = button.width(look) - look.control(NEARER) <= wide
            button.text = button.name if fits and not outer else ""
            button.place(box, look)
            x += box.width + gap
        y += high + gap
    return top


def _place_row(buttons: Sequence[Button], row: pygame.Rect, look: Look, gap: int) -> int:
    """One row, with words for all or for the main button; or that one above the others."""
    for button in buttons:
        button.text = button.name
    if share_row(buttons, row, look, gap):
        return row.top
    main, *others = buttons
    left = row.width - (row.height + gap) * len(others)
    if left < main.least(look, whole=True):
        main.place(row.move(0, -row.height - gap), look)
        if not share_row(others, row, look, gap):
            for button in others:
                button.text = ""
        return main.rect.top
    main.place(pygame.Rect(row.left, row.top, left, row.height), look)
    for number, button in enumerate(others):
        button.text = ""
        x = row.left + left + gap + number * (row.height + gap)
        button.place(pygame.Rect(x, row.top, row.height, row.height), look)
    return row.top


def _rows(buttons: Sequence[Button]) -> list[list[Button]]:
    first, others = [*buttons[:2]], [*buttons[2:]]
    if len(others) == 3:
        others = [others[1], others[0], others[2]]
    return [first, others]
