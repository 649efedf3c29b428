"""Maps: a grid at every pixel."""

import numpy as np
import pytest

from scenes.draw.fields import stretched


def test_stretching_keeps_values_and_turns_up_to_down() -> None:
    grid = np.add.outer(10 * np.arange(4.0), np.arange(4.0))
    field = stretched(grid, (64, 64))
    assert field.shape == (64, 64)
    assert field[0, -1] == grid[-1, -1]
    assert field[-1, 0] == grid[0, 0]
    assert field[64 - 1 - 24, 24] == pytest.approx(10 * 1.03125 + 1.03125)


def test_a_grid_may_have_its_outer_values_at_the_edges() -> None:
    grid = np.add.outer(10 * np.arange(4.0), np.arange(7.0))
    field = stretched(grid, (600, 300), to_the_edges=True)
    assert field.shape == (300, 600)
    assert field[0, -1] == pytest.approx(36, abs=0.06)
    assert field[-1, 0] == pytest.approx(0, abs=0.06)
    assert field[99:101, 299:301].mean() == pytest.approx(20 + 3, abs=0.06)
