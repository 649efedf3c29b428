"""Recordings: what a model's `observe` said, sample by sample, and as CSV."""

import csv
import io
import math
from collections.abc import Mapping

import numpy as np

from sim.mechanics.column import Array

# Units of tables, in which sweeps and reports speak as well: what they are called, how many of
# them are one of SI.
MILLI, DEGREES = ("mm", 1e3), ("deg", 180 / math.pi)
KILO, MEGA = ("kPa", 1e-3), ("MPa", 1e-6)  # in the belly, in a disc


def _tabled(name: str, unit: str) -> tuple[str, float]:
    if unit == "Pa":
        return MEGA if name.startswith("disc_pressure") else KILO
    return {"m": MILLI, "rad": DEGREES}.get(unit, (unit, 1.0))


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.9g}"


class Trace:
    """Samples of named quantities with their units; nan where there is nothing to measure."""

    def __init__(self, units: Mapping[str, str]) -> None:
        self.units = dict(units)
        self._rows: list[list[float]] = []

    def add(self, values: Mapping[str, float]) -> None:
        """Keep one sample; it has a value for every quantity."""
        self._rows.append([values[name] for name in self.units])

    def __len__(self) -> int:
        """How many samples there are."""
        return len(self._rows)

    def __getitem__(self, name: str) -> Array:
        """All samples of one quantity."""
        column = list(self.units).index(name)
        return np.array([row[column] for row in self._rows])

    def csv(self) -> str:
        """One line per sample under a header of quantity and unit, decimal points."""
        text = io.StringIO()
        units = [(name, *_tabled(name, unit)) for name, unit in self.units.items()]
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([f"{name} [{unit}]" if unit else name for name, unit, _ in units])
        factors = [factor for _, _, factor in units]
        writer.writerows(
            [_cell(value * factor) for value, factor in zip(row, factors, strict=True)]
            for row in self._rows
        )
        return text.getvalue()
