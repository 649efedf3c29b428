"""The steps of the story and of the lesson, as data.

A step names a scene, the settings it begins with, a question of what will come, and the
parts of what the person does there: each part has something to touch, and a condition on
what the scene observes. The step is done when the condition of its last part is met; what
has come is measured then. A step begins as the one before it ended: one thing changes. All
words stand in the texts `story` and `lesson`, under the name of the step.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from itertools import product

from scenes.story import measured
from scenes.story.measured import HARD, LIGHT, PUSH, Seen, STRONG
from scenes.text.words import Words
from sim.parameter import Value

Met = Callable[[Seen], bool]
KEYS = {
    "tape": "tape",
    "harder": "press",
    "softer": "press",
    "against": None,
    "deep": "deep_muscles",
    "more_long": "long_muscles",
    "less_long": "long_muscles",
    "draw_in": "draw_in",
    "brace": None,
    "unbrace": None,
    "breathe": None,
    "train": "training",
}
"""Actions of a scene that change a setting, and the target that a step then has to have."""
PUSHED = ("tap", "breath", "arm")  # what goes on by itself once it was touched


@dataclass(frozen=True)
class Part:
    """What is to be touched, by its name in the scene, and when that has been done."""

    target: str
    met: Met


@dataclass(frozen=True)
class Question:
    """What is asked before an experiment: the answers to choose from, and which one came true.

    An answer is a name, under which its words and its picture are. `first`: whether it is the
    first one that somebody new is asked, who has to be told how to answer.
    """

    answers: tuple[str, ...]
    came: Callable[[Seen], str]
    first: bool = False

    def back(self, words: Words, guess: str, came: str) -> str:
        """What was expected, and what came."""
        names = {"guess": words(f"answer.{guess}"), "came": words(f"answer.{came}")}
        return words("story.as_expected" if guess == came else "story.other", **names)

    def backs(self, words: Words) -> list[str]:
        """All that may have to be said."""
        pairs = product(self.answers, repeat=2)
        return [self.back(words, guess, came) for guess, came in pairs]


@dataclass(frozen=True)
class Step:
    """One step.

    `controls`: names of widgets of the scene's panel that belong to it. `achieved`: whether
    something has been brought about, and not only seen.
    """

    name: str
    scene: str
    parts: tuple[Part, ...]
    settings: Mapping[str, Value] = field(default_factory=dict)
    controls: tuple[str, ...] = ()
    question: Question | None = None
    achieved: bool = False

    def done(self, seen: Seen) -> bool:
        """Whether the last thing to do has been done."""
        return self.parts[-1].met(seen)

    def part(self, seen: Seen) -> int:
        """Which part is to be done next, or was the last one."""
        left = [index for index, part in enumerate(self.parts) if not part.met(seen)]
        return (left or [len(self.parts) - 1])[0]

    def target(self, seen: Seen) -> str:
        """What to touch next."""
        return self.parts[self.part(seen)].target

    def takes(self, action: str) -> bool:
        """Whether a key may do this here: one thing changes, and that is what is asked for."""
        return action not in KEYS or KEYS[action] in [part.target for part in self.parts]

    def watched(self, seen: Seen) -> bool:
        """Whether what was to be touched has been, and goes on: nothing is to be done then."""
        return self.target(seen) in PUSHED and measured.going(seen)

    def asked(self, words: Words) -> str:
        """What is asked on the card, if something is."""
        if self.question is None:
            return ""
        asks = words(f"story.{self.name}_ask")
        return f"{asks} {words('story.choose')}" if self.question.first else asks

    @property
    def does(self) -> tuple[str, ...]:
        """The names of the texts that say what to do, one for each part."""
        return (f"{self.name}_do", f"{self.name}_then")[: len(self.parts)]


def _after(first: Part, target: str, met: Met) -> tuple[Part, Part]:
    """Two parts, of which the second counts only with the first."""
    return first, Part(target, lambda seen: first.met(seen) and met(seen))


_SHAPES = Question(("upright", "leans", "gives"), measured.shape)
_ONSETS = ("early", "late")

STEPS = (
    Step("people", "people", (Part("people", measured.guessed),)),
    Step(
        "stack",
        "blocks",
        (Part("tap", measured.fallen),),
        {"press": LIGHT, "push": PUSH},
        question=Question(("stays", "falls"), measured.falls_or_stays, first=True),
    ),
    Step(
        "press",
        "blocks",
        _after(Part("press", measured.pressed), "tap", measured.fallen),
        {"press": LIGHT, "push": PUSH},
        ("press",),
        Question(("stays", "later", "sooner"), measured.sooner_or_later),
    ),
    Step(
        "tape",
        "blocks",
        _after(Part("tape", measured.taped), "tap", measured.stands),
        {"press": HARD, "push": PUSH},
        ("tape",),
        Question(("stays", "falls"), measured.falls_or_stays),
        achieved=True,
    ),
    Step(
        "spine",
        "spine",
        (Part("tap", measured.fallen),),
        {"long_muscles": 0.0, "deep_muscles": 0.0},
        question=_SHAPES,
    ),
    Step(
        "long",
        "spine",
        _after(Part("long_muscles", measured.long), "tap", measured.fallen),
        {"long_muscles": 0.0, "deep_muscles": 0.0},
        ("long_muscles",),
        _SHAPES,
    ),
    Step(
        "deep",
        "spine",
        _after(Part("deep_muscles", measured.deep), "tap", measured.stands),
        {"long_muscles": STRONG, "deep_muscles": 0.0},
        ("deep_muscles",),
        _SHAPES,
        achieved=True,
    ),
    Step(
        "corset",
        "corset",
        _after(Part("breath", measured.breathed), "draw_in", measured.drawn_in),
        controls=("draw_in",),
        question=Question(("lower", "equal", "higher"), measured.pressure),
        achieved=True,
    ),
    Step(
        "timing",
        "timing",
        (Part("arm", measured.raised),),
        {"onset_beside": -0.03, "onset": 0.1},
        ("arm",),
        Question(("left", "same", "right"), measured.further),
    ),
    Step(
        "recovery",
        "recovery",
        (Part("year", measured.weeks),),
        {"week": 0, "trained": 0},
        question=Question(_ONSETS, measured.onset),
    ),
    Step(
        "training",
        "recovery",
        (Part("training", measured.trained),),
        {"week": measured.LATER, "trained": 0},
        ("training",),
        Question(_ONSETS, measured.onset),
        achieved=True,
    ),
    Step(
        "exercise",
        "exercises",
        (Part("cards", measured.chosen),),
        achieved=True,
    ),
)


def steps_in(scenes: Collection[str]) -> tuple[Step, ...]:
    """The steps whose scenes there are."""
    return tuple(step for step in STEPS if step.scene in scenes)
