"""What the steps of the story look at: what a scene observes, and what has come true of it.

Nothing here is looked up: an answer is the name of what was measured.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sim.blocks.model import BlockStack
from sim.corset.rest import rest_pressure
from sim.mechanics.world import STEP
from sim.parameter import Value
from sim.spine.muscles import DEEP, LONG

LIGHT, HARD = 20.0, 200.0  # N, what the hands press with first, and from where they press hard
PUSH = 0.5  # N, of the tap
STRONG, ENOUGH = 0.8, 0.9  # of full activation: long muscles, deep muscles beside them
STOOD = 1.0  # s that it has to stay up after a first tap
GOES = 5.0  # s after a push in which there is something to watch
LATER = 20  # weeks after which little pain is left
DRAWN = 0.7  # of as far as can be, from where the belly is drawn in
FOLLOWED = 0.9  # of what is asked of a muscle, from where it has come
BREATH = 0.9  # of a breath, from where nearly all of it has been breathed out
ALIKE = 0.1  # share by which two measurements may differ and still be the same

Seen = Mapping[str, Any]


def _least(seen: Seen, names: tuple[str, ...]) -> float:
    return min(float(seen[name]) for name in names)


# -- what has been done -------------------------------------------------------------------


def fallen(seen: Seen) -> bool:
    """It fell, or gave way."""
    return bool(seen["fallen"])


def stands(seen: Seen) -> bool:
    """It was first tapped a while ago, however often since, and stands."""
    since = seen["since_first"]
    return since is not None and since > STOOD and not fallen(seen)


def going(seen: Seen) -> bool:
    """What a push set off is still to be watched, and time goes on."""
    since = seen["since_push"]
    over = since is None or since >= GOES or fallen(seen)
    return not (over or seen["paused"])


def pressed(seen: Seen) -> bool:
    """The hands press hard."""
    return float(seen["press"]) >= HARD


def taped(seen: Seen) -> bool:
    """Every joint is taped."""
    return bool(seen["tape"] == "all")


def long(seen: Seen) -> bool:
    """The long muscles pull hard."""
    return _least(seen, LONG) >= STRONG


def deep(seen: Seen) -> bool:
    """The deep muscles pull."""
    return _least(seen, DEEP) >= ENOUGH


def breathed(seen: Seen) -> bool:
    """A breath that was begun is nearly over, or has been."""
    since = seen["since_push"]
    return since is not None and since > BREATH * float(seen["breath_time"])


def drawn_in(seen: Seen) -> bool:
    """The belly is drawn in, and the muscle has followed."""
    followed = float(seen["transversus"]) >= FOLLOWED * float(seen["asked"])
    return float(seen["draw_in"]) >= DRAWN and followed


def weeks(seen: Seen) -> bool:
    """Little pain is left."""
    return float(seen["week"]) >= LATER


def trained(seen: Seen) -> bool:
    """With training."""
    return float(seen["trained"]) > 0


def raised(seen: Seen) -> bool:
    """The arm went up, and all is over."""
    return bool(seen["done"])


def guessed(seen: Seen) -> bool:
    """Somebody guessed."""
    return seen["guess"] is not None


def chosen(seen: Seen) -> bool:
    """An exercise is on the list."""
    return bool(seen["chosen"])


# -- what has come ------------------------------------------------------------------------


def falls_or_stays(seen: Seen) -> str:
    """What a stack did."""
    return "falls" if fallen(seen) else "stays"


@cache
def _light_fall() -> float:
    """When a stack falls that is pressed lightly [s after the tap]."""
    settings: dict[str, Value] = {"press": LIGHT, "push": PUSH}
    stack = BlockStack(settings)
    stack.push()
    while stack.fell_at is None and stack.world.time < 1 / STEP:
        stack.step()
    return stack.fell_at or float("inf")


def sooner_or_later(seen: Seen) -> str:
    """When a stack fell, against one that is pressed lightly."""
    if not fallen(seen):
        return "stays"
    return "sooner" if float(seen["fell_at"]) < _light_fall() else "later"


def shape(seen: Seen) -> str:
    """What a spine did."""
    if not fallen(seen):
        return "upright"
    return "leans" if seen["leans"] else "gives"


def compared(now: float, before: float, names: tuple[str, str, str]) -> str:
    """The name for less, the same and more."""
    if abs(now - before) <= ALIKE * max(abs(now), abs(before)):
        return names[1]
    return names[2] if now > before else names[0]


def pressure(seen: Seen) -> str:
    """The pressure in the abdomen, against that at rest."""
    return compared(float(seen["pressure"]), rest_pressure(), ("lower", "equal", "higher"))


def further(seen: Seen) -> str:
    """Which back bent further."""
    left, right = seen["turned"]
    return compared(float(right), float(left), ("left", "same", "right"))


def onset(seen: Seen) -> str:
    """Whether the deep muscles begin before the arm, or after it."""
    return "early" if float(seen["onset"]) < 0 else "late"
