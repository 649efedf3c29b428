"""What one line of the table is, and how it is judged."""

import math
import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure to reach.

    `measure` gets how often to repeat its work and returns the measured values,
    of which the median counts; lower is better unless `at_least`.
    """

    name: str
    unit: str
    reach: float
    measure: Callable[[int], list[float]]
    repeats: int
    quick: int
    at_least: bool = False


@dataclass(frozen=True)
class Measured:
    """A row with its figure."""

    row: Row
    median: float

    @property
    def verdict(self) -> str:
        """Whether the figure was reached, in one word."""
        wins = self.median >= self.row.reach if self.row.at_least else self.median <= self.row.reach
        return "ok" if wins else "missed"

    def cells(self) -> tuple[str, str, str, str]:
        """Name, median, reach and verdict as they are printed."""
        row = self.row
        sign = ">=" if row.at_least else "<="
        reach = f"{sign} {_figure(row.reach, row.unit)}"
        return row.name, _figure(self.median, row.unit), reach, self.verdict


def _figure(value: float, unit: str) -> str:
    digits = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    text = f"{value:.{digits}f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text} {unit}".strip()


def measured(row: Row, *, quick: bool) -> Measured:
    """Carry out a row's measurement."""
    return Measured(row, statistics.median(row.measure(row.quick if quick else row.repeats)))


HEADER = ("what", "median", "reach", "")


def table(results: list[Measured]) -> str:
    """All results as a Markdown table."""
    return markdown(HEADER, [result.cells() for result in results])


def markdown(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table with aligned columns."""
    lines = [header, *rows]
    widths = [max(len(line[k]) for line in lines) for k in range(len(header))]
    texts = [
        "| "
        + " | ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
    texts.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(texts)
