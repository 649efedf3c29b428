"""A picture of the window without a window: for documents, tests and looking."""

import io
import os
from collections.abc import Mapping

from sim.mechanics.world import STEP


def screenshot(
    scene: str,
    values: Mapping[str, object],
    at: float | None,
    *,
    size: tuple[int, int],
    language: str | None,
    profile: str,
    text_scale: float,
    form: str | None = None,
    density: float = 1.0,
) -> bytes:
    """The window with a scene as PNG; with `at`, that long [s] after a push of the finger.

    Where there is nothing to push, `at` lets that time pass. `size` is in design pixels,
    of which each is `density` pixels; `form` is by the size unless it is named.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame  # noqa: PLC0415 - after the driver is chosen

    from scenes.experiment.base import Experiment  # noqa: PLC0415
    from scenes.forms import Form  # noqa: PLC0415
    from scenes.preferences import Store  # noqa: PLC0415
    from scenes.shell.app import App  # noqa: PLC0415
    from scenes.shell.machine.display import Options  # noqa: PLC0415
    from scenes.shell.machine.platform import Platform  # noqa: PLC0415

    asked = Form(form) if form else None
    pixels = round(size[0] * density), round(size[1] * density)
    options = Options(
        language, profile, text_scale, size=pixels, scene=scene, form=asked, density=density
    )
    app = App(values, options, Platform(Store()))  # a picture is nobody's own window
    app.frame(0.0)
    if isinstance(app.tab, Experiment):
        if at is not None:
            app.tab.tap()
            app.tab.skip(round(at / STEP))
        app.tab.complete()
    elif at is not None:
        app.frame(at)
    app.frame(0.0)
    file = io.BytesIO()
    pygame.image.save(app.surface, file, "window.png")
    return file.getvalue()
