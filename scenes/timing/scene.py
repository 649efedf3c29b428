"""The timing scene: the same arm twice, with deep muscles that come in time or late.

Two backs run side by side. Everything shown comes from a `TimingMoment` and from
runs of `sim.timing.many_runs` over the onset, which go on while nothing moves.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from scenes.draw.look import Look
from scenes.experiment.base import Experiment
from scenes.experiment.timeline.curves import Curves
from scenes.forms import Areas
from scenes.text.words import Words
from scenes.timing.later_means_more import key_of, Sweep, sweep_table
from scenes.timing.map_dot import MapDot
from scenes.timing.moment import moment_of, TimingMoment
from scenes.timing.onset_map import OnsetMap
from scenes.timing.onset_map_values import STRENGTH
from scenes.timing.onset_mark import OnsetMark
from scenes.timing.panel import BothBacks, LEFT, RIGHT, TimingPanel
from scenes.timing.picture import SIDES
from scenes.timing.says import signed
from scenes.timing.touch import TimingTouch
from scenes.timing.view import TimingView
from scenes.widgets.button import Button
from scenes.widgets.widget import Widget
from sim.mechanics.world import STEP
from sim.parameter import Value
from sim.timing.pair import DURATION, ONSETS, TwoBacks

LATE = 0.1  # s, the onset on the right as the window opens


class TimingScene(Experiment[TwoBacks, TimingMoment]):
    """Both backs and what hands can do to them."""

    name = "timing"
    start: Mapping[str, Value] = {"onset": LATE}
    view: TimingView
    panel: TimingPanel
    _sweep: Sweep | None = None
    _sweep_key: object = None

    # -- what it is made of ----------------------------------------------------------

    def make_model(self, settings: Mapping[str, Value]) -> TwoBacks:
        """Two backs at rest."""
        return TwoBacks(settings)

    def moment_of(self, model: TwoBacks) -> TimingMoment:
        """Both backs as they are now."""
        return moment_of(model)

    def make_view(self, words: Words) -> TimingView:
        """Words, cards and traces in a language."""
        marks = tuple(
            OnsetMark(
                self, self.parameters[onset], row, words(f"timing.{onset}"), partial(signed, words)
            )
            for row, onset in enumerate(ONSETS, start=1)
        )
        buttons = (
            Button(words("timing.raise"), icon="play", kind="primary", on_press=self.tap),
            Button(
                words("timing.map"),
                kind="toggle",
                name=words("timing.show_map"),
                on="map" in self.extras,
                on_press=self._turn,
            ),
        )
        touch = TimingTouch(self, words("timing.stage"))
        return TimingView(words, touch, marks, self._make_map(words), buttons, extras=self.extras)

    def _make_map(self, words: Words) -> OnsetMap:
        found = OnsetMap(words, self.parameters[STRENGTH])
        for side, onset, colour in zip(SIDES, ONSETS, (LEFT, RIGHT), strict=True):
            names = words(f"timing.{side}"), words(f"timing.{side}_short")
            found.add(MapDot(found, self, self.parameters[onset], *names, colour))
        return found

    def _turn(self) -> None:
        self.show_extra("map", "map" not in self.extras)

    def make_panel(self, words: Words) -> TimingPanel:
        """The panel in a language."""
        return TimingPanel(words, self)

    def make_curves(self) -> Curves[TimingMoment]:
        """The rotation of both backs."""
        return BothBacks(self.words)

    def falling(self, moment: TimingMoment) -> bool:
        """The whole movement is shown slowly: it lasts less than a second."""
        return self.model.moving

    @property
    def moving(self) -> bool:
        """While the arm goes up the curve does not grow."""
        return self.model.moving and not self.clock.paused

    @property
    def at_rest(self) -> bool:
        """Between movements."""
        return not self.model.moving

    @property
    def push_time(self) -> float:
        """How long the arm's reaction lasts [s]; the chart marks it."""
        return float(self.model.settings["pulse"])

    # -- widgets -----------------------------------------------------------------------

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        super().translate(words)
        self.bar.back.low = -DURATION

    def widgets(self) -> Sequence[Widget]:
        """Play area first, with buttons, and marks or map, after the picture."""
        first, *others = super().widgets()
        view = self.view
        raised, turned = ([one] if one.visible else [] for one in (view.button, view.turn))
        touched = [view.map] if view.mapped else [one for one in view.marks if one.visible]
        return [first, *raised, *touched, *turned, *others]

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window; the panel has the buttons where it must."""
        self.view.place(areas, look)
        self.panel.show_button(here=not (self.view.button.visible or areas.form.in_hand))
        self.panel.show_switch(here=not (self.view.turn.visible or areas.form.in_hand))
        super().place(areas, look)

    def show_extra(self, name: str, shown: bool) -> None:
        """The map takes the place of the traces, whichever control asks for it."""
        super().show_extra(name, shown)
        self.panel.switch_map.on = "map" in self.extras
        self._place_again()

    def dragging(self, name: str) -> bool:
        """Onsets can also be dragged by their marks."""
        marks = dict(zip(ONSETS, self.view.marks, strict=True))
        dots = dict(zip(ONSETS, self.view.map.children, strict=True))
        held = name in marks and (marks[name].pressed or dots[name].pressed)
        return super().dragging(name) or held

    def _show_settings(self) -> None:
        key = key_of(self.model.settings)
        if key != self._sweep_key:
            self._sweep_key = key
            self._sweep = Sweep(self.model.settings)
            self.background.begin(self._sweep.slices(), urgent=True)
        self.background.wait()  # an onset that is dragged moves both backs
        super()._show_settings()

    def _show(self) -> None:
        super()._show()
        self._show_sweep()

    def _show_sweep(self) -> None:
        """The curve with both backs on it: as measured once the movement is over."""
        moment, sweep = self.playback.moment, self._sweep
        if sweep is None:
            return
        dots = {}
        for side, onset, back in zip(SIDES, ONSETS, (moment.left, moment.right), strict=True):
            time = float(moment.settings[onset])
            dots[side] = time, back.turned if moment.done else sweep.at(time)
        self.panel.show_sweep(sweep, dots)

    # -- hands -----------------------------------------------------------------------

    def tap(self) -> None:
        """Raise the arm, from rest."""
        self.model.push()
        self.playback.begin(self.model)
        self.playback.begin_try(self.make_curves())
        self.clock.paused = False
        self.bar.refresh()
        self._show()

    def set_on_map(self, onset: str, time: float, strength: float) -> None:
        """Set the onset of one back, and the strength of both, as a dot on the map does."""
        self.to_now()
        self.undo_list.keep(self.model.settings, onset, same_drag=self.dragging(onset))
        for name, value in ((onset, time), (STRENGTH, strength)):
            self.model.set(name, value)
        self.playback.begin(self.model)
        self._show_settings()

    def look_at(self, time: float) -> None:
        """Stop time and show a time of the movement [s from its start]."""
        if self.model.since_push is not None:
            self.look_back(self.model.since_push - time)

    def actions(self) -> dict[str, Callable[[], None]]:
        """The arm in the place of a finger."""
        actions = super().actions()
        actions["raise_arm"] = actions.pop("push")
        return actions

    def tables(self) -> Mapping[str, Callable[[], str]]:
        """The curve over the onset, too."""
        return {**super().tables(), "sweep": lambda: sweep_table(self.model.settings)}

    # -- time ----------------------------------------------------------------------

    def update(self, elapsed: float) -> None:
        """Let real time pass, at most to the movement's end."""
        # What is recorded ends with the movement.
        ends = self.model.steps_left * STEP / min(self.clock.speed, self.slowing)
        super().update(min(elapsed, ends))
        grid = self.view.map.grid
        if self.view.mapped and grid and not (grid.fine or self.background.pending):
            self.background.begin(grid.slices, urgent=True)

    def control(self, name: str) -> Widget | None:
        """A slider; in the hand also the button, which is not in the picture there."""
        if name == "arm" and self._placed and self._placed[0].form.in_hand:
            return self.panel.primary
        return super().control(name)

    def observed(self) -> Mapping[str, Any]:
        """Whether the movement is over, and how far both bent."""
        moment = self.playback.moment
        turned = moment.left.turned, moment.right.turned
        return {**super().observed(), "done": moment.done, "turned": turned}

    def skip(self, steps: int) -> None:
        """Let so many steps pass at once, as far as the movement goes."""
        super().skip(min(steps, self.model.steps_left))
