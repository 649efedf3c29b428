"""What a scene with a model that goes on by steps has to say for itself.

All else that such a scene does is in `scenes/experiment/base.py`.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import Generic

from scenes.experiment.curves import Curves
from scenes.experiment.panel import Panel
from scenes.experiment.playback import Playback
from scenes.experiment.protocols import ModelT, MomentT
from scenes.experiment.view import View
from scenes.text.words import Words
from sim.parameter import Value

CLIP_SECONDS = 0.6  # of simulated time, in which most things fall


class Blueprint(ABC, Generic[ModelT, MomentT]):
    """Model, moments, view, panel and curves of a scene.

    `name` is that of the scene in `sim.catalogue.SCENES`, where its parameters are;
    `start` is what differs from their defaults when the window opens;
    `first_extras` is what is shown over the picture then; `restless` is whether
    something moves without anybody's doing.
    """

    name: str
    start: Mapping[str, Value] = MappingProxyType({})
    first_extras: frozenset[str] = frozenset()
    restless = False
    view: View[MomentT]
    panel: Panel
    playback: Playback[ModelT, MomentT]

    @property
    def model(self) -> ModelT:
        """What is simulated."""
        return self.playback.model

    # -- what every scene adds -----------------------------------------------------

    @abstractmethod
    def make_model(self, settings: Mapping[str, Value]) -> ModelT:
        """A model as it begins, with these complete settings."""

    @abstractmethod
    def moment_of(self, model: ModelT) -> MomentT:
        """The model as it is now."""

    @abstractmethod
    def make_view(self, words: Words) -> View[MomentT]:
        """Words and picture in a language."""

    @abstractmethod
    def make_panel(self, words: Words) -> Panel:
        """The panel in a language."""

    @abstractmethod
    def make_curves(self) -> Curves[MomentT]:
        """Curves for the chart, for the push that is about to begin."""

    @abstractmethod
    def falling(self, moment: MomentT) -> bool:
        """Whether it is going over right now, so that time should run slowly."""

    # -- what some scenes change ---------------------------------------------------

    @property
    def push_time(self) -> float:
        """How long a push lasts [s]; the chart marks it."""
        return float(self.model.settings["push_time"])

    @property
    def waiting(self) -> bool:
        """Whether all rests until somebody touches it: then no time passes."""
        return False

    @property
    def clip_seconds(self) -> float:
        """How much of a push a clip shows [s]."""
        return CLIP_SECONDS

    def outcome(self, tried: Curves[MomentT]) -> str:
        """What a push did that brought nothing down, where the line on top does not say it."""
        return ""

    def dragging(self, name: str) -> bool:
        """Whether a parameter is being dragged: then all its changes are undone at once."""
        slider = self.panel.sliders.get(name)
        return bool(slider and slider.pressed)

    def changed(self, name: str) -> None:
        """A parameter has been changed; what else that means."""

    def again(self) -> None:
        """Set the model up again, with the present settings."""
        self.playback.again()
