"""The steps of the story and of the lesson, as data.

A step names a scene, the settings it begins with, and the parts of what the person
does there: each part has something to touch, and a condition measured on the scene.
The step is done when the condition of its last part is met. All words stand in the
texts `story` and `lesson`, under the name of the step.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from scenes.exercises.scene import ExercisesScene
from scenes.experiment.base import Experiment
from scenes.experiment.protocols import TabScene
from scenes.story.people import PeopleScene
from sim.parameter import Value
from sim.spine.muscles import DEEP, LONG

HARD = 200.0  # N, from where the hands press hard
STRONG, ENOUGH = 0.8, 0.3  # of full activation: long muscles, deep muscles
STOOD = 1.0  # s that it has to stay up after a tap
PAINLESS = 12  # weeks

Met = Callable[[TabScene], bool]


@dataclass(frozen=True)
class Part:
    """What is to be touched, by its name in `story_places`, and when that has been done."""

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

    def done(self, scene: TabScene) -> bool:
        """Whether the last thing to do has been done."""
        return self.parts[-1].met(scene)

    def target(self, scene: TabScene) -> str:
        """What to touch next."""
        left = [part.target for part in self.parts if not part.met(scene)]
        return (left or [self.parts[-1].target])[0]


# -- what is measured -------------------------------------------------------------------


def _of(scene: TabScene) -> Experiment[Any, Any]:
    return cast("Experiment[Any, Any]", scene)


def _setting(scene: TabScene, *names: str) -> float:
    """The smallest of these parameters."""
    return min(float(_of(scene).model.settings[name]) for name in names)


def _fallen(scene: TabScene) -> bool:
    return bool(_of(scene).playback.moment.fallen)


def _stands(scene: TabScene) -> bool:
    since = _of(scene).playback.moment.since_push
    return since is not None and since > STOOD and not _fallen(scene)


def _pressed(scene: TabScene) -> bool:
    return _setting(scene, "press") >= HARD


def _taped(scene: TabScene) -> bool:
    return bool(_of(scene).model.settings["tape"] == "all")


def _long(scene: TabScene) -> bool:
    return _setting(scene, *LONG) >= STRONG


def _deep(scene: TabScene) -> bool:
    return _setting(scene, *DEEP) >= ENOUGH


def _weeks(scene: TabScene) -> bool:
    return _setting(scene, "week") >= PAINLESS


def _trained(scene: TabScene) -> bool:
    return _setting(scene, "trained") > 0


def _raised(scene: TabScene) -> bool:
    return bool(_of(scene).playback.moment.done)


def _guessed(scene: TabScene) -> bool:
    return cast("PeopleScene", scene).guess is not None


def _chosen(scene: TabScene) -> bool:
    return bool(cast("ExercisesScene", scene).session.chosen)


STEPS = (
    Step("people", "people", (Part("people", _guessed),)),
    Step("stack", "blocks", (Part("tap", _fallen),), {"press": 20.0, "push": 0.5}),
    Step(
        "press",
        "blocks",
        (
            Part("press", _pressed),
            Part("tap", lambda scene: _pressed(scene) and _fallen(scene)),
        ),
        {"press": 20.0, "push": 0.5},
        ("press",),
    ),
    Step(
        "tape",
        "blocks",
        (Part("tape", _taped), Part("tap", lambda scene: _taped(scene) and _stands(scene))),
        {"press": 100.0, "push": 2.0},
        ("tape",),
    ),
    Step(
        "spine",
        "spine",
        (Part("tap", _fallen),),
        {"long_muscles": 0.1, "deep_muscles": 0.0},
    ),
    Step(
        "long",
        "spine",
        (
            Part("long_muscles", _long),
            Part("tap", lambda scene: _long(scene) and _fallen(scene)),
        ),
        {"long_muscles": 0.1, "deep_muscles": 0.0},
        ("long_muscles",),
    ),
    Step(
        "deep",
        "spine",
        (
            Part("deep_muscles", _deep),
            Part("tap", lambda scene: _deep(scene) and _stands(scene)),
        ),
        {"long_muscles": 0.25, "deep_muscles": 0.0},
        ("deep_muscles",),
    ),
    Step(
        "timing",
        "timing",
        (Part("arm", _raised),),
        {"onset_beside": -0.03, "onset": 0.1},
    ),
    Step(
        "recovery",
        "recovery",
        (
            Part("year", _weeks),
            Part("training", lambda scene: _weeks(scene) and _trained(scene)),
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
