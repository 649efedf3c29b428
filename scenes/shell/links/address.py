"""What a link asks for: the page's address, its query alone, or a line from the share dialog.

`?scene=spine&multifidus=0.3&lang=nl` or `spine?multifidus=0.3`: a scene, any of its
parameters, and how it is shown (`scenes/shell/links/meanings.py`). Links go through mails, letters
and other programs, which add to them, break them and change their signs: what is still
understood counts, and what is not is told, with
what would be right.
"""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import Any
from urllib.parse import unquote_plus

from scenes.shell.links.meanings import EXERCISES, HOW
from scenes.text.errors import told
from scenes.text.words import Words
from sim.catalogue import SCENES
from sim.parameter import nearest, quoted, UserError, Value

LONGEST = 40  # characters of what was left out, as it is said
MOST, MOST_PARTS = 3, 6  # reasons and parts that are told
MISTYPED = 0.75  # likeness from which a name is one that was mistyped
AMPERSAND = re.compile(r"&(?:(?:amp|#38|#x26);)+", re.IGNORECASE)  # as in the text of a page
AROUND = "()[]{}<>.,;:!?\"'/\u2018\u2019\u201c\u201d\u00ab\u00bb"  # what texts put about a link


class UnknownFieldError(ValueError):
    """A name that means nothing here."""


@dataclass
class Asked:
    """What was understood of a link; `left_out` is the rest as it stands there, with why."""

    scene: str | None = None
    settings: dict[str, Value] = field(default_factory=dict)
    showing: dict[str, Any] = field(default_factory=dict)
    left_out: dict[str, UserError | None] = field(default_factory=dict)

    def leave(self, part: str, error: UserError | None = None) -> None:
        """Note what means nothing."""
        self.left_out[_short(part)] = error


def asked_by(link: str) -> Asked:
    """What a link asks for. Whatever stands there, it is only read."""
    found = Asked()
    pairs = _pairs(link)
    # First the scene, on which it depends what all else means.
    for pair in sorted(pairs, key=lambda pair: not pair.lower().startswith("scene=")):
        plain = (
            "".join(unquote_plus(half, errors="replace").split()) for half in pair.split("=", 1)
        )
        name, value = next(plain), next(plain, "")
        try:
            _take(found, name.lower(), value.rstrip(AROUND))
        except UserError as error:
            found.leave(pair, error)
        except ValueError:
            found.leave(pair)
    for name in {*found.showing.get("dose", {})} - {*found.showing.get("list", ())}:
        found.leave(f"dose={name}")
    return found


def _pairs(link: str) -> list[str]:
    """The fields of a link, among them the scene that a share string begins with."""
    whole = AMPERSAND.sub("&", "".join(link.split()))  # a mail may have broken it
    head, mark, query = whole.partition("#")[0].partition("?")
    scene = head.strip(AROUND)
    if not mark and "=" in head:
        scene, query = "", head
    pairs = [one for one in query.split("&") if one]
    named = any(pair.lower().startswith("scene=") for pair in pairs)
    if not named and scene and not {*scene} & {*"/.:"}:  # what has these is an address
        pairs.append(f"scene={scene}")
    return pairs


def _short(pair: str) -> str:
    printable = "".join(sign if sign.isprintable() else "?" for sign in pair)
    return printable if len(printable) <= LONGEST else printable[: LONGEST - 1] + "…"


def _take(found: Asked, name: str, value: str) -> None:
    """Take up one field. Raises UserError with the reason, UnknownFieldError for no field."""
    if name == "scene":
        if found.scene is not None:
            raise _twice(name)
        if value.lower() not in SCENES:
            raise nearest("scene", value, SCENES)
        found.scene = value.lower()
    elif name in found.showing:
        raise _twice(name)
    elif name in EXERCISES and found.scene == "exercises":
        wrong = partial(_leave_part, found, name)
        found.showing[name] = EXERCISES[name](value.lower(), wrong)
    elif name in HOW:
        found.showing[name] = HOW[name](value.lower(), found.scene)
    else:
        _set(found, name, value)


def _leave_part(found: Asked, name: str, part: str, error: UserError) -> None:
    found.leave(f"{name}={part}", error)


def _set(found: Asked, name: str, value: str) -> None:
    """Take up a parameter of the scene."""
    scene = SCENES.get(found.scene or "")
    if scene is None or not scene.simulates:
        raise UnknownFieldError(name)
    parameters = {parameter.name.lower(): parameter for parameter in scene.parameters}
    if name not in parameters:
        if get_close_matches(name, parameters, 1, MISTYPED):
            raise nearest("parameter", name, parameters)
        raise UnknownFieldError(name)
    parameter = parameters[name]
    if parameter.name in found.settings:
        raise _twice(name)
    try:
        found.settings[parameter.name] = parameter.check(value)
    except UserError:
        found.settings[parameter.name] = parameter.check(value.lower())


def _twice(name: str) -> UserError:
    return UserError(f"it names {quoted(name)} twice", "share_twice", value=quoted(name))


def left_out(words: Words, asked: Asked) -> str:
    """What of a link means nothing here, and what would; "" if all of it does."""
    if not asked.left_out:
        return ""
    labels = "exercise" if asked.scene == "exercises" else asked.scene or ""
    reasons = [told(words, error, labels) for error in asked.left_out.values() if error]
    parts = [*asked.left_out]
    what = ", ".join(parts[:MOST_PARTS]) + " …" * (len(parts) > MOST_PARTS)
    said = words("share.left_out", what=what)
    return " ".join([said, *reasons[:MOST]])
