"""Every answer has a picture of its own."""

import itertools

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.story.answer_pictures import PAINTS, picture_of


@pytest.mark.parametrize("profile", PROFILES)
def test_no_two_answers_look_alike(profile: str) -> None:
    look, found = Look(PROFILES[profile]), {}
    for name in PAINTS:
        surface = pygame.Surface((90, 60))
        surface.fill(look.palette.panel)
        picture_of(name)(surface, surface.get_rect(), look)
        found[name] = pygame.image.tobytes(surface, "RGB")
        assert len({*map(tuple, pygame.surfarray.array3d(surface).reshape(-1, 3).tolist())}) > 2
    for one, other in itertools.combinations(found, 2):
        assert found[one] != found[other]
