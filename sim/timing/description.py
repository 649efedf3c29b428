"""The raised arm in full: the spine before it, what hits it, and how its muscles follow."""

from sim.mechanics.description import place, Tree
from sim.mechanics.quantity import Quantity
from sim.model.column_model import FINGER_REACH
from sim.spine.description import spine
from sim.spine.muscles import DEEP, LONG
from sim.spine.parameters import NAMES
from sim.timing.model import ArmRaise, LEAD, PUSHED, WATCHED


def told(model: ArmRaise) -> Tree:
    """The spine at rest before the movement, and all that happens to it."""
    timing = {name: float(value) for name, value in model.timing.items()}
    onsets = {"long": 0.0, "deep": timing["onset"]}
    return spine(model) | {
        "movement": {
            "start": Quantity(0.0, "s"),
            "from": Quantity(-LEAD, "s"),
            "to": Quantity(WATCHED, "s"),
            "moment": {
                "segment": NAMES[-1],
                "moment": Quantity(timing["moment"], "N m"),
            },
            "force": {
                "segment": NAMES[PUSHED],
                "point": place(model.column(), PUSHED),
                "force": Quantity([timing["force"], 0.0], "N"),
                "reach": Quantity(FINGER_REACH, "m"),
            },
            "pulse": Quantity(timing["pulse"], "s"),
            "where": "times count from the start of the movement, the spine is at rest at `from` "
            "and watched up to `to`; moment, counter-clockwise, and force last from the start for "
            "`pulse`; the force acts at the centre of mass wherever that is, never turning; both "
            "end once that is further than `reach` to the side of where it stood",
        },
        "activations": [
            {
                "name": name,
                "muscles": list(group),
                "before": Quantity(timing[f"{name}_before"], ""),
                "after": Quantity(timing[f"{name}_after"], ""),
                "onset": Quantity(onsets[name], "s"),
            }
            for name, group in (("long", LONG), ("deep", DEEP))
        ],
        "activation": {
            "formula": "da/dt = (command - a) / lag; command = before until onset, then after",
            "lag": Quantity(timing["lag"], "s"),
            "where": "a = before at first; muscles that are not named stay at rest",
        },
    }
