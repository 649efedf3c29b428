"""Figures for documents and lessons, drawn with matplotlib (extra `figures`)."""

import io
import os
from typing import TYPE_CHECKING

from sim.parameter import UserError
from sim.spine.limits_of_bend import GIVEN_WAY, NEUTRAL_ZONE
from sim.spine.stability_map import StabilityMap
from sim.study.measured_map import MeasuredMap
from sim.study.plan import Sweep

if TYPE_CHECKING:
    from matplotlib.figure import Figure

TEAL, AMBER, INK = "#0f6e64", "#e2a83a", "#25221d"
INCHES, DOTS = (6.4, 5.2), 150


def figures() -> "type[Figure]":
    """What figures are made with. Raises UserError where matplotlib is not there."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise UserError("figures need matplotlib: install spinestack[figures]") from None
    return Figure


def sweep_figure(found: Sweep) -> bytes:
    """A sweep as PNG: the largest rotation, amber squares where it gave way; or a pressure.

    Raises UserError where matplotlib is not there.
    """
    figure = figures()(figsize=INCHES, dpi=DOTS, layout="constrained")
    axes = figure.add_subplot()
    drawn = found.drawn()
    axes.plot(found.plan.values, drawn, color=INK, linewidth=0.8, zorder=1)
    for standing, colour, marker, label in (
        (True, TEAL, "o", "stands"),
        (False, AMBER, "s", "gives way"),
    ):
        points = [
            (value, size)
            for value, size, one in zip(found.plan.values, drawn, found.outcomes, strict=True)
            if one.get("standing", True) is standing
        ]
        if points:
            x, y = zip(*points, strict=True)
            axes.scatter(x, y, c=colour, marker=marker, s=18, label=label)
    axes.set_ylim(bottom=0)
    axes.set_xlabel(found.plan.parameter.title)
    axes.set_ylabel(found.header()[1])
    if "standing" in found.titles:
        axes.legend()
    return _png(figure)


def map_figure(found: StabilityMap) -> bytes:
    """A stability map as PNG: what stands in teal, what gives way in amber, hatched.

    Raises UserError where matplotlib is not there.
    """
    figure = figures()(figsize=INCHES, dpi=DOTS, layout="constrained")
    axes = figure.add_subplot()
    x, y, smallest = found.x_values, found.y_values, found.smallest
    top = max(1.0, float(smallest.max()))
    low = min(-1.0, float(smallest.min()))
    axes.contourf(x, y, smallest, levels=[low, 0.0], colors=[AMBER], alpha=0.35, hatches=["//"])
    shades = [top * share for share in (0, 0.25, 0.5, 0.75, 1.0)]
    if smallest.max() > 0:
        axes.contourf(
            x, y, smallest, levels=shades, colors=[(*_rgb(TEAL), a) for a in (0.2, 0.35, 0.5, 0.65)]
        )
    levels = _levels(low, top)
    lines = axes.contour(
        x,
        y,
        smallest,
        levels=levels,
        colors=INK,
        linewidths=[2.0 if level == 0 else 0.6 for level in levels],
        linestyles="solid",
    )
    axes.clabel(lines, fmt="%g", fontsize=8)
    axes.set_xlabel(found.x.title)
    axes.set_ylabel(found.y.title)
    axes.set_title("Smallest eigenvalue [N m/rad]: above 0 the spine stands", fontsize=10)
    return _png(figure)


def measured_figure(found: MeasuredMap) -> bytes:
    """A map of what was measured as PNG; of rotations with the neutral zone and giving way.

    Raises UserError where matplotlib is not there.
    """
    figure = figures()(figsize=INCHES, dpi=DOTS, layout="constrained")
    axes = figure.add_subplot()
    x, y = found.x_values, found.y_values
    drawn = axes.pcolormesh(x, y, found.measured, cmap="cividis", shading="nearest")
    figure.colorbar(drawn, label=found.title)
    levels = [NEUTRAL_ZONE, GIVEN_WAY] if found.of == "max_rotation_deg" else []
    levels = [one for one in levels if found.measured.min() < one < found.measured.max()]
    if levels:
        lines = axes.contour(x, y, found.measured, levels=levels, colors=INK)
        axes.clabel(lines, fmt="%g°", fontsize=8)
    axes.set_xlabel(found.x.title)
    axes.set_ylabel(found.y.title)
    return _png(figure)


def _png(figure: "Figure") -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _levels(low: float, top: float) -> list[float]:
    steps = (-400.0, -200.0, -100.0, -50.0, -20.0, 0.0, 20.0, 50.0, 100.0, 200.0, 400.0)
    return [level for level in steps if low < level < top or level == 0]
