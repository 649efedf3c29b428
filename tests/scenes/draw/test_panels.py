"""Rounded boxes are whole, in parts too."""

import math

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import Colour, DEFAULT
from scenes.draw.panels import frame_card, put_rounded, rounded
from scenes.draw.shapes import put
from tests.scenes.draw.pixels import away, pixels


def test_rounded_boxes_are_whole() -> None:
    fill, border = (10, 20, 30), (200, 100, 50)
    for size in ((3, 3), (10, 40), (300, 48), (900, 500)):
        box = rounded(size, 20, fill, border, 1.5)
        assert box.get_size() == size
        if min(size) > 10:
            assert tuple(box.get_at((size[0] // 2, size[1] // 2))) == (*fill, 255)
        assert box.get_at((0, 0)).a < 255
    hollow = rounded((60, 60), 10, None, border, 3)
    assert hollow.get_at((30, 30)).a == 0
    assert tuple(hollow.get_at((30, 1))) == (*border, 255)


@pytest.mark.parametrize("fill", [None, (250, 240, 230)])
@pytest.mark.parametrize(
    ("border", "width"), [(None, 0.0), (None, 2.0), ((30, 60, 90), 1.5), ((1, 2, 3), 4.0)]
)
@pytest.mark.parametrize("size", [(300, 201), (161, 400), (60, 40)])
def test_a_box_put_in_parts_looks_like_a_whole_one(
    size: tuple[int, int],
    fill: Colour | None,
    border: Colour | None,
    width: float,
) -> None:
    box = pygame.Rect((7, 9), size)
    for radius in (0, 2, 20.4, 30):
        whole, parts = pygame.Surface((500, 500)), pygame.Surface((500, 500))
        for surface in (whole, parts):
            surface.fill((200, 100, 50))
        put(whole, rounded(box.size, radius, fill, border, width), box.topleft)
        put_rounded(parts, box, radius, fill, border, width)
        assert away(whole, parts).max() == 0


@pytest.mark.parametrize("width", [1.5, 2.0, 4.0])
@pytest.mark.parametrize("radius", [6, 14, 18, 31])
def test_a_border_is_as_wide_round_a_corner_as_along_an_edge(radius: int, width: float) -> None:
    box = pygame.surfarray.array_alpha(rounded((100, 90), radius, None, (1, 2, 3), width)) / 255
    for mirrored in (box[::-1], box[:, ::-1]):
        assert np.array_equal(box, mirrored)
    assert box[50].sum() == pytest.approx(2 * width, abs=0.02)
    # A quarter of a ring has the area of its middle line times its width.
    area = box[:radius, :radius].sum()
    assert area == pytest.approx(math.pi / 2 * (radius - width / 2) * width, rel=0.04)


@pytest.mark.parametrize("radius", [12, 16, 20])
def test_a_card_is_framed_alike_at_its_four_corners(radius: int) -> None:
    look = Look(DEFAULT)
    surface = pygame.Surface((120, 100))
    surface.fill(look.palette.panel)
    frame_card(surface, surface.get_rect(), look, radius=radius)
    seen = pixels(surface)
    for mirrored in (seen[::-1], seen[:, ::-1]):
        assert np.array_equal(seen, mirrored)
