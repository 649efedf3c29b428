"""Tape: taut and slack differ, it lies where its anchors are, it is kept."""

import itertools
import math

import numpy as np
import pygame
import pytest

from scenes.draw import strips
from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.strips import draw_strip
from tests.scenes.draw.pixels import pixels

BELOW, ABOVE = (0.023, 0.02775), (0.023, 0.04625)
CLOSER = (0.023, 0.0435)


def drawn(look: Look, camera: Camera, **options: object) -> bytes:
    page = pygame.Surface((400, 400))
    page.fill(look.palette.play)
    arguments: dict[str, object] = {"taut": True, **options}
    draw_strip(page, camera, look, BELOW, ABOVE, **arguments)  # type: ignore[arg-type]
    return pygame.image.tobytes(page, "RGB")


@pytest.mark.parametrize("scale", [0.8, 1.39, 3.0])
def test_taut_is_teal_between_and_beyond_its_anchors(look: Look, scale: float) -> None:
    page = pygame.Surface((400, 400))
    page.fill(look.palette.play)
    camera = Camera(scale * 1000, (200.0, 300.0))
    draw_strip(page, camera, look, BELOW, ABOVE, taut=True)
    for height in (0.025, 0.02775, 0.037, 0.04625, 0.049):
        x, y = camera.to_screen((0.023, height))
        assert tuple(page.get_at((round(x), round(y))))[:3] == look.palette.teal
    x, y = camera.to_screen((0.023, 0.055))
    assert tuple(page.get_at((round(x), round(y))))[:3] == look.palette.play
    x, y = camera.to_screen((0.030, 0.037))
    assert tuple(page.get_at((round(x), round(y))))[:3] == look.palette.play


@pytest.mark.parametrize("scale", [0.8, 1.39, 3.0])
def test_slack_differs_from_taut(look: Look, scale: float) -> None:
    camera = Camera(scale * 1000, (200.0, 300.0))
    assert drawn(look, camera) != drawn(look, camera, taut=False)


@pytest.mark.parametrize("side", [-1, 1])
def test_slack_bows_outwards_and_shows_pale_pieces(look: Look, side: int) -> None:
    page = pygame.Surface((400, 400))
    page.fill(look.palette.play)
    camera = Camera(3000.0, (200.0, 300.0))
    below, above = (side * BELOW[0], BELOW[1]), (side * CLOSER[0], CLOSER[1])
    draw_strip(page, camera, look, below, above, taut=False)
    row = round(camera.to_screen((0.0, (below[1] + above[1]) / 2))[1])
    face = camera.to_screen(below)[0]
    ground = look.palette.play
    inked = [x for x in range(400) if tuple(page.get_at((x, row)))[:3] != ground]
    assert (sum(inked) / len(inked) - face) * side > 5
    colours = {
        tuple(page.get_at((x, y)))[:3] for x in range(400) for y in range(row - 25, row + 25)
    }
    assert {look.palette.teal, look.palette.teal_tint} <= colours


def test_harder_pull_gives_a_heavier_edge(look: Look) -> None:
    camera = Camera(1390.0, (200.0, 300.0))
    assert drawn(look, camera, force=0.0) == drawn(look, camera)
    assert drawn(look, camera, force=60.0) != drawn(look, camera)
    assert drawn(look, camera, force=600.0) == drawn(look, camera, force=60.0)


def test_ends_follow_the_blocks(look: Look) -> None:
    camera = Camera(1390.0, (200.0, 300.0))
    assert drawn(look, camera, tilts=(0.3, -0.3)) != drawn(look, camera)


def test_anchors_on_one_point_are_drawn_all_the_same(look: Look) -> None:
    page = pygame.Surface((400, 400))
    camera = Camera(1390.0, (200.0, 300.0))
    for taut in (True, False):
        draw_strip(page, camera, look, BELOW, BELOW, taut=taut)


def test_second_drawing_makes_nothing_new(look: Look) -> None:
    camera = Camera(1390.0, (200.0, 300.0))
    drawn(look, camera, taut=False)
    made = strips._art.made
    drawn(look, camera, taut=False)
    assert strips._art.made == made


@pytest.mark.parametrize("tilts", [(0.0, 0.0), (1.5, -1.5), (2.3, -2.3), (2.7, 0.4), (-2.5, 2.9)])
def test_a_sharp_fold_does_not_pinch_the_strip(look: Look, tilts: tuple[float, float]) -> None:
    page = pygame.Surface((400, 400))
    page.fill(look.palette.play)
    camera = Camera(3000.0, (200.0, 300.0))
    draw_strip(page, camera, look, BELOW, ABOVE, taut=True, tilts=tilts)
    below, above = (np.array(camera.to_screen(anchor)) for anchor in (BELOW, ABOVE))
    tab = strips.TAB_MM * 3.0
    low, high = (
        anchor + way * tab * np.array([math.sin(tilt), math.cos(tilt)])
        for anchor, way, tilt in ((below, 1, tilts[0]), (above, -1, tilts[1]))
    )
    bare = (pixels(page) == look.palette.play).all(axis=2)
    half, pieces = strips.WIDTH_MM / 2 * 3.0, (low, below, above, high)
    for begin, end in itertools.pairwise(pieces):
        along = (end - begin) / np.hypot(*(end - begin))
        for aside in (-0.75 * half, 0.0, 0.75 * half):
            for share in np.linspace(0.03, 0.97, 30):
                x, y = begin + share * (end - begin) + aside * along[::-1] * (1, -1)
                assert not bare[int(x), int(y)]  # as wide as ever, up to the fold


@pytest.mark.parametrize("chord", [0.002, 0.004, 0.008, 0.015])
@pytest.mark.parametrize("tilts", [(0.0, 0.0), (0.7, -0.7)])
def test_a_slack_strip_is_one_bow_and_no_crumbs(
    look: Look, chord: float, tilts: tuple[float, float]
) -> None:
    page = pygame.Surface((400, 400))
    page.fill((90, 40, 20))
    camera = Camera(2780.0, (200.0, 300.0))
    above = (BELOW[0], BELOW[1] + chord)
    draw_strip(page, camera, look, BELOW, above, taut=False, tilts=tilts)
    pale = pygame.mask.from_threshold(page, look.palette.teal_tint, (30, 30, 30))
    parts = [part for part in pale.connected_components() if part.count() > 12]
    assert 1 <= len(parts) <= 2  # with a line along it, two edges of it
    wide = max(part.get_bounding_rects()[0].width for part in parts)
    assert wide > 12  # it bows out, however near its ends are
