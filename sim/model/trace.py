"""Recordings: what a model's `observe` said, sample by sample, and as CSV."""

import csv
import io
from collections.abc import Mapping

import numpy as np

from sim.mechanics.column import Array


class Trace:
    """Samples of named quantities with their units."""

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
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([f"{n} [{u}]" if u else n for n, u in self.units.items()])
        writer.writerows([f"{value:.9g}" for value in row] for row in self._rows)
        return text.getvalue()
