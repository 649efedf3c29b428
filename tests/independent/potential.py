"""The spine's potential energy, written out, and its derivatives by differences.

    V = sum (k t^2 / 2 + c t^4 / 4 - T t) + sum m g y + sum W(L)
    W(L) = F^2 / (2 q a Fmax / L0) while the strand pulls with F, from where it is slack on

Neither this nor its derivatives use the forces of `spine`: places are found by following the
bones upwards, and derivatives from energies at nearby angles, of fourth order, in the longest
floating point numbers there are. What `spine` moves by and what this says must agree.
"""

import numpy as np
from numpy.typing import NDArray

from tests.independent.chain import JOINTS, Real
from tests.independent.spine import Holding, Spine

Long = NDArray[np.longdouble]
STEP = np.longdouble(1e-3)  # rad
# Of an odd derivative: f'(0) h = sum of weight times f(offset h).
OFFSETS = np.array([-2, -1, 1, 2])
WEIGHTS = np.array([1, -8, 8, -1], dtype=np.longdouble) / 12


def energy(spine: Spine, holding: Holding, angles: Long) -> Long:
    """The energy [J] at angles (..., 6)."""
    chain, strands = spine.chain, spine.strands
    turned = np.cumsum(angles, axis=-1)
    cos, sin = np.cos(turned), np.sin(turned)
    x = np.zeros((*angles.shape[:-1], JOINTS), dtype=np.longdouble)
    y = np.zeros_like(x)
    for upper in range(1, JOINTS):
        lower = upper - 1
        step = chain.pivots[upper] - chain.pivots[lower]
        x[..., upper] = x[..., lower] + cos[..., lower] * step.real - sin[..., lower] * step.imag
        y[..., upper] = y[..., lower] + sin[..., lower] * step.real + cos[..., lower] * step.imag
    x, y = x + chain.pivots[0].real, y + chain.pivots[0].imag

    def place(body: int, point: complex) -> tuple[Long, Long]:
        if body < 0:
            return np.full_like(x[..., 0], point.real), np.full_like(x[..., 0], point.imag)
        arm = point - chain.pivots[body]
        c, s = cos[..., body], sin[..., body]
        return (
            x[..., body] + c * arm.real - s * arm.imag,
            y[..., body] + s * arm.real + c * arm.imag,
        )

    cubic = np.where(angles > 0, spine.extension, spine.flexion)
    total: Long = (
        holding.stiffness * angles**2 / 2 + cubic * angles**4 / 4 - holding.torques * angles
    ).sum(axis=-1)
    for body, centre in enumerate(chain.centres):
        total = total + chain.masses[body] * chain.gravity * place(body, complex(centre))[1]
    for i, level in enumerate(holding.levels):
        if level:
            (x0, y0), (x1, y1) = (
                place(int(body), complex(point))
                for body, point in (
                    (strands.lower[i], strands.low[i]),
                    (strands.upper[i], strands.high[i]),
                )
            )
            force = level * strands.strongest[i]
            rate = spine.short_range * force / strands.neutral[i]
            length = np.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)
            pull = np.maximum(0, force + rate * (length - strands.neutral[i]))
            total = total + pull**2 / (2 * rate)
    return total


def gradient(spine: Spine, holding: Holding, angles: Real) -> Real:
    """dV/dt [N m], (6,)."""
    steps = STEP * OFFSETS[:, None, None] * np.eye(JOINTS, dtype=np.longdouble)
    found = energy(spine, holding, angles.astype(np.longdouble) + steps)
    slope: Real = (np.tensordot(WEIGHTS, found, 1) / STEP).astype(float)
    return slope


def hessian(spine: Spine, holding: Holding) -> Real:
    """The second derivative in neutral posture without the cubic part [N m/rad], (6, 6).

    The cubic term t^4 has none there, but spoils differences: a factor of h^2 where its
    coefficient jumps. It is left out.
    """
    steps = STEP * OFFSETS[:, None, None] * np.eye(JOINTS, dtype=np.longdouble)
    # [a, j, b, k]: a steps along j and b along k.
    both = steps[:, :, None, None] + steps[None, None]
    cubic = np.where(both > 0, spine.extension, spine.flexion)
    found = energy(spine, holding, both) - (cubic * both**4 / 4).sum(axis=-1)
    mixed = np.einsum("a,b,ajbk->jk", WEIGHTS, WEIGHTS, found) / STEP**2
    stiffness: Real = mixed.astype(float)
    return stiffness
