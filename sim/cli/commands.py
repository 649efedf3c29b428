"""What the commands do that need no window: each gives what it has to report.

Loads solvers, so that it is imported once a command line has been understood.
"""

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any

from sim.blocks.critical import critical
from sim.catalogue import MAPPED
from sim.csv_form import encoded
from sim.files import write_whole
from sim.model.simulation import Report
from sim.parameter import assignments
from sim.spine.model import LumbarSpine
from sim.spine.stability_map import stability_map, StabilityMap
from sim.study.analyse import stability
from sim.study.describe import describe, params
from sim.study.execute import write_sweep
from sim.study.export import export
from sim.study.figures import figures, map_figure, measured_figure
from sim.study.measured_map import measured_map, MeasuredMap, USUAL
from sim.study.plan import plan
from sim.study.simulate import simulate


def _simulate(arguments: argparse.Namespace) -> Report:
    report, trace = simulate(arguments.scene, assignments(arguments.set), arguments.duration)
    if arguments.csv:
        write_whole(arguments.csv, encoded(trace.csv(), arguments.csv_format))
    return report


def _critical(arguments: argparse.Namespace) -> Report:
    return critical(assignments(arguments.set), arguments.vary)


def _stability(arguments: argparse.Namespace) -> Report:
    return stability(arguments.scene, assignments(arguments.set))


def _map(arguments: argparse.Namespace) -> Report:
    values = assignments(arguments.set)
    axes = arguments.x, arguments.y
    of = arguments.of or (None if arguments.scene == LumbarSpine.name else MAPPED[0])
    if arguments.png:
        figures()
    if of is None:
        x, y = (name or usual for name, usual in zip(axes, USUAL["spine"], strict=True))
        stable = stability_map(x, y, arguments.grid, values)
        return _written(arguments, stable, partial(map_figure, stable))
    scene, grid = arguments.scene, arguments.grid
    measured = measured_map(scene, of, axes, grid, values, jobs=arguments.jobs)
    return _written(arguments, measured, partial(measured_figure, measured))


def _written(
    arguments: argparse.Namespace,
    found: StabilityMap | MeasuredMap,
    figure: Callable[[], bytes],
) -> Report:
    if arguments.png:
        write_whole(arguments.png, figure())
    if arguments.csv:
        write_whole(arguments.csv, encoded(found.csv(), arguments.csv_format))
    return found.report()


def _sweep(arguments: argparse.Namespace) -> Report:
    planned = plan(
        arguments.scene,
        arguments.vary,
        (getattr(arguments, "from"), arguments.to),
        arguments.steps,
        assignments(arguments.set),
        duration=arguments.duration,
        engine=arguments.engine,
    )
    report = write_sweep(
        planned,
        jobs=arguments.jobs,
        dask=arguments.dask,
        csv=arguments.csv,
        csv_format=arguments.csv_format,
        png=arguments.png,
    )
    if not arguments.json:
        del report["points"]
    return report


def _describe(arguments: argparse.Namespace) -> Report:
    return describe(arguments.scene, assignments(arguments.set))


def _export(arguments: argparse.Namespace) -> Report:
    report, text = export(arguments.format, assignments(arguments.set))
    write_whole(arguments.out, text.encode())
    return report


def _params(arguments: argparse.Namespace) -> list[Report]:
    return params(arguments.scene)


COMMANDS: dict[str, Callable[[argparse.Namespace], Any]] = {
    "simulate": _simulate,
    "critical": _critical,
    "stability": _stability,
    "map": _map,
    "sweep": _sweep,
    "describe": _describe,
    "export": _export,
    "params": _params,
}
