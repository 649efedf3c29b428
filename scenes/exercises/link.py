"""A list of exercises as two fields of a link, `list=draw_in,bridge` and `dose=bridge.3x10x10`.

Names, order and doses alone: neither who they are for nor a note is ever in a link.
"""

from collections.abc import Callable, Mapping

from scenes.exercises.catalogue import Dose, find, MOST, PARTS
from scenes.exercises.session import Session
from sim.parameter import Parameter, quoted, UserError
from sim.share import link_to

Wrong = Callable[[str, UserError], None]
"""What is called with each part that means nothing, and why."""

_PARTS = [
    Parameter(part, "", 1, "clinicians decide", 1, MOST[part], 1, whole=True) for part in PARTS
]


def listed(value: str, wrong: Wrong) -> tuple[str, ...]:
    """The exercises of a field, each once, in their order."""
    found: dict[str, None] = {}
    for name in filter(None, value.split(",")):
        try:
            found[find(name).name] = None
        except UserError as error:
            wrong(name, error)
    return tuple(found)


def doses_in(value: str, wrong: Wrong) -> dict[str, Dose]:
    """The doses of a field, by their exercises."""
    found = {}
    for one in filter(None, value.split(",")):
        try:
            name, dose = _dose(one)
            found[name] = dose
        except UserError as error:
            wrong(one, error)
    return found


def _dose(text: str) -> tuple[str, Dose]:
    name, _, numbers = text.partition(".")
    parts = numbers.split("x")
    exercise = find(name)
    if len(parts) != len(PARTS):
        message = f"{quoted(text)} is not of the form {name}.3x10x10"
        raise UserError(message, "dose_form", value=quoted(text), exercise=name)
    counts = [int(each.check(part)) for each, part in zip(_PARTS, parts, strict=True)]
    return exercise.name, Dose(*counts)


def fields_of(session: Session) -> dict[str, str]:
    """The fields of a list; a dose stands there if it is not the usual one."""
    doses = ",".join(
        f"{name}.{'x'.join(str(getattr(session.dose(name), part)) for part in PARTS)}"
        for name in session.chosen
        if session.dose(name) != find(name).dose
    )
    fields: Mapping[str, str] = {"list": ",".join(session.chosen), "dose": doses}
    return {name: text for name, text in fields.items() if text}


def link_of(page: str, session: Session, language: str) -> str:
    """What leads a phone to these exercises, on a page at an address."""
    return link_to(page, "exercises", language, fields_of(session))
