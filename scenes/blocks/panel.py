"""The block scene's panel: tape card, sliders, gauge, chart, further settings."""

import math
from collections.abc import Mapping

from scenes.blocks.roll import roll
from scenes.experiment.panel import Owner, Panel
from scenes.text.words import Words
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Limit
from scenes.widgets.chart.plot import Plot
from scenes.widgets.meters.gauge import Gauge
from scenes.widgets.switch_card import SwitchCard
from sim.blocks.margin import margin_of
from sim.blocks.parameters import WIDTH
from sim.parameter import Value

GAUGE = (-2.0, 3.3)  # doublings of what holds against what tips, 0 at the limit
HELD = 2  # blocks that the hands hold
TALLEST = 58.0  # mm on the chart, a little more than two "fallen" lines
FINE, COARSE = 1.0, 10.0  # N below which a push goes by 0.1 and by 0.5
EXTRA_SLIDERS = ("tape_stiffness", "blocks", "crown_curvature", "friction")


def push_snap(force: float) -> float:
    """A push that one would name: tenths below 1 N, halves below 10 N, then whole."""
    step = 0.1 if force < FINE else 0.5 if force < COARSE else 1.0
    return round(round(force / step) * step, 1)


class BlocksPanel(Panel):
    """The widgets of the panel."""

    def __init__(self, words: Words, owner: Owner) -> None:
        super().__init__("blocks", words, owner)
        self.tape = SwitchCard(
            words("blocks.tape"),
            words("blocks.tape_off"),
            words("blocks.tape_on"),
            on_change=lambda on: owner.change("tape", "all" if on else "none"),
            picture=roll,
        )
        self._make_sliders()
        self.gauge = Gauge(
            words("app.reserve"),
            *GAUGE,
            boundary=0.0,
            caption_low=words("blocks.falls_over"),
            caption_high=words("blocks.stays_up"),
        )
        plot = Plot(
            words("blocks.chart"),
            self.time_axis(self.spans[0]),
            Axis(0.0, TALLEST, "mm", words.number),
            limit=Limit(WIDTH / 2 * 1000, words("blocks.fallen_region")),
            empty=words("app.chart_empty"),
        )
        sliders = [self.sliders[name] for name in EXTRA_SLIDERS]
        self.assemble(
            [self.tape, self.sliders["press"], self.sliders["push"]],
            [*sliders, *self.switches(("forces", "mode"))],
            [self.gauge],
            plot,
            primary=self.tap_button(),
            switch=self.tape,
            peek={"press": words("blocks.press")},
        )

    def _make_sliders(self) -> None:
        words = self._words

        def newton(value: float) -> str:
            return words.quantity(value, "N")

        def stiffness(value: float) -> str:
            return words.quantity(value / 1000, "N/mm", 1)

        def friction(value: float) -> str:
            return words.number(value, 2)

        self.slider("press", "brick", newton, note="press_note")
        self.slider("push", "force", newton, power=2.5, snap=push_snap)
        self.slider("tape_stiffness", "teal", stiffness, note="tape_note")
        self.slider("blocks", "ui", self._count)
        self.slider("crown_curvature", "ui", self._crown, by=0.5)
        self.slider("friction", "ui", friction)

    def _count(self, free: float) -> str:
        """As many as are seen: the lowest and the top one are held by the hands."""
        number = self._words.number
        return self._words("blocks.blocks_value", all=number(free + HELD), free=number(free))

    def _crown(self, curvature: float) -> str:
        if not curvature:
            return self._words("blocks.crown_flat")
        radius = self._words.quantity(1000 / curvature, "mm", 0)
        return self._words("blocks.crown_value", radius=radius)

    def show_model(self, settings: Mapping[str, Value]) -> None:
        """Set the tape card, point the gauge and say the reserve in newtons."""
        words, margin = self._words, margin_of(settings)
        self.tape.on = settings["tape"] != "none"
        everywhere = settings["tape"] == "all"
        self.tape.when_on = words("blocks.tape_on" if everywhere else "blocks.tape_some")
        holding = margin.holding
        self.gauge.value = math.log2(holding) if 0 < holding < math.inf else GAUGE[1]
        reserve = words("app.reserve_none")
        if margin.critical is None:
            reserve = words("blocks.reserve_never")
        elif margin.stable and math.isinf(margin.critical):
            reserve = words("blocks.reserve_wide")
        elif margin.stable:
            size = words.quantity(margin.critical - float(settings["press"]), "N", 0)
            reserve = words("blocks.reserve_value", size=size)
        self.gauge.text = lambda value: reserve
