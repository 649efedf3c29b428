"""What the app asks of a scene."""

from collections.abc import Callable, Sequence
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.layout import Areas
from scenes.preferences import Preferences
from scenes.widgets.widget import Widget
from scenes.words import Words


class Scene(Protocol):
    """A scene has its widgets, and draws what the widgets do not."""

    name: str

    def widgets(self) -> Sequence[Widget]:
        """Play area first, then panel, then time controls: the order of Tab."""

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language; the model stays as it is."""

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""

    def update(self, elapsed: float) -> None:
        """Let `elapsed` seconds of real time pass."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw cards and grounds, under the widgets."""

    def says(self) -> str:
        """What is seen, in words."""

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the hotkeys do here, by the names in the hotkey table."""


class TabScene(Scene, Protocol):
    """A scene with a tab: made when first shown, kept until it is forgotten.

    `wanted_focus`: the widget that should get the keyboard after this frame.
    """

    preferences: Preferences
    wanted_focus: Widget | None

    @property
    def fills_window(self) -> bool:
        """Whether it takes the place of the header as well."""
