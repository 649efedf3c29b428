"""The timing scene's panel: later means more, both onsets, rotation over time, and the rest."""

from collections.abc import Mapping
from functools import partial

import numpy as np

from scenes.experiment.panel import Owner, Panel
from scenes.experiment.timeline.curves import Curves
from scenes.text.words import Words
from scenes.timing.later_means_more import EARLIEST, LATEST, Sweep
from scenes.timing.moment import TimingMoment
from scenes.timing.says import signed
from scenes.widgets.button import Button
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Band, Zone
from scenes.widgets.chart.plot import Plot, Series
from scenes.widgets.rich_text import RichText
from sim.parameter import Value
from sim.spine.limits_of_bend import NEUTRAL_ZONE
from sim.timing.model import LEAD, WATCHED
from sim.timing.pair import ONSETS

LATER = 100  # design px, the chart of later means more
MOST = 7.0  # degrees on the charts
FURTHER = ("long_before", "long_after", "deep_before", "deep_after")
REACTION = ("moment", "force", "pulse", "lag")
LEFT, RIGHT = "teal", "force"  # colours of both backs in the charts


class BothBacks(Curves[TimingMoment]):
    """The largest joint rotation of both backs over the movement [degrees]."""

    def __init__(self, words: Words) -> None:
        def measure(moment: TimingMoment) -> tuple[float, float]:
            return moment.right.bend, moment.left.bend

        right, left = words("timing.right_short"), words("timing.left_short")
        super().__init__(measure, right, RIGHT, [left], longest=LEAD + WATCHED, known_after=WATCHED)
        self.others[0].colour = LEFT
        self.others[0].dot = True

    @property
    def series(self) -> list[Series]:
        """Both curves, however near to each other."""
        return [*self.others, self.main] if self.latest > -LEAD and len(self.main.x) else []


class TimingPanel(Panel):
    """The widgets of the panel."""

    spans = (WATCHED,)
    push_says = "timing.arm"

    def __init__(self, words: Words, owner: Owner) -> None:
        super().__init__("timing", words, owner)
        self._sweep: Sweep | None = None
        self._shown: object = None
        self._make_sliders()
        zone = Zone(0.0, NEUTRAL_ZONE, words("spine.neutral_zone"), right=False)
        self.later = Plot(
            words("timing.by_onset"),
            Axis(EARLIEST, LATEST, "ms", self._milliseconds),
            Axis(0.0, MOST, words("spine.degrees"), words.number),
            zones=[zone],
            bands=[Band(0.0, 0.0, words("timing.arm"))],
            empty=words("timing.trying"),
            tall=LATER,
        )
        plot = Plot(
            words("timing.chart"),
            self.time_axis(WATCHED),
            Axis(0.0, MOST, words("spine.degrees"), words.number),
            zones=[zone],
            empty=words("timing.chart_empty"),
        )
        (self.switch_map,) = self.switches(("map",))
        note = RichText(words("timing.note"), size=18, colour="muted")
        self.assemble(
            [self.later, self.switch_map, *(self.sliders[name] for name in ONSETS)],
            [self.sliders[name] for name in (*FURTHER, *REACTION)],
            [note],
            plot,
            primary=Button(words("timing.raise"), icon="play", kind="primary", on_press=owner.tap),
            peek=dict(zip(ONSETS, map(words, ("timing.left", "timing.right")), strict=True)),
        )

    def _make_sliders(self) -> None:
        words = self._words

        def milliseconds(value: float) -> str:
            return words.quantity(1000 * value, "ms", 0)

        for name in ONSETS:
            self.slider(name, "teal", partial(signed, words))
        for name in FURTHER:
            self.slider(name, "brick" if name.startswith("long") else "teal", self.percent)
        self.slider("moment", "force", lambda value: words.quantity(value, "N m"))
        self.slider("force", "force", lambda value: words.quantity(value, "N"))
        self.slider("pulse", "force", milliseconds)
        self.slider("lag", "ui", milliseconds)

    def show_button(self, *, here: bool) -> None:
        """Have what raises the arm above the controls, or not."""
        rest = [widget for widget in self._controls if widget is not self.primary]
        self._controls = [self.primary, *rest] if here else rest

    def _milliseconds(self, value: float) -> str:
        return self._words.number(1000 * value)

    def time_axis(self, span: float) -> Axis:
        """From before the movement's start to its end."""
        return Axis(-LEAD, span, "ms", self._milliseconds)

    def show_model(self, settings: Mapping[str, Value]) -> None:
        """There is nothing but sliders."""

    def show_switch(self, *, here: bool) -> None:
        """Have the switch for the map here, or not."""
        self.switch_map.visible = here

    def show_sweep(self, sweep: Sweep, dots: Mapping[str, tuple[float, float | None]]) -> None:
        """Put the curve that is known on its chart, and both backs on it.

        `dots`: onset [s] and rotation [degrees] of the backs by side, None where it is not known.
        """
        shown = (len(sweep.found), *dots.items())
        if shown == self._shown and sweep is self._sweep:
            return
        self._shown, self._sweep = shown, sweep
        words, (tried, turned) = self._words, sweep.curve
        self.later.title = words("timing.later_means_more" if sweep.rises else "timing.by_onset")
        line = [Series(tried, turned, colour="muted", dot=False)] if len(tried) > 1 else []
        self.later.series = line + [
            Series(np.array([onset]), np.array([rotation]), colour, words(f"timing.{side}_short"))
            for (side, (onset, rotation)), colour in zip(dots.items(), (LEFT, RIGHT), strict=True)
            if rotation is not None
        ]
