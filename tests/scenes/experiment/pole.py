"""The smallest scene there can be: a pole that falls over unless it is held."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pygame
import pytest

from scenes.draw.look import Look
from scenes.experiment.base import Experiment
from scenes.experiment.headline import Speech
from scenes.experiment.panel import Owner, Panel
from scenes.experiment.protocols import Readings
from scenes.experiment.timeline.curves import Curves
from scenes.experiment.view import Painter, View
from scenes.forms import Areas
from scenes.text import words
from scenes.text.words import table, Words
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.plot import Plot
from scenes.widgets.widget import Widget
from sim.catalogue import LANGUAGES, Scene, SCENES
from sim.mechanics.world import STEP
from sim.parameter import checked, Parameter, Value
from tests.scenes.player import Player

PARAMETERS = (
    Parameter("hold", "N", 0.0, "illustrative", 0, 10, 1),
    Parameter("push", "N", 1.0, "illustrative", 0, 5, 0.5),
    Parameter("push_time", "s", 0.1, "illustrative", 0.1, 1, 0.1),
    Parameter("length", "m", 1.0, "illustrative", 1, 3, 1, restarts=True),
)
TEXTS = {
    "app.pole": ("Stok", "Pole"),
    "hotkeys.lean": ("Leunen", "Lean"),
    "pole.by_hand": ("- Tik.", "- Tap."),
    "pole.set_up": ("Rechtop", "Set up"),
    "pole.hold": ("Vasthouden", "Hold"),
    "pole.chart": ("Uitwijking", "Lean"),
    "pole_say.stands": ("De stok staat.", "The pole stands."),
    "pole_say.lies": ("De stok ligt na {time}.", "The pole lies after {time}."),
    "pole_say.held": ("Hij wordt vastgehouden.", "It is held."),
    "pole_say_short.stands": ("Staat.", "Stands."),
    "pole_say_short.lies": ("Ligt.", "Lies."),
    "pole_say_short.held": ("Vast.", "Held."),
    **{f"info.pole_{part}": ("Stok.", "Pole.") for part in ("shown", "sources", "counter")},
    "info.pole_left_out": ("De rest.", "The rest."),
    "presets.upright": ("Rechtop", "Upright"),
    "presets.upright_note": ("Hij blijft staan.", "It stays up."),
}


def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
    """Complete settings."""
    return checked(PARAMETERS, values)


class Pole:
    """The model."""

    parameters = PARAMETERS
    settings_of = staticmethod(settings_of)

    def __init__(self, settings: Mapping[str, Value]) -> None:
        self.settings = dict(settings)
        self.reset()

    def reset(self) -> None:
        """Upright."""
        self.time = self.lean = self.speed = 0.0
        self.pushed: float | None = None

    def set(self, name: str, value: Value) -> None:
        """Change a parameter."""
        self.settings = settings_of({**self.settings, name: value})
        if name == "length":
            self.reset()

    def push(self) -> None:
        """Push from now on."""
        self.pushed = self.time

    def step(self) -> None:
        """Lean over, or back."""
        hold, push, push_time, _ = map(float, self.settings.values())
        pushed = self.pushed is not None and self.time - self.pushed < push_time
        force = pushed * push - hold * self.lean
        self.speed += (force + 5 * self.lean - self.speed) * STEP
        self.lean = min(1.0, self.lean + self.speed * STEP)
        self.time += STEP


@dataclass(frozen=True)
class PoleMoment:
    """The pole at one time."""

    time: float
    since_push: float | None
    settings: Mapping[str, Value]
    lean: float

    @property
    def fallen(self) -> bool:
        """Whether it lies."""
        return self.lean >= 1

    def readings(self) -> Readings:
        """How far it leans."""
        return {("lean", "m"): self.lean}


class PoleView(View[PoleMoment]):
    """A line."""

    def __init__(self, words: Words) -> None:
        super().__init__("pole", words)
        self.touch = Widget()
        self.bottom = 0

    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """Nothing is kept."""

    def say(self, moment: PoleMoment, *, busy: bool) -> Speech:
        """Lies or stands."""
        if moment.fallen:
            return Speech(("lies", ()), {"time": self._words.quantity(moment.time, "s", 1)})
        return Speech(("stands", ("held",)), width=0.5)

    def arrange(self, moment: PoleMoment, words_bottom: int, areas: Areas, look: Look) -> None:
        """The picture hangs below the words."""
        self.bottom = words_bottom

    def paint(self, surface: pygame.Surface, moment: PoleMoment, look: Look) -> None:
        """The line."""
        self.painter(self.touch.rect, look)(surface, moment)

    def painter(self, rect: pygame.Rect, look: Look) -> Painter[PoleMoment]:
        """The line, anywhere."""

        def paint(surface: pygame.Surface, moment: PoleMoment) -> None:
            end = (rect.centerx + moment.lean * rect.width / 3, rect.centery)
            pygame.draw.line(surface, look.palette.force, rect.midbottom, end, 9)

        return paint


class PolePanel(Panel):
    """One slider and a chart."""

    spans = (1.0, 2.0)

    def __init__(self, words: Words, owner: Owner) -> None:
        super().__init__("pole", words, owner)
        hold = self.slider("hold", "teal", lambda value: words.quantity(value, "N"))
        axis = Axis(0.0, 1.0, "m", words.number)
        plot = Plot(words("pole.chart"), self.time_axis(self.spans[0]), axis)
        self.assemble(
            [hold], [], [], plot, primary=self.tap_button(), peek={"hold": words("pole.hold")}
        )

    def show_model(self, settings: Mapping[str, Value]) -> None:
        """No gauges."""


class PoleScene(Experiment[Pole, PoleMoment]):
    """All that a scene has to say for itself."""

    name = "pole"

    def make_model(self, settings: Mapping[str, Value]) -> Pole:
        """A pole."""
        return Pole(settings)

    def moment_of(self, model: Pole) -> PoleMoment:
        """The pole now."""
        since = None if model.pushed is None else model.time - model.pushed
        return PoleMoment(model.time, since, model.settings, model.lean)

    def make_view(self, words: Words) -> PoleView:
        """Its picture."""
        return PoleView(words)

    def make_panel(self, words: Words) -> PolePanel:
        """Its panel."""
        return PolePanel(words, self)

    def make_curves(self) -> Curves[PoleMoment]:
        """How far it leans."""

        def measure(moment: PoleMoment) -> tuple[float] | None:
            return None if moment.fallen else (moment.lean,)

        return Curves(measure, "pole", "force", longest=2.0)

    def actions(self) -> dict[str, Callable[[], None]]:
        """It can be made to lean."""
        return {**super().actions(), "lean": self.lean}

    def lean(self) -> None:
        """Lean a little."""
        self.model.lean = 0.25

    def falling(self, moment: PoleMoment) -> bool:
        """Whether it leans far."""
        return moment.lean > 0.5


@contextmanager
def registered() -> Iterator[None]:
    """A window with a second scene."""

    def texts(language: str) -> dict[str, str]:
        index = LANGUAGES.index(language)
        return {**table(language), **{key: both[index] for key, both in TEXTS.items()}}

    with pytest.MonkeyPatch.context() as patch:
        for name in [*SCENES][1:]:
            patch.delitem(SCENES, name)
        patch.setitem(SCENES, "pole", Scene("pole", f"{__name__}:Pole"))
        patch.setitem(sys.modules, "scenes.pole.scene", sys.modules[__name__])
        patch.setattr(words, "table", texts)
        yield


class PolePlayer(Player):
    """A window that shows the pole."""

    def __init__(self, **values: float) -> None:
        super().__init__((1280, 720), "nl", "pole", **values)

    @property
    def pole(self) -> PoleScene:
        """The scene."""
        assert isinstance(self.app.experiment, PoleScene)
        return self.app.experiment

    def fall(self) -> None:
        """Tap, and wait until it lies."""
        self.key(pygame.K_p)
        assert self.until(lambda: self.pole.playback.moment.fallen)
        self.frames(60)
