"""A year after low back pain: pain gets less, a late onset stays.

Two curves over the weeks, each written out here, and a test of the back in any
week: a run of `sim.timing.model` with that week's onset, never a looked-up figure.

    training   l(w) = 1 - exp(-w / LEARNING_WEEKS)         0 without training
    onset      o(w) = LATE + l(w) (EARLY - LATE)           [s] from the arm's start

Found is that multifidus does not recover by itself after a first episode (Hides,
Richardson and Jull 1996) and that transversus comes on late with low back pain
(Hodges and Richardson 1996); the form of the curves and their constants are
illustrative.
"""

import math
from collections.abc import Mapping
from functools import cache

from sim.parameter import checked, Parameter, Value
from sim.recovery.pain_and_recurrence import AGAINST, COURSE, FOR, pain, people, TRAINED, WEEKS
from sim.timing.model import ArmRaise
from sim.timing.model import settings_of as timing_of

LEARNING_WEEKS = 6.0  # weeks of training until two thirds are learned (illustrative)
LATE = 0.05  # s, onset with low back pain (late: found; how late: illustrative)
EARLY = -0.03  # s, onset in healthy people (early: found; how early: illustrative)

PARAMETERS = (
    Parameter("week", "", 0, "weeks since the pain began", 0, WEEKS, 1, whole=True),
    Parameter("trained", "", 0, "1 with training of the deep muscles", 0, 1, 1, whole=True),
)


def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
    """A complete set of parameters from some given ones. Raises ParameterError."""
    return checked(PARAMETERS, values)


# -- the curves -------------------------------------------------------------------


def learned(week: float, trained: bool) -> float:
    """How much of the early onset has come back, 0 to 1, with training from week 0 on."""
    return 1 - math.exp(-week / LEARNING_WEEKS) if trained else 0.0


def onset(week: float, trained: bool) -> float:
    """Onset of the deep muscles [s] from the movement's start."""
    return LATE + learned(week, trained) * (EARLY - LATE)


# -- the test of the back -----------------------------------------------------------


@cache
def timing_in(week: int, trained: bool) -> dict[str, Value]:
    """The parameters of the movement in a week: those of the timing scene with its onset."""
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
        return timing_in(self.week, self.trained)

    def remarks(self) -> dict[str, object]:
        """Where the curves are in this week, and whence the recurrences are known."""
        return {
            "pain": pain(self.week),
            "learned": learned(self.week, self.trained),
            "onset_s": onset(self.week, self.trained),
            "recurred_of_100": sum(people(self.week, self.trained)),
            "source": "; ".join(study.cited() for study in (COURSE, TRAINED, FOR)),
            "against": "; ".join(study.cited() for study in AGAINST),
        }
