"""The corset scene: the belly as a ring, breath, draw-in and brace, and one disc.

Everything shown comes from a `CorsetMoment`. A push is a breath.
"""

from collections.abc import Callable, Mapping
from typing import Any

from scenes.corset.moment import CorsetMoment, moment_of
from scenes.corset.panel import CorsetPanel, DRAWN_IN
from scenes.corset.view import CorsetView
from scenes.experiment.base import Experiment
from scenes.experiment.timeline.curves import Curves
from scenes.text.words import Words
from sim.corset.model import Corset
from sim.parameter import Value

MORE = 0.1  # what one key adds to the brace


class CorsetScene(Experiment[Corset, CorsetMoment]):
    """The corset and what hands can do to it."""

    name = "corset"
    restless = True  # it breathes
    first_extras = frozenset({"names", "arrows"})
    view: CorsetView
    panel: CorsetPanel

    # -- what it is made of ----------------------------------------------------------

    def make_model(self, settings: Mapping[str, Value]) -> Corset:
        """A corset at the beginning of a breath."""
        return Corset(settings)

    def moment_of(self, model: Corset) -> CorsetMoment:
        """The corset as it is now."""
        return moment_of(model)

    def make_view(self, words: Words) -> CorsetView:
        """Words and pictures in a language."""
        return CorsetView(words, self, self.extras)

    def make_panel(self, words: Words) -> CorsetPanel:
        """The panel in a language."""
        return CorsetPanel(words, self)

    def make_curves(self) -> Curves[CorsetMoment]:
        """The pressure in the belly over one breath."""

        def measure(moment: CorsetMoment) -> tuple[float]:
            return (moment.pressure / 1000,)

        return Curves(measure, self._doing(), "teal", longest=self.push_time)

    def outcome(self, tried: Curves[CorsetMoment]) -> str:
        """The highest pressure of a breath."""
        size = self.words.quantity(tried.largest, "kPa", 1)
        return self.words("spoken.breath", size=size)

    def _doing(self) -> str:
        """What the muscles are asked for, to tell one curve from the next."""
        words, settings = self.words, self.model.settings
        asked = [
            words(f"corset.chart_{name}", level=words.quantity(100 * float(settings[name]), "%", 0))
            for name in ("draw_in", "brace")
            if settings[name]
        ]
        return " + ".join(asked) or words("corset.chart_quiet")

    def falling(self, moment: CorsetMoment) -> bool:
        """Nothing falls here."""
        return False

    @property
    def push_time(self) -> float:
        """A push is a breath."""
        return float(self.model.settings["breath_time"])

    @property
    def clip_seconds(self) -> float:
        """A clip shows one breath."""
        return self.push_time

    def dragging(self, name: str) -> bool:
        """The belly and the breath can also be dragged."""
        if name == "draw_in" and self.view.touch.drawing_in:
            return True
        return super().dragging(name) or (name == "breath" and self.panel.breath.pressed)

    # -- hands -----------------------------------------------------------------------

    def release(self) -> None:
        """Let go of the belly: it stays as it was drawn in."""

    def draw_in_to(self, level: float) -> None:
        """Draw the belly in so far, within the range."""
        level = round(min(1.0, max(0.0, level)), 2)
        if level != self.model.settings["draw_in"]:
            self.change("draw_in", level)

    def brace_by(self, change: float) -> None:
        """Brace more or less, within the range."""
        level = float(self.model.settings["brace"]) + change
        self.change("brace", round(min(1.0, max(0.0, level)), 2))

    def toggle_draw_in(self) -> None:
        """Draw the belly in, or let it go."""
        self.change("draw_in", 0.0 if self.model.settings["draw_in"] else DRAWN_IN)

    def breathe_to(self, phase: float) -> None:
        """Hold the breath at this phase."""
        self.to_now()
        self.undo_list.keep(self.model.settings, "breath", same_drag=self.dragging("breath"))
        self.model.set("breathing", 0)
        self.model.set("breath_phase", phase)
        self._show_settings()

    def toggle_breathing(self) -> None:
        """Let the breath go on, or hold it where it is."""
        if self.model.settings["breathing"]:
            self.breathe_to(round(self.model.phase, 3) % 1)
        else:
            self.change("breathing", 1)

    def select(self, slider: str) -> None:
        """Go to a slider."""
        self.wanted_focus = self.panel.sliders[slider]

    def observed(self) -> Mapping[str, Any]:
        """What the muscle does and what comes of it, beside what every experiment observes."""
        moment = self.playback.moment
        found = {"transversus": moment.effort.transversus, "asked": moment.asked.transversus}
        return {**super().observed(), **found, "pressure": moment.pressure}

    def actions(self) -> dict[str, Callable[[], None]]:
        """Draw in, brace and breathe, beside what every experiment does."""
        return {
            **super().actions(),
            "draw_in": self.toggle_draw_in,
            "brace": lambda: self.brace_by(MORE),
            "unbrace": lambda: self.brace_by(-MORE),
            "breathe": self.toggle_breathing,
        }
