"""The way through the steps of story and lesson: where one is, and what leads on."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping

from scenes.experiment.accompanied import Keepsake
from scenes.experiment.protocols import Host, TabScene
from scenes.preferences import Preferences
from scenes.story.hands_up import HandsUp
from scenes.story.own_scenes import OwnScenes
from scenes.story.progress import Phase, Progress
from scenes.story.remote import Remote
from scenes.story.steps import Step, steps_in
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.parameter import UserError


class Way(ABC):
    """Which step is shown, and what has been done. Raises UserError for any setting.

    `makers` make the scenes, by their names; `teaching` is whether this is the lesson.
    """

    words: Words

    def __init__(
        self,
        makers: Mapping[str, Callable[..., TabScene]],
        values: Mapping[str, object],
        words: Words,
        preferences: Preferences,
        *,
        speed: float = 1.0,
        host: Host | None = None,
    ) -> None:
        if values:
            raise UserError("the story has no parameters")
        self._scenes = OwnScenes(makers, speed, host)
        self._host = host or Host()
        self._preferences = preferences
        self.steps = steps_in(self._scenes.names)
        self.progress = Progress(self.steps)
        self.remote = Remote(self.progress, lambda: self.shown, self.go)
        self._kept: dict[str, Keepsake] = {}
        self.hands = HandsUp()
        self.teaching = False
        self.wanted_focus: Widget | None = None
        self.translate(words)

    @abstractmethod
    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""

    @abstractmethod
    def _place(self) -> None:
        """Lay everything out anew."""

    @abstractmethod
    def _recall(self) -> None:
        """Show the notes or hide them, as preferred."""

    @abstractmethod
    def _arrange(self) -> None:
        """Bring card, panel and foot to what is so now."""

    # -- steps -----------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The step that is shown; at the end the last one."""
        return self.progress.step

    @property
    def index(self) -> int:
        """Its number, from 0; beyond the last one at the end."""
        return self.progress.index

    @property
    def done(self) -> set[str]:
        """The names of those that were done."""
        return self.progress.done

    @property
    def phase(self) -> Phase:
        """What the step waits for."""
        return self.progress.phase(self.shown.observed())

    @property
    def fills_window(self) -> bool:
        """Whether the picture is away."""
        return self.teaching and self.remote.dark

    @property
    def shown(self) -> TabScene:
        """The scene of the step."""
        return self._scenes.of(self.step, self.words, self._preferences)

    def begin(self, *, teaching: bool) -> None:
        """From the first step on."""
        self.teaching, self.remote.dark = teaching, False
        self.progress.begin()
        self._kept.clear()
        self.hands.clear()
        self.go(0)

    def go(self, index: int) -> None:
        """To a step, as it begins; beyond the last one to the end, in the lesson to the first."""
        self.progress.go(index % len(self.steps) if self.teaching else index)
        self.remote.begin()
        if not self.progress.ended:  # what was done last is still there
            self._scenes.prepare(self.step)
        self._place()

    def following(self) -> None:
        """To the next step, if this one is done; after the last one to the end."""
        if self.step.name in self.done:
            self.go(self.index + 1)

    def skip(self) -> None:
        """On without an answer, or without what is to be done."""
        if self.phase is Phase.ASK and not self.teaching:
            self.progress.pass_over()
            self._arrange()
        else:
            self.go(self.index + 1)

    def expect(self, answer: str) -> None:
        """Somebody expects this."""
        self.progress.expect(answer)
        self._arrange()

    def answer(self, number: int) -> None:
        """The answer of this number [from 0] is expected, where one is asked for."""
        question = self.step.question
        if question and self.phase is Phase.ASK and number < len(question.answers):
            self.expect(question.answers[number])

    def back(self) -> None:
        """To the step before."""
        self.go(max(0, self.index - 1))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The exercises that were put on the list."""
        return self._scenes.chosen

    def again(self) -> None:
        """The present step from its beginning."""
        self.go(self.index)

    @property
    def preferences(self) -> Preferences:
        """How things look and move."""
        return self._preferences

    @preferences.setter
    def preferences(self, preferences: Preferences) -> None:
        before, self._preferences = self._preferences, preferences
        self._scenes.prefer(preferences)
        if (before.notes, before.profile) != (preferences.notes, preferences.profile):
            self._recall()
