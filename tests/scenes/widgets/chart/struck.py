"""Which labels of a chart something runs through: its curves, edges, cursor, other labels."""

import itertools

import pygame

from scenes.widgets.chart.plot import Plot


def struck(plot: Plot) -> list[str]:
    """What is wrong with the labels of a chart that was drawn; from its data, not its pixels."""
    box, wrong = plot.box, []

    def across(y: float) -> tuple[tuple[float, float], tuple[float, float]]:
        height = float(plot.pixels(plot.x.low, y)[1])
        return (box.left, height), (box.right, height)

    def along(
        x: float, low: float = plot.y.low, high: float = plot.y.high
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        place = float(plot.pixels(x, plot.y.low)[0])
        return (place, float(plot.pixels(x, high)[1])), (place, float(plot.pixels(x, low)[1]))

    lines = {"0": across(0.0)}
    if plot.limit is not None:
        lines["limit"] = across(plot.limit.y)
    for zone in plot.zones:
        if zone.tinted:
            lines[f"{zone.label} low"], lines[f"{zone.label} high"] = map(
                across, (zone.low, zone.high)
            )
    for band in plot.bands:
        low, high = plot.y.low, plot.y.high
        if plot.limit is not None and band.start < band.end:  # a tint, and the hatch covers it
            low, high = (low, plot.limit.y) if plot.limit.above else (plot.limit.y, high)
        for which, edge in (("from", band.start), ("to", band.end)):
            lines[f"{band.label} {which}"] = along(edge, low, high)
    if plot.cursor is not None:
        lines["cursor"] = along(plot.cursor)
    for series in plot.series:
        points = plot.pixels(series.x, series.y).tolist()
        for index, ends in enumerate(itertools.pairwise(points)):
            lines[f"{series.label or 'a curve'} at {index}"] = tuple(map(tuple, ends))  # type: ignore[assignment]
    inks: list[tuple[str, pygame.Rect]] = []
    for name, spot in plot.names:
        ink = name.face.get_bounding_rect().move(spot.topleft)
        wrong += [f"{name.text} meets {text}" for text, other in inks if ink.colliderect(other)]
        wrong += [
            f"{name.text} is struck by {what}" for what, ends in lines.items() if _meet(ink, ends)
        ]
        if not box.contains(spot):
            wrong.append(f"{name.text} is not in its chart")
        inks.append((name.text, spot))
    return wrong


def _meet(ink: pygame.Rect, ends: tuple[tuple[float, float], tuple[float, float]]) -> bool:
    finite = all(abs(value) < 1e6 for end in ends for value in end)
    return finite and bool(ink.clipline(*ends))
