"""One declaration of an adjustable quantity.

Slider, `--set`, share string, CSV header, documents and fuzz range all derive
from it; its labels are in the text files under its name.
"""

import difflib
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

Value = float | int | str


class UserError(ValueError):
    """Something the user asked for can not be done; the message is one sentence for them."""


class ParameterError(UserError):
    """A name or value that is not valid; the message says which are."""


@dataclass(frozen=True)
class Parameter:
    """A number with its range, or a text in a form of its own.

    `whole` numbers are integers. `canonical` turns a text value into the form in
    which it is kept and raises ValueError with the valid forms. `restarts` tells
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
    sets: tuple[str, ...] = ()

    @property
    def valid(self) -> str:
        """The valid values in words, with the unit."""
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
            number = float(value)
            if not math.isfinite(number) or not self.low <= number <= self.high:
                raise ValueError
            if not self.whole:
                return number
            if number != int(number):
                raise ValueError
            return int(number)
        except (TypeError, ValueError, OverflowError):
            raise ParameterError(
                f"{self.name} can not be {str(value)[:40]!r}: it must be {self.valid}"
            ) from None


def nearest(kind: str, name: str, valid: Iterable[str]) -> ParameterError:
    """The error for an unknown name, with the nearest valid ones."""
    names = list(valid)
    close = difflib.get_close_matches(name, names, n=3, cutoff=0.5) or names
    return ParameterError(f"unknown {kind} {name[:40]!r}: did you mean {', '.join(close)}?")


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
            raise ParameterError(f"{text[:40]!r} is not of the form name=value")
        result[name.strip()] = value.strip()
    return result
