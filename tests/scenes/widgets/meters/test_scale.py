"""A scale with marks."""

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.widgets.meters.scale import Scale


def test_words_below_a_scale_never_touch() -> None:
    pygame.font.init()
    look = Look(DEFAULT, zoom=2.0)
    scale = Scale("Pressure", 10, [(1, "rest"), (2.5, "drawn in"), (2.6, "too near"), (9, "lift")])
    scale.place(pygame.Rect(0, 0, 500, scale.height(look, 500)), look)
    page = pygame.Surface((500, scale.rect.height))
    page.fill(DEFAULT.panel)
    scale.draw(page, look)
    assert scale.x(0) < scale.x(5) < scale.x(10) == scale.x(99)
    assert "too near" in scale.describe()
