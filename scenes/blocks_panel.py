"""The block scene's panel: tape card, sliders, gauge, chart, further settings.

Ranges, steps and defaults come from the declared parameters; here are only the
words and the colours.
"""

import math
from collections.abc import Callable, Mapping
from typing import Protocol

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.preferences import Preferences
from scenes.preset import load_preset, preset_names
from scenes.widgets.axes import Axis
from scenes.widgets.backdrop import Band, Limit
from scenes.widgets.button import Button
from scenes.widgets.gauge import Gauge
from scenes.widgets.plot import Plot, Series
from scenes.widgets.richtext import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.slider import Meaning, Slider
from scenes.widgets.switch import Switch
from scenes.widgets.tabs import TabBar
from scenes.widgets.tapecard import TapeCard
from scenes.widgets.widget import Widget
from scenes.words import Words
from sim.blocks import PARAMETERS, WIDTH
from sim.margin import Margin
from sim.parameter import Parameter, Value

GAUGE = (-2.0, 3.3)  # doublings of what holds against what tips, 0 at the limit
TALLEST = 58.0  # mm on the chart, a little more than two "fallen" lines
SPANS = (0.15, 0.3, 0.6)  # s that the chart may show
LEAST_CHART, CHART, MOST_CHART = 96, 150, 280  # design px high: the chart takes what is left
FINE, COARSE = 1.0, 10.0  # N below which a push goes by 0.1 and by 0.5
EXTRA_SLIDERS = ("tape_stiffness", "blocks", "crown_curvature", "friction")


def push_snap(force: float) -> float:
    """A push that one would name: tenths below 1 N, halves below 10 N, then whole."""
    step = 0.1 if force < FINE else 0.5 if force < COARSE else 1.0
    return round(round(force / step) * step, 1)


class Owner(Protocol):
    """What the panel asks of its scene."""

    unfolded: bool
    preferences: Preferences

    def change(self, name: str, value: Value) -> None:
        """Set a parameter."""

    def unfold(self) -> None:
        """Show or hide the further settings."""

    def undo(self) -> None:
        """Take back the last change."""

    def load(self, values: Mapping[str, object]) -> None:
        """Take over all settings of an example."""

    def show_extra(self, name: str, shown: bool) -> None:
        """Show or hide forces or the shape in which it falls."""


class BlocksPanel:
    """The widgets of the panel."""

    def __init__(self, words: Words, owner: Owner) -> None:
        self._words = words
        self._owner = owner
        self._known = {parameter.name: parameter for parameter in PARAMETERS}
        self.tape = TapeCard(
            words("blocks.tape"),
            words("blocks.tape_off"),
            words("blocks.tape_on"),
            on_change=lambda on: owner.change("tape", "all" if on else "none"),
        )
        self.sliders = self._make_sliders()
        self.more = Button(
            words("blocks.less" if owner.unfolded else "blocks.more"),
            icon="chevron_down" if owner.unfolded else "chevron",
            kind="row",
            on_press=owner.unfold,
        )
        self.gauge = Gauge(
            words("blocks.reserve"),
            *GAUGE,
            boundary=0.0,
            caption_low=words("blocks.falls_over"),
            caption_high=words("blocks.stays_up"),
        )
        self.plot = Plot(
            words("blocks.chart"),
            self._time_axis(SPANS[0]),
            Axis(0.0, TALLEST, "mm", words.number),
            limit=Limit(WIDTH / 2 * 1000, words("blocks.fallen_region")),
            empty=words("blocks.chart_empty"),
        )
        self.undo = Button(words("blocks.undo"), icon="back", on_press=owner.undo)
        self._controls: list[Widget] = [
            self.tape,
            self.sliders["press"],
            self.sliders["push"],
            self.more,
            *(self._further() if owner.unfolded else []),
        ]
        self.area = ScrollArea([*self._controls, self.gauge, self.plot], gap=6)
        self.pages = TabBar(
            [words("blocks.controls"), words("blocks.chart_page")],
            segmented=True,
            on_choose=lambda index: self._turn(),
        )
        self._placed: tuple[pygame.Rect, Look] | None = None

    # -- building ----------------------------------------------------------------

    def _make_sliders(self) -> dict[str, Slider]:
        words = self._words

        def newton(value: float) -> str:
            return words.quantity(value, "N")

        def stiffness(value: float) -> str:
            return words.quantity(value / 1000, "N/mm", 1)

        def friction(value: float) -> str:
            return words.number(value, 2)

        return {
            "press": self._slider("press", "brick", newton, note="blocks.press_note"),
            "push": self._slider("push", "force", newton, power=2.5, snap=push_snap),
            "tape_stiffness": self._slider(
                "tape_stiffness", "teal", stiffness, note="blocks.tape_note"
            ),
            "blocks": self._slider("blocks", "ui", words.number),
            "crown_curvature": self._slider("crown_curvature", "ui", self._crown, by=0.5),
            "friction": self._slider("friction", "ui", friction),
        }

    def _slider(
        self,
        name: str,
        colour: Meaning,
        text: Callable[[float], str],
        *,
        note: str = "",
        power: float = 1.0,
        snap: Callable[[float], float] | None = None,
        by: float | None = None,
    ) -> Slider:
        declared: Parameter = self._known[name]
        return Slider(
            self._words(f"blocks.{name}"),
            declared.low,
            declared.high,
            by or declared.step,
            text=text,
            on_change=lambda value: self._owner.change(
                name, int(value) if declared.whole else value
            ),
            colour=colour,
            note=self._words(note) if note else "",
            power=power,
            snap=snap,
        )

    def _crown(self, curvature: float) -> str:
        if not curvature:
            return self._words("blocks.crown_flat")
        radius = self._words.quantity(1000 / curvature, "mm", 0)
        return self._words("blocks.crown_value", radius=radius)

    def _further(self) -> list[Widget]:
        """What stands behind "more": sliders, switches, examples."""
        words, owner = self._words, self._owner
        switches = [
            Switch(
                words(f"blocks.show_{name}"),
                colour="ui",
                on_change=lambda on, name=name: owner.show_extra(name, on),  # type: ignore[misc]
            )
            for name in ("forces", "mode")
        ]
        examples: list[Widget] = []
        for name in preset_names():
            examples += [
                Button(
                    words(f"presets.{name}"),
                    icon="chevron",
                    kind="row",
                    on_press=lambda name=name: owner.load(load_preset(name)),  # type: ignore[misc]
                ),
                RichText(words(f"presets.{name}_note"), size=18, colour="muted"),
            ]
        heading = RichText(words("blocks.examples"), weight=SEMIBOLD)
        sliders = [self.sliders[name] for name in EXTRA_SLIDERS]
        return [*sliders, *switches, self.undo, heading, *examples]

    def _time_axis(self, span: float) -> Axis:
        def text(value: float) -> str:
            return self._words.number(value, 2 if value else 0)

        return Axis(0.0, span, "s", text)

    # -- placing -----------------------------------------------------------------

    def widgets(self) -> list[Widget]:
        """The switch between controls and chart, where there is no room for both, and the rest."""
        return [self.pages, self.area] if self.pages.visible else [self.area]

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; what does not fit together goes on two pages."""
        self._placed = (rect, look)
        self.plot.tall = CHART
        whole = ScrollArea([*self._controls, self.gauge, self.plot], gap=6)
        spare = (rect.height - whole.height(look, rect.width)) / look.scale
        self.plot.tall = int(min(max(CHART + spare - 1, LEAST_CHART), MOST_CHART))
        self.pages.visible = CHART + spare < LEAST_CHART and not self._owner.unfolded
        self._turn()

    def _turn(self) -> None:
        if self._placed is None:
            return
        rect, look = self._placed
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
        rest = pygame.Rect(rect.left, top.bottom, rect.width, rect.bottom - top.bottom)
        self.area.place(rest, look)

    # -- showing -----------------------------------------------------------------

    def show_settings(self, settings: Mapping[str, Value], *, can_undo: bool) -> None:
        """Bring all controls to the present settings."""
        for name, slider in self.sliders.items():
            slider.value = float(settings[name])
        self.tape.on = settings["tape"] != "none"
        everywhere = settings["tape"] == "all"
        self.tape.when_on = self._words("blocks.tape_on" if everywhere else "blocks.tape_some")
        self.undo.enabled = can_undo

    def show_margin(self, margin: Margin, press: float) -> None:
        """Point the gauge and say the reserve in newtons."""
        words, holding = self._words, margin.holding
        self.gauge.value = math.log2(holding) if 0 < holding < math.inf else GAUGE[1]
        reserve = words("blocks.reserve_none")
        if margin.critical is None:
            reserve = words("blocks.reserve_never")
        elif margin.stable and math.isinf(margin.critical):
            reserve = words("blocks.reserve_wide")
        elif margin.stable:
            reserve = words.quantity(margin.critical - press, "N", 0)
        self.gauge.text = lambda value: reserve

    def show_tries(self, series: list[Series], latest: float, push_time: float) -> None:
        """Put the curves on the chart, with an axis that is long enough."""
        span = next((span for span in SPANS if span >= latest), SPANS[-1])
        if self.plot.x.high != span:
            self.plot.x = self._time_axis(span)
        self.plot.series = series
        push = Band(0.0, min(push_time, span), colour="field")
        self.plot.bands = [push] if series else []
