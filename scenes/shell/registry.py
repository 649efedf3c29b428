"""The scenes that the window has, and those of them that have been shown."""

import importlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast, TYPE_CHECKING

from scenes.experiment.protocols import TabScene
from scenes.preferences import Preferences
from scenes.text.words import Words
from sim.parameter import nearest

if TYPE_CHECKING:
    from scenes.story.scene import StoryScene

STORY = "story"


def _scene(module: str, name: str) -> Callable[..., TabScene]:
    """What makes a scene. Its module is loaded with the first one: the window opens sooner so."""

    def make(*arguments: Any, **options: Any) -> TabScene:  # noqa: ANN401 - those of the class
        scene: TabScene = getattr(importlib.import_module(module), name)(*arguments, **options)
        return scene

    return make


SCENES = {
    "blocks": _scene("scenes.blocks.scene", "BlocksScene"),
    "spine": _scene("scenes.spine.scene", "SpineScene"),
    "timing": _scene("scenes.timing.scene", "TimingScene"),
    "recovery": _scene("scenes.recovery.scene", "RecoveryScene"),
    "corset": _scene("scenes.corset.scene", "CorsetScene"),
    "exercises": _scene("scenes.exercises.scene", "ExercisesScene"),
}
"""What makes each scene, in the order of the tabs; a tab is called by the text `app.<name>`."""
# The story leads through all of them, with scenes of its own.
SCENES[STORY] = partial(_scene("scenes.story.scene", "StoryScene"), dict(SCENES))


def following(names: Sequence[str], name: str) -> str:
    """The name after another, after the last one the first."""
    return names[(names.index(name) + 1) % len(names)]


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
        self._made: dict[str, TabScene] = {}
        self._first: dict[str, Mapping[str, object]] = {}

    def choose(self, name: str) -> None:
        """Take another scene. Raises ParameterError for a name that no scene has."""
        if name not in SCENES:
            raise nearest("scene", name, SCENES)
        self.chosen = name

    @property
    def shown(self) -> TabScene:
        """The chosen scene."""
        if self.chosen not in self._made:
            self.begin(self._first.get(self.chosen, {}))
        return self._made[self.chosen]

    def enter(self, way: str) -> None:
        """Choose where a way in leads: "show" to the story, "teach" to the lesson, "try"."""
        if way == "try" and self.chosen == STORY:
            self.chosen = next(iter(SCENES))
        elif way != "try" and STORY in SCENES:
            self.chosen = STORY
            cast("StoryScene", self.shown).begin(teaching=way == "teach")

    def begin(self, values: Mapping[str, object]) -> None:
        """Make the chosen scene, with these settings to start from."""
        self._first[self.chosen] = values
        self._made[self.chosen] = SCENES[self.chosen](
            values, self._words, self._preferences, speed=self._speed, picture=self._picture
        )

    def forget(self) -> None:
        """Drop all scenes with what was done in them; each is made anew when it is shown."""
        self._made.clear()

    def next(self) -> str:
        """The name after the chosen one, after the last one the first."""
        return following(list(SCENES), self.chosen)

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
