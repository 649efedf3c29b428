"""The line of plain words: what the stack does now, and why.

Chosen from what was computed (the margin) and measured (the moment), never from
a slider's value.
"""

import math

from scenes.recording import Moment
from sim.blocks import WIDTH
from sim.margin import Margin

TIPPED = WIDTH / 4  # m off the axis from where a block no longer just stands
QUIET = 0.05  # m/s below which fallen blocks lie still


def say(margin: Margin, moment: Moment) -> tuple[str, str]:
    """The keys of the headline and of the line under it, in the texts under `say`."""
    if moment.fallen or moment.furthest > TIPPED:
        return _falling(margin, moment)
    if margin.stable:
        if margin.flat:
            return "firm", "flat_helps"
        return ("stands", "tape_holds") if margin.by_tape else ("firm", "round_helps")
    return "wobbly", _why_unstable(margin, before=True)


def _falling(margin: Margin, moment: Moment) -> tuple[str, str]:
    if moment.fallen and moment.speed < QUIET:
        return "lies", "stack_again"
    if margin.stable:
        return "falls", "flat_pushed" if margin.flat else "pushed_too_hard"
    return "falls", _why_unstable(margin, before=False)


def _why_unstable(margin: Margin, *, before: bool) -> str:
    if margin.critical is not None and math.isfinite(margin.critical):
        return "too_much_press" if margin.balanced else "one_sided"
    if not margin.balanced:
        return "one_sided"
    return "roll" if before else "harder_sooner"
