"""What a story may ask of an experiment, so that it need know nothing else of it."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic

import pygame

from scenes.draw.look import Look
from scenes.experiment.panel import Panel
from scenes.experiment.protocols import ModelT, MomentT, Target
from scenes.experiment.sheet import Sheet
from scenes.experiment.timed import Timed
from scenes.experiment.view import View
from scenes.forms import Areas
from scenes.widgets.widget import Widget
from sim.parameter import Value

Keepsake = Callable[[pygame.Surface, pygame.Rect, Look], None]
"""Paints a picture that was seen into a place."""

ROUND = 8  # design px between a control and its frame


class Accompanied(Timed[ModelT, MomentT], Generic[ModelT, MomentT]):
    """An experiment's picture, panel and time, as a story sees them."""

    accompanied = False
    led = False
    asked = ""
    panel_place: pygame.Rect | None = None
    view: View[MomentT]
    panel: Panel
    sheet: Sheet
    extras: set[str]
    _placed: tuple[Areas, Look] | None

    @abstractmethod
    def widgets(self) -> Sequence[Widget]:
        """Play area first, then panel, then time controls."""

    @abstractmethod
    def load(self, values: Mapping[str, object]) -> None:
        """Begin anew with these settings."""

    @abstractmethod
    def reset(self, settings: Mapping[str, Value] | None = None) -> None:
        """Everything back to the start, or to these settings."""

    def show_extra(self, name: str, shown: bool) -> None:
        """Show or hide something over the picture, such as forces."""
        (self.extras.add if shown else self.extras.discard)(name)

    def clear(self, settings: Mapping[str, Value] = MappingProxyType({})) -> None:
        """As if nobody had been here, with these settings."""
        self.reset(settings)

    def to_now(self) -> None:
        """Look at what is changed; a story has no button that would let time go on."""
        super().to_now()
        if self.led:
            self.go_on()

    @property
    def moving_part(self) -> pygame.Rect | None:
        """The picture: what the panel shows of it follows a few pictures later."""
        return self.view.touch.rect

    def dragging(self, name: str) -> bool:
        """Whether a parameter is being dragged: then all its changes are undone at once."""
        slider = self.panel.sliders.get(name)
        return bool(slider and slider.pressed)

    def control(self, name: str) -> Widget | None:
        """A control of the panel by its name: a slider by its parameter."""
        return self.panel.sliders.get(name)

    def target(self, name: str) -> Target | None:
        """A control, or something in the picture."""
        control = self.control(name)
        if control is not None and self._placed:
            wider = 2 * self._placed[1].px(ROUND)
            return Target(control.rect.inflate(wider, wider), control)
        place = self.view.target(name)
        return Target(place) if place else None

    def play_widgets(self) -> Sequence[Widget]:
        """What can be touched in the play area."""
        play = self._placed[0].play if self._placed else pygame.Rect(0, 0, 0, 0)
        return [widget for widget in self.widgets() if play.colliderect(widget.rect)]

    def keepsake(self) -> Keepsake:
        """What paints the picture as it is now, whenever that is wanted."""
        moment = self.playback.moment

        def paint(surface: pygame.Surface, rect: pygame.Rect, look: Look) -> None:
            self.view.remember(rect, look)(surface, moment)

        return paint

    def observed(self) -> Mapping[str, Any]:
        """Settings by their names, and what came of the last push."""
        moment = self.playback.moment
        return {
            **self.model.settings,
            "fallen": moment.fallen,
            "since_push": moment.since_push,
            "since_first": self.playback.since_first,
            "paused": self.clock.paused,
        }

    @property
    def in_hand(self) -> bool:
        """Whether panel and time are on the sheet."""
        return self._placed is not None and self._placed[0].form.in_hand and not self.led

    def draw_sheet(self, surface: pygame.Surface) -> None:
        """Draw the ground of the sheet, where there is one."""
        if self.in_hand and self._placed:
            self.sheet.draw(surface, self._placed[1])
