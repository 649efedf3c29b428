"""A curve is as wide whichever way it goes."""

import numpy as np
import pygame
import pytest

from scenes.widgets.chart.curve import Array, Curve

SIZE = (240, 240)
INK = (20, 30, 40)
ANGLES = np.linspace(0.0, np.pi / 2, 60)
BOW = 220 - 200 * np.stack([np.sin(ANGLES), np.cos(ANGLES)], axis=1)  # through 45 degrees


def widths(strip: pygame.Surface) -> Array:
    """How wide the bow is across its way [pixels], all along it."""
    alpha = pygame.surfarray.array_alpha(strip).astype(float) / 255
    out = np.arange(-8.0, 8.0, 0.1)
    found = []
    for angle in np.linspace(0.1, np.pi / 2 - 0.1, 120):
        way = np.array([np.sin(angle), np.cos(angle)])
        at = (220 - (200 + out[:, None]) * way).astype(int)
        found.append(alpha[at[:, 0], at[:, 1]].sum() * 0.1)
    return np.array(found)


@pytest.mark.parametrize("width", [2.0, 3.2, 6.4])
def test_it_is_as_wide_on_a_slant_and_has_no_notch(width: float) -> None:
    found = widths(Curve().strip(BOW, SIZE, INK, width)).reshape(12, -1).mean(axis=1)
    assert found == pytest.approx(width, abs=0.45)
    assert np.ptp(found) < 0.5
