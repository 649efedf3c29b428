"""What can be set on the lumbar spine, and how its parts are called."""

from collections.abc import Mapping

from sim.parameter import checked, Parameter, Value
from sim.spine.muscles import DEEP, LONG

NAMES = ("sacrum", "L5", "L4", "L3", "L2", "L1", "thorax")
JOINTS = ("L5/S1", "L4/5", "L3/4", "L2/3", "L1/2", "T12/L1")
PUSHABLE = NAMES[1:]


def _level(text: str) -> str:
    for name in PUSHABLE:
        if text.lower() == name.lower():
            return name
    raise ValueError(text)


def _activation(name: str, default: float, source: str) -> Parameter:
    return Parameter(name, "", default, source, 0, 1, 0.01)


PARAMETERS = (
    Parameter("long_muscles", "", 0.2, "erector spinae and abdominals", 0, 1, 0.01, sets=LONG),
    Parameter("deep_muscles", "", 0.0, "multifidus and transversus", 0, 1, 0.01, sets=DEEP),
    _activation("multifidus", 0.0, "activation of the deep back muscle, 1 is all it can"),
    _activation("transversus", 0.0, "activation of the deep belly muscle"),
    _activation("erector_spinae", 0.2, "activation of the long back muscle, from the thorax"),
    _activation("abdominals", 0.2, "activation of rectus and obliques"),
    _activation(
        "erector_lumbar",
        0.0,
        "activation of lumbar iliocostalis and longissimus, which attach to the vertebrae",
    ),
    Parameter("hand_load", "kg", 0.0, "a weight at the centre of the thorax", 0, 20, 0.5),
    Parameter("push", "N", 5.0, "a tap with a finger, to the front", 0, 50, 0.5),
    Parameter("push_time", "s", 0.15, "how long a tap lasts", 0.02, 1, 0.01),
    Parameter(
        "push_level",
        "",
        "L3",
        "the middle of the lumbar spine",
        canonical=_level,
        names=PUSHABLE,
    ),
    Parameter(
        "disc_stiffness",
        "N m/rad",
        40.0,
        "0.7 N m/deg, with which a straight muscle-free column buckles at the measured 88 N",
        *(10, 150, 1),
    ),
    Parameter(
        "short_range_stiffness",
        "",
        10.0,
        "q of k = q F / L (Brown & McGill 2010; value and range illustrative)",
        *(2, 40, 0.5),
    ),
    Parameter(
        "preload_stiffening",
        "",
        0,
        "1 lets discs stiffen under load (Gardner-Morse & Stokes 2004, a mean of all directions)",
        *(0, 1, 1),
        whole=True,
    ),
)


def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
    """A complete set of parameters from some given ones. Raises ParameterError."""
    return checked(PARAMETERS, values)


def pushed_segment(settings: Mapping[str, Value]) -> int:
    """Which segment the finger pushes, 1 for L5 to 6 for the thorax."""
    return NAMES.index(str(settings["push_level"]))
