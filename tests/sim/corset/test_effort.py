"""The breath: a cycle."""

import numpy as np
import pytest

from sim.corset.effort import breath_out, lungs, OUT_FROM, OUT_TO


@pytest.mark.parametrize("phase", np.linspace(0, 1, 41).tolist())
def test_the_breath_is_a_cycle(phase: float) -> None:
    assert 0 <= lungs(phase) <= 1
    assert lungs(phase) == pytest.approx(lungs(1 - phase))
    asked = breath_out(phase)
    assert asked == pytest.approx(breath_out(phase + 1), abs=1e-12)
    assert (asked > 0) == (phase > OUT_FROM or phase < OUT_TO - 1)
