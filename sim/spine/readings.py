"""What is read off a spine at one time, for tables and recordings."""

import numpy as np

from sim.mechanics.column import Array, Column
from sim.spine.disc_pressure import disc_forces, disc_pressures
from sim.spine.muscles import STRANDED
from sim.spine.parameters import JOINTS, NAMES

UNITS = {
    **{f"rotation_{joint}": "rad" for joint in JOINTS},
    **{f"displacement_{name}": "m" for name in NAMES[1:]},
    **{f"disc_force_{joint}": "N" for joint in JOINTS},
    **{f"disc_pressure_{joint}": "Pa" for joint in JOINTS},
    **{f"tension_{group}": "N" for group in STRANDED},
}


def readings(
    column: Column,
    state: Array,
    *,
    bends: Array,
    aside: Array,
    strands: tuple[Array, Array],
    transversus: float,
) -> dict[str, float]:
    """All of `UNITS`.

    `state` as in `sim.mechanics.world`; `bends` [rad] of all joints; how far `aside` all segments
    above the base are [m]; of all `strands` the ends [m] and the tensions [N] as in
    `sim.mechanics.strand_springs`; activation of transversus.
    """
    ends, tensions = strands
    forces = disc_forces(column, state, ends, tensions, transversus)
    groups = np.array([strand.group for strand in column.strands])
    pulls = [float(tensions[groups == group].sum()) for group in STRANDED]
    values = np.concatenate([bends, aside, forces, disc_pressures(forces), pulls])
    return dict(zip(UNITS, values.tolist(), strict=True))
