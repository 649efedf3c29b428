"""A scene with a model that goes on by steps: what all such scenes share.

It owns the model and lets time pass; picture, panel and time bar are widgets that
call back here. A scene adds what is abstract here, and what hands can do.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Generic

import pygame

from scenes.draw.look import Look
from scenes.experiment.accompanied import Accompanied
from scenes.experiment.background import Background
from scenes.experiment.panel import Panel
from scenes.experiment.protocols import Host, ModelT, MomentT, Told
from scenes.experiment.raised import raised
from scenes.experiment.sheet import Sheet
from scenes.experiment.timeline.curves import Curves
from scenes.experiment.timeline.playback import Playback
from scenes.experiment.timeline.timebar import TimeBar
from scenes.experiment.undo import Undo
from scenes.experiment.view import View
from scenes.forms import Areas, PANEL_INSET, STACKED_ZOOM
from scenes.preferences import Preferences
from scenes.text.words import Words
from scenes.widgets.widget import Pressable, Widget
from sim.catalogue import SCENES
from sim.parameter import Value

CLIP_SECONDS = 0.6  # of simulated time, in which most things fall


class Experiment(Accompanied[ModelT, MomentT], Generic[ModelT, MomentT]):
    """Model, time and widgets of a scene. Raises ParameterError for values that are not valid.

    `name` is that of the scene in `sim.catalogue`, where its parameters are; `start` is
    what differs from their defaults when the window opens; `first_extras` is what is
    shown over the picture then; `restless` is whether something moves without anybody's
    doing.
    """

    fills_window = False
    name: str
    start: Mapping[str, Value] = MappingProxyType({})
    first_extras: frozenset[str] = frozenset()
    restless = False
    _told: Mapping[str, Value] = MappingProxyType({})  # settings that panel and picture show

    def __init__(
        self,
        values: Mapping[str, object],
        words: Words,
        preferences: Preferences,
        *,
        speed: float = 1.0,
        host: Host | None = None,
    ) -> None:
        entry = SCENES[self.name]
        self.parameters = {parameter.name: parameter for parameter in entry.parameters}
        self._check = entry.check
        self._first = self._check({**self.start, **values})
        self._speed = speed
        self.host = host or Host()
        self.preferences = preferences
        self.playback = Playback(self.make_model(self._first), self.moment_of, speed)
        self.background = Background()
        self.seen: MomentT | None = None  # what was drawn last
        self.undo_list = Undo()
        self.unfolded = False
        self.extras: set[str] = set(self.first_extras)
        self.wanted_focus: Widget | None = None
        self._placed: tuple[Areas, Look] | None = None
        self.translate(words)

    # -- what every scene adds -----------------------------------------------------

    @abstractmethod
    def make_model(self, settings: Mapping[str, Value]) -> ModelT:
        """A model as it begins, with these complete settings."""

    @abstractmethod
    def make_view(self, words: Words) -> View[MomentT]:
        """Words and picture in a language."""

    @abstractmethod
    def make_panel(self, words: Words) -> Panel:
        """The panel in a language."""

    @abstractmethod
    def make_curves(self) -> Curves[MomentT]:
        """Curves for the chart, for the push that is about to begin."""

    # -- what some scenes change ---------------------------------------------------

    @property
    def push_time(self) -> float:
        """How long a push lasts [s]; the chart marks it."""
        return float(self.model.settings["push_time"])

    @property
    def clip_seconds(self) -> float:
        """How much of a push a clip shows [s]."""
        return CLIP_SECONDS

    def outcome(self, tried: Curves[MomentT]) -> str:
        """What a push did that brought nothing down, where the line on top does not say it."""
        return ""

    def changed(self, name: str) -> None:
        """A parameter has been changed; what else that means."""

    # -- widgets -------------------------------------------------------------------

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        self.words = words
        self.view = self.make_view(words)
        self.bar = self.make_bar(words)
        self._make_panel()

    def make_bar(self, words: Words) -> TimeBar:
        """The time controls in a language."""
        back, picture = self.look_back, self.host.picture
        return TimeBar(
            words, self.clock, step=self.single_step, reset=self.reset, back=back, picture=picture
        )

    def _make_panel(self) -> None:
        self.panel = self.make_panel(self.words)
        self.panel.legend = self.view.legend
        self.sheet = Sheet(self.words, self.panel, self.bar)
        self.sheet.moved = self._place_again
        if self._placed:
            self.place(*self._placed)
        else:
            self._show_settings()

    def widgets(self) -> Sequence[Widget]:
        """Play area first, then panel, then time controls."""
        if self._placed and self._placed[0].form.in_hand:
            below = [] if self.led else self.sheet.widgets()
            return [self.view.touch, *self.view.strips(), *below]
        return [self.view.touch, *self.panel.widgets(), *self.bar.widgets()]

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""
        self._placed = (areas, look)
        self.view.led = self.led
        if areas.form.in_hand:
            paged = bool(self.view.pages)
            self.view.place(areas if self.led else self.sheet.place(areas, look, paged=paged), look)
            self._show_settings()
            return
        if self.unfolded and self.view.gives_way and not (self.led or self.panel_place):
            areas = raised(areas, look)
        self.view.place(areas, look)
        inset = look.px(PANEL_INSET)
        rest = self.panel_place or areas.panel.inflate(-2 * inset, -2 * inset)
        self.panel.place(rest, look)
        self.bar.place(areas.time, look, stacked=look.zoom > STACKED_ZOOM)
        self._show_settings()

    def _place_again(self) -> None:
        if self._placed:
            self.place(*self._placed)

    def _show_settings(self) -> None:
        """Bring everything up to the present settings."""
        self._tell_settings()
        self.playback.refresh()
        self._show()

    def _tell_settings(self) -> None:
        """Bring picture and panel to the settings of the moment shown."""
        self._told = dict(self.told_settings)
        self.view.show_settings(self._told)
        self.panel.show_settings(self._told, can_undo=len(self.undo_list) > 0)

    # -- settings ------------------------------------------------------------------

    def change(self, name: str, value: Value) -> None:
        """Set a parameter from a control."""
        self.to_now()
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
        self.to_now()
        different = [name for name, value in wanted.items() if self.model.settings[name] != value]
        if any(self.parameters[name].restarts for name in different):
            self.playback.begin(self.make_model(wanted))
        for name in different:
            self.model.set(name, wanted[name])
            self.changed(name)
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

    def reset(self, settings: Mapping[str, Value] | None = None) -> None:
        """Everything back to the start; what is being dragged is let go.

        Raises ParameterError, and changes nothing, where other settings are not valid.
        """
        start = self._first if settings is None else self._check(settings)
        for widget in self.widgets():
            # The button that asked for it may be held down: its key counts once.
            if not isinstance(widget, Pressable):
                widget.cancel()
        self.playback.begin(self.make_model(start))
        self.clock.restart(self._speed)
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

    # -- hands ---------------------------------------------------------------------

    def tap(self) -> None:
        """Push, and let time go on; set it up again where it has given way."""
        self.go_on()
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

    def complete(self) -> None:
        """Work out at once what is still missing to be `ready`."""
        self.background.finish(lambda: self.ready)

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
        self.view.led, self.view.asked = self.led, self.asked
        if self.told_settings != self._told:
            self._tell_settings()
        self.view.looking_back = playback.before_now
        self.view.show(playback.shown, busy=playback.transition is not None)
        self.panel.show_moment(playback.shown)
        self.bar.show_recorded(playback.recording.seconds, playback.before_now)
        latest = playback.tries[-1].latest if playback.tries else 0.0
        series = [curve for one in playback.tries for curve in one.series]
        self.panel.show_curves(series, latest, self.push_time)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what lies under the widgets."""
        self.seen = self.playback.moment
        self.view.draw(surface, round(1 / min(self.clock.speed, self.slowing)))
        self.draw_sheet(surface)
