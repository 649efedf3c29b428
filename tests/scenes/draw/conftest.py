"""Drawing without a screen."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES


@pytest.fixture(autouse=True, scope="session")
def _fonts() -> None:
    pygame.font.init()


@pytest.fixture(params=list(PROFILES))
def look(request: pytest.FixtureRequest) -> Look:
    return Look(PROFILES[request.param])


@pytest.fixture
def page(look: Look) -> pygame.Surface:
    """A play area of 1280 x 720."""
    surface = pygame.Surface((1280, 720))
    surface.fill(look.palette.play)
    return surface
