"""A scene with a model that goes on by steps: what all such scenes share.

It owns the model and lets time pass; stage, panel and time bar are widgets that
call back here. A scene adds what its `Blueprint` asks for, and what hands can do.
"""

from collections.abc import Callable, Mapping, Sequence

import pygame

from scenes.draw.look import Look
from scenes.experiment.blueprint import Blueprint
from scenes.experiment.clock import Clock
from scenes.experiment.playback import Playback
from scenes.experiment.protocols import ModelT, MomentT, Told
from scenes.experiment.recording import EVERY
from scenes.experiment.timebar import TimeBar
from scenes.experiment.undo import Undo
from scenes.forms import Areas, PANEL_INSET, STACKED_ZOOM
from scenes.preferences import Preferences
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.catalogue import SCENES
from sim.parameter import Value


class Experiment(Blueprint[ModelT, MomentT]):
    """Model, time and widgets of a scene. Raises ParameterError for values that are not valid."""

    fills_window = False

    def __init__(
        self,
        values: Mapping[str, object],
        words: Words,
        preferences: Preferences,
        *,
        speed: float = 1.0,
        picture: Callable[[], None] = lambda: None,
    ) -> None:
        entry = SCENES[self.name]
        self.parameters = {parameter.name: parameter for parameter in entry.parameters}
        self._check = entry.check
        self._first = self._check({**self.start, **values})
        self._speed = speed
        self._take_picture = picture
        self.preferences = preferences
        self.playback = Playback(self.make_model(self._first), self.moment_of, speed)
        self.undo_list = Undo()
        self.unfolded = False
        self.extras: set[str] = set(self.first_extras)
        self.wanted_focus: Widget | None = None
        self._placed: tuple[Areas, Look] | None = None
        self.translate(words)

    # -- widgets -------------------------------------------------------------------

    @property
    def clock(self) -> Clock:
        """What lets time pass."""
        return self.playback.clock

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        self.words = words
        self.view = self.make_view(words)
        self.bar = self.make_bar(words)
        self._make_panel()

    def make_bar(self, words: Words) -> TimeBar:
        """The time controls in a language."""
        return TimeBar(
            words,
            self.clock,
            step=self.single_step,
            reset=self.reset,
            back=self.look_back,
            picture=self._take_picture,
        )

    def _make_panel(self) -> None:
        self.panel = self.make_panel(self.words)
        if self._placed:
            self.place(*self._placed)
        else:
            self._show_settings()

    def widgets(self) -> Sequence[Widget]:
        """Play area first, then panel, then time controls."""
        return [self.view.touch, *self.panel.widgets(), *self.bar.widgets()]

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""
        self._placed = (areas, look)
        self.view.place(areas, look)
        inset = look.px(PANEL_INSET)
        self.panel.place(areas.panel.inflate(-2 * inset, -2 * inset), look)
        self.bar.place(areas.time, look, stacked=look.zoom > STACKED_ZOOM)
        self._show_settings()

    def _show_settings(self) -> None:
        """Bring everything up to the present settings."""
        settings = self.model.settings
        self.view.show_settings(settings)
        self.panel.show_settings(settings, can_undo=len(self.undo_list) > 0)
        self.playback.refresh()
        self._show()

    # -- settings ------------------------------------------------------------------

    def change(self, name: str, value: Value) -> None:
        """Set a parameter from a control."""
        self.undo_list.keep(self.model.settings, name, same_drag=self.dragging(name))
        self.model.set(name, value)
        if self.parameters[name].restarts:
            self.playback.begin(self.model)
        self.changed(name)
        self._show_settings()

    def undo(self) -> None:
        """Take back the last change."""
        wanted = self.undo_list.back()
        if wanted is None:
            return
        different = [name for name, value in wanted.items() if self.model.settings[name] != value]
        if any(self.parameters[name].restarts for name in different):
            self.playback.begin(self.make_model(wanted))
        else:
            for name in different:
                self.model.set(name, wanted[name])
        self._show_settings()

    def load(self, values: Mapping[str, object]) -> None:
        """Begin anew with these settings, as an example or a link asks.

        Raises ParameterError, and changes nothing, where they are not valid.
        """
        wanted = self._check(values)
        self.undo_list.keep(self.model.settings, "", same_drag=False)
        self.playback.begin(self.make_model(wanted))
        self.clock.paused = False
        self.bar.refresh()
        self._show_settings()

    def reset(self) -> None:
        """Everything back to the start."""
        self.playback.begin(self.make_model(self._first))
        self.clock.paused = False
        self.clock.speed = self._speed
        self.unfolded = False
        self.extras.clear()
        self.extras |= self.first_extras
        self.undo_list = Undo()
        self.bar.refresh()
        self._make_panel()

    def unfold(self) -> None:
        """Show or hide the further settings."""
        self.unfolded = not self.unfolded
        self._make_panel()

    def show_extra(self, name: str, shown: bool) -> None:
        """Show or hide something over the picture, such as forces."""
        (self.extras.add if shown else self.extras.discard)(name)

    # -- hands ---------------------------------------------------------------------

    def tap(self) -> None:
        """Push; set it up again where it has given way."""
        if self.moment_of(self.model).fallen:
            self.again()
            return
        self.playback.begin_try(self.make_curves())
        self.model.push()
        self.playback.keep()

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the hotkeys do here, by the names in the hotkey table; a scene adds its own."""
        return {
            "push": self.tap,
            "again": self.again,
            "pause": self.bar.pause.activate,
            "step": self.single_step,
            "slow": self.bar.slow.activate,
            "reset": self.reset,
            "undo": self.undo,
        }

    # -- time ----------------------------------------------------------------------

    def single_step(self) -> None:
        """Stop time and let one moment pass."""
        self.look_back(0.0)
        self.skip(EVERY)

    def look_back(self, before_now: float) -> None:
        """Stop time and show what was recorded so long ago [s]."""
        self.playback.look_back(before_now)
        self.bar.refresh()

    def look_further(self, seconds: float) -> None:
        """Look further back, or less far."""
        self.look_back(self.playback.before_now + seconds)

    @property
    def slowing(self) -> float:
        """A factor on time while it falls, if the user wants that."""
        if not self.preferences.auto_slow:
            return 1.0
        return self.playback.slowing(falling=self.falling(self.playback.moment))

    def update(self, elapsed: float) -> None:
        """Let real time pass."""
        # The slower of the two counts: they do not multiply.
        slowing = 0.0 if self.waiting else min(1.0, self.slowing / self.clock.speed)
        self.playback.update(elapsed, slowing)
        self._show()

    def skip(self, steps: int) -> None:
        """Let so many steps pass at once, and show what came of it."""
        self.playback.skip(steps)
        self._show()

    def complete(self) -> None:
        """Work out at once what else is worked out bit by bit between pictures."""

    def tells(self) -> Told:
        """The words on top, and what came of the last push."""
        told = Told(self.view.says(), restless=self.restless)
        if not self.playback.tries:
            return told
        tried, moment = self.playback.tries[-1], self.playback.moment
        known = tried.decided(moment)
        outcome = self.outcome(tried) if known and not moment.fallen else ""
        return told._replace(push=tried, known=known, outcome=outcome)

    def _show(self) -> None:
        """Bring words, picture, time bar and chart up to the moment shown."""
        playback = self.playback
        self.view.show(playback.shown, busy=playback.transition is not None)
        self.bar.show_recorded(playback.recording.seconds, playback.before_now)
        latest = playback.tries[-1].latest if playback.tries else 0.0
        series = [curve for one in playback.tries for curve in one.series]
        self.panel.show_curves(series, latest, self.push_time)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what lies under the widgets."""
        self.view.draw(surface, round(1 / min(self.clock.speed, self.slowing)))
