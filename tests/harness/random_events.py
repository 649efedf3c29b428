"""A restless person in every scene: random presses, drags, keys, sizes and screens.

Nothing raises, no number becomes one that is none, and the window goes on answering.
Equal seeds give equal events.
"""

import random
import traceback
from collections import deque
from unittest.mock import patch

import numpy as np
import pygame

from scenes.experiment.base import Experiment
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from sim.catalogue import LANGUAGES, SCENES
from tests.harness.rows import Row
from tests.scenes.restless import random_event

AT_ONCE = 5  # events in one picture
DRAWN = 3  # every how manieth picture is drawn
RESIZED, ANEW = 0.004, 0.001  # of all pictures before which the window or all of it changes
SIZES: tuple[tuple[int, int], ...] = (
    (1280, 720),
    (800, 480),
    (1024, 600),
    (1920, 1080),
    (640, 900),
    (300, 200),
)
SIZES += ((390, 844), (844, 390), (360, 640), (640, 360), (768, 1024), (320, 520))
PASSING = (0.0, 1 / 60, 1 / 60, 1 / 60, 0.1)  # s between two pictures


def events(count: int, seed: int) -> list[Row]:
    """So many events in all, a row for each scene; nothing is written or opened."""
    with (
        patch("scenes.shell.hosting.save_picture", lambda surface, path: None),
        patch("scenes.shell.sharing.save_clip", lambda frames, path, rate: deque(frames, 0)),
        patch("scenes.shell.machine.platform.Platform.open_folder", lambda platform, folder: None),
    ):
        return [_in_scene(scene, count // len(SCENES), seed) for scene in SCENES]


def _in_scene(scene: str, count: int, seed: int) -> Row:
    row = Row(f"events in {scene}")
    source = random.Random(f"{scene} {seed}")
    app = _opened(scene, source)
    while row.tried < count:
        try:
            if source.random() < ANEW:
                app = _opened(scene, source)
            if source.random() < RESIZED:
                size = source.choice(SIZES)
                pygame.display.set_mode(size)
                pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size))
            for _ in range(AT_ONCE):
                pygame.event.post(random_event(source, app.surface.get_size()))
            row.tried += AT_ONCE
            skips = row.tried // AT_ONCE % DRAWN
            (app.go_on if skips else app.frame)(source.choice(PASSING))
            _look(app)
        except Exception:
            last = traceback.format_exc().splitlines()
            row.wrong.append(f"{scene}, seed {seed}, event {row.tried}: {last[-3:]}")
            app = _opened(scene, source)
    row.ends["answered"] = row.tried
    return row


def _opened(scene: str, source: random.Random) -> App:
    pygame.display.init()
    pygame.event.clear()
    return App({}, Options(source.choice(LANGUAGES), size=source.choice(SIZES), scene=scene))


def _look(app: App) -> None:
    """The window is there, and whatever has a state has a finite one."""
    assert app.running
    world = getattr(app.tab.model, "world", None) if isinstance(app.tab, Experiment) else None
    if world is not None:
        assert np.isfinite(world.state).all()
