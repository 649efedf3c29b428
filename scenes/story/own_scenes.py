"""The scenes that the story leads through: its own ones, not those behind the tabs."""

from collections.abc import Callable, Mapping

from scenes.experiment.protocols import Host, TabScene
from scenes.preferences import Preferences
from scenes.story.people import PeopleScene
from scenes.story.steps import Step
from scenes.text.words import Words

PEOPLE, EXERCISES = "people", "exercises"


class OwnScenes:
    """Made when a step first shows them, and brought to where each step begins."""

    def __init__(
        self,
        makers: Mapping[str, Callable[..., TabScene]],
        speed: float,
        host: Host | None,
    ) -> None:
        self._makers = makers
        self._speed, self._host = speed, host
        self._made: dict[str, TabScene] = {}

    @property
    def names(self) -> set[str]:
        """All that there can be."""
        return {PEOPLE, *self._makers}

    def of(self, step: Step, words: Words, preferences: Preferences) -> TabScene:
        """The scene of a step, as it is now."""
        if step.scene not in self._made:
            self._made[step.scene] = self._make(step.scene, words, preferences)
            self.prepare(step)
        return self._made[step.scene]

    def _make(self, name: str, words: Words, preferences: Preferences) -> TabScene:
        if name == PEOPLE:
            return PeopleScene(words, preferences)
        scene = self._makers[name]({}, words, preferences, speed=self._speed, host=self._host)
        scene.accompanied = True
        return scene

    def prepare(self, step: Step) -> None:
        """Bring the scene of a step to where it begins, if it has been made."""
        if step.scene in self._made:
            self._made[step.scene].clear(step.settings)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The exercises that were put on the list of theirs."""
        made = self._made.get(EXERCISES)
        return tuple(made.observed()["chosen"]) if made else ()

    def prefer(self, preferences: Preferences) -> None:
        """Let all keep to these preferences."""
        for scene in self._made.values():
            scene.preferences = preferences

    def translate(self, words: Words) -> None:
        """Bring all into a language."""
        for scene in self._made.values():
            scene.translate(words)
