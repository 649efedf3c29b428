"""Axes of a chart: a range with a unit, and round numbers along it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def nice_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """At most `most` (at least 2) multiples of 1, 2 or 5 times a power of ten in the range.

    Raises
    ------
    ValueError
        If the range is empty or not finite.
    """
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        raise ValueError(f"no ticks from {low} to {high}")
    most = max(2, most)
    power = math.floor(math.log10((high - low) / most))
    for factor in (1, 2, 5, 10, 20, 50):
        step = factor * 10.0**power
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= most:
            # Counting in whole steps keeps 0.3 from becoming 0.30000000000000004.
            return tuple(round(index * step, 12) + 0.0 for index in range(first, last + 1))
    return ()


@dataclass(frozen=True)
class Axis:
    """One axis.

    Parameters
    ----------
    low, high : the range shown, in the unit of the data.
    unit : written after the title (upright axis) or after the last number.
    text : gives the words for a number on the axis.
    ticks : where the numbers stand; round numbers that fit if None.
    room : words for which an upright axis keeps room at least, so that the
        charts above and below it begin at the same place.
    """

    low: float
    high: float
    unit: str = ""
    text: Callable[[float], str] = "{:g}".format
    ticks: tuple[float, ...] | None = None
    room: tuple[str, ...] = ()

    def numbers(self, most: int) -> tuple[float, ...]:
        """Where the numbers stand, at most `most` of them if they are free."""
        return nice_ticks(self.low, self.high, most) if self.ticks is None else self.ticks

    def place(self, value: float) -> float:
        """Where a value lies between low (0) and high (1)."""
        return (value - self.low) / (self.high - self.low)


def row_of_numbers(
    places: Sequence[tuple[int, str]],
    unit: str,
    measure: Callable[[str], int],
    right: int,
    gap: int,
) -> list[tuple[int, str]]:
    """Left edges and words for numbers centred at `places`; the last one has the unit.

    All stay between 0 and `right`; what comes nearer than `gap` to the last one is left out.
    """
    placed: list[tuple[int, str]] = []
    edge = right
    for index, (x, text) in enumerate(reversed(places)):
        left = x - measure(text) // 2
        if index == 0 and unit:
            text = f"{text}\u00a0{unit}"  # noqa: PLW2901 - the same number, with its unit
        left = max(0, min(left, right - measure(text)))
        if index == 0 or left + measure(text) <= edge - gap:
            placed.append((left, text))
            edge = left
    return placed[::-1]
