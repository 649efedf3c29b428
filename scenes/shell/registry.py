"""What makes the scenes of the window (`sim.catalogue` lists them), and those that were shown."""

import importlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, cast, TYPE_CHECKING

from scenes.experiment.protocols import Host, TabScene
from scenes.preferences import Preferences
from scenes.text.words import Words
from sim.catalogue import SCENES, with_model
from sim.parameter import nearest, UserError

if TYPE_CHECKING:
    from scenes.exercises.scene import ExercisesScene
    from scenes.experiment.base import Experiment
    from scenes.story.scene import StoryScene

STORY, EXERCISES = "story", "exercises"


def make(name: str, *arguments: Any, **options: Any) -> TabScene:  # noqa: ANN401 - of the class
    """A scene: `scenes.<name>.scene` has it as `<Name>Scene`.

    That module is loaded with the first one: the window opens sooner so. The story leads
    through all other scenes, with ones of its own.
    """
    module = importlib.import_module(f"scenes.{name}.scene")
    if name == STORY:
        makers = {other: partial(make, other) for other in SCENES if other != STORY}
        arguments = (makers, *arguments)
    scene: TabScene = getattr(module, f"{name.capitalize()}Scene")(*arguments, **options)
    return scene


def following(names: Sequence[str], name: str) -> str:
    """The name after another, after the last one the first."""
    return names[(names.index(name) + 1) % len(names)]


class Scenes:
    """Makes each scene when it is first shown, and keeps it as the user leaves it.

    `chosen` is the one that is shown, or that the start screen leads to.
    """

    def __init__(self, words: Words, preferences: Preferences, speed: float, host: Host) -> None:
        self.chosen = next(iter(SCENES))
        self._words = words
        self._preferences = preferences
        self._speed = speed
        self._host = host
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

    @property
    def _lesson(self) -> "StoryScene | None":
        """The lesson, while it is shown: it has a scene of its own."""
        story = cast("StoryScene | None", self._made.get(STORY))
        return story if story and self.chosen == STORY and story.teaching else None

    @property
    def has_model(self) -> bool:
        """Whether there is an `experiment`."""
        return (self._lesson.shown.name if self._lesson else self.chosen) in with_model()

    @property
    def experiment(self) -> "Experiment[Any, Any]":
        """The scene that is shown, in the lesson that of its step. Raises UserError for others."""
        if not self.has_model:
            raise UserError(f"the scene {self.chosen} has no model")
        return cast("Experiment[Any, Any]", self._lesson.shown if self._lesson else self.shown)

    @property
    def helped(self) -> str:
        """Under which name the words are that say what hands do here."""
        return "lesson" if self._lesson else self.chosen

    def enter(self, way: str) -> None:
        """Choose where a way in leads: "show" to the story, "teach" to the lesson, "try"."""
        if way == "try" and self.chosen == STORY:
            self.chosen = next(iter(SCENES))
        elif way != "try" and STORY in SCENES:
            self.chosen = STORY
            cast("StoryScene", self.shown).begin(teaching=way == "teach")

    def leave(self, way: str) -> str:
        """The scene to which a way on leads from the story: its "exercises", their "sheet", "try".

        What was put on the list there comes along.
        """
        chosen = cast("StoryScene", self.shown).chosen
        if way == "try":
            return next(iter(SCENES))
        self.chosen = EXERCISES
        exercises = cast("ExercisesScene", self.shown)
        for name in chosen:
            if name not in exercises.session.chosen:
                exercises.toggle(name)
        if way == "sheet":
            exercises.show_sheet()
        return self.chosen

    def begin(self, values: Mapping[str, object]) -> None:
        """Make the chosen scene, with these settings to start from."""
        self._first[self.chosen] = values
        self._made[self.chosen] = make(
            self.chosen,
            values,
            self._words,
            self._preferences,
            speed=self._speed,
            host=self._host,
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
