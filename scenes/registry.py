"""The scenes that the window has, and those of them that have been shown."""

from collections.abc import Callable, Mapping
from typing import Any

from scenes.blocks import BlocksScene
from scenes.corset import CorsetScene
from scenes.experiment import Experiment
from scenes.preferences import Preferences
from scenes.recovery import RecoveryScene
from scenes.spine import SpineScene
from scenes.timing import TimingScene
from scenes.words import Words
from sim.parameter import nearest

SCENES: dict[str, type[Experiment[Any, Any]]] = {
    "blocks": BlocksScene,
    "spine": SpineScene,
    "timing": TimingScene,
    "recovery": RecoveryScene,
    "corset": CorsetScene,
}
"""What makes each scene, in the order of the tabs; a tab is called by the text `app.<name>`."""


class Scenes:
    """Makes each scene when it is first shown, and keeps it as the user leaves it.

    `chosen` is the one that is shown, or that the start screen leads to.
    """

    def __init__(
        self, words: Words, preferences: Preferences, speed: float, picture: Callable[[], None]
    ) -> None:
        self.chosen = next(iter(SCENES))
        self._words = words
        self._preferences = preferences
        self._speed = speed
        self._picture = picture
        self._made: dict[str, Experiment[Any, Any]] = {}

    def choose(self, name: str) -> None:
        """Take another scene. Raises ParameterError for a name that no scene has."""
        if name not in SCENES:
            raise nearest("scene", name, SCENES)
        self.chosen = name

    @property
    def shown(self) -> Experiment[Any, Any]:
        """The chosen scene."""
        if self.chosen not in self._made:
            self.begin({})
        return self._made[self.chosen]

    def begin(self, values: Mapping[str, object]) -> None:
        """Make the chosen scene, with these settings to start from."""
        self._made[self.chosen] = SCENES[self.chosen](
            values, self._words, self._preferences, speed=self._speed, picture=self._picture
        )

    def next(self) -> str:
        """The name after the chosen one, after the last one the first."""
        names = list(SCENES)
        return names[(names.index(self.chosen) + 1) % len(names)]

    def translate(self, words: Words) -> None:
        """Bring all scenes into a language."""
        self._words = words
        for scene in self._made.values():
            scene.translate(words)

    def prefer(self, preferences: Preferences) -> None:
        """Let all scenes keep to these preferences."""
        self._preferences = preferences
        for scene in self._made.values():
            scene.preferences = preferences
