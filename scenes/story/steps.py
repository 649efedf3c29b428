"""The steps of the story and of the lesson, as data.

A step names a scene, the settings it begins with, and the parts of what the person
does there: each part has something to touch, and a condition on what the scene observes.
The step is done when the condition of its last part is met. A step begins as the one before it
ended: one thing changes. All words stand in the
texts `story` and `lesson`, under the name of the step.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.parameter import Value
from sim.spine.muscles import DEEP, LONG

HARD = 200.0  # N, from where the hands press hard
STRONG, ENOUGH = 0.8, 0.9  # of full activation: long muscles, deep muscles beside them
STOOD = 1.0  # s that it has to stay up after a tap
LATER = 20  # weeks after which little pain is left

Seen = Mapping[str, Any]
Met = Callable[[Seen], bool]


@dataclass(frozen=True)
class Part:
    """What is to be touched, by its name in the scene, and when that has been done."""

    target: str
    met: Met


@dataclass(frozen=True)
class Step:
    """One step. `controls`: names of widgets of the scene's panel that belong to it."""

    name: str
    scene: str
    parts: tuple[Part, ...]
    settings: Mapping[str, Value] = field(default_factory=dict)
    controls: tuple[str, ...] = ()

    def done(self, seen: Seen) -> bool:
        """Whether the last thing to do has been done."""
        return self.parts[-1].met(seen)

    def target(self, seen: Seen) -> str:
        """What to touch next."""
        left = [part.target for part in self.parts if not part.met(seen)]
        return (left or [self.parts[-1].target])[0]


# -- what is measured -------------------------------------------------------------------


def _least(seen: Seen, names: tuple[str, ...]) -> float:
    return min(float(seen[name]) for name in names)


def _fallen(seen: Seen) -> bool:
    return bool(seen["fallen"])


def _stands(seen: Seen) -> bool:
    since = seen["since_push"]
    return since is not None and since > STOOD and not _fallen(seen)


def _pressed(seen: Seen) -> bool:
    return float(seen["press"]) >= HARD


def _taped(seen: Seen) -> bool:
    return bool(seen["tape"] == "all")


def _long(seen: Seen) -> bool:
    return _least(seen, LONG) >= STRONG


def _deep(seen: Seen) -> bool:
    return _least(seen, DEEP) >= ENOUGH


def _weeks(seen: Seen) -> bool:
    return float(seen["week"]) >= LATER


def _trained(seen: Seen) -> bool:
    return float(seen["trained"]) > 0


def _raised(seen: Seen) -> bool:
    return bool(seen["done"])


def _guessed(seen: Seen) -> bool:
    return seen["guess"] is not None


def _chosen(seen: Seen) -> bool:
    return bool(seen["chosen"])


STEPS = (
    Step("people", "people", (Part("people", _guessed),)),
    Step("stack", "blocks", (Part("tap", _fallen),), {"press": 20.0, "push": 0.5}),
    Step(
        "press",
        "blocks",
        (
            Part("press", _pressed),
            Part("tap", lambda seen: _pressed(seen) and _fallen(seen)),
        ),
        {"press": 20.0, "push": 0.5},
        ("press",),
    ),
    Step(
        "tape",
        "blocks",
        (Part("tape", _taped), Part("tap", lambda seen: _taped(seen) and _stands(seen))),
        {"press": HARD, "push": 0.5},
        ("tape",),
    ),
    Step(
        "spine",
        "spine",
        (Part("tap", _fallen),),
        {"long_muscles": 0.0, "deep_muscles": 0.0},
    ),
    Step(
        "long",
        "spine",
        (
            Part("long_muscles", _long),
            Part("tap", lambda seen: _long(seen) and _fallen(seen)),
        ),
        {"long_muscles": 0.0, "deep_muscles": 0.0},
        ("long_muscles",),
    ),
    Step(
        "deep",
        "spine",
        (
            Part("deep_muscles", _deep),
            Part("tap", lambda seen: _deep(seen) and _stands(seen)),
        ),
        {"long_muscles": STRONG, "deep_muscles": 0.0},
        ("deep_muscles",),
    ),
    Step(
        "timing",
        "timing",
        (Part("arm", _raised),),
        {"onset_beside": -0.03, "onset": 0.1},
        ("arm",),
    ),
    Step(
        "recovery",
        "recovery",
        (
            Part("year", _weeks),
            Part("training", lambda seen: _weeks(seen) and _trained(seen)),
        ),
        {"week": 0, "trained": 0},
        ("training",),
    ),
    Step(
        "exercise",
        "exercises",
        (Part("cards", _chosen),),
    ),
)


def steps_in(scenes: Collection[str]) -> tuple[Step, ...]:
    """The steps whose scenes there are."""
    return tuple(step for step in STEPS if step.scene in scenes)
