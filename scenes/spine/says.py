"""The line of plain words: what the spine does now, and why.

Chosen from what was computed (the verdict) and measured (the moment), never from
a slider's value.
"""

import math

from scenes.experiment.headline import Said
from scenes.spine.moment import SpineMoment
from sim.spine.verdict import leaning, LEANS, Verdict

GOING = math.radians(2.5)  # a bend from where the spine no longer just stands
SEEN = math.radians(0.8)  # a bend from where one sees that something moves
WAITED = 1.0  # s after a push in which one may expect to see something
LEANING = "leans"
OVER = 2.0  # s after which a fall is over: what swings on then says nothing new


def say(verdict: Verdict, moment: SpineMoment) -> Said:
    """What the spine does at this moment, and why."""
    if moment.fallen:
        return _fallen(verdict, moment)
    far = moment.furthest > GOING
    if not verdict.stable:
        why = _why_unstable(verdict, moment)
        return (shape(moment), (why,)) if far else ("wobbly", (why, _moving(moment)))
    if far and moment.push:  # it swings to and fro afterwards, and stays up
        return "aside", ("returns",)
    return "firm" if verdict.wide else "stands", (_why_stable(verdict),)


def _why_stable(verdict: Verdict) -> str:
    if verdict.by_deep and verdict.by_long:
        return "both"
    if verdict.by_attached:
        return "attached_hold"
    if verdict.by_deep or verdict.by_long:
        return "deep_holds" if verdict.by_deep else "long_hold"
    return "discs_hold"


def _moving(moment: SpineMoment) -> str:
    """What is to be seen, or to be done, while it still stands."""
    if moment.furthest > SEEN:
        return "starts"
    waited = moment.since_push is not None and moment.since_push > WAITED
    return "slowly" if waited else "tap"


def shape(moment: SpineMoment) -> str:
    """How it goes over: whether the trunk leans, or the middle gives way."""
    return LEANING if leaning(moment.bends) > LEANS else "buckles"


def _fallen(verdict: Verdict, moment: SpineMoment) -> Said:
    """It gives way; or it has, and one may set it up again."""
    over = moment.since_fall > OVER
    if verdict.stable and not moment.overpushed:
        return "could_now", ("again",)  # the muscles have been changed since it fell
    why = "pushed_too_hard" if verdict.stable else _why_unstable(verdict, moment)
    form = shape(moment)
    return (f"{form}_rests", (why, "again")) if over else (form, (why,))


def _why_unstable(verdict: Verdict, moment: SpineMoment) -> str:
    """What is missing: by the motion that is seen, before that by the one that departs fastest."""
    leans = leaning(moment.bends) > LEANS if moment.furthest > SEEN else verdict.leans
    if leans:
        return "lean_deep_could" if verdict.deep_could else "lean_deep_can_not"
    if verdict.long_could:
        return "buckle_other_long"
    return "buckle_deep_could" if verdict.deep_could else "buckle_nothing"
