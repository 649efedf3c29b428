"""Shape of the blocks, and what is on the screen when they are drawn."""

import math
from itertools import pairwise

import numpy as np
import pygame
import pytest

from scenes.draw import blocks, turning
from scenes.draw.blocks import BlockPose, BlockShape, draw_axis, draw_blocks, draw_dashed
from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import Colour, DEFAULT
from scenes.draw.shapes import dashes

SCALES = [0.8, 1.39, 3.0]
MIDDLE = (640.0, 360.0)


def near(colour: pygame.Color, wanted: Colour, slack: int = 12) -> bool:
    return all(abs(a - b) <= slack for a, b in zip(tuple(colour)[:3], wanted, strict=True))


def at(page: pygame.Surface, x: float, y: float) -> pygame.Color:
    return page.get_at((round(x), round(y)))


@pytest.mark.parametrize("radius", [0.030, 0.040, 0.074, 0.5])
def test_crown_lies_on_its_circle(radius: float) -> None:
    shape = BlockShape(1 / radius)
    outline = shape.outline()
    inner = shape.width / 2 - blocks.CORNER_MM / 1000
    crown = [(x, y) for x, y in outline if y > 0 and abs(x) <= inner + 1e-9]
    centre = shape.height / 2 - radius
    assert len(crown) > 10
    for x, y in crown:
        assert math.hypot(x, y - centre) == pytest.approx(radius, rel=1e-9)


@pytest.mark.parametrize("curvature", [0.0, 1e-6, 10.0, 25.0, 33.3])
@pytest.mark.parametrize("ends", [(True, True), (True, False), (False, True)])
def test_size_of_every_block(curvature: float, ends: tuple[bool, bool]) -> None:
    outline = BlockShape(curvature, *ends).outline()
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    assert (min(xs), max(xs)) == pytest.approx((-0.023, 0.023))
    assert (min(ys), max(ys)) == pytest.approx((-0.0185, 0.0185))
    flat = [y for x, y in outline if abs(x) < 0.02]
    if not ends[0]:
        assert all(y == pytest.approx(0.0185) for y in flat if y > 0)
    if not ends[1]:
        assert all(y == pytest.approx(-0.0185) for y in flat if y < 0)


def test_matches_the_picture_of_the_mockups() -> None:
    # Points of block_mm in art_polygons.json (R = 40 mm).
    shape = BlockShape(25.0)
    for x, y in [(4.28, 18.27), (12.84, 16.38), (21.4, 12.29)]:
        assert 18.5 - 1000 * shape.crown_drop(x / 1000) == pytest.approx(y, abs=0.01)


@pytest.mark.parametrize("scale", SCALES)
def test_wood_shade_and_ground(page: pygame.Surface, look: Look, scale: float) -> None:
    camera = Camera(scale * 1000, MIDDLE)
    draw_blocks(page, camera, look, [BlockPose(BlockShape(), (0.0, 0.0), target=True)])
    x, y = MIDDLE
    assert near(at(page, x - 20 * scale, y + 5.2 * scale), look.palette.wood)
    assert near(at(page, x + 19 * scale, y), look.palette.wood2)
    assert near(at(page, x, y), look.palette.wood_l)  # the dot
    assert near(at(page, x - 26 * scale, y), look.palette.play)
    # Between the crown and the corner of the box around the block.
    assert near(at(page, x + 22.5 * scale, y - 17.5 * scale), look.palette.play)
    edge = [near(at(page, x + 23 * scale + step, y), look.palette.wood_l, 60) for step in (-1, 0)]
    assert any(edge)


@pytest.mark.parametrize("scale", SCALES)
def test_displaced_block_has_an_amber_rim(page: pygame.Surface, look: Look, scale: float) -> None:
    camera = Camera(scale * 1000, MIDDLE)
    draw_blocks(page, camera, look, [BlockPose(BlockShape(), (0.0, 0.0), displaced=True)])
    rim = MIDDLE[0] - 23 * scale - look.palette.stroke - 2
    assert near(at(page, rim, MIDDLE[1]), look.palette.amber)


def test_turned_anticlockwise(page: pygame.Surface, look: Look) -> None:
    camera = Camera(1390.0, MIDDLE)
    draw_blocks(page, camera, look, [BlockPose(BlockShape(), (0.0, 0.0), math.pi / 2)])
    # The shaded front, on the right when the block stands, is now above.
    assert near(at(page, MIDDLE[0], MIDDLE[1] - 19 * 1.39), look.palette.wood2)
    assert near(at(page, MIDDLE[0] + 21 * 1.39, MIDDLE[1]), look.palette.play)


def test_lands_where_it_should_to_a_fraction_of_a_pixel() -> None:
    def paint(large: pygame.Surface, centre: tuple[float, float], factor: int) -> None:
        box = pygame.Rect(0, 0, 60 * factor, 40 * factor)
        box.center = (round(centre[0]), round(centre[1]))
        pygame.draw.rect(large, (255, 255, 255), box)

    picture = turning.Turning("test", (30, 20), paint)
    dice = np.random.default_rng(1)
    for angle in [0.0, 1e-4, math.pi / 2, *dice.uniform(-7, 7, 40)]:
        surface = pygame.Surface((200, 200), pygame.SRCALPHA)
        wanted = dice.uniform(80, 120, 2)
        picture.draw(surface, (float(wanted[0]), float(wanted[1])), float(angle))
        alpha = pygame.surfarray.array_alpha(surface).astype(float)
        steps = np.arange(200) + 0.5
        found = np.array([steps @ alpha.sum(axis=1), steps @ alpha.sum(axis=0)]) / alpha.sum()
        assert np.abs(found - wanted).max() < 0.2


def test_second_drawing_makes_nothing_new(page: pygame.Surface, look: Look) -> None:
    camera = Camera(1390.0, MIDDLE)
    poses = [
        BlockPose(BlockShape(), (0.001 * i, 0.037 * i), 0.1 * i, i, i == 3, i > 2) for i in range(7)
    ]
    draw_blocks(page, camera, look, poses)
    draw_dashed(page, camera, look, poses)
    made = blocks._art.made, turning._turned.made
    draw_blocks(page, camera, look, poses)
    draw_dashed(page, camera, look, poses)
    assert (blocks._art.made, turning._turned.made) == made


def test_each_block_has_its_own_grain_and_keeps_it() -> None:
    shape = BlockShape()
    assert blocks._grain(shape, 1) == blocks._grain(shape, 1)
    assert blocks._grain(shape, 1) != blocks._grain(shape, 2)
    for curvature in (0.0, 25.0, 33.3):
        tight = BlockShape(curvature)
        for index in range(11):
            for stroke in blocks._grain(tight, index):
                for x, y in stroke:
                    assert abs(x) < tight.width / 2
                    assert abs(y) < tight.height / 2 - tight.crown_drop(x)


def test_dashes_leave_gaps_and_no_fill(page: pygame.Surface, look: Look) -> None:
    camera = Camera(1390.0, MIDDLE)
    draw_dashed(page, camera, look, [BlockPose(BlockShape(0.0), (0.0, 0.0))])
    assert tuple(at(page, *MIDDLE))[:3] == look.palette.play
    left = round(MIDDLE[0] - 23 * 1.39)
    column = [page.get_at((left, y)) for y in range(345, 376)]
    inked = [not near(colour, look.palette.play, 40) for colour in column]
    assert any(inked)
    assert not all(inked)


def test_dash_pieces_cover_the_outline_evenly() -> None:
    square = [(0.0, 0.0), (40.0, 0.0), (40.0, 40.0), (0.0, 40.0)]
    pieces = dashes(square, 6.0, 5.0)
    lengths = [sum(math.dist(a, b) for a, b in pairwise(p)) for p in pieces]
    assert len(pieces) == 15
    assert lengths == pytest.approx([160 / 15 * 6 / 11] * 15)


def test_axis_is_faint_and_dashed() -> None:
    look = Look(DEFAULT)
    page = pygame.Surface((1280, 720))
    page.fill(DEFAULT.play)
    draw_axis(page, Camera(1390.0, (478.0, 586.0)), look, 0.0, 0.259)
    column = {tuple(page.get_at((478, y)))[:3] for y in range(230, 586)}
    assert column == {DEFAULT.play, DEFAULT.line}
