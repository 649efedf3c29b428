"""The block stack in full: its column, the hand that presses and the finger that taps."""

from sim.blocks.model import BlockStack
from sim.blocks.parameters import pushed_block, WIDTH
from sim.mechanics.description import anatomy, laws, place, Tree
from sim.mechanics.hand import HAND_SPEED, STROKE
from sim.mechanics.quantity import Quantity
from sim.model.column_model import FINGER_REACH


def told(model: BlockStack) -> Tree:
    """The upright stack, and all that acts on it."""
    column, block = model.column(), pushed_block(model.settings)
    height = float(column.neutral_origins()[-1, 1]) - column.base[1]
    return anatomy(column) | {
        "laws": laws(column),
        "hand": {
            "formula": "force = press min(1, max(0, 1 - v / speed))",
            "press": Quantity(column.press, "N"),
            "speed": Quantity(HAND_SPEED, "m/s"),
            "stroke": Quantity(STROKE * height, "m"),
            "where": "straight down on the segment `top`, which moves up and down only and no "
            "more than `stroke` down; v: its speed downwards",
        },
        "push": {
            "block": Quantity(block, ""),
            "segment": column.segments[block].name,
            "point": place(column, block),
            "force": Quantity([float(model.settings["push"]), 0.0], "N"),
            "time": Quantity(float(model.settings["push_time"]), "s"),
            "reach": Quantity(FINGER_REACH, "m"),
            "where": "from t = 0 for `time`, at the centre of the block wherever that is, never "
            "turning; it ends once that is further than `reach` to the side of where it stood",
        },
        "given_way": {
            "formula": "|x| > aside for the centre of any block",
            "aside": Quantity(WIDTH / 2, "m"),
            "where": "x: to the side of the axis; a measurement: no motion depends on it",
        },
    }
