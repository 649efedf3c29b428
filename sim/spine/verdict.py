"""Does the spine stand at these activations? Quick answers, many at once.

In neutral posture the stiffness matrix is affine in the four activations a,

    H(a) = H0 + sum a_i (H(e_i) - H0)

exactly: strands pull and stiffen in proportion to a, and so does transversus. Five
matrices therefore answer for every state with the same load, discs and short-range
stiffness. Where a spine that gives way ends up is told well by the motion that costs
least (docs/model.md); how fast, by `sim.mechanics.stability.Stability.growth_rates`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.mechanics.column import Array
from sim.parameter import Value
from sim.spine.activation import FURTHER
from sim.spine.anatomy import neutral_stiffness
from sim.spine.muscles import DEEP, LONG, MUSCLES
from sim.spine.parameters import settings_of


class Posture:
    """Stiffness of the neutral spine for any activations of `MUSCLES`, in that order."""

    def __init__(self, further: Mapping[str, Value]) -> None:
        rest = {**further, **dict.fromkeys(MUSCLES, 0.0)}
        self._base = neutral_stiffness(settings_of(rest))
        full = [neutral_stiffness(settings_of({**rest, name: 1.0})) for name in MUSCLES]
        self._terms: Array = np.stack(full) - self._base

    def stiffness(self, activations: Array) -> Array:
        """Stiffness matrices [N m/rad], (n, 6, 6), at activations (n, 4)."""
        muscles = activations @ self._terms.reshape(len(MUSCLES), -1)
        found: Array = self._base + muscles.reshape(-1, *self._base.shape)
        return found

    def smallest(self, activations: Array) -> Array:
        """The smallest eigenvalue [N m/rad] of each stiffness matrix, (n,)."""
        values: Array = np.asarray(np.linalg.eigvalsh(self.stiffness(activations)), dtype=float)
        return values[:, 0]

    def softest(self, activations: Array) -> Array:
        """The motion that costs least in each state: joint angles (n, 6) of length 1."""
        found: Array = np.linalg.eigh(self.stiffness(activations))[1][:, :, 0]
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

    `smallest` eigenvalue [N m/rad]; `mode`: the joint angles of the motion that costs
    least, (6,); `leans`: whether that leans the trunk, else it buckles the middle;
    `by_deep`, `by_long`: whether it stands and would not without those muscles;
    `deep_could`, `long_could`: whether it gives way and some level of those muscles,
    the others as they are, would let it stand; `wide`: whether it would stand even
    without the stiffness of its discs.
    """

    smallest: float
    mode: tuple[float, ...]
    leans: bool
    by_deep: bool
    by_long: bool
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
    mode = posture.softest(now)[0]
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
        deep_could=not stable and bool(at_levels(DEEP, any_level).any()),
        long_could=not stable and bool(at_levels(LONG, any_level).any()),
        wide=smallest > float(settings["disc_stiffness"]),
    )
