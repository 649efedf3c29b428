"""From activations to what the world is tuned to: stiffness and torques, all linear.

A strand with activation a has the stiffness a q Fmax / L0, a disc k0 + 20 a of transversus
(`sim.spine.discs`), and the balance torque of a joint is what gravity asks for plus
a Fmax times the lever arm of every strand, all in neutral posture. So a change of
activation costs a few products, which is what lets muscles change in every step.
"""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from sim.mechanics.column import Array, STANDARD_GRAVITY
from sim.mechanics.energy import Energy
from sim.mechanics.world import World
from sim.parameter import Value
from sim.spine.anatomy import column_of, neutral_compression, strand_stiffness
from sim.spine.discs import stiffening
from sim.spine.muscles import MUSCLES, muscles, STRANDED, TRANSVERSUS_STIFFNESS
from sim.spine.parameters import JOINTS

FURTHER = ("hand_load", "disc_stiffness", "short_range_stiffness", "preload_stiffening")
"""What matters to the spine and is not just muscle."""


def activation_law(
    settings: Mapping[str, Value], gravity: float = STANDARD_GRAVITY
) -> "ActivationLaw":
    """The law for these settings; the last ones made are kept."""
    return _law(tuple(float(settings[name]) for name in FURTHER), gravity)


@lru_cache(maxsize=16)
def _law(further: tuple[float, ...], gravity: float) -> "ActivationLaw":
    return ActivationLaw(dict(zip(FURTHER, further, strict=True)), gravity)


def affine_compression(settings: Mapping[str, Value]) -> tuple[Array, Array]:
    """What the discs carry while neutral [N]: muscles at rest (6,), and what each adds (5, 6)."""
    at_rest = {**settings, **dict.fromkeys(MUSCLES, 0.0)}
    none = neutral_compression(at_rest)
    every = [neutral_compression({**at_rest, name: 1.0}) - none for name in MUSCLES]
    return none, np.stack(every)


class ActivationLaw:
    """How muscles act on the spine with the settings given, whatever their activations.

    Balance torques [N m] are `gravity_torques` (6,) of the weights alone and, for every
    muscle of `STRANDED`, its activation times `full_torques` (4, 6).
    """

    def __init__(self, settings: Mapping[str, Value], gravity: float = STANDARD_GRAVITY) -> None:
        column = column_of({**settings, **dict.fromkeys(MUSCLES, 0.0)}, gravity)
        arms, _ = Energy(column).arms(np.zeros(len(JOINTS)))
        self._group = np.array([STRANDED.index(muscle.group) for muscle in muscles()])
        self._full = strand_stiffness(settings)
        pulls = np.array([muscle.fmax for muscle in muscles()])[:, None] * arms
        self.full_torques = np.array(
            [pulls[self._group == group].sum(axis=0) for group in range(len(STRANDED))]
        )
        self.gravity_torques = np.array([j.disc.torque for j in column.joints if j.disc])
        self._unloaded = np.full(len(JOINTS), float(settings["disc_stiffness"]))
        self._compression = affine_compression(settings) if settings["preload_stiffening"] else None

    def tune(self, world: World, activations: Mapping[str, Value]) -> None:
        """Give the world's strands and discs what these activations make of them."""
        levels = np.array([float(activations[group]) for group in STRANDED])
        discs = self._unloaded
        if self._compression is not None:
            at_rest, each = self._compression
            every = np.array([float(activations[name]) for name in MUSCLES])
            discs = discs * stiffening(at_rest + every @ each)
        discs = discs + TRANSVERSUS_STIFFNESS * float(activations["transversus"])
        torques = self.gravity_torques + levels @ self.full_torques
        world.tune(self._full * levels[self._group], discs.tolist(), torques.tolist())
