"""The table of figures: how rows are judged and printed. What they measure is not timed here."""

import pytest

from bench.__main__ import ROWS
from bench.rows import measured, Row, table


def row(values: list[float], *, at_least: bool = False) -> Row:
    return Row("a row", "us", 8, lambda repeats: values[:repeats], 5, 1, at_least=at_least)


@pytest.mark.parametrize(
    ("values", "at_least", "verdict"),
    [
        ([8.0], False, "ok"),
        ([8.1], False, "missed"),
        ([8.0], True, "ok"),
        ([7.9], True, "missed"),
        ([9.0, 1.0, 2.0], False, "ok"),
    ],
)
def test_the_median_decides(values: list[float], at_least: bool, verdict: str) -> None:
    assert measured(row(values, at_least=at_least), quick=False).verdict == verdict


def test_quick_repeats_less() -> None:
    assert measured(row([9.0, 1.0, 2.0]), quick=True).median == 9


def test_the_table_is_aligned_and_has_every_row() -> None:
    results = [
        measured(row([12.3456]), quick=True),
        measured(row([0.5], at_least=True), quick=True),
    ]
    lines = table(results).splitlines()
    assert len({len(line) for line in lines}) == 1
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[2] == ["a row", "12.3 us", "<= 8 us", "missed"]
    assert cells[3] == ["a row", "0.5 us", ">= 8 us", "missed"]


def test_every_row_has_a_name_of_its_own_and_is_quicker_when_quick() -> None:
    assert len({r.name for r in ROWS}) == len(ROWS) >= 4
    assert all(0 < r.quick < r.repeats for r in ROWS)
