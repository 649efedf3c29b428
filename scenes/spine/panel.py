"""The spine scene's panel: deep and long muscles, gauge, chart, further settings."""

from collections.abc import Mapping

from scenes.experiment.panel import Owner, Panel
from scenes.experiment.same_experiment import TAPED
from scenes.spine.living_map import SpineMap
from scenes.text.words import Words
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Limit, Zone
from scenes.widgets.chart.plot import Plot
from scenes.widgets.meters.gauge import Gauge
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from sim.parameter import Value
from sim.spine.limits_of_bend import GIVEN_WAY, NEUTRAL_ZONE
from sim.spine.muscles import DEEP, level
from sim.spine.verdict import verdict_of

GAUGE = (-90.0, 70.0)  # N m/rad
MOST_BEND = 8.0  # degrees on the chart
SINGLE = ("multifidus", "transversus", "erector_spinae", "erector_lumbar", "abdominals")
COLOURS = ("teal", "teal", "brick", "brick", "brick")


class SpinePanel(Panel):
    """The widgets of the panel; the map joins them where it has no room in the play area."""

    spans = (0.6, 1.2, 2.4)

    def __init__(self, words: Words, owner: Owner, spine_map: SpineMap) -> None:
        super().__init__("spine", words, owner)
        self._map = spine_map
        self._make_sliders()
        self.gauge = Gauge(
            words("app.reserve"),
            *GAUGE,
            boundary=0.0,
            caption_low=words("spine.gives_way"),
            caption_high=words("spine.stays_up"),
        )
        plot = Plot(
            words("spine.chart"),
            self.time_axis(self.spans[0]),
            Axis(0.0, MOST_BEND, words("spine.degrees"), words.number),
            limit=Limit(GIVEN_WAY, words("spine.gives_way")),
            zones=[Zone(0.0, NEUTRAL_ZONE, words("spine.neutral_zone"))],
            empty=words("app.chart_empty"),
        )
        self.deep = SwitchCard(
            words("spine.deep_muscles"),
            words("spine.deep_off"),
            words("spine.deep_on"),
            on_change=lambda on: owner.change("deep_muscles", TAPED if on else 0.0),
        )
        self.preload = Switch(
            words("spine.preload_stiffening"),
            on_change=lambda on: owner.change("preload_stiffening", int(on)),
        )
        further = (*SINGLE, "hand_load", "disc_stiffness", "short_range_stiffness")
        self.assemble(
            [self.sliders[name] for name in ("deep_muscles", "long_muscles", "push")],
            [
                *(self.sliders[name] for name in further),
                self.preload,
                *self.switches(("names", "forces", "pressure", "mode")),
            ],
            [self.gauge],
            plot,
            primary=self.tap_button(),
            switch=self.deep,
            peek={name: words(f"spine.{name}_short") for name in ("deep_muscles", "long_muscles")},
        )

    def _make_sliders(self) -> None:
        words = self._words

        def newton(value: float) -> str:
            return words.quantity(value, "N")

        def kilogram(value: float) -> str:
            return words.quantity(value, "kg")

        def stiffness(value: float) -> str:
            return words.quantity(value, "N m/rad", 0)

        def factor(value: float) -> str:
            return words.number(value, 0 if value == round(value) else 1)

        self.slider("deep_muscles", "teal", self.percent, note="deep_note")
        self.slider("long_muscles", "brick", self.percent, note="long_note")
        self.slider("push", "force", newton)
        for name, colour in zip(SINGLE, COLOURS, strict=True):
            self.slider(name, colour, self.percent)  # type: ignore[arg-type]
        self.slider("hand_load", "ui", kilogram)
        self.slider("disc_stiffness", "ui", stiffness)
        self.slider("short_range_stiffness", "ui", factor)

    def show_map(self, *, here: bool) -> None:
        """Have the map among the charts, or not."""
        self.charts = [self._map, self.plot] if here else [self.plot]

    def show_model(self, settings: Mapping[str, Value]) -> None:
        """Point the gauge and say the reserve."""
        words, verdict = self._words, verdict_of(settings)
        self.deep.on = level(settings, DEEP) > 0
        self.preload.on = bool(settings["preload_stiffening"])
        self.gauge.value = verdict.smallest
        reserve = words("app.reserve_none")
        if verdict.stable:
            size = words.quantity(verdict.smallest, "N m/rad", 0)
            reserve = words("spine.reserve_value", size=size)
        self.gauge.text = lambda value: reserve
