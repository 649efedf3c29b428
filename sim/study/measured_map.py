"""A map of what is measured: one run side by side with others for every cell of a grid.

Beside the map of the smallest eigenvalue (`sim.spine.stability_map`), which says where a
spine stands and needs no run, this says how far it goes, or when it gives way.
"""

import io
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from math import isnan
from typing import Any

import numpy as np

from sim.catalogue import SCENES
from sim.mechanics.column import Array
from sim.parameter import nearest, Parameter, ParameterError, Value
from sim.spine.many_runs import ABREAST
from sim.study.progress import progress
from sim.study.workers import on_cores, WORTH

USUAL = {"spine": ("long_muscles", "deep_muscles"), "timing": ("onset", "deep_after")}


@dataclass(frozen=True)
class MeasuredMap:
    """What `of` came to on a grid, (ny, nx), over two parameters; nan where there is nothing."""

    scene: str
    of: str
    x: Parameter
    y: Parameter
    x_values: tuple[Value, ...]
    y_values: tuple[Value, ...]
    measured: Array
    settings: dict[str, Value]

    @property
    def title(self) -> str:
        """Of the quantity, with its unit."""
        return SCENES[self.scene].model.tabled()[self.of]

    def report(self) -> dict[str, Any]:
        """What the map says, ready for strict JSON."""
        there = np.isfinite(self.measured)
        ends: dict[str, Any] = {}
        for name, find in (("smallest", np.nanargmin), ("largest", np.nanargmax)):
            if there.any():
                row, column = np.unravel_index(int(find(self.measured)), self.measured.shape)
                ends[name] = float(self.measured[row, column])
                at = {self.x.name: self.x_values[column], self.y.name: self.y_values[row]}
                ends[f"{name}_at"] = at
        return {
            "scene": self.scene,
            "of": self.of,
            "x": self.x.name,
            "y": self.y.name,
            "grid": len(self.x_values),
            "measured_share": float(there.mean()),
            **ends,
            "parameters": self.settings,
        }

    def csv(self) -> str:
        """One line a cell under a header of quantities and units, x running fastest."""
        text = io.StringIO()
        text.write(f"{self.x.title},{self.y.title},{self.title}\n")
        for y, row in zip(self.y_values, self.measured.tolist(), strict=True):
            for x, value in zip(self.x_values, row, strict=True):
                text.write(f"{x:.9g},{y:.9g},{'' if isnan(value) else f'{value:.9g}'}\n")
        return text.getvalue()


def measured_map(
    scene: str,
    of: str,
    axes: tuple[str | None, str | None],
    grid: int,
    values: Mapping[str, object],
    *,
    jobs: int = -1,
) -> MeasuredMap:
    """The map over the whole range of two parameters, x and y; the usual ones where None.

    On so many cores, -1 for all. Raises UserError.
    """
    x, y = (_axis(scene, name or usual) for name, usual in zip(axes, USUAL[scene], strict=True))
    both = {*(x.sets or (x.name,))} & {*(y.sets or (y.name,))}
    if both:
        raise ParameterError(
            f"a map of {x.name} and {y.name} can not be made: both set {min(both)}"
        )
    settings = SCENES[scene].model.settings_of(values)
    x_values, y_values = (
        tuple(p.check(float(f"{v:.12g}")) for v in np.linspace(p.low, p.high, grid)) for p in (x, y)
    )
    cells = [{**values, x.name: right, y.name: up} for up in y_values for right in x_values]
    tasks = [(at, scene, of, cells[at : at + ABREAST]) for at in range(0, len(cells), ABREAST)]
    if jobs < 0 and len(tasks) < WORTH:
        jobs = 1
    measured = np.full(len(cells), np.nan)
    with progress(len(cells), 0) as bar, closing(on_cores(run_cells, tasks, jobs)) as results:
        for at, found in results:
            measured[at : at + len(found)] = found
            bar.update(len(found))
    shown = measured.reshape(grid, grid)
    return MeasuredMap(scene, of, x, y, x_values, y_values, shown, settings)


def _axis(scene: str, name: str) -> Parameter:
    numbers = {p.name: p for p in SCENES[scene].model.parameters if not (p.canonical or p.whole)}
    if name not in numbers:
        raise nearest("parameter to map", name, numbers)
    return numbers[name]


def run_cells(
    at: int, scene: str, of: str, cells: list[dict[str, object]]
) -> tuple[int, list[float]]:
    """What a block of cells came to, nan for nothing; `at` is the number of the first."""
    model, many_runs = SCENES[scene].model, SCENES[scene].many_runs
    assert many_runs is not None
    runs = many_runs([model.settings_of(cell) for cell in cells])
    for _ in runs.steps(model.duration):
        pass
    return at, [np.nan if one[of] is None else float(one[of]) for one in runs.outcomes()]
