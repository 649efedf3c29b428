"""The recovery scene: a year that can be dragged, and a spine that tests itself.

The scene's time is weeks. The model's time is that of one test: an arm is raised,
and steps are taken only while that test runs. Everything shown of a week comes from
the curves of `sim.recovery` and from runs of its model.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import pygame

from scenes.draw.look import Look
from scenes.experiment.base import Experiment
from scenes.experiment.timeline.curves import Curves
from scenes.forms import Areas
from scenes.recovery.moment import moment_of, RecoveryMoment
from scenes.recovery.panel import RecoveryPanel
from scenes.recovery.view import RecoveryView
from scenes.recovery.week_tests import WeekTests, year_table
from scenes.recovery.year import A_WEEK
from scenes.recovery.year_bar import YearBar
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.parameter import Value
from sim.recovery.model import onset, Recovery
from sim.recovery.pain_and_recurrence import WEEKS
from sim.timing.model import WATCHED

SLOW = 0.2  # of real time, at which the test is shown
QUIET = 0.6  # s that a week is shown before the arm goes up by itself


class RecoveryScene(Experiment[Recovery, RecoveryMoment]):
    """The year and what hands can do to it.

    `passing`: whether the year passes by itself.
    """

    name = "recovery"
    view: RecoveryView
    panel: RecoveryPanel
    passing = False
    _shown: tuple[int, bool] | None = None
    _wait = 0.0  # s until the next week may come
    _due: float | None = None  # s until the arm goes up by itself

    @cached_property
    def tests(self) -> WeekTests:
        """The tests of all weeks that have been made."""
        return WeekTests()

    # -- what it is made of ----------------------------------------------------------

    def make_model(self, settings: Mapping[str, Value]) -> Recovery:
        """The spine of a week."""
        return Recovery(settings)

    def moment_of(self, model: Recovery) -> RecoveryMoment:
        """The spine as it is now."""
        return moment_of(model)

    def make_view(self, words: Words) -> RecoveryView:
        """Words, year and test in a language."""
        return RecoveryView(words, self, self.tests)

    def make_panel(self, words: Words) -> RecoveryPanel:
        """The panel in a language."""
        panel = RecoveryPanel(words, self)
        panel.take_in(self.view.elsewhere)
        self.view.crowd = panel.crowd
        return panel

    def make_bar(self, words: Words) -> YearBar:
        """The time controls in a language."""
        return YearBar(
            words,
            self.clock,
            passing=lambda: self.passing,
            play=self.pass_year,
            step=self.next_week,
            reset=self.reset,
            back=self.look_back,
            picture=self.host.picture,
        )

    def make_curves(self) -> Curves[RecoveryMoment]:
        """How far the joint bends that bends most."""

        def measure(moment: RecoveryMoment) -> tuple[float] | None:
            return (moment.furthest,) if (moment.since_push or -1) >= 0 else None

        week = self.words("recovery.week_now", week=self.words.number(self.model.week))
        return Curves(measure, week, "teal" if self.model.trained else "force", longest=WATCHED)

    @property
    def push_time(self) -> float:
        """How long the arm's reaction lasts [s]."""
        return float(self.model.timing["pulse"])

    def falling(self, moment: RecoveryMoment) -> bool:
        """Whether the test runs, which is when time passes."""
        return moment.since_push is not None and moment.since_push < WATCHED

    @property
    def slowing(self) -> float:
        """Slow during a test; before and after it nothing moves."""
        return SLOW if self.falling(self.playback.moment) else 0.0

    @property
    def at_rest(self) -> bool:
        """Between tests, in a year that stands still."""
        due = self._due is not None and not self.preferences.reduced_motion
        return not (self.passing or due or self.moving)

    @property
    def moving(self) -> bool:
        """During a test no other is made."""
        return self.falling(self.playback.moment)

    # -- widgets -----------------------------------------------------------------------

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window; what has no room goes to the panel."""
        if areas.form.in_hand:
            super().place(areas, look)  # what has room depends on the sheet
        else:
            self.view.place(areas, look)
        self.panel.take_in(self.view.elsewhere)
        super().place(areas, look)

    def widgets(self) -> Sequence[Widget]:
        """The year first, then the test."""
        first, *others = super().widgets()
        if self.in_hand and self.view.crowd.visible:
            return [self.view.crowd, *others]
        return [first, self.view.test, *others] if self.view.test_beside else [first, *others]

    def _show_settings(self) -> None:
        shown = self.model.week, self.model.trained
        if shown != self._shown:
            self._shown = shown
            if not self.ready and not self.background.pending:
                self.background.begin(self.tests.slices(), urgent=True)
            self._begin()
        super()._show_settings()

    def _begin(self) -> None:
        """Another week: its test is still to come."""
        if self.model.since_push is not None:
            self.model.reset()
        self.playback.begin(self.model)
        self.clock.paused = False
        self._due = QUIET

    # -- time --------------------------------------------------------------------------

    def update(self, elapsed: float) -> None:
        """Let real time pass, and let the arm go up or the year pass."""
        if self.passing:
            self._pass(elapsed)
        elif self.ready:
            self._await(elapsed)
        going = self.falling(self.playback.moment) and not self.clock.paused
        self.view.slower = round(1 / min(self.clock.speed, SLOW)) if going else 1
        super().update(elapsed)

    @property
    def ready(self) -> bool:
        """Whether the test of the shown week has been made."""
        return self._known(self.model.week)

    def _known(self, week: int) -> bool:
        return self.tests.rotation(week, self.model.trained) is not None

    def _pass(self, elapsed: float) -> None:
        """On to the next week, once its test has been made."""
        self._wait -= elapsed
        if self._wait <= 0 and self._known(self.model.week + 1):
            self._wait = A_WEEK
            self.change("week", self.model.week + 1)
            if self.model.week == WEEKS:
                self.stop_year()

    def _await(self, elapsed: float) -> None:
        """Let the arm go up once the week has been looked at, unless motion is unwelcome."""
        if self._due is None or self.view.touch.pressed or self.preferences.reduced_motion:
            return
        self._due -= elapsed
        if self._due <= 0:
            self.tap()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what lies under the widgets; the test says itself how slow it is."""
        self.view.draw(surface, 1)
        self.draw_sheet(surface)

    # -- hands -------------------------------------------------------------------------

    def dragging(self, name: str) -> bool:
        """The week can also be dragged on the card; a year that passes is one change."""
        moved = self.view.touch.pressed or self.passing
        return super().dragging(name) or (name == "week" and moved)

    def go_to(self, week: int) -> None:
        """Show another week."""
        self.stop_year()
        self.change("week", week)

    def next_week(self) -> None:
        """One week on."""
        self.go_to(min(WEEKS, self.model.week + 1))

    def pass_year(self) -> None:
        """Let the year pass by itself, or stop it; after its end it begins anew."""
        if self.passing:
            self.stop_year()
            return
        self.change("week", (self.model.week + 1) % (WEEKS + 1))
        self.passing = True
        self._wait = A_WEEK
        self.bar.refresh()

    def stop_year(self) -> None:
        """Stay in this week."""
        self.passing = False
        self.bar.refresh()

    def tap(self) -> None:
        """Raise the arm, once more where it has been raised."""
        self.stop_year()
        self.again()
        self._due = None
        self.playback.begin_try(self.make_curves())
        self.model.push()
        self.playback.keep()
        self.playback.refresh()

    def again(self) -> None:
        """Back to before the arm went up."""
        self._begin()

    def look_back(self, before_now: float) -> None:
        """Stop the test where it was so long ago [s]; now, it goes on."""
        self._due = None
        super().look_back(before_now)
        if not self.playback.before_now:
            self.clock.paused = False

    def train(self) -> None:
        """With training of the deep muscles, or without."""
        self.change("trained", 0 if self.model.trained else 1)

    def load(self, values: Mapping[str, object]) -> None:
        """Begin anew with these settings. Raises ParameterError."""
        super().load(values)
        self.stop_year()

    def undo(self) -> None:
        """Take back the last change."""
        self.stop_year()
        super().undo()

    def reset(self, settings: Mapping[str, Value] | None = None) -> None:
        """Everything back to the start; the first week's test is still to come."""
        self.stop_year()
        self._wait = 0.0
        self._shown = None
        super().reset(settings)
        for chart in (self.view.touch.pain, self.view.touch.onset):
            chart.forget()
        self._begin()
        self._show_settings()

    def control(self, name: str) -> Widget | None:
        """A slider, or the switch of the training."""
        return self.panel.training if name == "training" else super().control(name)

    def observed(self) -> Mapping[str, Any]:
        """When the deep muscles begin, beside what every experiment observes."""
        return {**super().observed(), "onset": onset(self.model.week, self.model.trained)}

    def tables(self) -> Mapping[str, Callable[[], str]]:
        """The year, too."""
        return {**super().tables(), "year": year_table}

    def actions(self) -> dict[str, Callable[[], None]]:
        """A year and its tests have keys of their own."""
        return {
            "test_week": self.tap,
            "train": self.train,
            "pass_year": self.pass_year,
            "next_week": self.next_week,
            "reset": self.reset,
            "undo": self.undo,
        }
