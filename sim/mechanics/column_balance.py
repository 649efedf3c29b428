"""Where a column is in balance: the angles at which its potential energy does not change."""

import numpy as np

from sim.mechanics.column import Array
from sim.mechanics.energy import Energy

NEWTON_STEPS = 20
RESIDUAL = 1e-12  # of the largest load times length: far below what any test can see
MOST_HALVINGS = 5  # of a step that leads away from balance


class _Balance:
    """Energy and guide at one set of angles, with the sideways reaction as multiplier."""

    def __init__(self, energy: Energy, angles: Array) -> None:
        self.angles = angles
        gradient, hessian = energy.derivatives(angles)
        self.violation, self.normal, curvature = energy.guide(angles)
        reaction = np.linalg.lstsq(self.normal.T, -gradient, rcond=None)[0]
        self.residual = gradient + self.normal.T @ reaction
        self.hessian = hessian + np.tensordot(reaction, curvature, 1)
        out_of_balance = float(np.abs(self.residual).max()) / energy.scale
        self.error = max(out_of_balance, float(np.abs(self.violation).max(initial=0.0)))

    def newton_step(self) -> Array:
        """The change of the angles that would bring balance if all were linear."""
        c = len(self.violation)
        system = np.block([[self.hessian, self.normal.T], [self.normal, np.zeros((c, c))]])
        unbalanced = np.concatenate([self.residual, self.violation])
        step: Array = np.linalg.lstsq(system, -unbalanced, rcond=None)[0]
        return step[: len(self.angles)]


def balance(energy: Energy) -> tuple[_Balance, bool]:
    """The equilibrium nearest to upright by Newton's method, and whether there is one."""
    upright = state = _Balance(energy, np.zeros(energy.kinematics.count))
    for _ in range(NEWTON_STEPS):
        if state.error <= RESIDUAL:
            return state, True
        step = state.newton_step()
        for halvings in range(MOST_HALVINGS):
            candidate = _Balance(energy, state.angles + step / 2**halvings)
            if candidate.error < state.error:
                break
        else:
            break
        state = candidate
    return (state, True) if state.error <= RESIDUAL else (upright, False)
