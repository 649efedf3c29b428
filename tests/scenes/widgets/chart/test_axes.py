"""Ticks are few, even and round."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.widgets.chart.axes import nice_ticks


@settings(max_examples=100, deadline=None)
@given(low=st.floats(-1e6, 1e6), span=st.floats(1e-3, 1e6), most=st.integers(2, 12))
def test_ticks_are_few_in_range_and_even(low: float, span: float, most: int) -> None:
    ticks = nice_ticks(low, low + span, most)
    assert len(ticks) <= most
    slack = 1e-6 * max(1.0, abs(low), span)
    assert all(low - slack <= tick <= low + span + slack for tick in ticks)
    steps = np.diff(ticks)
    assert np.allclose(steps, steps[:1], rtol=1e-6)


def test_ticks_are_round_numbers() -> None:
    assert nice_ticks(0, 0.16, 4) == (0, 0.05, 0.1, 0.15)
    assert nice_ticks(-60, 80, 8) == (-60, -40, -20, 0, 20, 40, 60, 80)
    for low, high in ((1, 1), (2, 1), (0, math.inf), (math.nan, 1)):
        with pytest.raises(ValueError, match="ticks"):
            nice_ticks(low, high, 4)
