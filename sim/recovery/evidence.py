"""What is known of the year after low back pain: pain, and how many people recur.

    pain       p(w) = exp(-w / PAIN_WEEKS)                 share of the pain of week 0

How many people recur is found (`RECURRENCE`) and does not follow from the spine of
`sim.recovery.model`: the two are shown side by side, for groups, never for one person.
The form of the curve, its constant and who recurs when are illustrative.
"""

import math
import random
from dataclasses import dataclass
from functools import cache

WEEKS = 52
PAIN_WEEKS = 3.0  # weeks until a third of the pain is left (illustrative)

PEOPLE = 100
SEED = 2001  # of the draw who recurs when


@dataclass(frozen=True)
class Study:
    """What was found by whom, in how many people (None where many studies were pooled)."""

    source: str
    found: str
    people: int | None

    def cited(self) -> str:
        """What was found, with its source and size."""
        size = f", n = {self.people}" if self.people else ""
        return f"{self.found} ({self.source}{size})"


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


def pain(week: float) -> float:
    """Pain as a share of that of week 0; training makes no difference to it here."""
    return math.exp(-week / PAIN_WEEKS)


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
