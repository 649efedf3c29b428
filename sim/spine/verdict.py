"""Does the spine stand at these activations? Quick answers, many at once.

In neutral posture the stiffness matrix is affine in the activations a of all muscles,

    H(a) = H0 + sum a_i (H(e_i) - H0)

exactly: strands pull and stiffen in proportion to a, and so does transversus. Six
matrices therefore answer for every state with the same load, discs and short-range
stiffness; where discs stiffen under load, that is added on the diagonal. How a spine
begins to give way is told by the motion that departs fastest, v with H v = -g^2 M v and
the largest g: not by the one that costs least, which may be far slower (docs/model.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.mechanics.column import Array
from sim.mechanics.stability import analyse
from sim.parameter import Value
from sim.spine.activation import affine_compression, FURTHER
from sim.spine.anatomy import column_of, neutral_stiffness
from sim.spine.discs import stiffening
from sim.spine.muscles import ATTACHED, DEEP, LONG, MUSCLES
from sim.spine.parameters import settings_of


class Posture:
    """Stiffness of the neutral spine for any activations of `MUSCLES`, in that order."""

    def __init__(self, further: Mapping[str, Value]) -> None:
        preload = bool(further["preload_stiffening"])
        rest = {**further, **dict.fromkeys(MUSCLES, 0.0), "preload_stiffening": 0}
        self._base = neutral_stiffness(settings_of(rest))
        full = [neutral_stiffness(settings_of({**rest, name: 1.0})) for name in MUSCLES]
        self._terms: Array = np.stack(full) - self._base
        self._unloaded = float(further["disc_stiffness"])
        # Where joints turn is what their balance does not change: the masses' say is one matrix.
        mass = analyse(column_of(settings_of(rest))).mass
        self._spread: Array = np.linalg.inv(np.linalg.cholesky(mass))
        self._compression = affine_compression(rest) if preload else None

    def stiffness(self, activations: Array) -> Array:
        """Stiffness matrices [N m/rad], (n, 6, 6), at activations (n, 5)."""
        muscles = activations @ self._terms.reshape(len(MUSCLES), -1)
        found: Array = self._base + muscles.reshape(-1, *self._base.shape)
        if self._compression is not None:
            at_rest, each = self._compression
            more = self._unloaded * (stiffening(at_rest + activations @ each) - 1)
            found += more[:, :, None] * np.eye(more.shape[1])
        return found

    def smallest(self, activations: Array) -> Array:
        """The smallest eigenvalue [N m/rad] of each stiffness matrix, (n,)."""
        values: Array = np.asarray(np.linalg.eigvalsh(self.stiffness(activations)), dtype=float)
        return values[:, 0]

    def fastest(self, activations: Array) -> Array:
        """The motion that departs fastest, or swings slowest: joint angles (n, 6), largest 1."""
        # H v = w^2 M v as a symmetric problem in the masses' own coordinates.
        scaled = self._spread @ self.stiffness(activations) @ self._spread.T
        vectors = np.linalg.eigh(scaled)[1][:, :, 0] @ self._spread
        found: Array = vectors / np.abs(vectors).max(axis=1, keepdims=True)
        return found


@lru_cache(maxsize=8)
def _posture(further: tuple[Value, ...]) -> Posture:
    return Posture(dict(zip(FURTHER, further, strict=True)))


def posture_of(settings: Mapping[str, Value]) -> Posture:
    """The posture that these settings have, whatever their activations."""
    return _posture(tuple(settings[name] for name in FURTHER))


def leaning(motions: Array) -> Array:
    """How far motions (..., 6) turn the trunk as a whole: |sum| over sum of |joint angles|.

    1 where all joints turn the same way and the trunk leans, 0 where they turn
    against each other and the middle buckles while the thorax stays.
    """
    share: Array = np.abs(motions.sum(axis=-1)) / np.abs(motions).sum(axis=-1)
    return share


LEANS = 0.5  # from where a motion counts as leaning: it turns the trunk more than it bends it


@dataclass(frozen=True)
class Verdict:
    """What the analysis says of a spine.

    `smallest` eigenvalue [N m/rad]; `mode`: the joint angles of the motion that departs
    fastest, (6,); `leans`: whether that leans the trunk, else it buckles the middle;
    `by_deep`, `by_long`: whether it stands and would not without those muscles;
    `by_attached`: whether the lumbar part of erector spinae is active and it would not
    stand without all muscles that attach to the lumbar vertebrae;
    `deep_could`, `long_could`: whether it gives way and some level of those muscles,
    the others as they are, would let it stand; `wide`: whether it would stand even
    without the stiffness of its discs.
    """

    smallest: float
    mode: tuple[float, ...]
    leans: bool
    by_deep: bool
    by_long: bool
    by_attached: bool
    deep_could: bool
    long_could: bool
    wide: bool

    @property
    def stable(self) -> bool:
        """Whether it stands."""
        return self.smallest > 0


def verdict_of(settings: Mapping[str, Value]) -> Verdict:
    """What the analysis says of a spine with these settings."""
    return _verdict(tuple(settings[name] for name in (*MUSCLES, *FURTHER)))


@lru_cache(maxsize=256)
def _verdict(values: tuple[Value, ...]) -> Verdict:
    settings = dict(zip((*MUSCLES, *FURTHER), values, strict=True))
    posture = posture_of(settings)
    now = np.array([[float(settings[name]) for name in MUSCLES]])
    smallest = float(posture.smallest(now)[0])
    mode = posture.fastest(now)[0]
    stable = smallest > 0

    def at_levels(group: tuple[str, ...], levels: Array) -> NDArray[np.bool_]:
        states = np.repeat(now, len(levels), axis=0)
        states[:, [MUSCLES.index(name) for name in group]] = levels[:, None]
        found: NDArray[np.bool_] = posture.smallest(states) > 0
        return found

    off, any_level = np.zeros(1), np.linspace(0.0, 1.0, 21)
    return Verdict(
        smallest,
        tuple(mode.tolist()),
        bool(leaning(mode) > LEANS),
        by_deep=stable and not at_levels(DEEP, off)[0],
        by_long=stable and not at_levels(LONG, off)[0],
        by_attached=stable
        and float(settings["erector_lumbar"]) > 0
        and not at_levels(ATTACHED, off)[0],
        deep_could=not stable and bool(at_levels(DEEP, any_level).any()),
        long_could=not stable and bool(at_levels(LONG, any_level).any()),
        wide=smallest > float(settings["disc_stiffness"]),
    )
