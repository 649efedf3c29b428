"""Run in the page: every scene, blended as there and as on a desktop."""

import os

import numpy as np
import pygame

from scenes.draw import shapes
from scenes.draw.surface_cache import STORE
from scenes.experiment.background import Background
from scenes.preferences import Store
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.machine.platform import Platform
from sim.catalogue import SCENES


def pictures(straight: bool) -> dict[str, np.ndarray]:
    """Start screen, help, and every scene at rest and moving."""
    os.environ.pop(shapes.SDL_BLENDS, None)
    if straight:
        shapes.blend_straight()
    else:
        pygame.init()
        shapes._Way.straight = False
    # How far it is depends on the moment: a finer map has other shades.
    Background.work = lambda _: None  # type: ignore[assignment, method-assign]
    options = Options("en", size=(1280, 720), resizable=False, start=True)
    app, found = App({}, options, Platform(Store())), {}

    def take(name: str) -> None:
        for shelf in STORE._shelves:
            shelf.clear()
        app.draw()
        found[name] = pygame.surfarray.array3d(app.surface).astype(int)

    take("start")
    app.help()
    take("help")
    assert app.dialog is not None
    app.dialog.close()
    for name in SCENES:
        app.choose(name)
        app.frame(0.0)
        take(name)
        if hasattr(app.tab, "tap"):
            app.tab.tap()
            for _ in range(25):
                app.frame(1 / 60)
            take(f"{name}, moving")
    return found


def apart() -> dict[str, int]:
    """How many levels apart both are, for each picture."""
    here, desktop = pictures(True), pictures(False)
    return {name: int(np.abs(here[name] - desktop[name]).max()) for name in here}
