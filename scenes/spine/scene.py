"""The lumbar spine scene: muscles, a push, and the living map.

The same experiment as with the blocks. Everything shown comes from a
`SpineMoment` and from the `Verdict` of the settings.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from scenes.draw.look import Look
from scenes.experiment.same_experiment import TAPED
from scenes.experiment.standing import Standing
from scenes.experiment.timeline.curves import Curves
from scenes.forms import Areas
from scenes.spine.living_map import SpineMap
from scenes.spine.living_map_values import map_table
from scenes.spine.moment import moment_of, SpineMoment
from scenes.spine.panel import SpinePanel
from scenes.spine.says import GOING, LEANING, shape
from scenes.spine.view import SpineView
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.parameter import Value
from sim.spine.model import LumbarSpine
from sim.spine.muscles import DEEP, level, LONG
from sim.spine.verdict import verdict_of

MORE = 0.1  # of full activation, what one key adds to the long muscles
RESTING = 1e-6  # rad, a bend that only rounding can cause
LONGEST = 2.4  # s after a push in which it is decided what happens


class SpineScene(Standing[LumbarSpine, SpineMoment]):
    """The spine and what hands can do to it."""

    name = "spine"
    going = GOING
    hinted = ("tap", "dot")
    first_extras = frozenset({"names"})
    _overpushed: bool | None = None  # None while it stands
    view: SpineView
    panel: SpinePanel

    # -- what it is made of ----------------------------------------------------------

    def make_model(self, settings: Mapping[str, Value]) -> LumbarSpine:
        """A spine in neutral posture."""
        return LumbarSpine(settings)

    def moment_of(self, model: LumbarSpine) -> SpineMoment:
        """The spine as it is now; whether it was pushed too hard is decided when it falls."""
        if not model.fallen:
            self._overpushed = None
        elif self._overpushed is None:
            self._overpushed = verdict_of(model.settings).stable
        return moment_of(model, overpushed=bool(self._overpushed))

    def make_view(self, words: Words) -> SpineView:
        """Words, picture and map in a language."""
        return SpineView(words, self, SpineMap(words, self), self.extras, self.hints)

    def make_panel(self, words: Words) -> SpinePanel:
        """The panel in a language."""
        return SpinePanel(words, self, self.view.map)

    def make_curves(self) -> Curves[SpineMoment]:
        """How far the joint bends that bends most."""

        def measure(moment: SpineMoment) -> tuple[float]:
            return (float(np.degrees(moment.furthest)),)

        settings = self.model.settings
        deep, long = (self.words.number(100 * level(settings, of), 0) for of in (DEEP, LONG))
        label = self.words("spine.chart_label", deep=deep, long=long)
        colour = "teal" if verdict_of(settings).stable else "force"
        return Curves(measure, label, colour, longest=LONGEST)

    @property
    def stable(self) -> bool:
        """What the `Verdict` says."""
        return verdict_of(self.model.settings).stable

    def quantity(self, largest: float) -> str:
        """Degrees of a joint."""
        return self.words.quantity(largest, self.words("spine.degrees"), 1)

    @property
    def waiting(self) -> bool:
        """Whether nobody has touched it yet: what tips it is a hand, and not the rounding."""
        return self.model.since_push is None and self.playback.moment.furthest < RESTING

    @property
    def ready(self) -> bool:
        """Whether the map is fine: a coarse one does not tell the ways of giving way apart."""
        plane = self.view.map.plane
        return plane is None or plane.region.fine

    # -- widgets -----------------------------------------------------------------------

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window; the map goes where there is room for it."""
        self.view.place(areas, look)
        self.panel.show_map(here=not (self.view.map_beside or areas.form.in_hand))
        super().place(areas, look)

    def widgets(self) -> Sequence[Widget]:
        """Play area first, with the map after the picture."""
        first, *others = super().widgets()
        return [first, self.view.map, *others] if self.view.map_beside else [first, *others]

    def play_widgets(self) -> Sequence[Widget]:
        """The picture; the map gives its place to a card."""
        return [widget for widget in super().play_widgets() if widget is not self.view.map]

    def _tell_settings(self) -> None:
        super()._tell_settings()
        # The dot is where the sliders are, to the step.
        long, deep = (self.panel.sliders[name].value for name in ("long_muscles", "deep_muscles"))
        living = self.view.map
        if living.show_settings(self.told_settings, long, deep) and living.plane:
            self.background.begin(living.plane.slices())

    def dragging(self, name: str) -> bool:
        """Levels can also be dragged on the map."""
        return super().dragging(name) or self.view.map.pressed

    # -- hands -----------------------------------------------------------------------

    def set_levels(self, long: float, deep: float) -> None:
        """Set both levels at once, as the dot on the map does."""
        self.hints.done("dot")
        wanted = {"long_muscles": long, "deep_muscles": deep}
        self.to_now()
        self.undo_list.keep(self.model.settings, "map", same_drag=self.dragging("map"))
        for name, value in wanted.items():
            self.model.set(name, value)
        self._show_settings()

    def deep_by(self, change: float) -> None:
        """More or less of the deep muscles, within the range."""
        self._change_level("deep_muscles", DEEP, change)

    def long_by(self, change: float) -> None:
        """More or less of the long muscles, within the range."""
        self._change_level("long_muscles", LONG, change)

    def _change_level(self, name: str, group: tuple[str, ...], change: float) -> None:
        wanted = level(self.model.settings, group) + change
        self.change(name, round(min(1.0, max(0.0, wanted)), 2))

    def toggle_deep(self) -> None:
        """Deep muscles on or off, like the tape of the blocks."""
        off = level(self.model.settings, DEEP) > 0
        self.change("deep_muscles", 0.0 if off else TAPED)

    def select(self, muscle: str) -> None:
        """Go to the slider of a muscle."""
        if not self.unfolded:
            self.unfold()
        self.wanted_focus = self.panel.sliders[muscle]

    def observed(self) -> Mapping[str, Any]:
        """Whether it fell by leaning over, beside what every experiment observes."""
        moment = self.playback.moment
        leans = moment.fallen and shape(moment) == LEANING
        return {**super().observed(), "leans": leans}

    def tables(self) -> Mapping[str, Callable[[], str]]:
        """The map as it is seen, too."""
        return {**super().tables(), "map": lambda: map_table(self.model.settings)}

    def actions(self) -> dict[str, Callable[[], None]]:
        """Muscles, beside what every experiment does."""
        return {
            **super().actions(),
            "deep": self.toggle_deep,
            "more_long": lambda: self.long_by(MORE),
            "less_long": lambda: self.long_by(-MORE),
        }
