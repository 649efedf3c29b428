"""The hands: where palm and fingertip are, sleeves that run out of the picture."""

from collections.abc import Callable

import numpy as np
import pygame
import pytest

from scenes.draw import hands
from scenes.draw.camera import Camera
from scenes.draw.hands import draw_finger, draw_lower_hand, draw_upper_hand, upper_hand_leader
from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from tests.scenes.draw.pixels import pixels

SCALES = [0.8, 1.39, 3.0]
ORIGIN = (478.3, 500.4)


def painted(page: pygame.Surface, look: Look, x: float, y: float) -> bool:
    """Whether a pixel differs clearly from the ground."""
    ground = look.palette.play
    colour = tuple(page.get_at((round(x), round(y))))[:3]
    return max(abs(a - b) for a, b in zip(colour, ground, strict=True)) > 24


def darkest(look: Look, page: pygame.Surface, x: int, rows: range) -> float:
    """Centre of the outline in a column, by how close a pixel is to its colour."""
    line = look.palette.skin_l
    weights = []
    for y in rows:
        colour = tuple(page.get_at((x, y)))[:3]
        off = sum(abs(a - b) for a, b in zip(colour, line, strict=True))
        weights.append(max(0.0, 60.0 - off))
    total = sum(weights)
    assert total > 0
    return sum((y + 0.5) * w for y, w in zip(rows, weights, strict=True)) / total


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("palm", [0.0, 0.0301, 0.0704])
def test_palm_is_at_its_height(page: pygame.Surface, look: Look, scale: float, palm: float) -> None:
    camera = Camera(scale * 1000, ORIGIN)
    x = round(ORIGIN[0] - 30 * scale)
    for draw in (draw_upper_hand, draw_lower_hand):
        page.fill((255, 0, 255))  # far from every outline colour
        draw(page, camera, look, palm)
        y = camera.to_screen((0.0, palm))[1]
        found = darkest(look, page, x, range(round(y) - 3, round(y) + 4))
        assert found == pytest.approx(y, abs=1.0)


@pytest.mark.parametrize("scale", SCALES)
def test_hands_are_on_their_side_of_the_palm(
    page: pygame.Surface, look: Look, scale: float
) -> None:
    camera = Camera(scale * 1000, ORIGIN)
    draw_upper_hand(page, camera, look, 0.0)
    assert painted(page, look, ORIGIN[0] - 20 * scale, ORIGIN[1] - 12 * scale)
    assert not painted(page, look, ORIGIN[0] - 20 * scale, ORIGIN[1] + 6 * scale)
    page.fill(look.palette.play)
    draw_lower_hand(page, camera, look)
    assert painted(page, look, ORIGIN[0] - 20 * scale, ORIGIN[1] + 12 * scale)
    assert not painted(page, look, ORIGIN[0] - 20 * scale, ORIGIN[1] - 6 * scale)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("side", [-1, 1])
def test_finger_points_at_its_tip(
    page: pygame.Surface, look: Look, scale: float, side: int
) -> None:
    camera = Camera(scale * 1000, (640.0, 360.0))
    box = draw_finger(page, camera, look, (0.0, 0.0), from_right=side > 0)
    assert painted(page, look, 640 + side * 15 * scale, 360)
    assert not painted(page, look, 640 - side * (3 * scale + 1), 360)
    edge = box.left if side > 0 else box.right
    assert edge == pytest.approx(640, abs=8)


@pytest.mark.parametrize("width", [868, 1280, 1680])
def test_sleeves_run_out_of_the_picture(look: Look, width: int) -> None:
    page = pygame.Surface((width, 720))
    page.fill(look.palette.play)
    camera = Camera(885.0, (width * 0.5, 586.0))
    draw_upper_hand(page, camera, look, 0.15)
    draw_finger(page, camera, look, (-0.03, 0.12))
    rows = range(0, 720)
    assert any(painted(page, look, 0, y) for y in rows)
    rim = [painted(page, look, width - 1, y) for y in rows]
    rim += [painted(page, look, x, 0) for x in range(width)]
    assert any(rim)


def test_sleeve_outside_the_picture_is_left_out(look: Look) -> None:
    page = pygame.Surface((500, 720))
    draw_upper_hand(page, Camera(1390.0, (478.0, 586.0)), look, 0.259)


def test_clip_is_respected(page: pygame.Surface, look: Look) -> None:
    page.set_clip(pygame.Rect(16, 72, 868, 568))
    draw_upper_hand(page, Camera(1390.0, (478.0, 586.0)), look, 0.259)
    page.set_clip(None)
    assert not any(painted(page, look, 890, y) for y in range(720))


def test_painted_once_then_only_shifted(page: pygame.Surface, look: Look) -> None:
    camera = Camera(1390.0, (478.0, 586.0))
    draw_upper_hand(page, camera, look, 0.259)
    made = hands._art.made
    for step in range(40):
        draw_upper_hand(page, camera, look, 0.259 - 0.0001 * step)
    assert hands._art.made == made


def test_moves_by_less_than_a_pixel(look: Look) -> None:
    camera = Camera(1000.0, (300.0, 300.0))
    pictures = set()
    for quarter in range(4):
        page = pygame.Surface((600, 400))
        page.fill(look.palette.play)
        draw_upper_hand(page, camera, look, 0.1 + 0.00025 * quarter)
        pictures.add(pygame.image.tobytes(page, "RGB"))
    assert len(pictures) == 4


def test_leader_lies_on_the_edge_of_the_hand(page: pygame.Surface, look: Look) -> None:
    camera = Camera(1390.0, (478.0, 586.0))
    draw_upper_hand(page, camera, look, 0.259)
    x, y = upper_hand_leader(camera, 0.259)
    assert painted(page, look, x, y - 6)
    assert not painted(page, look, x, y + 14)


@pytest.mark.parametrize("scale", [1.0, 1.5, 3.0])
def test_no_ground_shines_through_between_a_sleeve_and_its_edge(scale: float) -> None:
    look = Look(DEFAULT, scale)
    page = pygame.Surface((900, 700))
    page.fill((255, 0, 255))
    draw_finger(page, Camera(1390.0 * scale, (850.0, 350.0)), look, (0.0, 0.0))
    seen = pixels(page)
    # Cloth and line have about as much green as blue, the ground has none.
    ground = seen[..., 2] - seen[..., 1] > 40
    for column in ground[4:500]:
        first, *_, last = np.flatnonzero(~column)
        assert not column[first : last + 1].any()


@pytest.mark.parametrize("draw", [draw_upper_hand, draw_lower_hand])
def test_a_hand_that_presses_has_four_fingers(
    page: pygame.Surface, draw: Callable[..., pygame.Rect]
) -> None:
    """Down through them there is a line over each, and one under the nearest."""
    look, scale = Look(DEFAULT), 4.0
    draw(page, Camera(scale * 1000, (640.0, 360.0)), look, 0.0)
    column = pixels(page)[round(640 - 20 * scale)]
    line = np.abs(column - np.array(look.palette.skin_l)).sum(axis=1) < 90
    assert np.count_nonzero(line[1:] & ~line[:-1]) == 5
