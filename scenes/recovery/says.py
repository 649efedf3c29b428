"""The line of plain words: how the pain is, how the timing is, what the test found.

Chosen from the curves of `sim.recovery` and from the run of the week's test, never
from the number of the week. The two headlines' halves never come from one another:
that pain goes says nothing of the timing.
"""

from scenes.experiment.headline import Said
from sim.recovery.model import LATE, onset
from sim.recovery.pain_and_recurrence import pain
from sim.spine.limits_of_bend import side_of_neutral_zone

HURTS, LITTLE = 30.0, 15.0  # pain of 100, between which it is going
DECIMALS = 1  # of a rotation in degrees, as it is written


def say(week: int, trained: bool, rotation: float | None) -> Said:
    """What to say of a week; `rotation` [degrees] is None while the test still runs."""
    left, late = pain(week), onset(week, trained)
    hurt = "hurts" if left >= HURTS else "going" if left >= LITTLE else "little"
    timing = "late" if late >= LATE else "coming" if late > 0 else "back"
    reasons = ["after" if late > 0 else "before"]
    if timing == "late":
        reasons.append("trainable")
    found = "testing" if rotation is None else side_of_neutral_zone(rotation)
    return f"{hurt}_{timing}", (*reasons, found)
