"""A picture of the window without a window: for documents, tests and looking."""

import io
import os
from collections.abc import Mapping

from sim.world import STEP


def screenshot(
    scene: str,
    values: Mapping[str, object],
    at: float | None,
    *,
    size: tuple[int, int],
    language: str | None,
    profile: str,
    text_scale: float,
) -> bytes:
    """The window with a scene as PNG; with `at`, that long [s] after a push of the finger."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame  # noqa: PLC0415 - after the driver is chosen

    from scenes.app import App  # noqa: PLC0415
    from scenes.display import Options  # noqa: PLC0415

    app = App(values, Options(language, profile, text_scale, size=size, scene=scene))
    app.frame(0.0)
    if at is not None:
        app.experiment.tap()
        app.experiment.skip(round(at / STEP))
    app.experiment.complete()
    app.frame(0.0)
    file = io.BytesIO()
    pygame.image.save(app.surface, file, "window.png")
    return file.getvalue()
