"""The same experiment with blocks or with a spine: hands are long muscles, tape deep ones."""

from collections.abc import Mapping

from sim.parameter import Value
from sim.spine.muscles import DEEP, level, LONG

FULL_PRESS = 300.0  # N that stand for long muscles in full
TAPED = 1.0  # level of the deep muscles that stands for tape on all joints


def counterpart(scene: str, settings: Mapping[str, Value]) -> tuple[str, dict[str, Value]]:
    """The other scene and what to set there; "" and nothing for one without a counterpart."""
    if scene == "blocks":
        long = round(float(settings["press"]) / FULL_PRESS, 2)
        return "spine", {
            "long_muscles": long,
            "deep_muscles": 0.0 if settings["tape"] == "none" else TAPED,
        }
    if scene == "spine":
        return "blocks", {
            "press": round(level(settings, LONG) * FULL_PRESS),
            "tape": "all" if level(settings, DEEP) >= TAPED / 2 else "none",
        }
    return "", {}
