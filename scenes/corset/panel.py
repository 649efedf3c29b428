"""The corset scene's panel: breath, draw-in, brace, posture, two pressures, a chart."""

from collections.abc import Mapping
from typing import Protocol

import pygame

from scenes.corset.breath_curve import Breather, BreathPlot, LEAST, MOST
from scenes.corset.moment import CorsetMoment
from scenes.draw.look import Look
from scenes.experiment import panel
from scenes.experiment.protocols import Moment
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Band
from scenes.widgets.chart.plot import Plot, Series
from scenes.widgets.meters.scale import Scale
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.segments import Segments
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from scenes.widgets.widget import Widget
from sim.corset.effort import OUT_FROM
from sim.corset.lifting import disc_force, disc_pressure, MEASURED_LOAD, POSTURES
from sim.corset.rest import rest_pressure
from sim.parameter import Value

MOST_PRESSURE, MOST_DISC = 10.0, 2.5  # kPa, MPa
# What is usual, in kPa: at rest, with the belly drawn in, braced, in a heavy lift.
USUAL = ((1.0, "rest"), (2.5, "drawn"), (5.0, "braced"), (8.5, "lift"))
DRAWN = (2.0, 3.0)  # kPa
DRAWN_IN = 0.75  # what a switch or a key draws in, or lets go
INSET = 14  # design px above the pages


class Owner(panel.Owner, Breather, Protocol):
    """What the panel asks of its scene."""


class CorsetPanel(panel.Panel):
    """The widgets of the panel."""

    def __init__(self, words: Words, owner: Owner) -> None:
        super().__init__("corset", words, owner)
        self.breath = BreathPlot(words, owner)
        self._make_sliders()
        self.posture = Segments(
            [words(f"corset.posture_{name}") for name in POSTURES],
            name=words("corset.posture"),
            on_choose=lambda index: owner.change("posture", [*POSTURES][index]),
        )
        self.breathing = self._switch("breathing")
        self.joined = Switch(
            words("corset.parted"),
            colour="ui",
            on_change=lambda on: owner.change("joined", int(not on)),
        )
        self.pressure = Scale(
            words("corset.pressure"),
            MOST_PRESSURE,
            [(place, words(f"corset.usual_{name}")) for place, name in USUAL],
            usual=DRAWN,
            text=lambda value: words.quantity(value, "kPa", 1),
        )
        self.pressure.rest = rest_pressure() / 1000
        self.disc = Scale(
            words("corset.disc"),
            MOST_DISC,
            [(one.measured / 1e6, words(f"corset.mark_{one.name}")) for one in POSTURES.values()],
            text=lambda value: words.pressure(1e6 * value),
        )
        plot = Plot(
            words("corset.chart"),
            self.time_axis(5.0),
            Axis(0.0, MOST_PRESSURE, "kPa", words.number),
            empty=words("corset.chart_empty"),
        )
        self.hold = Button(words("corset.breath"), kind="plain", on_press=owner.toggle_breathing)
        self.draw_card = SwitchCard(
            words("corset.draw_in_short"),
            words("app.off"),
            words("app.on"),
            on_change=lambda on: owner.change("draw_in", DRAWN_IN if on else 0.0),
        )
        sliders = self.sliders
        further: list[Widget] = [sliders[name] for name in ("load", "breath_depth", "breath_time")]
        shown = self.switches(("names", "arrows", "table"))
        self.assemble(
            [self.breath, sliders["draw_in"], sliders["brace"], self.posture],
            [*further, self.breathing, self.joined, *shown],
            [self.pressure, self.disc],
            plot,
            primary=self.hold,
            switch=self.draw_card,
            peek={name: words(f"corset.{name}_short") for name in ("draw_in", "brace")},
        )

    def _make_sliders(self) -> None:
        words = self._words

        self.slider("draw_in", "teal", self.percent)
        self.slider("brace", "brick", self.percent)
        self.slider("load", "ui", lambda value: words.quantity(value, "kg", 0))
        self.slider("breath_depth", "ui", self.percent)
        self.slider("breath_time", "ui", lambda value: words.quantity(value, "s", 1))

    def _switch(self, name: str) -> Switch:
        return Switch(
            self._words(f"corset.{name}"),
            colour="ui",
            on_change=lambda on: self._owner.change(name, int(on)),
        )

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; the breath's curve is lower where that keeps all in sight."""
        self.breath.tall = MOST
        super().place(rect, look)
        if self.area.scrolls and not self._owner.unfolded:
            over = self.area.height(look, rect.width) - self.area.rect.height
            self.breath.tall = max(LEAST, MOST - over / look.control(1))
            super().place(rect, look)
        if self.pages.visible:
            # On a page of its own the chart has what the gauges leave.
            page = ScrollArea([*self.gauges, self.plot], gap=6).height(look, rect.width)
            free = rect.height - self.pages.height(look, rect.width) - page - look.px(INSET)
            self.plot.tall = min(panel.MOST_CHART, int(self.plot.tall + max(0, free) / look.scale))
            self._turn()

    def time_axis(self, span: float) -> Axis:
        """Whole seconds: a breath is long."""
        return Axis(0.0, span, "s", self._words.number)

    def show_model(self, settings: Mapping[str, Value]) -> None:
        """Bring posture, switches and the tick at rest to the present settings."""
        posture = POSTURES[str(settings["posture"])]
        self.posture.chosen = [*POSTURES].index(posture.name)
        self.breathing.on = bool(settings["breathing"])
        self.hold.icon = "pause" if self.breathing.on else "play"
        self.draw_card.on = float(settings["draw_in"]) > 0
        self.draw_card.when_on = self.percent(float(settings["draw_in"]))
        self.joined.on = not settings["joined"]
        at_rest = disc_force(posture, float(settings["load"]), rest_pressure())
        self.disc.rest = disc_pressure(at_rest) / 1e6
        # What was measured was measured with that load, or standing.
        told = posture.lifts and settings["load"] != MEASURED_LOAD
        self.disc.label = self._words("corset.disc_other" if told else "corset.disc")

    def show_moment(self, moment: Moment) -> None:
        """Bring the breath and both pressures to the moment shown."""
        assert isinstance(moment, CorsetMoment)
        settings = moment.settings
        depth, breathing = float(settings["breath_depth"]), bool(settings["breathing"])
        self.breath.show(moment.phase, depth, breathing=breathing)
        self.pressure.value = moment.pressure / 1000
        self.disc.value = moment.disc_pressure / 1e6

    def show_curves(self, series: list[Series], latest: float, push_time: float) -> None:
        """Put the curves on the chart, over one breath; teal is the end of breathing out."""
        if self.plot.x.high != push_time:
            self.plot.x = self.time_axis(push_time)
        self.plot.series = series
        out = Band(OUT_FROM * push_time, push_time, self._words("corset.chart_out"))
        self.plot.bands = [out] if series else []
