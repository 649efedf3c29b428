"""A trace swells with the activation."""

import numpy as np
import pygame

from scenes.timing.emg import paint_trace


def test_a_trace_swells_with_the_activation_and_is_always_the_same() -> None:
    ink, ground = (10, 100, 90), (250, 250, 250)
    rising = np.linspace(0, 1, 400)
    strip = paint_trace(rising, 50, ink, ground, 1)
    pixels = pygame.surfarray.array3d(strip)
    filled = (pixels[..., 0] < 130).sum(axis=1)
    quarters = filled.reshape(4, -1).mean(axis=1)
    assert (np.diff(quarters) > 3).all()
    again = pygame.surfarray.array3d(paint_trace(rising, 50, ink, ground, 1))
    assert np.array_equal(pixels, again)
    other = pygame.surfarray.array3d(paint_trace(rising, 50, ink, ground, 2))
    assert not np.array_equal(pixels, other)
