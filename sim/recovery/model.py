"""A year after low back pain: pain fades, the late onset of the deep muscles stays.

Three curves over the weeks, each written out here, and a test of the back in any
week: a run of `sim.timing.model` with that week's onset, never a looked-up figure.

    pain       p(w) = exp(-w / PAIN_WEEKS)                 share of the pain of week 0
    training   l(w) = 1 - exp(-w / LEARNING_WEEKS)         0 without training
    onset      o(w) = LATE + l(w) (EARLY - LATE)           [s] from the arm's start

Found is that multifidus does not recover by itself after a first episode (Hides,
Richardson and Jull 1996) and that transversus comes on late with low back pain
(Hodges and Richardson 1996); the form of the curves and their constants are
illustrative. How many people recur is found (`RECURRENCE`) and does not follow from
the spine here: the two are shown side by side, for groups, never for one person.
"""

import math
import random
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from functools import cache

from sim.parameter import checked, Parameter, Value
from sim.timing.model import ArmRaise, later_means_more
from sim.timing.model import settings_of as timing_of

WEEKS = 52
PAIN_WEEKS = 3.0  # weeks until a third of the pain is left (illustrative)
LEARNING_WEEKS = 6.0  # weeks of training until two thirds are learned (illustrative)
LATE = 0.05  # s, onset with low back pain (late: found; how late: illustrative)
EARLY = -0.03  # s, onset in healthy people (early: found; how early: illustrative)

PEOPLE = 100
SEED = 2001  # of the draw who recurs when

PARAMETERS = (
    Parameter("week", "", 0, "weeks since the pain began", 0, WEEKS, 1, whole=True),
    Parameter("trained", "", 0, "1 with training of the deep muscles", 0, 1, 1, whole=True),
)


@dataclass(frozen=True)
class Study:
    """What was found by whom, in how many people (None where many studies were pooled)."""

    source: str
    found: str
    people: int | None


RECURRENCE = {True: 30, False: 84}
"""Of a hundred people, who had a recurrence within a year, trained or not (`FOR`)."""

FOR = Study(
    "Hides, Jull and Richardson 2001",
    "recurrence within a year 30 % with specific exercise, 84 % without; "
    "within two to three years 35 % and 75 %",
    39,
)
AGAINST = (
    Study(
        "Smith, Littlewood and May 2014, BMC Musculoskelet Disord 15:416",
        "stabilisation against other exercise: no clinically relevant difference in the long run",
        None,
    ),
    Study(
        "Wong et al. 2014",
        "change in transversus is unrelated to improvement; for multifidus studies conflict",
        None,
    ),
)


def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
    """A complete set of parameters from some given ones. Raises ParameterError."""
    return checked(PARAMETERS, values)


# -- the curves -------------------------------------------------------------------


def pain(week: float) -> float:
    """Pain as a share of that of week 0; training makes no difference to it here."""
    return math.exp(-week / PAIN_WEEKS)


def learned(week: float, trained: bool) -> float:
    """How much of the early onset has come back, 0 to 1, with training from week 0 on."""
    return 1 - math.exp(-week / LEARNING_WEEKS) if trained else 0.0


def onset(week: float, trained: bool) -> float:
    """Onset of the deep muscles [s] from the movement's start."""
    return LATE + learned(week, trained) * (EARLY - LATE)


# -- a hundred people ---------------------------------------------------------------


def people(week: int, trained: bool) -> tuple[bool, ...]:
    """Who of a hundred people has had a recurrence by this week; after a year the found number."""
    return tuple(0 < first <= week for first in _recurrences(trained))


@cache
def _recurrences(trained: bool) -> tuple[int, ...]:
    """The week in which each person recurs first, 0 for never.

    Who: those with the smallest of a hundred random numbers. When: at the same rate all
    year (illustrative), so that by week w a share 1 - (1 - p)^(w / 52) has recurred, p
    being the share of the year; each of them draws a point of that curve. The two
    groups are drawn apart, as in a trial: they are different people.
    """
    draw = random.Random(SEED + trained)
    lots = [draw.random() for _ in range(PEOPLE)]
    share = RECURRENCE[trained] / PEOPLE
    weeks = [0] * PEOPLE
    for person in sorted(range(PEOPLE), key=lots.__getitem__)[: RECURRENCE[trained]]:
        year = math.log(1 - draw.random() * share) / math.log(1 - share)
        weeks[person] = max(1, math.ceil(year * WEEKS))
    return tuple(weeks)


# -- the test of the back -----------------------------------------------------------


@cache
def _timing(week: int, trained: bool) -> dict[str, Value]:
    return timing_of({"onset": onset(week, trained)})


class Recovery(ArmRaise):
    """The spine of a week; `push` raises the arm, as in `sim.timing.model`."""

    name = "recovery"
    parameters = PARAMETERS

    @staticmethod
    def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
        """A complete set of parameters from some given ones. Raises ParameterError."""
        return settings_of(values)

    @property
    def week(self) -> int:
        """Weeks since the pain began."""
        return int(self.settings["week"])

    @property
    def trained(self) -> bool:
        """Whether the deep muscles are trained."""
        return bool(self.settings["trained"])

    @property
    def timing(self) -> Mapping[str, Value]:
        """The parameters of the movement: those of the timing scene with this week's onset."""
        return _timing(self.week, self.trained)

    def remarks(self) -> dict[str, object]:
        """Where the curves are in this week, and whence the recurrences are known."""
        return {
            "pain": pain(self.week),
            "learned": learned(self.week, self.trained),
            "onset_s": onset(self.week, self.trained),
            "recurred_of_100": sum(people(self.week, self.trained)),
            "source": _cited(FOR),
            "against": "; ".join(map(_cited, AGAINST)),
        }


def _cited(study: Study) -> str:
    size = f", n = {study.people}" if study.people else ""
    return f"{study.found} ({study.source}{size})"


_found: dict[float, float] = {}  # largest rotations of the runs so far [degrees], by onset


def testing(week: int, trained: bool) -> Generator[float | None]:
    """The test of the back in a week, in slices: None while it runs, at last what `week_test` says.

    A run with an onset that has been tested before is not made again.
    """
    late = onset(week, trained)
    if late not in _found:
        for point in later_means_more({}, [late]):
            if point:
                _found[late] = point[1]
            else:
                yield None
    yield _found[late]


def week_test(week: int, trained: bool) -> float:
    """The largest joint rotation [degrees] when the back is tested in this week: a run."""
    *_, rotation = testing(week, trained)
    return float(rotation or 0.0)
