"""The share string: a scene and its settings in one line that can be copied.

It has the form of a web address's query, `blocks?press=100&tape=1,2l`. What is
made here names every parameter, so that it means the same when a default has
changed. Only plain ASCII letters, digits and signs that a web address may hold occur in it.
It is read, as links are, by `scenes.shell.links.address`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from sim.catalogue import Scene, SCENES, with_model
from sim.parameter import nearest, Value


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


def link_to(
    page: str, shared: str, language: str, showing: Mapping[str, str] = MappingProxyType({})
) -> str:
    """What leads a phone to a share string on a page at an address; none is the start screen."""
    scene, _, settings = shared.partition("?")
    fields = [f"scene={scene}" if scene else "", settings, *fields_of(showing)]
    return f"{page}?{'&'.join(filter(None, (*fields, f'lang={language}')))}"


def fields_of(showing: Mapping[str, str]) -> list[str]:
    """How it is shown, as fields of a link."""
    return [f"{name}={quote(value, safe=',')}" for name, value in showing.items()]


def _text(value: Value) -> str:
    """A value as its shortest text that reads back exactly."""
    return str(value).removesuffix(".0")
