"""How stiff the discs are in neutral posture.

    k = k0 s(C) + 20 a        [N m/rad]

k0: the parameter `disc_stiffness`; a: activation of transversus, which stiffens every
joint. s is 1, or with `preload_stiffening` grows with the compression C of that disc:
1, 1.71 and 2.11 at 0, 250 and 500 N, linear between them and constant beyond
(Gardner-Morse and Stokes 2004, doi 10.1016/j.jbiomech.2003.10.003: means over all
directions of bending and shifting, of 4 human and porcine segments alike).
"""

from collections.abc import Mapping

import numpy as np

from sim.mechanics.column import Array
from sim.parameter import Value
from sim.spine.muscles import TRANSVERSUS_STIFFNESS

PRELOADS = (0.0, 250.0, 500.0)  # N
STIFFENING = (1.0, 1.71, 2.11)  # times the stiffness of an unloaded disc


def stiffening(compression: Array) -> Array:
    """How many times stiffer discs are under a compression [N] than without any."""
    found: Array = np.interp(compression, PRELOADS, STIFFENING)
    return found


def disc_stiffness(settings: Mapping[str, Value], compression: Array) -> Array:
    """Stiffness of all joints without their muscle strands [N m/rad], (6,)."""
    loaded = np.ones_like(compression)
    if settings["preload_stiffening"]:
        loaded = stiffening(compression)
    deep = TRANSVERSUS_STIFFNESS * float(settings["transversus"])
    return float(settings["disc_stiffness"]) * loaded + deep
