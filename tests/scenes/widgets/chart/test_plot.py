"""The plot: its curves grow, its points land where the axes say."""

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Band, Limit, Zone
from scenes.widgets.chart.plot import Plot, Series
from tests.scenes.widgets.chart.struck import struck


def chart(*series: Series) -> Plot:
    plot = Plot(
        "sideways",
        Axis(0, 0.16, "s"),
        Axis(0, 58, "mm"),
        series=series,
        limit=Limit(23, "fallen"),
        bands=[Band(0, 0.01, "push"), Band(0.05, 0.05)],
        empty="no push yet",
    )
    plot.rect = pygame.Rect(20, 30, 316, 200)
    return plot


def rising(count: int) -> Series:
    x = np.linspace(0, 0.16, 600)[:count]
    return Series(x, x * 300, "teal", "taped")


def strip(plot: Plot, look: Look) -> bytes:
    plot.draw(pygame.Surface((400, 300)), look)
    return pygame.image.tobytes(plot.series[0].curve._small, "RGBA")


@pytest.mark.parametrize("dashed", [False, True])
def test_growing_gives_the_same_picture_as_at_once(plain: Look, *, dashed: bool) -> None:
    series = rising(0)
    series.dashed = dashed
    plot = chart(series)
    for count in (0, 1, 2, 3, 7, 100, 333, 600):
        series.x, series.y = rising(count).x, rising(count).y
        grown = strip(plot, plain)
    whole = rising(600)
    whole.dashed = dashed
    assert grown == strip(chart(whole), plain)


def test_only_changed_curves_are_painted(plain: Look, screen: pygame.Surface) -> None:
    still, live = rising(600), rising(10)
    plot = chart(still, live)
    for count in (10, 20, 20, 30):
        live.x, live.y = rising(count).x, rising(count).y
        plot.draw(screen, plain)
    assert still.curve.painted == 1
    assert live.curve.painted == 3
    live.x, live.y = rising(5).x, rising(5).y
    plot.draw(screen, plain)
    assert live.curve.painted == 4


def test_points_land_where_the_axes_say(plain: Look, screen: pygame.Surface) -> None:
    plot = chart(rising(600))
    plot.draw(screen, plain)
    corners = plot.pixels([0, 0.16], [0, 58])
    assert corners.tolist() == [list(plot.box.bottomleft), list(plot.box.topright)]
    assert plot.rect.contains(plot.box)


def test_anything_can_be_drawn(look: Look, screen: pygame.Surface) -> None:
    x = np.array([0, 0.05, np.nan, 0.1, 0.15])
    odd = [
        Series(np.empty(0), np.empty(0), label="nothing"),
        Series(np.array([0.1]), np.array([1.0]), label="one point"),
        Series(np.zeros(3), np.zeros(3), dashed=True, label="still"),
        Series(x, np.array([1, np.nan, 2, np.inf, -1e30]), label="gaps"),
        Series(x, np.array([1, 2, 3, 4, np.nan]), dashed=True, label="dashes"),
    ]
    chart(*odd).draw(screen, look)
    chart().draw(screen, look)
    for plot in (chart(rising(100)), chart(*(rising(100) for _ in range(3)))):
        plot.rect = pygame.Rect(0, 0, 60, 60)
        plot.draw(screen, look)


def test_a_curve_at_rest_has_its_label_and_the_zone_its_name(
    plain: Look, screen: pygame.Surface
) -> None:
    x = np.linspace(0.0, 2.4, 300)
    plot = chart(Series(x, 0.2 + 0.1 * np.sin(20 * x), label="deep 60 %"))
    plot.y, plot.zones = Axis(0.0, 8.0), [Zone(0.0, 1.5, "neutral zone")]
    plot.place(pygame.Rect(10, 10, 320, 200), plain)
    plot.draw(screen, plain)
    assert {name.text for name, _ in plot.names} >= {"deep 60 %", "neutral zone"}
    assert not struck(plot)


@pytest.mark.parametrize("seed", range(40))
def test_nothing_runs_through_a_label(seed: int, look: Look, screen: pygame.Surface) -> None:
    """Curves of any kind, growing: whatever has a name keeps it clear, or has none."""
    random = np.random.default_rng(seed)
    x = np.linspace(0.0, 0.16, 200)
    curves = [
        Series(x, np.cumsum(random.normal(0.1, 2.0, 200)) + 5 * k, label=name, dashed=k > 1)
        for k, name in enumerate(("taped", "long 20, deep 0", "untaped", "60 N"))
    ]
    plot = chart(*curves)
    plot.zones = [Zone(0.0, 12.0, "neutral zone")]
    whole = [(one.x, one.y) for one in curves]
    for count in range(1, 200, 23):
        for one, (along, up) in zip(curves, whole, strict=True):
            one.x, one.y = along[:count], up[:count]
        plot.cursor = float(random.uniform(0.0, 0.16))
        plot.draw(screen, look)
        assert not struck(plot)


def test_plot_words() -> None:
    assert chart(rising(600)).describe() == "sideways, taped 48 mm"
