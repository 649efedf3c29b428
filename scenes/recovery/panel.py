"""The recovery scene's panel: training, a hundred people, and what speaks against it."""

from collections.abc import Iterable, Mapping
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.experiment import panel
from scenes.experiment.panel import Panel
from scenes.recovery.hundred_people import LEAST, MOST, People
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Zone
from scenes.widgets.chart.plot import Plot
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from scenes.widgets.widget import Widget
from sim.parameter import Value
from sim.recovery.pain_and_recurrence import LARGER, LIMITED, RECURRENCE
from sim.spine.limits_of_bend import NEUTRAL_ZONE

NOTE = 18  # letters
MOST_TURN = 2.5  # degrees on the chart


class Owner(panel.Owner, Protocol):
    """What the panel asks of its scene."""

    def pass_year(self) -> None:
        """Let the year pass, or stop it."""


class RecoveryPanel(Panel):
    """The widgets of the panel; what has no room in the play area joins them."""

    spans = (0.25, 0.5)
    push_says = "timing.arm"

    def __init__(self, words: Words, owner: Owner) -> None:
        super().__init__("recovery", words, owner)
        self.training = Switch(
            words("recovery.trained"), on_change=lambda on: owner.change("trained", int(on))
        )
        self.people = People(words)
        without, with_it = (words.number(RECURRENCE[trained]) for trained in (False, True))
        larger, limited = words.number(LARGER), words.number(LIMITED)
        groups = words(
            "recovery.groups", without=without, with_it=with_it, larger=larger, limited=limited
        )
        notes = [
            RichText(groups, size=NOTE, colour="muted"),
            RichText(words("recovery.long_run"), size=NOTE),
        ]
        self.crowd = ScrollArea([self.people, *notes], gap=6)
        week = self.slider("week", "ui", words.number)
        plot = Plot(
            words("recovery.chart"),
            self.time_axis(self.spans[0]),
            Axis(0.0, MOST_TURN, words("recovery.degrees"), words.number),
            zones=[Zone(0.0, NEUTRAL_ZONE, words("recovery.inside"))],
            empty=words("recovery.chart_empty"),
        )
        self.play = Button(
            words("recovery.play_short"), icon="play", kind="primary", on_press=owner.pass_year
        )
        self.train = SwitchCard(
            words("recovery.training"),
            words("recovery.training_note"),
            words("recovery.training_note"),
            on_change=lambda on: owner.change("trained", int(on)),
        )
        self.assemble(
            [self.training, self.people, *notes],
            [week],
            [],
            plot,
            primary=self.play,
            switch=self.train,
            peek={"week": words("recovery.week")},
        )
        # Only who asks for more sees the curve of the test.
        self.charts = [plot] if owner.unfolded else []
        self._own = self._controls
        self._elsewhere: list[Widget] = []

    def show_page(self, page: str, with_chart: Iterable[Widget]) -> None:
        """In the hand the crowd has a page of the picture, and the test's curve the chart's."""
        self._first, self._further = [self.sliders["week"]], [self.undo]
        self.charts = [*self._elsewhere, self.plot]
        super().show_page(page, with_chart)

    def take_in(self, widgets: list[Widget]) -> None:
        """Have what has no room in the play area below the switch."""
        self._elsewhere = widgets
        first, *others = self._own
        self._controls = [first, *widgets, *others]

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """The crowd takes what the words leave."""
        self.people.tall = LEAST
        whole = ScrollArea([*self._controls, *self.charts], gap=6)
        spare = (rect.height - whole.height(look, rect.width)) / look.scale
        self.people.tall = int(min(max(LEAST + spare - 1, LEAST), MOST))
        super().place(rect, look)

    def show_model(self, settings: Mapping[str, Value]) -> None:
        """Bring switch and crowd to the week."""
        trained = bool(settings["trained"])
        self.training.on = self.train.on = trained
        self.people.show(int(settings["week"]), trained=trained)
