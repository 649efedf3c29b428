"""How far somebody is in the story: what was expected, what has been done, and what came."""

from collections.abc import Sequence
from enum import auto, Enum

from scenes.story.measured import Seen
from scenes.story.steps import Step


class Phase(Enum):
    """What a step waits for: an answer, something to be done, or the way on."""

    ASK = auto()
    DO = auto()
    SEEN = auto()


class Progress:
    """The step that is shown, and what is remembered of all of them.

    `index` beyond the last step is the end.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = steps
        self.begin()

    def begin(self) -> None:
        """Nothing has been seen yet."""
        self.index = 0
        self.done: set[str] = set()
        self.guesses: dict[str, str] = {}
        self.came: dict[str, str] = {}
        self._passed = False  # the question of the present step was passed over

    @property
    def step(self) -> Step:
        """The step that is shown; at the end the last one."""
        return self.steps[min(self.index, len(self.steps) - 1)]

    @property
    def ended(self) -> bool:
        """Whether all steps are behind."""
        return self.index == len(self.steps)

    def go(self, index: int) -> None:
        """To a step, or to the end."""
        self.index = min(max(0, index), len(self.steps))
        self._passed = False

    def expect(self, answer: str) -> None:
        """Somebody expects this of the present step."""
        self.guesses[self.step.name] = answer

    def pass_over(self) -> None:
        """Nobody says what to expect."""
        self._passed = True

    def phase(self, seen: Seen) -> Phase:
        """What the step waits for. What has been done before asks no more."""
        step = self.step
        if step.done(seen) and step.name in self.done:
            return Phase.SEEN
        known = step.name in self.done or step.name in self.guesses
        return Phase.DO if step.question is None or known or self._passed else Phase.ASK

    def look(self, seen: Seen) -> None:
        """Keep what has been done, and what came the first time."""
        step = self.step
        if not step.done(seen):
            return
        self.done.add(step.name)
        if step.question is not None and step.name not in self.came:
            self.came[step.name] = step.question.came(seen)
