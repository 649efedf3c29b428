"""The line of plain words: which back turns more, and how far that is.

Chosen from the rotations that were measured, never from a slider's value.
"""

from scenes.experiment.headline import Said
from scenes.text.words import Words
from scenes.timing.moment import TimingMoment


def say(moment: TimingMoment, *, led: bool = False) -> Said:
    """What both backs do at this moment; at the end, which one went further.

    `led`: for who has not heard of a neutral zone.
    """
    if moment.since_push is None:
        return "ready", ("which",)
    if moment.since_push < 0:
        return "before", ("watch",)
    if led and moment.done:
        more = round(moment.right.turned, 1) - round(moment.left.turned, 1)
        return "as_far" if not more else "right_further" if more > 0 else "left_further", ()
    headline = {
        (True, True): "both_within",
        (True, False): "right_beyond",
        (False, True): "left_beyond",
        (False, False): "both_beyond",
    }[moment.left.within, moment.right.within]
    return headline, _compared(moment) if moment.done else ("moving",)


def _compared(moment: TimingMoment) -> tuple[str, ...]:
    """Which back turned more, to the tenth that is shown; whether its deep muscles came later."""
    left, right = moment.left, moment.right
    if round(left.turned, 1) == round(right.turned, 1):
        return ("same",)
    more, less, side = (
        (right, left, "right") if right.turned > left.turned else (left, right, "left")
    )
    if more.began is not None and less.began is not None and more.began > less.began:
        return f"{side}_more", f"came_later_{side}"
    return (f"{side}_more",)


def signed(words: Words, time: float) -> str:
    """A time from the movement's start [s] in milliseconds, with its sign."""
    text = words.quantity(1000 * time, "ms", 0)
    return f"+{text}" if time > 0 else text
