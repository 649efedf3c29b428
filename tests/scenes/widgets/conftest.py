"""Headless pygame for the widgets, and the looks they are tried in."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES


@pytest.fixture(scope="session", autouse=True)
def headless() -> None:
    pygame.display.init()
    pygame.font.init()


@pytest.fixture(params=[(name, zoom) for name in PROFILES for zoom in (1.0, 2.0)], ids=str)
def look(request: pytest.FixtureRequest) -> Look:
    """Every profile at the smallest and the largest text."""
    name, zoom = request.param
    return Look(PROFILES[name], 1.0, zoom)


@pytest.fixture
def plain() -> Look:
    """The default profile at 100 %."""
    return Look(PROFILES["default"])


@pytest.fixture
def screen() -> pygame.Surface:
    return pygame.Surface((1280, 720))
