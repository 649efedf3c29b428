"""What a presenter's remote does in the lesson: on, back, and the picture away.

Going on is as with the builds of a slide: what the step asks hands to do is done, a part at
a time, and then comes the next step. Going back begins a step anew, then the one before it.
"""

from collections.abc import Callable, Mapping
from functools import partial

import pygame

from scenes.draw.look import Look
from scenes.experiment.base import Experiment
from scenes.experiment.protocols import TabScene
from scenes.story.measured import ENOUGH, HARD, STRONG
from scenes.story.progress import Progress
from scenes.widgets.widget import Position, Widget
from sim.parameter import Value

TOGETHER = 1.0  # s within which two digits are one number
BLACK = (0, 0, 0)  # whatever the profile: a projector shows nothing then
HANDS: Mapping[str, str | tuple[str, Value]] = {
    "people": "reveal",
    "tap": "push",
    "press": ("press", HARD),
    "tape": ("tape", "all"),
    "long_muscles": ("long_muscles", STRONG),
    "deep_muscles": ("deep_muscles", ENOUGH),
    "breath": "push",
    "draw_in": "draw_in",
    "arm": "raise_arm",
    "year": "pass_year",
    "training": "train",
}
"""What hands do with each thing that a step points at: an action of the scene, or a setting."""


class Dark(Widget):
    """Nothing, all over the window, until somebody does something."""

    def __init__(self, name: str, end: Callable[[], None]) -> None:
        super().__init__()
        self._name, self._end = name, end

    def at(self, position: Position) -> Widget | None:
        """It is everywhere."""
        return self

    def handle(self, event: pygame.event.Event) -> bool:
        """Any key, any press."""
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._end()
        return True

    def describe(self) -> str:
        """How to get the picture back."""
        return self._name

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Black."""
        surface.fill(BLACK)


class Remote:
    """How far a step has been gone through, and whether the picture is away."""

    def __init__(
        self, progress: Progress, shown: Callable[[], TabScene], go: Callable[[int], None]
    ) -> None:
        self._progress, self._shown, self._go = progress, shown, go
        self._handled: set[str] = set()  # what was done for the present step
        self.dark = False
        self._since_one = TOGETHER  # s since a 1 was typed that another digit may follow

    def let_pass(self, elapsed: float) -> None:
        """Let real time pass."""
        self._since_one += elapsed

    def number(self, digit: int) -> None:
        """To the step of a digit that is typed; 0 is the tenth, 1 and then 2 the twelfth."""
        both = 10 + digit if self._since_one < TOGETHER else 0
        self._since_one = 0.0 if digit == 1 and not both else TOGETHER
        wanted = both if both and both <= len(self._progress.steps) else digit or 10
        self._go(wanted - 1)

    def begin(self) -> None:
        """A step begins."""
        self._handled.clear()

    def on(self) -> None:
        """Do what the step asks for next, or go to the next step; stay at the last one."""
        progress = self._progress
        seen = self._shown().observed()
        left = [part.target for part in progress.step.parts if not part.met(seen)]
        waiting = [target for target in left if target in HANDS and target not in self._handled]
        if waiting:
            self._handled.add(waiting[0])
            self._act(waiting[0])
        elif progress.index + 1 < len(progress.steps):
            self._go(progress.index + 1)

    def _act(self, target: str) -> None:
        scene, does = self._shown(), HANDS[target]
        if isinstance(scene, Experiment):
            scene.go_on()  # whatever was looked at meanwhile
        if isinstance(does, str):
            scene.actions()[does]()
        elif isinstance(scene, Experiment):
            scene.change(*does)

    def back(self) -> None:
        """To how the step began, or to the step before."""
        self._go(max(0, self._progress.index - (not self._handled)))

    def blank(self) -> None:
        """The picture away, or back."""
        self.dark = not self.dark

    def actions(self) -> dict[str, Callable[[], None]]:
        """What its keys do: in the dark all of them bring the picture back."""
        if self.dark:
            return dict.fromkeys(("go_on", "go_back"), self.blank)
        return {"go_on": self.on, "go_back": self.back, "blank": self.blank}

    def numbers(self) -> dict[str, Callable[[], None]]:
        """The digits that choose a step."""
        return {f"step_{n or 10}": partial(self.number, n) for n in range(10)}
