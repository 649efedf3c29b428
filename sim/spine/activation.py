"""From activations to what the world is tuned to: stiffness and torques, all linear.

A strand with activation a has the stiffness a q Fmax / L0, a disc k0 + 20 a of transversus
(`sim.spine.discs`), and the balance torque of a joint is what gravity asks for plus
a Fmax times the lever arm of every strand, all in neutral posture. So a change of
activation costs a few products, which is what lets muscles change in every step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.mechanics.column import Array, STANDARD_GRAVITY
from sim.mechanics.energy import Energy
from sim.mechanics.world import World
from sim.parameter import Value
from sim.spine.anatomy import column_of, neutral_compression, strand_stiffness
from sim.spine.discs import stiffening
from sim.spine.muscles import MUSCLES, muscles, STRANDED, TRANSVERSUS_STIFFNESS
from sim.spine.parameters import JOINTS, settings_of

FURTHER = ("hand_load", "disc_stiffness", "short_range_stiffness", "preload_stiffening")
"""What matters to the spine and is not just muscle."""


def affine_compression(settings: Mapping[str, Value]) -> tuple[Array, Array]:
    """What the discs carry while neutral [N]: muscles at rest (6,), and what each adds (5, 6)."""
    at_rest = {**settings, **dict.fromkeys(MUSCLES, 0.0)}
    none = neutral_compression(at_rest)
    every = [neutral_compression({**at_rest, name: 1.0}) - none for name in MUSCLES]
    return none, np.stack(every)


class Tuning(NamedTuple):
    """Stiffness of strands [N/m] and discs [N m/rad], and torques of discs [N m]."""

    strands: Array
    discs: Array
    torques: Array


@dataclass(frozen=True)
class ActivationLaw:
    """How muscles act on a spine, whatever their activations.

    Balance torques [N m] are `gravity_torques` (6,) of the weights alone and, for every
    muscle of `STRANDED`, its activation times `full_torques` (4, 6). `full` is the stiffness of
    every strand if fully active [N/m], `discs` that of the unloaded discs [N m/rad] (6,),
    which grows with what they carry where `preload` (6,) is 1: `carried` (6,) [N] with muscles at
    rest and what each adds, `adds` (5, 6). The law of many runs (`together`) has the runs as a last
    dimension, except in what all spines have in common.
    """

    gravity_torques: Array
    full_torques: Array
    full: Array
    discs: Array
    preload: Array
    carried: Array
    adds: Array
    groups: NDArray[np.intp]

    def tuned(self, levels: Array) -> Tuning:
        """What activations (5,) of `MUSCLES` make of a spine, or (5, runs) of many."""
        discs = self.discs
        if self.preload.any():
            more = stiffening(self.carried + self.adds.T @ levels) - 1
            discs = discs * (1 + self.preload * more)
        return Tuning(
            self.full * levels[self.groups],
            discs + TRANSVERSUS_STIFFNESS * levels[-1],
            self.gravity_torques + self.full_torques.T @ levels[:-1],
        )

    def tune(self, world: World, activations: Mapping[str, Value]) -> None:
        """Give the world's strands and discs what these activations make of them."""
        found = self.tuned(np.array([float(activations[name]) for name in MUSCLES]))
        world.tune(found.strands, found.discs.tolist(), found.torques.tolist())


def activation_law(
    settings: Mapping[str, Value], gravity: float = STANDARD_GRAVITY
) -> ActivationLaw:
    """The law for these settings; the last ones made are kept."""
    return _law(tuple(float(settings[name]) for name in FURTHER), gravity)


@lru_cache(maxsize=16)
def _law(further: tuple[float, ...], gravity: float) -> ActivationLaw:
    settings = dict(zip(FURTHER, further, strict=True))
    joints = np.ones(len(JOINTS))
    carried, adds = _compression(settings["hand_load"])
    return ActivationLaw(
        *_balance(settings["hand_load"], gravity),
        strand_stiffness(settings),
        settings["disc_stiffness"] * joints,
        settings["preload_stiffening"] * joints,
        carried,
        adds,
        np.array([STRANDED.index(muscle.group) for muscle in muscles()]),
    )


@lru_cache(maxsize=64)
def _balance(hand_load: float, gravity: float) -> tuple[Array, Array]:
    """Torques [N m] that hold the weights (6,), and those of each muscle if fully active (4, 6)."""
    column = column_of(
        settings_of({**dict.fromkeys(MUSCLES, 0.0), "hand_load": hand_load}), gravity
    )
    arms, _ = Energy(column).arms(np.zeros(len(JOINTS)))
    pulls = np.array([muscle.fmax for muscle in muscles()])[:, None] * arms
    groups = np.array([muscle.group for muscle in muscles()])
    full = np.array([pulls[groups == group].sum(axis=0) for group in STRANDED])
    return np.array([j.disc.torque for j in column.joints if j.disc]), full


@lru_cache(maxsize=64)
def _compression(hand_load: float) -> tuple[Array, Array]:
    return affine_compression(settings_of({"hand_load": hand_load}))


def together(laws: Sequence[ActivationLaw], which: NDArray[np.intp]) -> ActivationLaw:
    """The law of many runs, of which run r has the one at `which[r]`."""
    differing = ("gravity_torques", "full", "discs", "preload", "carried")
    return replace(
        laws[0],
        **{
            name: np.stack([getattr(law, name) for law in laws], axis=-1)[:, which]
            for name in differing
        },
    )
