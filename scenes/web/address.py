"""What an address of the page asks for, and the address of what is shown.

`?scene=spine&multifidus=0.3&lang=nl`: a scene, any of its parameters, and how it is shown:

| field | what it asks for |
|---|---|
| `lang`, `profile`, `text` | language, profile, size of text in per cent |
| `slow`, `paused` | how many times slower time goes, whether it stands |
| `shown` | what is shown over the picture, by the names of its switches; `none` |
| `step`, `lesson` | with `scene=story`: the step, from 1, and whether it is the lesson |
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote_plus

from scenes.experiment.timeline.clock import SPEEDS
from scenes.preferences import MOST_ZOOM
from scenes.text.words import table
from sim.catalogue import LANGUAGES, PROFILES, SCENES
from sim.parameter import number_from, UserError, Value

NONE = "none"
ON, OFF = ("1", "true", "on", "yes", ""), ("0", "false", "off", "no")
SHOWING = ("lang", "profile", "text", "slow", "paused", "shown", "step", "lesson", "notes")
LONGEST = 40  # characters of what was left out, as it is said


@dataclass
class Asked:
    """What was understood of an address; `left_out` is the rest of it, as it stands there."""

    scene: str | None = None
    settings: dict[str, Value] = field(default_factory=dict)
    showing: dict[str, Any] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def asked_by(address: str) -> Asked:
    """What an address or its query asks for. Whatever stands there, it is only read."""
    whole = "".join(address.split())  # a mail may have broken it
    pairs = [one for one in whole.partition("#")[0].partition("?")[2].split("&") if one]
    found = Asked()
    # First the scene, on which it depends what all else means.
    for pair in sorted(pairs, key=lambda pair: not pair.lower().startswith("scene=")):
        name, _, value = (unquote_plus(part, errors="replace") for part in pair.partition("="))
        if not _understood(found, name.lower(), value.rstrip("/")):
            found.left_out.append(_short(pair))
    return found


def _short(pair: str) -> str:
    printable = "".join(sign if sign.isprintable() else "?" for sign in pair)
    return printable if len(printable) <= LONGEST else printable[: LONGEST - 1] + "…"


def _understood(found: Asked, name: str, value: str) -> bool:
    """Take up one field; whether it means something, and nothing has said so before."""
    try:
        if name == "scene":
            if found.scene is not None or value.lower() not in SCENES:
                return False
            found.scene = value.lower()
        elif name in SHOWING:
            if name in found.showing:
                return False
            found.showing[name] = MEANINGS[name](value.lower(), found.scene)
        else:
            _set(found, name, value)
    except (ValueError, KeyError):  # of these a UserError is one
        return False
    return True


def _set(found: Asked, name: str, value: str) -> None:
    """Take up a parameter of the scene. Raises ValueError or KeyError for what is none."""
    scene = SCENES[found.scene or ""]
    if not scene.simulates:
        raise ValueError(name)
    parameters = {parameter.name: parameter for parameter in scene.parameters}
    names = {other.lower(): other for other in parameters}
    real = names[name]
    if real in found.settings:
        raise ValueError(name)
    try:
        found.settings[real] = parameters[real].check(value)
    except UserError:
        found.settings[real] = parameters[real].check(value.lower())


def _one_of(*names: str) -> Callable[[str, str | None], str]:
    def chosen(value: str, scene: str | None) -> str:
        return names[names.index(value)]

    return chosen


def _zoom(value: str, scene: str | None) -> float:
    zoom = number_from(value.removesuffix("%")) / 100
    if not 1 <= zoom <= MOST_ZOOM:
        raise ValueError(value)
    return round(zoom, 1)


def _speed(value: str, scene: str | None) -> float:
    return {round(1 / speed): speed for speed in SPEEDS}[int(value)]


def _whether(value: str, scene: str | None) -> bool:
    return (*OFF, *ON).index(value) >= len(OFF)


def _overlays(value: str, scene: str | None) -> frozenset[str]:
    names = frozenset(name for name in value.split(",") if name and name != NONE)
    known = table(LANGUAGES[0])
    if any(f"{scene}.show_{name}" not in known for name in names):
        raise ValueError(value)
    return names


def _step(value: str, scene: str | None) -> int:
    step = int(value)
    if scene != "story" or step < 1:
        raise ValueError(value)
    return step


MEANINGS: Mapping[str, Callable[[str, str | None], Any]] = {
    "lang": _one_of(*LANGUAGES),
    "profile": _one_of(*PROFILES),
    "text": _zoom,
    "slow": _speed,
    "paused": _whether,
    "shown": _overlays,
    "step": _step,
    "lesson": _whether,
    "notes": _whether,
}
"""What the value of each field means, small letters for large ones. Raises ValueError."""


def query_of(shared: str, language: str, showing: Mapping[str, str] | None = None) -> str:
    """The query that shows what a share string says, in a language; none is the start screen."""
    scene, _, settings = shared.partition("?")
    fields = [f"scene={scene}" if scene else "", settings]
    fields += [f"{name}={quote(value, safe=',')}" for name, value in (showing or {}).items()]
    return "?" + "&".join(filter(None, (*fields, f"lang={language}")))


def shared_in(address: str) -> str | None:
    """The share string that an address or its query stands for, None if it names no scene.

    Whatever stands there, it is only read: what is no address names no scene either.
    """
    whole = "".join(address.split())  # a mail may have broken it
    fields = whole.partition("#")[0].partition("?")[2].split("&")
    scene = next((field[6:] for field in fields if field.startswith("scene=")), None)
    if scene is None:
        return None
    how = tuple(f"{name}=" for name in ("scene", *SHOWING))
    return f"{scene}?{'&'.join(field for field in fields if field and not field.startswith(how))}"
