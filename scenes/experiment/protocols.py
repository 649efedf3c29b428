"""What may be asked of a scene, of its model, and of the moments recorded of it.

The window knows no more of a scene than this; time, recording, looking back, undo,
sharing and clips know no more of a model.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar

import pygame

from scenes.draw.look import Look
from scenes.experiment.background import Background
from scenes.forms import Areas
from scenes.preferences import Preferences
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.parameter import Value

Readings = Mapping[tuple[str, str], float]
"""Numbers by the name of their quantity and its SI unit, as in `sim.model.trace`."""


class Model(Protocol):
    """Something simulated that goes on by fixed steps."""

    @property
    def settings(self) -> Mapping[str, Value]:
        """Every parameter with its present value."""

    def set(self, name: str, value: Value) -> None:
        """Change a parameter. Raises ParameterError and changes nothing if it is not valid."""

    def push(self) -> None:
        """Begin to push."""

    def step(self) -> None:
        """Go on by exactly one step."""

    def reset(self) -> None:
        """Back to how it began, with the present settings."""


class Moment(Protocol):
    """A model at one time: all there is to draw and to speak of. Never changes."""

    @property
    def time(self) -> float:
        """Simulated time [s]."""

    @property
    def since_push(self) -> float | None:
        """Time since the push that counts began [s], None before the first."""

    @property
    def settings(self) -> Mapping[str, Value]:
        """The settings of then."""

    @property
    def fallen(self) -> bool:
        """Whether it had given way."""

    def readings(self) -> Readings:
        """What was measured then beside the time, nan where there is nothing."""


class Told(NamedTuple):
    """What a screen reader is told of a scene.

    `line`: what is seen, in words. `push`: what stands for the last push, None before the
    first; `known`: whether it is known what came of it, and `outcome`: that in words, where
    the line does not say it. `restless`: what is seen changes without anybody's doing.
    """

    line: str
    push: object = None
    known: bool = False
    outcome: str = ""
    restless: bool = False


@dataclass(frozen=True)
class Sound:
    """Soft tones, each a frequency [Hz] and a length [s], and what a voice says with them."""

    tones: tuple[tuple[float, float], ...] = ()
    words: str = ""


class Host:
    """What a scene asks of the window that shows it; where there is none, nothing happens."""

    def picture(self) -> None:
        """Save the window as a picture."""

    def save(self, suffix: str, write: Callable[[Path], None]) -> None:
        """Save a file for the user, and say where."""

    def prefer(self, **changes: object) -> None:
        """Change the user's preferences."""

    def page_address(self) -> str:
        """Where the page is that links lead to, "" where none is known."""
        return ""

    def leave(self, way: str) -> None:
        """Go on from the story's end, to "exercises" or their "sheet", or to "try"."""

    def copy(self, text: str) -> None:
        """Put a text into the clipboard."""

    def paste(self, use: Callable[[str], None]) -> None:
        """Hand over the text in the clipboard, if there is one."""

    def play(self, sound: Sound) -> None:
        """Let a sound be heard."""

    def stay_awake(self, *, wanted: bool) -> None:
        """Keep the screen from going dark, or no longer."""

    def tell(self, text: str, *, title: str) -> None:
        """Say one thing that the user should read, over everything."""


class Scene(Protocol):
    """A scene has its widgets, and draws what the widgets do not.

    `wanted_focus`: the widget that should get the keyboard after this frame.
    """

    name: str
    wanted_focus: Widget | None

    def widgets(self) -> Sequence[Widget]:
        """Play area first, then panel, then time controls: the order of Tab."""

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language; the model stays as it is."""

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""

    @property
    def moves(self) -> bool:
        """Whether it will look different a moment later, without anybody's doing."""

    @property
    def moving_part(self) -> pygame.Rect | None:
        """Where it looks different then; None for anywhere."""

    @property
    def background(self) -> Background:
        """What it works out meanwhile."""

    def update(self, elapsed: float) -> None:
        """Let `elapsed` seconds of real time pass."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw cards and grounds, under the widgets."""

    def tells(self) -> Told:
        """What is seen and what came of the last push, in words."""

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the hotkeys do here, by the names in the hotkey table."""


@dataclass(frozen=True)
class Target:
    """Where something is that can be touched; `control` where it is one of the panel's.

    `ringed`: whether a ring shows it.
    """

    place: pygame.Rect
    control: Widget | None = None
    ringed: bool = True


class TabScene(Scene, Protocol):
    """A scene with a tab: made when first shown, kept until it is forgotten.

    `accompanied`: whether a story has it, and what would fill the window gives way; `led`:
    whether that also says what to do, so that nothing is explained or foretold here, and in
    the hand there is no sheet; `asked`: what it asks at present, in the place of the words on
    top, which might answer it.
    `panel_place`: where the panel's controls are, None for all of the panel.
    """

    preferences: Preferences
    accompanied: bool
    led: bool
    asked: str
    panel_place: pygame.Rect | None

    @property
    def fills_window(self) -> bool:
        """Whether it takes the place of the header as well."""

    def clear(self, settings: Mapping[str, Value] = MappingProxyType({})) -> None:
        """As if nobody had been here, with these settings."""

    def target(self, name: str) -> Target | None:
        """What a story points at by this name, None if it is nowhere to be seen."""

    def play_widgets(self) -> Sequence[Widget]:
        """What can be touched in the play area."""

    def observed(self) -> Mapping[str, Any]:
        """Settings by their names, and what has come of them."""


ModelT = TypeVar("ModelT", bound=Model)
MomentT = TypeVar("MomentT", bound=Moment)
