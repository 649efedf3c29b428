"""How far apart both backs are is what lies between them, not what is drawn."""

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.draw.spine.pose import Array, bent
from scenes.text.words import Words
from scenes.timing.gap import apart, draw_gap
from scenes.timing.moment import Back

SMALL = np.radians([0.8, 0.0, 0.0, -0.3, -0.8, -1.4])
LARGE = np.radians([0.4, 0.2, 0.4, 0.4, -0.4, -2.4])


def back(worst: Array) -> Back:
    return Back(np.zeros(6), 0.2, 0.2, 0.0, None, worst)


def test_the_gap_is_the_real_one_where_it_is_largest() -> None:
    gap, _ = apart(back(SMALL), back(LARGE))
    tops = [bent(worst).pivots[-1] for worst in (SMALL, LARGE)]
    assert gap == pytest.approx(1000 * np.hypot(*(tops[1] - tops[0])), abs=0.3)
    assert gap == apart(back(LARGE), back(SMALL))[0] > 0.8
    assert apart(back(SMALL), back(SMALL))[0] == 0


def test_the_measure_is_in_the_picture_or_left_out() -> None:
    page, look, words = pygame.Surface((400, 300)), Look(DEFAULT), Words("en")
    for rect, drawn in (
        (pygame.Rect(20, 20, 210, 220), True),
        (pygame.Rect(20, 20, 60, 90), False),
    ):
        page.fill((0, 0, 0))
        plate = draw_gap(page, look, rect, (back(SMALL), back(LARGE)), words)
        assert bool(plate.width) == drawn
        assert rect.contains(plate)
        touched = pygame.mask.from_threshold(page, (0, 0, 0), (1, 1, 1, 255))
        touched.invert()
        assert all(rect.contains(box) for box in touched.get_bounding_rects())
        assert bool(touched.count()) == drawn
