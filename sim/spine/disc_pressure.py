"""What the discs of the lumbar spine carry.

The force on a disc is the component along the disc's axis of everything that
pulls or presses the part above it towards the part below: all weights above, all
strands that cross the disc, less the abdominal pressure p on an area A:

    C = axis . (sum m g + sum F) - p A          p_disc = kappa C / A_disc

The axis is the mean of the two neighbours' axes. It is a static estimate: what
it takes to accelerate the trunk is left out.
"""

import numpy as np

from sim.mechanics.column import Array, Column
from sim.mechanics.world import ANGLE
from sim.spine.curve import tilts
from sim.spine.muscles import pressure

TRUNK_AREA = 0.02  # m^2, on which abdominal pressure carries the trunk (illustrative)
DISC_AREA = 18e-4  # m^2, of a lumbar disc (illustrative)
NUCLEUS = 1.5  # kappa: pressure in the nucleus over the mean pressure (illustrative)


def disc_axes(state: Array) -> Array:
    """Which way is up along every disc, unit vectors (6, 2), L5/S1 first.

    `state` as in `sim.mechanics.world`.
    """
    segment_tilts = tilts()
    segment_tilts[-1] = segment_tilts[-2]  # T12 goes on where L1 ends; its frame is upright
    turns = np.concatenate([[0.0], state[:-1, ANGLE]]) + segment_tilts
    middle = (turns[1:] + turns[:-1]) / 2
    axes: Array = np.stack([-np.sin(middle), np.cos(middle)], axis=1)
    return axes


def disc_forces(
    column: Column, state: Array, ends: Array, tensions: Array, transversus: float
) -> Array:
    """Compression of every disc [N], L5/S1 first.

    `state` as in `sim.mechanics.world`; `ends` [m] and `tensions` [N] of all strands as in
    `sim.mechanics.strand_springs`; activation of transversus.
    """
    count = len(column.joints)
    up = disc_axes(state)
    masses = np.array([segment.mass for segment in column.segments[1:]])
    above = np.cumsum(masses[::-1])[::-1] * column.gravity
    spans = ends[:, 0] - ends[:, 1]  # towards the segment below
    pulls = tensions[:, None] * spans / np.hypot(*spans.T)[:, None]
    joints = np.arange(count)
    below = np.array([strand.below for strand in column.strands])
    top = np.array([strand.above for strand in column.strands])
    crossing = (below[None] <= joints[:, None]) & (joints[:, None] < top[None])
    total = crossing.astype(float) @ pulls
    total[:, 1] -= above
    forces: Array = -(total * up).sum(axis=1) - pressure(transversus) * TRUNK_AREA
    return forces


def neutral_disc_forces(column: Column, transversus: float) -> Array:
    """Compression of every disc [N] while neutral."""
    origins = column.neutral_origins()
    ends = np.array(
        [
            (origins[s.below] + s.point_below, origins[s.above] + s.point_above)
            for s in column.strands
        ]
    )
    lengths = np.hypot(*(ends[:, 1] - ends[:, 0]).T)
    stiffness, rests = np.array([(s.stiffness, s.rest_length) for s in column.strands]).T
    still = np.zeros((len(column.segments), 6))
    return disc_forces(column, still, ends, stiffness * (lengths - rests), transversus)


def disc_pressures(forces: Array) -> Array:
    """Pressure in the nucleus of every disc [Pa]."""
    return NUCLEUS * forces / DISC_AREA
