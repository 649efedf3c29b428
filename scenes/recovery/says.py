"""The line of plain words: how the pain is, how the timing is, what the test found.

Chosen from the curves of `sim.recovery.model` and from the run of the week's test, never
from the number of the week. The two headlines' halves never come from one another:
that pain goes says nothing of the timing.
"""

from scenes.experiment.headline import Said
from scenes.spine.panel import NEUTRAL_ZONE
from sim.recovery.model import LATE, onset, pain

HURTS, GONE = 0.5, 0.05  # shares of the first pain, between which it is going
DECIMALS = 1  # of a rotation in degrees, as it is written


def say(week: int, trained: bool, rotation: float | None) -> Said:
    """What to say of a week; `rotation` [degrees] is None while the test still runs."""
    left, late = pain(week), onset(week, trained)
    hurt = "hurts" if left >= HURTS else "going" if left >= GONE else "gone"
    timing = "late" if late >= LATE else "coming" if late > 0 else "back"
    reasons = ["after" if late > 0 else "before"]
    if timing == "late":
        reasons.append("trainable")
    return f"{hurt}_{timing}", (*reasons, _found(rotation))


def _found(rotation: float | None) -> str:
    """Where the largest rotation lies, to the decimal that is written."""
    if rotation is None:
        return "testing"
    written = round(rotation, DECIMALS)
    if written == NEUTRAL_ZONE:
        return "edge"
    return "beyond" if written > NEUTRAL_ZONE else "within"
