"""The column in another pose is read as a column, however small it is."""

import math

import numpy as np
import pygame
import pytest

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.spine import ghost
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.pose import bent, NEUTRAL, outlines
from tests.scenes.draw.pixels import near

LEAN = bent([-math.radians(10)] * 6)


def test_it_follows_the_front_and_the_back_of_all_vertebrae() -> None:
    for pose in (NEUTRAL, LEAN):
        line = ghost.contour(pose)
        for segment in range(1, 6):
            body = pose.world(segment, outlines(f"L{6 - segment}", "body")[0])
            across = pose.turns[segment][:, 0]
            for corner in (body[(body @ across).argmin()], body[(body @ across).argmax()]):
                ends = line[:-1], np.diff(line, axis=0)
                share = ((corner - ends[0]) * ends[1]).sum(axis=1) / (ends[1] ** 2).sum(axis=1)
                nearest = ends[0] + ends[1] * share.clip(0, 1)[:, None]
                assert np.hypot(*(corner - nearest).T).min() < 0.003


@pytest.mark.parametrize("per_metre", [400.0, 760.0, 1600.0])
def test_its_dashes_are_as_long_on_a_small_column_as_on_a_large_one(per_metre: float) -> None:
    dashes = ghost._dashes(ghost.contour(LEAN), ghost.DASH / per_metre, ghost.GAP / per_metre)
    lengths = np.hypot(*np.diff(dashes, axis=1).reshape(-1, 2).T).reshape(len(dashes), -1).sum(1)
    assert per_metre * lengths.min() > 0.8 * ghost.DASH
    assert dashes[0, 0] == pytest.approx(ghost.contour(LEAN)[0])
    assert dashes[-1, -1] == pytest.approx(ghost.contour(LEAN)[-1])


def test_a_small_one_is_seen_over_bones_and_muscles(look: Look) -> None:
    counts = []
    for shown in (None, NEUTRAL):
        page = pygame.Surface((300, 300))
        page.fill(look.palette.panel)
        draw_spine(page, Camera(560.0, (120.0, 220.0)), look, LEAN, ghost=shown)
        counts.append(near(page, look.palette.ghost, 12))
    assert counts[1] - counts[0] > 120
