"""The gauge."""

import pygame
import pytest

from scenes.draw.look import Look
from scenes.widgets.meters.gauge import Gauge


@pytest.mark.parametrize(("value", "amber"), [(-5.0, True), (0.0, False), (5.0, False)])
def test_gauge_sides(value: float, amber: bool, look: Look, screen: pygame.Surface) -> None:
    gauge = Gauge("margin", -10, 20, 0, caption_low="falls", caption_high="stays", value=value)
    gauge.place(pygame.Rect(10, 10, 316, gauge.height(look, 316)), look)
    gauge.draw(screen, look)
    assert gauge.in_amber is amber
    assert gauge.describe().endswith("falls" if amber else "stays")
    gauge.gives_way = "above"
    assert gauge.in_amber is (value > 0)
    for far in (-1e9, 1e9):
        gauge.value = far
        gauge.draw(screen, look)


def test_impossible_gauges_are_refused() -> None:
    for low, high, boundary in ((1, 0, 0), (0, 1, 2)):
        with pytest.raises(ValueError, match="gauge"):
            Gauge("x", low, high, boundary)
