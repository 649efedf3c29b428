"""The block scene's panel: tape card, sliders, gauge and chart.

Ranges, steps and defaults come from the declared parameters; here are only the
words and the colours.
"""

import math
from collections.abc import Callable

import pygame

from scenes.draw.look import Look
from scenes.widgets.axes import Axis
from scenes.widgets.backdrop import Band, Limit
from scenes.widgets.button import Button
from scenes.widgets.gauge import Gauge
from scenes.widgets.plot import Plot, Series
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.slider import Meaning, Slider
from scenes.widgets.tabs import TabBar
from scenes.widgets.tapecard import TapeCard
from scenes.widgets.widget import Widget
from scenes.words import Words
from sim.blocks import PARAMETERS, WIDTH
from sim.margin import Margin
from sim.parameter import Parameter, Value

GAUGE = (-2.0, 3.3)  # doublings of what holds against what tips, 0 at the limit
TALLEST = 58.0  # mm on the chart, a little more than two "fallen" lines
SPANS = (0.15, 0.3, 0.6, 1.5, 3.0, 6.0, 15.0, 30.0)  # s that the chart may show
LEAST_CHART, CHART, MOST_CHART = 96, 150, 280  # design px high: the chart takes what is left
FINE, COARSE = 1.0, 10.0  # N below which a push goes by 0.1 and by 0.5


def push_snap(force: float) -> float:
    """A push that one would name: tenths below 1 N, halves below 10 N, then whole."""
    step = 0.1 if force < FINE else 0.5 if force < COARSE else 1.0
    return round(round(force / step) * step, 1)


class BlocksPanel:
    """The widgets of the panel; `change(name, value)` is called by the user's hand."""

    def __init__(
        self,
        words: Words,
        change: Callable[[str, Value], None],
        more: Callable[[], None],
        *,
        unfolded: bool,
    ) -> None:
        self._words = words
        self._change = change
        self._known = {parameter.name: parameter for parameter in PARAMETERS}
        self.tape = TapeCard(
            words("blocks.tape"),
            words("blocks.tape_off"),
            words("blocks.tape_on"),
            on_change=lambda on: change("tape", "all" if on else "none"),
        )
        newton = self._quantity("N")
        self.sliders = {
            "press": self._slider("press", "blocks.press", "brick", newton),
            "push": self._slider("push", "blocks.push", "force", newton, power=2.5, snap=push_snap),
            "tape_stiffness": self._slider(
                "tape_stiffness",
                "blocks.tape_stiffness",
                "teal",
                lambda value: words.quantity(value / 1000, "N/mm", 1),
            ),
            "blocks": self._slider("blocks", "blocks.number", "ui", words.number),
            "crown_curvature": self._slider(
                "crown_curvature", "blocks.crown", "ui", self._crown, by=0.5
            ),
            "friction": self._slider(
                "friction", "blocks.friction", "ui", lambda value: words.number(value, 2)
            ),
        }
        self.more = Button(
            words("blocks.less" if unfolded else "blocks.more"),
            icon="chevron_down" if unfolded else "chevron",
            kind="row",
            on_press=more,
        )
        self.gauge = Gauge(
            words("blocks.reserve"),
            *GAUGE,
            boundary=0.0,
            caption_low=words("blocks.falls_over"),
            caption_high=words("blocks.stays_up"),
        )
        self.plot = self._plot()
        extra = ("tape_stiffness", "blocks", "crown_curvature", "friction")
        self._controls: list[Widget] = [
            self.tape,
            self.sliders["press"],
            self.sliders["push"],
            self.more,
            *(self.sliders[name] for name in extra if unfolded),
        ]
        self._unfolded = unfolded
        self.area = ScrollArea([*self._controls, self.gauge, self.plot], gap=6)
        self.pages = TabBar(
            [words("blocks.controls"), words("blocks.chart_page")],
            segmented=True,
            on_choose=lambda index: self._turn(),
        )
        self._place: tuple[pygame.Rect, Look] | None = None

    def widgets(self) -> list[Widget]:
        """The switch between controls and chart, where there is no room for both, and the rest."""
        return [self.pages, self.area] if self.pages.visible else [self.area]

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; what does not fit together goes on two pages."""
        self._place = (rect, look)
        self.plot.tall = CHART
        whole = ScrollArea([*self._controls, self.gauge, self.plot], gap=6)
        spare = (rect.height - whole.height(look, rect.width)) / look.scale
        self.plot.tall = round(min(max(CHART + spare, LEAST_CHART), MOST_CHART))
        self.pages.visible = CHART + spare < LEAST_CHART and not self._unfolded
        self._turn()

    def _turn(self) -> None:
        if self._place is None:
            return
        rect, look = self._place
        if not self.pages.visible:
            self.area.set_children([*self._controls, self.gauge, self.plot])
            self.area.place(rect, look)
            return
        chart = self.pages.chosen == 1
        self.area.set_children([self.gauge, self.plot] if chart else [*self._controls, self.gauge])
        inset = look.px(12)  # the scroll area keeps as much free for focus rings
        high = self.pages.height(look, rect.width)
        top = pygame.Rect(rect.left + inset, rect.top + inset, rect.width - 2 * inset, high)
        self.pages.place(top, look)
        self.area.place(
            pygame.Rect(rect.left, top.bottom, rect.width, rect.bottom - top.bottom), look
        )

    def _quantity(self, unit: str) -> Callable[[float], str]:
        return lambda value: self._words.quantity(value, unit)

    def _crown(self, curvature: float) -> str:
        if not curvature:
            return self._words("blocks.crown_flat")
        return self._words(
            "blocks.crown_value", radius=self._words.quantity(1000 / curvature, "mm", 0)
        )

    def _slider(
        self,
        name: str,
        label: str,
        colour: Meaning,
        text: Callable[[float], str],
        *,
        power: float = 1.0,
        snap: Callable[[float], float] | None = None,
        by: float | None = None,
    ) -> Slider:
        declared: Parameter = self._known[name]
        return Slider(
            self._words(label),
            declared.low,
            declared.high,
            by or declared.step,
            text=text,
            on_change=lambda value: self._change(name, int(value) if declared.whole else value),
            colour=colour,
            power=power,
            snap=snap,
        )

    def _plot(self) -> Plot:
        words = self._words
        return Plot(
            words("blocks.chart"),
            self._time_axis(SPANS[0]),
            Axis(0.0, TALLEST, "mm", words.number),
            limit=Limit(WIDTH / 2 * 1000, words("blocks.fallen_region")),
            empty=words("blocks.chart_empty"),
        )

    def _time_axis(self, span: float) -> Axis:
        decimals = 2 if span < 1 else 0 if span > 3 else 1

        def text(value: float) -> str:
            return self._words.number(value, decimals if value else 0)

        return Axis(0.0, span, "s", text)

    def show_settings(self, settings: dict[str, Value], state: str) -> None:
        """Bring all controls to the present settings; `state` says how much tape is on."""
        for name, slider in self.sliders.items():
            slider.value = float(settings[name])
        self.tape.on = settings["tape"] != "none"
        self.tape.when_on = state

    def show_margin(self, margin: Margin, press: float) -> None:
        """Point the gauge and say the reserve in newtons."""
        words = self._words
        holding = margin.holding
        self.gauge.value = math.log2(holding) if 0 < holding < math.inf else GAUGE[1]
        if margin.stable and margin.critical is not None:
            finite = math.isfinite(margin.critical)
            reserve = (
                words.quantity(margin.critical - press, "N", 0)
                if finite
                else words("blocks.reserve_wide")
            )
        else:
            reserve = words("blocks.reserve_none")
        self.gauge.text = lambda value: reserve

    def _push_band(self, end: float) -> Band:
        return Band(0.0, end, self._words("blocks.chart_push"), "field")

    def show_tries(self, series: list[Series], latest: float, push_time: float) -> None:
        """Put the curves on the chart, with an axis that is long enough."""
        span = next((span for span in SPANS if span >= latest), SPANS[-1])
        if self.plot.x.high != span:
            self.plot.x = self._time_axis(span)
        self.plot.series = series
        self.plot.bands = [self._push_band(min(push_time, span))] if series else []
