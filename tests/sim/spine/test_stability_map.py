"""The map against single analyses."""

import numpy as np
import pytest

from sim.mechanics.stability import analyse
from sim.spine.anatomy import column_of
from sim.spine.parameters import settings_of
from sim.spine.stability_map import stability_map

PAIRS = [
    ("long_muscles", "deep_muscles"),
    ("long_muscles", "multifidus"),
    ("short_range_stiffness", "deep_muscles"),
    ("hand_load", "disc_stiffness"),
    ("transversus", "abdominals"),
]


@pytest.mark.parametrize(("x", "y"), PAIRS)
def test_every_cell_is_what_an_analysis_finds_there(x: str, y: str) -> None:
    others = {"multifidus": 0.4, "abdominals": 0.3, "hand_load": 4}
    found = stability_map(x, y, 7, others)
    for row, high in enumerate(found.y_values.tolist()):
        for column, wide in enumerate(found.x_values.tolist()):
            settings = settings_of({**others, x: wide, y: high})
            alone = analyse(column_of(settings)).eigenvalues[0]
            assert found.smallest[row, column] == pytest.approx(alone, rel=1e-9, abs=1e-9)


def test_with_deep_muscles_off_no_long_muscle_effort_stands() -> None:
    found = stability_map("long_muscles", "deep_muscles", 101, {})
    assert found.smallest[0].max() < 0
    assert found.smallest[:, 0].max() < 0  # nor do deep ones alone
    stable = (found.smallest > 0).sum(axis=1)
    assert stable[-1] > 80
    # An island opens, and it grows with the deep muscles.
    assert (np.diff(stable) >= 0).all()


def test_the_report_is_that_of_its_cells() -> None:
    found = stability_map("long_muscles", "deep_muscles", 21, {})
    told = found.report()
    assert told["stable_share"] == pytest.approx(float((found.smallest > 0).mean()))
    settings = settings_of(told["largest_at"])
    alone = analyse(column_of(settings)).eigenvalues[0]
    assert alone == pytest.approx(told["largest_eigenvalue"], rel=1e-9)
