"""Drawing without a screen; every test begins without preferences that another one has kept."""

import gc
import os
from collections import deque
from collections.abc import Iterator

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from scenes import preferences
from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.shell import hosting, sharing
from scenes.shell.machine import memory
from scenes.shell.machine.platform import Platform
from tests.scenes.experiment.pole import registered


@pytest.fixture(autouse=True, scope="session")
def _fonts() -> None:
    pygame.font.init()


@pytest.fixture(autouse=True, scope="session")
def _lasting() -> None:
    """What is there before the first test stays: nobody looks through that again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(params=list(PROFILES))
def look(request: pytest.FixtureRequest) -> Look:
    return Look(PROFILES[request.param])


@pytest.fixture
def page(look: Look) -> pygame.Surface:
    """A play area of 1280 x 720."""
    surface = pygame.Surface((1280, 720))
    surface.fill(look.palette.play)
    return surface


@pytest.fixture(autouse=True)
def _no_preferences() -> None:
    (preferences.preferences_folder() / preferences.FILE).unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def _usual_memory() -> Iterator[None]:
    """A window leaves the process as it was: others do not tidy at rest."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    memory._Way.at_rest = False


@pytest.fixture
def unsaved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures and clips are made, but not written."""
    monkeypatch.setattr(hosting, "save_picture", lambda surface, path: None)
    monkeypatch.setattr(Platform, "open_folder", lambda platform, folder: None)
    # All frames of a clip are drawn all the same.
    monkeypatch.setattr(sharing, "save_clip", lambda frames, path, per_second: deque(frames, 0))


@pytest.fixture
def second_scene() -> Iterator[None]:
    """Nothing but the block stack and the pole."""
    with registered():
        yield
