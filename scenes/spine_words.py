"""The line of plain words: what the spine does now, and why.

Chosen from what was computed (the verdict) and measured (the moment), never from
a slider's value.
"""

import math

from scenes.headline import Said
from scenes.spine_moment import SpineMoment
from sim.posture import leaning, LEANS, Verdict

GOING = math.radians(2.5)  # a bend from where the spine no longer just stands
SEEN = math.radians(0.8)  # a bend from where one sees that something moves
QUIET = 0.05  # rad/s below which nothing seems to move any more
LEANT = math.radians(12)  # of the thorax, from where the trunk has leant over


def say(verdict: Verdict, moment: SpineMoment) -> Said:
    """What the spine does at this moment, and why."""
    if moment.fallen or moment.furthest > GOING:
        return _away(verdict, moment)
    if not verdict.stable:
        moving = "starts" if moment.furthest > SEEN else "tap"
        return "wobbly", (_why_unstable(verdict), moving)
    headline = "firm" if verdict.wide else "stands"
    if verdict.by_deep and verdict.by_long:
        return headline, ("both",)
    if verdict.by_deep or verdict.by_long:
        return headline, ("deep_holds" if verdict.by_deep else "long_hold",)
    return headline, ("discs_hold",)


def _away(verdict: Verdict, moment: SpineMoment) -> Said:
    """It has given way, is about to, or has come to rest somewhere else."""
    leant = abs(moment.lean) > LEANT and leaning(moment.bends) > LEANS
    shape = "leans" if leant else "buckles"
    why = "pushed_too_hard" if verdict.stable else _why_unstable(verdict)
    if moment.fallen and moment.speed < QUIET:
        return f"{shape}_rests", (why, "again")
    if moment.fell_at is None and moment.speed < QUIET:
        return "aside", (why,)
    return shape, (why,)


def _why_unstable(verdict: Verdict) -> str:
    if verdict.leans:
        return "lean_deep_could" if verdict.deep_could else "lean_deep_can_not"
    if verdict.long_could:
        return "buckle_other_long"
    return "buckle_deep_could" if verdict.deep_could else "buckle_nothing"
