"""What is known of the year after low back pain: pain, and how many people recur.

Pain is found at four times (`PAIN`); between two of them it falls at one rate, so that its
logarithm is straight (derived). How many people recur is found (`RECURRENCE`) and does not
follow from the spine of `sim.recovery.model`: the two are shown side by side, for groups,
never for one person. Who recurs when is illustrative.
"""

import math
import random
from dataclasses import dataclass
from functools import cache

import numpy as np

WEEKS = 52
PAIN = {0: 52.0, 6: 23.0, 26: 12.0, WEEKS: 6.0}
"""Mean pain, 0 to 100, by weeks since an acute episode (`COURSE`)."""

PEOPLE = 100
SEED = 2001  # of the draw who recurs when


@dataclass(frozen=True)
class Study:
    """What was found by whom, in how many people (None where many studies were pooled)."""

    source: str
    found: str
    people: int | None = None

    def cited(self) -> str:
        """What was found, with its source and size."""
        size = f", n = {self.people}" if self.people else ""
        return f"{self.found} ({self.source}{size})"


RECURRENCE = {True: 30, False: 84}
"""Of a hundred people, who had a recurrence within a year, trained or not (`FOR`)."""

COURSE = Study(
    "Menezes Costa 2012", "pain of 52, 23, 12, 6 of 100 after 0, 6, 26, 52 weeks of acute back pain"
)
FOR = Study(
    "Hides, Jull and Richardson 2001",
    "recurrence within a year 30 % with specific exercise, 84 % without; "
    "within two to three years 35 % and 75 %",
    39,
)
TRAINED = Study(
    "Tsao and Hodges 2008", "onset earlier after specific training, and still at 6 months", 9
)
LARGER, LIMITED = 69, 40  # of a hundred: pain again within a year, and so that it limited them
AGAINST = (
    Study(
        "da Silva 2019",
        f"recurrence within a year {LARGER} %, limiting activity {LIMITED} %",
        250,
    ),
    Study(
        "Smith, Littlewood and May 2014, BMC Musculoskelet Disord 15:416",
        "stabilisation against other exercise: no clinically relevant difference in the long run",
    ),
    Study(
        "Wong et al. 2014",
        "change in transversus is unrelated to improvement; for multifidus studies conflict",
    ),
)


def pain(week: float) -> float:
    """Mean pain, 0 to 100; training makes no difference to it here."""
    return math.exp(np.interp(week, [*PAIN], np.log([*PAIN.values()])))


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
