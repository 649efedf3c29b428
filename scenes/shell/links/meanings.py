"""What the fields of a link mean that are no parameters of a scene.

| field | what it asks for |
|---|---|
| `lang`, `profile`, `text` | language, profile, size of text in per cent |
| `slow`, `paused` | how many times slower time goes, whether it stands |
| `shown` | what is shown over the picture, by the names of its switches; `none` |
| `step`, `lesson` | with `scene=story`: the step, from 1, and whether it is the lesson |
| `notes` | with the lesson: whether its notes are open |
| `list`, `dose` | with `scene=exercises`: names in their order, and doses that are not as ever |
"""

from collections.abc import Callable, Mapping
from typing import Any

from scenes.exercises.link import doses_in, listed, Wrong
from scenes.experiment.timeline.clock import SPEEDS
from scenes.preferences import MOST_ZOOM
from scenes.story.steps import STEPS
from scenes.text.words import table
from sim.catalogue import LANGUAGES, PROFILES
from sim.parameter import Parameter

NONE = "none"
ON, OFF = ("1", "true", "on", "yes", ""), ("0", "false", "off", "no")
SLOW = {f"{1 / speed:.0f}": speed for speed in SPEEDS}

Meaning = Callable[[str, str | None], Any]


def _one_of(name: str, names: tuple[str, ...], also: tuple[str, ...] = ()) -> Parameter:
    """A field that takes some words; `also` are taken, but not offered."""

    def known(value: str) -> str:
        if value not in {*names, *also}:
            raise ValueError(value)
        return value

    return Parameter(name, "", names[0], "of a link", canonical=known, names=names)


def _word(name: str, names: tuple[str, ...]) -> Meaning:
    field = _one_of(name, names)
    return lambda value, scene: field.check(value)


def _whether(name: str) -> Meaning:
    field = _one_of(name, (ON[0], OFF[0]), (*ON, *OFF))
    return lambda value, scene: field.check(value) in ON


def _zoom(value: str, scene: str | None) -> float:
    field = Parameter("text", "%", 100, "of a link", 100, 100 * MOST_ZOOM)
    return round(float(field.check(value.removesuffix("%"))) / 100, 1)


def _speed(value: str, scene: str | None) -> float:
    return SLOW[str(_one_of("slow", (*SLOW,)).check(value))]


def _overlays(value: str, scene: str | None) -> frozenset[str]:
    start = f"{scene}.show_"
    known = [key.removeprefix(start) for key in table(LANGUAGES[0]) if key.startswith(start)]
    field = _one_of("shown", (NONE, *known), ("",))
    names = {str(field.check(name)) for name in value.split(",")}
    return frozenset(names - {NONE, ""})


def _step(value: str, scene: str | None) -> int:
    if scene != "story":
        raise ValueError(value)
    field = Parameter("step", "", 1, "of a link", 1, len(STEPS), 1, whole=True)
    return int(field.check(value))


HOW: Mapping[str, Meaning] = {
    "lang": _word("lang", LANGUAGES),
    "profile": _word("profile", PROFILES),
    "text": _zoom,
    "slow": _speed,
    "paused": _whether("paused"),
    "shown": _overlays,
    "step": _step,
    "lesson": _whether("lesson"),
    "notes": _whether("notes"),
}
"""How it is shown, in small letters, and with which scene. Raises ValueError, most with words."""

EXERCISES: Mapping[str, Callable[[str, Wrong], Any]] = {"list": listed, "dose": doses_in}
