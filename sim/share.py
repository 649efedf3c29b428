"""The share string: a scene and its settings in one line that can be copied.

It has the form of a web address's query, `blocks?press=100&tape=1,2l`. What is
made here names every parameter, so that it means the same when a default has
changed; what is read may leave some at their defaults. Only plain ASCII letters, digits
and signs that a web address may hold occur in it.
"""

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlsplit

from sim.catalogue import Scene, SCENES, with_model
from sim.parameter import nearest, quoted, UserError, Value

LONGEST = 2000  # characters: more than any scene needs, less than browsers cut off


def encode(scene: str, settings: Mapping[str, Value]) -> str:
    """The share string of these settings. Raises ParameterError where they are not valid."""
    shared = _scene(scene)
    complete = shared.check(settings)
    fields = [
        f"{parameter.name}={quote(_text(complete[parameter.name]), safe=',')}"
        for parameter in shared.parameters
        if not parameter.sets
    ]
    return f"{scene}?{'&'.join(fields)}"


def decode(text: str) -> tuple[str, dict[str, Value]]:
    """The scene and the complete settings that a share string names.

    White space around it, as copying brings along, is ignored. Raises UserError
    with one sentence for anything that `encode` would not have made.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise UserError(
            f"the share string has {len(text)} characters: it can not have more than {LONGEST}",
            "share_long",
            most=LONGEST,
        )
    scene, _, query = text.partition("?")
    fields = _fields(query)
    if not _plain(text) or not all(_plain(part) for field in fields for part in field):
        raise UserError("the share string has signs in it that do not belong there", "share_signs")
    shared = _scene(scene)
    values: dict[str, str] = {}
    for name, value in fields:
        if name in values:
            raise UserError(
                f"the share string names {quoted(name)} twice", "share_twice", value=quoted(name)
            )
        values[name] = value
    return scene, shared.check(values)


def _scene(name: str) -> Scene:
    if name not in with_model():
        raise nearest("scene", name, with_model())
    return SCENES[name]


def is_address(text: str) -> bool:
    """Whether a text is the address of a page, or a link to something on one."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    signs = text.isprintable() and not {*text} & {*' "\\'}
    return signs and parts.scheme in ("http", "https") and bool(parts.hostname)


def link_to(page: str, shared: str, language: str) -> str:
    """What leads a phone to the experiment of a share string, on a page at an address."""
    scene, _, settings = shared.partition("?")
    fields = [f"scene={scene}", *([settings] if settings else []), f"lang={language}"]
    return f"{page}?{'&'.join(fields)}"


def _text(value: Value) -> str:
    """A value as its shortest text that reads back exactly."""
    return str(value).removesuffix(".0")


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _fields(query: str) -> list[tuple[str, str]]:
    """The names and values of a query, with their %-signs resolved."""
    if not query:
        return []
    try:
        return parse_qsl(query, keep_blank_values=True, strict_parsing=True, errors="strict")
    except ValueError:
        raise UserError(
            "the share string is not of the form blocks?press=100&tape=1,2l", "share_form"
        ) from None
