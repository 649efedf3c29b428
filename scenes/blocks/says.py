"""The line of plain words: what the stack does now, and why.

Chosen from what was computed (the margin) and measured (the moment), never from
a slider's value.
"""

import math

import numpy as np

from scenes.blocks.moment import StackMoment
from scenes.experiment.headline import Said
from sim.blocks.critical import WATCH
from sim.blocks.margin import Margin
from sim.blocks.parameters import WIDTH

TIPPED = WIDTH / 4  # m off the axis from where a block no longer just stands
ROLLING = 0.002  # m off the axis from where one sees that blocks have begun to roll
QUIET = 0.05  # m/s below which fallen blocks lie still


def say(margin: Margin, moment: StackMoment) -> Said:
    """What the stack does at this moment, and why."""
    if moment.fallen and margin.stable and moment.furthest < TIPPED:
        # It went further than what counts as fallen, and the tape or flat blocks brought it back.
        return "came_back", ("pulled_back" if margin.by_tape else "flat_helps",)
    if moment.fallen or moment.furthest > TIPPED:
        why = _why_fallen(margin, moment)
        if moment.fell_at is not None and moment.speed < QUIET:
            # What falls later than a push is watched for does so for another reason.
            by_push = moment.since_push is not None and moment.fell_at < WATCH
            return "lies" if by_push else "lies_untimed", (why, "stack_again")
        return "falls", (why,)
    if not margin.stable:
        rolling = moment.furthest > ROLLING
        return "wobbly", ("rolling" if rolling else _why_unstable(margin, "roll"),)
    if margin.flat:
        return "firm", ("flat_helps",)
    return ("stands", ("tape_holds",)) if margin.by_tape else ("firm", ("round_helps",))


def _why_fallen(margin: Margin, moment: StackMoment) -> str:
    if not margin.stable:
        return _why_unstable(margin, "harder_sooner" if moment.press_changed else "rolled")
    if margin.flat:
        return "flat_pushed"
    bare = np.isnan(moment.tensions)
    return "partly" if bare.any() and not bare.all() else "pushed_too_hard"


def _why_unstable(margin: Margin, rolls: str) -> str:
    """Why it can not stand: `rolls` where that is the blocks themselves."""
    if not margin.balanced:
        return "one_sided"
    if margin.critical is not None and math.isfinite(margin.critical):
        return "too_much_press"
    return rolls
