"""The ten people: no two alike, and an answer is seen without its colour."""

import itertools

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import Palette, PROFILES
from scenes.story.people_picture import CROWD, draw_person, ONCE, REGULAR, WELL
from tests.scenes.draw.pixels import away, pixels

BOX = pygame.Rect(10, 5, 100, 170)


def drawn(palette: Palette, number: int, answer: int) -> pygame.Surface:
    surface = pygame.Surface((120, 180))
    surface.fill(palette.play)
    draw_person(surface, BOX, Look(palette), number, answer)
    return surface


@pytest.mark.parametrize("profile", PROFILES)
def test_no_two_people_are_alike(profile: str) -> None:
    pictures = [drawn(PROFILES[profile], number, WELL) for number in range(len(CROWD))]
    for one, other in itertools.combinations(pictures, 2):
        assert np.count_nonzero(away(one, other) > 20) > 150


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("number", range(len(CROWD)))
def test_an_answer_is_a_posture_too(profile: str, number: int) -> None:
    palette = PROFILES[profile]
    bodies = []
    for answer in (WELL, ONCE, REGULAR):
        seen = pixels(drawn(palette, number, answer))
        bodies.append(np.any(seen != palette.play, axis=2))
        # Nothing is cut off at the sides.
        assert not bodies[-1][: BOX.left].any()
        assert not bodies[-1][BOX.right :].any()
    for one, other in itertools.combinations(bodies, 2):
        assert np.count_nonzero(one != other) > 150


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("answer", [WELL, ONCE, REGULAR])
def test_elbows_are_round_and_not_cut(profile: str, answer: int) -> None:
    palette = PROFILES[profile]
    for number in range(len(CROWD)):
        surface = pygame.Surface((700, 1020))
        surface.fill(palette.play)
        draw_person(surface, pygame.Rect(50, 5, 600, 1010), Look(palette), number, answer)
        body = np.any(pixels(surface)[:, :900] != palette.play, axis=2)  # without the shadow
        columns = np.count_nonzero(body, axis=1)
        edges = columns[np.flatnonzero(columns)[[0, -1]]]
        assert edges.max() < 40, (number, edges)
