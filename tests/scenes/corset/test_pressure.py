"""The lid of the abdomen from the side, and arrows that stand for pressure."""

import math

import numpy as np
import pygame
import pytest

from scenes.corset import pressure
from scenes.corset.pressure import arrow_length, draw_lid, lid_lines
from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.draw.spine.pose import bent, NEUTRAL, SpinePose
from tests.scenes.draw.pixels import near

CARD = pygame.Rect(646, 164, 214, 367)
CAMERA = Camera(760.0, (740.0, 420.0))
LEAN = bent([-math.radians(8)] * 6)


def picture(
    look: Look, pose: SpinePose = NEUTRAL, *, lid: float = 0.0, level: float = 0.0, kpa: float = 1.0
) -> pygame.Surface:
    page = pygame.Surface((1280, 720))
    page.fill(look.palette.body)
    page.set_clip(CARD)
    draw_lid(page, CAMERA, look, pose, lid=lid, level=level, pressure=1000 * kpa)
    page.set_clip(None)
    return page


def count(page: pygame.Surface, colour: tuple[int, int, int]) -> int:
    return near(page, colour, 6)


def test_the_diaphragm_comes_down_and_the_floor_as_well() -> None:
    up, down = lid_lines(NEUTRAL, 0.0), lid_lines(NEUTRAL, 0.5)
    for high, low in zip(up, down, strict=True):
        assert high[[0, -1]] == pytest.approx(low[[0, -1]])
        assert high[8, 1] - low[8, 1] > 0.004
    assert (down[0][:, 1] > 0.17).all()
    assert (down[1][:, 1] < -0.08).all()


def test_it_leans_with_the_trunk() -> None:
    upright, leaning = lid_lines(NEUTRAL, 0.1), lid_lines(LEAN, 0.1)
    assert leaning[1] == pytest.approx(upright[1])
    assert (leaning[0][:, 0] > upright[0][:, 0] + 0.03).all()
    lengths = [np.hypot(*np.diff(lines[0], axis=0).T).sum() for lines in (upright, leaning)]
    assert lengths[0] == pytest.approx(lengths[1])


def test_it_is_fuller_with_activation_and_arrows_grow_with_pressure(look: Look) -> None:
    weak, strong = picture(look), picture(look, level=1.0, kpa=8.5)
    assert count(strong, look.palette.teal) > 300 > count(weak, look.palette.teal)
    assert count(strong, look.palette.force) > 1.5 * count(weak, look.palette.force)


def test_arrows_grow_from_nothing_to_a_longest() -> None:
    lengths = [arrow_length(pressure) for pressure in (0.0, 1e3, 3e3, 5e3, 1e6)]
    assert lengths[0] == 0
    assert lengths[2] == pytest.approx(3 * lengths[1])
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == 5
    assert lengths[-1] < 0.06


@pytest.mark.parametrize("pose", [NEUTRAL, LEAN, bent([-0.2] * 6, (0.3, 0.3))])
def test_it_stays_inside_its_card(pose: SpinePose) -> None:
    page = picture(Look(DEFAULT, 2.0), pose, kpa=8.5)
    page.fill(DEFAULT.body, CARD)
    assert count(page, DEFAULT.body) == 1280 * 720


@pytest.mark.parametrize("kpa", [0.2, 0.9, 2.6, 8.5])
def test_every_arrow_has_a_shaft(kpa: float) -> None:
    length = arrow_length(1000 * kpa)
    outline = pressure._arrow(length, 0.0)
    head = -outline[1, 0]
    assert head < 0.65 * length
    assert outline[1, 1] < 0.5 * outline[2, 1]


@pytest.mark.parametrize("kpa", [0.4, 0.9, 2.6, 8.5])
def test_every_arrow_is_longer_than_wide_or_is_not_drawn(kpa: float) -> None:
    outline = pressure._arrow(arrow_length(1000 * kpa), 0.0)
    assert np.ptp(outline[:, 0]) > 1.2 * np.ptp(outline[:, 1])


def test_a_pressure_of_next_to_nothing_leaves_no_crumbs(look: Look) -> None:
    assert count(picture(look, kpa=0.25), look.palette.force) == 0
    assert count(picture(look, kpa=0.5), look.palette.force) > 0
