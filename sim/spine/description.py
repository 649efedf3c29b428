"""The lumbar spine in full: its column, what its muscles make of it, what discs carry."""

import math

import numpy as np

from sim.mechanics.column import Column
from sim.mechanics.description import anatomy, laws, place, Tree
from sim.mechanics.quantity import Quantity
from sim.mechanics.world import ANGLE
from sim.model.column_model import FINGER_REACH
from sim.spine.activation import activation_law
from sim.spine.anatomy import neutral_compression
from sim.spine.disc_pressure import DISC_AREA, disc_axes, NUCLEUS, TRUNK_AREA
from sim.spine.discs import PRELOADS, STIFFENING
from sim.spine.limits_of_bend import GIVEN_WAY
from sim.spine.model import LumbarSpine
from sim.spine.muscles import (
    MOST_PRESSURE,
    muscles,
    REST_PRESSURE,
    STRANDED,
    TRANSVERSUS_STIFFNESS,
)
from sim.spine.parameters import NAMES, pushed_segment


def told(model: LumbarSpine) -> Tree:
    """The spine with its present muscles, and the finger that taps it."""
    segment, column = pushed_segment(model.settings), model.column()
    push = {
        "segment": NAMES[segment],
        "point": place(column, segment),
        "force": Quantity([float(model.settings["push"]), 0.0], "N"),
        "time": Quantity(float(model.settings["push_time"]), "s"),
        "reach": Quantity(FINGER_REACH, "m"),
        "where": "from t = 0 for `time`, at the centre of mass wherever that is, never turning; "
        "it ends once that is further than `reach` to the side of where it stood",
    }
    return spine(model) | {"push": push}


def spine(model: LumbarSpine) -> Tree:
    """The spine of a model with its present muscles: all but what happens to it."""
    column = model.column()
    tree = anatomy(column)
    for strand, muscle in zip(tree["strands"], muscles(), strict=True):
        strand["fmax"] = Quantity(muscle.fmax, "N")
        strand["activation"] = Quantity(float(model.spine[muscle.group]), "")
    for joint, more in zip(tree["joints"], _joints(model, column), strict=True):
        joint.update(more)
    return tree | {
        "laws": {**laws(column), **_laws(model)},
        "given_way": {
            "formula": "|t| > angle in any joint",
            "angle": Quantity(math.radians(GIVEN_WAY), "rad"),
            "where": "a measurement: nothing in the motion depends on it",
        },
    }


def _joints(model: LumbarSpine, column: Column) -> list[Tree]:
    """What joints have besides their column: shares of the balance torque, the disc's load."""
    drive = activation_law(model.spine, column.gravity)
    axes = disc_axes(np.zeros((len(NAMES), ANGLE + 1)))
    return [
        {
            "balance_torque_at_rest": Quantity(at_rest, "N m"),
            "balance_torque_of": {
                group: Quantity(torque, "N m") for group, torque in zip(STRANDED, full, strict=True)
            },
            "disc_axis": Quantity(axis, ""),
            "compression": Quantity(force, "N"),
        }
        for at_rest, full, axis, force in zip(
            drive.gravity_torques.tolist(),
            drive.full_torques.T.tolist(),
            axes.tolist(),
            neutral_compression(model.spine).tolist(),
            strict=True,
        )
    ]


def _laws(model: LumbarSpine) -> Tree:
    """How activations, the load and the abdominal pressure enter."""
    settings = model.spine
    return {
        "muscle": {
            "formula": "stiffness = q activation fmax / length; rest_length = length (1 - 1 / q)",
            "q": Quantity(float(settings["short_range_stiffness"]), ""),
            "where": "of a strand; length: while neutral, where tension = activation fmax",
        },
        "disc_stiffness": {
            "formula": "stiffness = disc_stiffness s + transversus_stiffness transversus",
            "disc_stiffness": Quantity(float(settings["disc_stiffness"]), "N m/rad"),
            "transversus_stiffness": Quantity(TRANSVERSUS_STIFFNESS, "N m/rad"),
            "transversus": Quantity(float(settings["transversus"]), ""),
            "preload_stiffening": bool(settings["preload_stiffening"]),
            "preloads": Quantity(list(PRELOADS), "N"),
            "stiffening": Quantity(list(STIFFENING), ""),
            "where": "of a joint; s: 1, or with preload_stiffening the stiffening at the joint's "
            "neutral compression, linear between the preloads and constant beyond",
        },
        "balance_torque": {
            "formula": "balance_torque = balance_torque_at_rest "
            "+ sum over groups of activation balance_torque_of[group]",
            "where": "of a joint; it does not change with its angle",
        },
        "abdominal_pressure": {
            "formula": "p = rest + (most - rest) transversus",
            "rest": Quantity(REST_PRESSURE, "Pa"),
            "most": Quantity(MOST_PRESSURE, "Pa"),
        },
        "disc": {
            "formula": "compression = -axis . (weights + pulls) - p trunk_area; "
            "pressure = kappa compression / disc_area",
            "trunk_area": Quantity(TRUNK_AREA, "m^2"),
            "disc_area": Quantity(DISC_AREA, "m^2"),
            "kappa": Quantity(NUCLEUS, ""),
            "where": "weights: of all segments above; pulls: of the strands that cross the joint, "
            "on what is above; axis: disc_axis while neutral, it turns by the mean angle of the "
            "segments below and above",
        },
    }
