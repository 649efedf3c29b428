"""Lines are as wide on a slant as along an axis, and curves have no corners, at any size."""

import numpy as np
import pygame
import pytest

from scenes.draw.camera import Camera
from scenes.draw.canvas import Canvas
from scenes.draw.look import Look
from scenes.draw.strokes import Array, Pen, Sheet
from tests.scenes.draw.pixels import pixels

INK, PAPER = (0, 0, 0), (255, 255, 255)
BOX = pygame.Rect(0, 0, 500, 500)
TURNS = np.linspace(0, 2 * np.pi, 48, endpoint=False)


def circle(radius: float, corners: int = 48) -> Array:
    turns = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return radius * np.stack([np.cos(turns), np.sin(turns)], axis=1)


def widths(look: Look, pen: Pen, points: Array) -> Array:
    """How wide the line of a ring is in every direction, by how much ink there is along a ray."""
    page = pygame.Surface(BOX.size)
    page.fill(PAPER)
    canvas = Canvas(page, Camera(1000.0, (250.0, 250.0)), look, BOX)
    canvas.begin(0, np.zeros((1, 2)))
    canvas.sheet(Sheet([(points, pen)]))
    canvas.finish()
    canvas.show()
    ink = 1 - pixels(page)[..., 1] / 255
    away = np.linspace(170, 230, 601)
    found = []
    for turn in TURNS + TURNS[1] / 3:
        x, y = 250 + away * np.cos(turn), 250 - away * np.sin(turn)
        found.append(ink[x.astype(int), y.astype(int)].sum() * (away[1] - away[0]))
    return np.array(found)


@pytest.mark.parametrize("width", [2.0, 3.0, 6.0])
def test_an_outline_is_as_wide_in_every_direction(look: Look, width: float) -> None:
    found = widths(look, Pen(PAPER, INK, width), circle(0.2))
    assert found.mean() == pytest.approx(width, abs=0.3)
    assert np.ptp(found) < 0.75  # half a pixel, and how rays meet pixels


@pytest.mark.parametrize("closed", [True, False])
def test_a_line_alone_is_as_wide_on_a_slant(look: Look, *, closed: bool) -> None:
    width = 8.0  # along an axis: 5.7 on a slant, if it were pygame's own
    found = widths(look, Pen(None, INK, width, closed=closed), circle(0.2, 96))
    assert found[:-1].min() > width - 1
    assert found.max() < width + 1


def test_more_points_lie_on_the_curve_and_corners_stay() -> None:
    sheet = Sheet([(circle(1.0, 24), Pen(INK, INK, 1.0))])
    refined = sheet.refined.points
    assert len(refined) == 48
    assert np.abs(np.hypot(*refined.T) - 1).max() < 2e-3
    square = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
    refined = Sheet([(square, Pen(INK))]).refined.points
    assert np.ptp(refined[:, 0]) == np.ptp(refined[:, 1]) == 1.0
    line = Sheet([(square, Pen(None, INK, 1.0, closed=False))]).refined.points
    assert (line[[0, -1]] == square[[0, -1]]).all()
    assert len(line) == 7
