"""The exercises as data: their step, how often by default, how to breathe.

Nothing here draws, so that the printed sheet needs no window.
"""

from dataclasses import dataclass
from functools import cache

from scenes.assets import EXERCISES
from scenes.text.words import Words
from sim.data_files import damaged, line_of, toml_of
from sim.parameter import nearest, UserError

STEPS = (1, 2, 3)  # find the muscle, move with it, load it
BREATHS = ("through", "out")
PARTS = ("sets", "repetitions", "seconds")
MOST = {"sets": 5, "repetitions": 30, "seconds": 60}


@dataclass(frozen=True)
class Dose:
    """How often and how long; the clinician sets it. Raises UserError beyond 1 to `MOST`."""

    sets: int
    repetitions: int
    seconds: int

    def __post_init__(self) -> None:
        for part in PARTS:
            if not 1 <= getattr(self, part) <= MOST[part]:
                raise UserError(f"{part} must be a whole number from 1 to {MOST[part]}")

    def words(self, words: Words, *, sided: bool) -> str:
        """The dose in words, such as "10 times 10 counts"."""
        key = "dose" if self.sets == 1 else "dose_sets"
        places = {part: words.number(getattr(self, part)) for part in PARTS}
        text = words(f"exercise.{key}", **places)
        return words("exercise.per_side", dose=text) if sided else text


@dataclass(frozen=True)
class Exercise:
    """One exercise; its words are `exercise.<name>` and, with an ending, what to do and to feel."""

    name: str
    step: int
    dose: Dose
    sided: bool
    breath: str

    @property
    def sides(self) -> int:
        """How many sides it is done on."""
        return 2 if self.sided else 1


@cache
def exercises() -> dict[str, Exercise]:
    """All exercises in the order of their cards. Raises UserError where their file is damaged."""
    return {name: _exercise(name, entry) for name, entry in toml_of(EXERCISES).items()}


def _exercise(name: str, entry: object) -> Exercise:
    wrong = ""
    if not isinstance(entry, dict):
        wrong = "it is not a table"
    else:
        step, dose = entry.get("step"), entry.get("dose")
        sided, breath = entry.get("sided", False), entry.get("breath", "through")
        if step not in STEPS or isinstance(step, bool | float):
            wrong = "its step is not 1, 2 or 3"
        elif not isinstance(dose, list) or [type(part) for part in dose] != [int] * len(PARTS):
            wrong = "its dose is not three whole numbers"
        elif not isinstance(sided, bool) or breath not in BREATHS:
            wrong = "its sides or its breath are not known"
        else:
            try:
                return Exercise(name, step, Dose(*dose), sided, breath)
            except UserError as error:
                wrong = str(error)
    raise damaged(EXERCISES, f"the exercise {name!r}: {wrong}", line_of(EXERCISES, name))


def find(name: str) -> Exercise:
    """The exercise of a name. Raises UserError with the nearest names for any other."""
    if name not in exercises():
        raise nearest("exercise", name, exercises())
    return exercises()[name]


def parse_dose(text: str) -> tuple[str, Dose]:
    """An exercise and its dose from a text such as "plank=3x10x20". Raises UserError."""
    name, _, numbers = text.partition("=")
    parts = numbers.split("x")
    if len(parts) != len(PARTS) or not all(part.isdecimal() and len(part) < 4 for part in parts):
        raise UserError(
            f"{text[:40]!r} is not of the form NAME=SETSxREPETITIONSxSECONDS, such as plank=3x10x20"
        )
    return find(name).name, Dose(*map(int, parts))
