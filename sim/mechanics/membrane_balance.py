"""Where a membrane is in balance: found by Newton's rule, without letting it move there in time."""

import numpy as np

from sim.mechanics.column import Array
from sim.mechanics.membrane import Membrane

TRIES = 400  # at most
BALANCED = 1e-9  # N, of what is left on any node
HELD = 1e3  # N/m: springs that at first hold every node where it is
SOFTER, HARDER = 0.2, 5.0  # times that, after a move that helped and one that did not
WORSE = 1.5  # times the force of before, that a move on the way may leave


def balanced(membrane: Membrane) -> Array:
    """The places of all nodes [m] where no force is left, reached from the plan's.

    Links go slack on the way, where Newton's rule alone would leap to and fro. So springs
    hold the nodes where they are, ever softer as long as that helps.
    """
    places, still = membrane.plan.places, np.zeros_like(membrane.plan.places)
    forces, held = membrane.look(places, still, 0.0), HELD
    for _ in range(TRIES):
        if np.abs(forces).max() < BALANCED:
            break
        resisting = membrane.stiffness(places)
        resisting.flat[:: len(resisting) + 1] += held
        moved = places.copy()
        moved[: len(forces)] += np.linalg.solve(resisting, forces.ravel()).reshape(-1, 2)
        left = membrane.look(moved, still, 0.0)
        gain = np.linalg.norm(left) / np.linalg.norm(forces)
        held *= SOFTER if gain < 1.0 else HARDER if gain >= WORSE else 1.0
        if gain < WORSE:
            places, forces = moved, left
    return places
