"""A scene's panel: controls, then a gauge and a chart, on two pages where room is short.

Ranges, steps and defaults of the sliders come from the declared parameters; a
scene adds the words and the colours.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.experiment.legend import Legend
from scenes.experiment.protocols import Moment
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Band
from scenes.widgets.chart.plot import Plot, Series
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.segments import Segments
from scenes.widgets.slider import Meaning, Slider
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from scenes.widgets.widget import Widget
from sim.catalogue import SCENES
from sim.parameter import Value

COLUMN = 300  # design px: a panel of two of them has two columns
LEAST_CHART, CHART, MOST_CHART = 96, 150, 280  # design px high: the chart takes what is left


class Owner(Protocol):
    """What a panel asks of its scene."""

    unfolded: bool
    extras: set[str]

    def change(self, name: str, value: Value) -> None:
        """Set a parameter."""

    def unfold(self) -> None:
        """Show or hide the further settings."""

    def tap(self) -> None:
        """Push, or set it up again."""

    def undo(self) -> None:
        """Take back the last change."""

    def show_extra(self, name: str, shown: bool) -> None:
        """Show or hide something over the picture."""


class Panel(ABC):
    """The widgets of a panel; made anew with the language.

    A scene fills `sliders` with `slider`, and then gives `assemble` its widgets.
    """

    spans: tuple[float, ...] = (0.15, 0.3, 0.6)  # s that the chart may show
    push_says = "app.chart_push"  # what the band of the chart is, while something pushes
    tap_says = ("", "")  # what the primary action is called before and after a fall

    def __init__(self, scene: str, words: Words, owner: Owner) -> None:
        self._scene = scene
        self._words = words
        self._owner = owner
        self._known = {parameter.name: parameter for parameter in SCENES[scene].parameters}
        self._placed: tuple[pygame.Rect, Look] | None = None
        self.sliders: dict[str, Slider] = {}

    # -- building ----------------------------------------------------------------

    def slider(
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
        """A slider of a parameter, under its name in the texts; `note` is a text key."""
        declared = self._known[name]
        self.sliders[name] = Slider(
            self._words(f"{self._scene}.{name}"),
            declared.low,
            declared.high,
            by or declared.step,
            text=text,
            on_change=lambda value: self._owner.change(
                name, int(value) if declared.whole else value
            ),
            colour=colour,
            note=self._words(f"{self._scene}.{note}") if note else "",
            power=power,
            snap=snap,
            fine=not declared.whole,
        )
        return self.sliders[name]

    def assemble(
        self,
        controls: Iterable[Widget],
        further: Iterable[Widget],
        gauges: Iterable[Widget],
        plot: Plot,
        *,
        primary: Button,
        switch: SwitchCard | None = None,
        peek: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Put the panel together, top to bottom.

        `further` stands behind "more", with undo after it; `gauges` are seen beside the
        controls and beside the chart. In the hand `primary`, the one thing to do, and
        `switch` are always in sight, and the sliders `peek`, with what they are called
        there, nearly always.
        """
        words, owner = self._words, self._owner
        self.more = Button(
            words("app.less" if owner.unfolded else "app.more"),
            icon="chevron_down" if owner.unfolded else "chevron",
            kind="row",
            on_press=owner.unfold,
        )
        self.undo = Button(words("app.undo"), icon="back", on_press=owner.undo)
        self.primary, self.switch, self.peek = primary, switch, dict(peek)
        self._first, self._further = list(controls), [*further, self.undo]
        self._controls: list[Widget] = [*self._first, self.more]
        if owner.unfolded:
            self._controls += self._further
        self.gauges = list(gauges)
        self.plot = plot
        self.charts: list[Widget] = [plot]
        self.area = ScrollArea([*self._controls, *self.gauges, *self.charts], gap=6)
        self.legend = Legend()
        self.beside = ScrollArea(gap=6)  # gauges and charts, in a wide panel
        self.pages = Segments(
            [words("app.controls"), words("app.chart")],
            on_choose=lambda index: self._turn(),
        )

    def switches(self, names: Sequence[str]) -> list[Switch]:
        """Switches for what may be shown over the picture, with the texts `show_<name>`."""
        return [
            Switch(
                self._words(f"{self._scene}.show_{name}"),
                on=name in self._owner.extras,
                colour="ui",
                on_change=lambda on, name=name: self._owner.show_extra(name, on),  # type: ignore[misc]
            )
            for name in names
        ]

    def tap_button(self) -> Button:
        """What pushes; what has fallen it sets up again."""
        self.tap_says = (self._words("app.tap"), self._words(f"{self._scene}.set_up"))
        return Button(self.tap_says[0], icon="tap", kind="primary", on_press=self._owner.tap)

    def percent(self, value: float) -> str:
        """A share, such as how active a muscle is."""
        return self._words.quantity(100 * value, "%", 0)

    def time_axis(self, span: float) -> Axis:
        """An axis for the time since the push."""

        def text(value: float) -> str:
            return self._words.number(value, 2 if value else 0)

        return Axis(0.0, span, "s", text)

    # -- placing -----------------------------------------------------------------

    def widgets(self) -> list[Widget]:
        """The switch between controls and chart, where there is no room for both, and the rest."""
        shown: list[Widget] = [self.pages, self.area] if self.pages.visible else [self.area]
        return [*shown, self.beside] if self.beside.children else shown

    @property
    def _seen(self) -> list[Widget]:
        """The charts, and what letters are too large for in the picture."""
        return [*self.charts, *(self.legend.rows if self.legend.shown else ())]

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; what does not fit together goes on two pages."""
        self._placed = (rect, look)
        self.legend.shown = look.bare
        for slider in self.sliders.values():
            slider.brief = ""
        self.plot.tall = CHART
        self.beside.set_children([])
        if rect.width >= look.control(2 * COLUMN) and (self.gauges or self.charts):
            self._place_columns(rect, look)
            return
        whole = ScrollArea([*self._controls, *self.gauges, *self._seen], gap=6)
        spare = (rect.height - whole.height(look, rect.width)) / look.scale
        self.plot.tall = int(min(max(CHART + spare - 1, LEAST_CHART), MOST_CHART))
        crowded = CHART + spare < LEAST_CHART
        self.pages.visible = crowded and bool(self.charts) and not self._owner.unfolded
        self._turn()

    def _place_columns(self, rect: pygame.Rect, look: Look) -> None:
        """Controls left, gauges and charts right."""
        self.pages.visible = False
        self.area.set_children(self._controls)
        self.beside.set_children([*self.gauges, *self._seen])
        left, right = rect.copy(), rect.copy()
        left.width = right.width = rect.width // 2
        right.right = rect.right
        self.area.place(left, look)
        self.beside.place(right, look)

    def _turn(self) -> None:
        if self._placed is None or self.beside.children:
            return
        rect, look = self._placed
        if not self.pages.visible:
            self.area.set_children([*self._controls, *self.gauges, *self._seen])
            self.area.place(rect, look)
            return
        chart = self.pages.chosen == 1
        page = [*self.gauges, *self._seen] if chart else [*self._controls, *self.gauges]
        self.area.set_children(page)
        inset = look.px(12)  # the scroll area keeps as much free for focus rings
        high = self.pages.height(look, rect.width - 2 * inset)
        top = pygame.Rect(rect.left + inset, rect.top + inset, rect.width - 2 * inset, high)
        self.pages.place(top, look)
        rest = pygame.Rect(rect.left, top.bottom, rect.width, rect.bottom - top.bottom)
        self.area.place(rest, look)

    def show_page(self, page: str, with_chart: Iterable[Widget]) -> None:
        """Show all controls, or the charts with more beside them, in the hand."""
        self.legend.shown = page == "chart"
        if self.legend.shown:
            self.plot.tall = CHART
            self.area.set_children([*self.charts, *with_chart, *self.gauges, *self.legend.rows])
            return
        first = [widget for widget in self._first if widget is not self.switch]
        page_of = [*first, *self.gauges, *self._further]
        self.area.set_children(page_of)

    # -- showing -----------------------------------------------------------------

    def show_settings(self, settings: Mapping[str, Value], *, can_undo: bool) -> None:
        """Bring all controls to the present settings."""
        for name, slider in self.sliders.items():
            # One that sets several shows their mean where these differ.
            values = [float(settings[one]) for one in self._known[name].sets or (name,)]
            slider.value = sum(values) / len(values)
        self.undo.enabled = can_undo
        self.show_model(settings)

    @abstractmethod
    def show_model(self, settings: Mapping[str, Value]) -> None:
        """Bring gauges, and controls that are no sliders, to the present settings."""

    def show_moment(self, moment: Moment) -> None:
        """Bring what says how it is now up to a moment."""
        if any(self.tap_says):
            self.primary.text = self.tap_says[moment.fallen]
            self.primary.icon = "reset" if moment.fallen else "tap"

    def show_curves(self, series: list[Series], latest: float, push_time: float) -> None:
        """Put the curves on the chart, with an axis that is long enough."""
        span = next((span for span in self.spans if span >= latest), self.spans[-1])
        if self.plot.x.high != span:
            self.plot.x = self.time_axis(span)
        self.plot.series = series
        push = Band(0.0, min(push_time, span), self._words(self.push_says), "field")
        self.plot.bands = [push] if series else []
