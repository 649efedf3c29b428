"""One declaration of an adjustable quantity.

Slider, `--set`, share string, CSV header, documents and fuzz range all derive
from it; its labels are in the text files under its name.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

Value = float | int | str
SHOWN = 40  # characters of what somebody typed that an error repeats
NEAREST, LIKE = 3, 0.5  # how many names an error suggests, and from what likeness on
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")


class UserError(ValueError):
    """Something the user asked for can not be done; the message is one sentence for them.

    The window says it in their language, where `key` names a text, with what goes into
    its {places}.
    """

    def __init__(self, message: str, key: str = "", **places: object) -> None:
        super().__init__(message)
        self.key = key
        self.places = places


class ParameterError(UserError):
    """A name or value that is not valid; the message says which are."""


class TwoWaysError(ValueError):
    """A number with a comma that may stand before decimals or after thousands."""


def quoted(text: object) -> str:
    """What somebody typed, as an error repeats it: short, and without signs that do not print."""
    return repr(str(text)[:SHOWN])


def number_from(text: str) -> float:
    """The number that a person means, with a point or a comma before its decimals.

    Raises ValueError for no number, TwoWaysError where 1,250 may be a small or a large one.
    """
    if _THOUSANDS.fullmatch(text.strip()):
        raise TwoWaysError(text)
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    return float(text)


@dataclass(frozen=True)
class Parameter:
    """A number with its range, or a text in a form of its own.

    `whole` numbers are integers. `canonical` turns a text value into the form in
    which it is kept and raises ValueError where it is not valid; `form` says in words
    what is, or `names` are all that are. `restarts` tells
    that a change sets the model up anew. One that `sets` others at once is not
    kept itself. `source` says where default and range come from.
    """

    name: str
    unit: str
    default: Value
    source: str
    low: float = 0.0
    high: float = 0.0
    step: float = 0.0
    whole: bool = False
    restarts: bool = False
    canonical: Callable[[str], str] | None = None
    form: str = ""
    names: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Name and unit, as over a column of data."""
        return f"{self.name} [{self.unit}]" if self.unit else self.name

    @property
    def valid(self) -> str:
        """The valid values in words, with the unit."""
        if self.names:
            return f"one of {', '.join(self.names)}"
        if self.canonical:
            return self.form
        unit = f" {self.unit}" if self.unit else ""
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} from {self.low:g} to {self.high:g}{unit}"

    def check(self, value: object) -> Value:
        """The value as it is kept. Raises ParameterError with the valid range."""
        try:
            if self.canonical:
                if not isinstance(value, str):
                    raise TypeError
                return self.canonical(value)
            if isinstance(value, bool) or not isinstance(value, int | float | str):
                raise TypeError
            number = number_from(value) if isinstance(value, str) else float(value)
            if not math.isfinite(number) or not self.low <= number <= self.high:
                raise ValueError
            if not self.whole:
                return number
            if number != int(number):
                raise ValueError
            return int(number)
        except TwoWaysError:
            raise self._refuse(value, "two_ways") from None
        except (TypeError, ValueError, OverflowError):
            raise self._refuse(value, self._kind) from None

    @property
    def _kind(self) -> str:
        if self.canonical:
            return "one_of" if self.names else self.name
        return "whole_number" if self.whole else "number"

    def _refuse(self, value: object, key: str) -> ParameterError:
        """The error for a value, in the two ways that it is said."""
        two_ways = "; a comma before three digits can be read in two ways"
        return ParameterError(
            f"{self.name} can not be {quoted(value)}: it must be {self.valid}"
            + (two_ways if key == "two_ways" else ""),
            key,
            name=self.name,
            value=quoted(value),
            low=self.low,
            high=self.high,
            unit=self.unit,
            names=", ".join(self.names),
        )


def nearest(kind: str, name: str, valid: Iterable[str]) -> ParameterError:
    """The error for an unknown name, with the nearest valid ones: at most three."""

    def likeness(other: str) -> float:
        return SequenceMatcher(None, name[:SHOWN].lower(), other.lower()).ratio()

    names = sorted(valid, key=likeness, reverse=True)[:NEAREST]
    close = ", ".join([other for other in names if likeness(other) >= LIKE] or names)
    return ParameterError(
        f"unknown {kind} {quoted(name)}: did you mean {close}?",
        f"unknown_{kind}",
        value=quoted(name),
        names=close,
    )


def checked(parameters: Iterable[Parameter], values: Mapping[str, object]) -> dict[str, Value]:
    """Defaults with `values` over them, all checked; of two that set one, the later counts.

    Raises ParameterError.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in values:
        if name not in known:
            raise nearest("parameter", name, known)
    settings = {name: p.check(p.default) for name, p in known.items() if not p.sets}
    for name, value in values.items():
        settings |= dict.fromkeys(known[name].sets or (name,), known[name].check(value))
    return settings


def assignments(texts: Iterable[str]) -> dict[str, str]:
    """What `--set name=value` says. Raises ParameterError where it is not of that form."""
    result = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise ParameterError(f"{quoted(text)} is not of the form name=value")
        result[name.strip()] = value.strip()
    return result
