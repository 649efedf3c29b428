"""When Python looks for rings of things that nobody holds any more.

To look through all that lives takes as long as two pictures. So a window does it while it rests.
"""

import gc

RARELY = 1000  # middle-aged collections between two of everything: not while something moves


class _Way:
    """Whether this program shows a window; one for all."""

    at_rest = False


def tidy_at_rest() -> None:
    """Look through everything now, and from now on only while the window rests."""
    _Way.at_rest = True
    gc.enable()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, RARELY)
    tidy()


def tidy() -> None:
    """Look through everything, if that is done at rest."""
    if _Way.at_rest:
        gc.collect()
