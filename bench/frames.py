"""How long a picture takes."""

import math
import os
import time
from collections.abc import Callable
from functools import cache
from typing import Any, TYPE_CHECKING

import numpy as np

from bench.rows import Row

if TYPE_CHECKING:
    from scenes.shell.app import App


PHONE = (780, 1688)  # pixels: 390x844 at 2


def player(size: tuple[int, int], scene: str = "blocks", **values: object) -> "App":
    """The window without a display and without the user's own preferences."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from scenes.preferences import Store  # noqa: PLC0415
    from scenes.shell.app import App  # noqa: PLC0415
    from scenes.shell.machine.display import Options  # noqa: PLC0415
    from scenes.shell.machine.memory import tidy_at_rest  # noqa: PLC0415
    from scenes.shell.machine.platform import Platform  # noqa: PLC0415

    density = 2.0 if size == PHONE else None
    options = Options("en", "default", 1.0, size=size, scene=scene, density=density)
    app = App(values, options, Platform(Store()))
    tidy_at_rest()
    return app


@cache
def falling(size: tuple[int, int], falls: int) -> list[float]:
    """Milliseconds of every frame while the stack falls again and again, chart on."""
    app = player(size, press=100, push=0.3)
    found = []
    for fall in range(falls + 1):
        app.experiment.playback.again()
        app.experiment.tap()
        for _ in range(100):
            start = time.perf_counter()
            app.frame(1 / 60)
            if fall:  # the first fall paints what is kept from then on
                found.append(1000 * (time.perf_counter() - start))
    return found


@cache
def spine_slider(size: tuple[int, int], seconds: int) -> list[float]:
    """Milliseconds of every frame while one slider of the spine moves, tapped once a second."""
    app = player(size, "spine", long_muscles=0.3, deep_muscles=0.4)
    scene: Any = app.experiment
    for _ in range(60):  # the map gets fine
        app.frame(1 / 60)
    found = []
    for frame in range(60 * seconds):
        if frame % 60 == 0:
            scene.tap()
        scene.change("deep_muscles", round(0.4 + 0.3 * math.sin(frame / 20), 2))
        start = time.perf_counter()
        app.frame(1 / 60)
        found.append(1000 * (time.perf_counter() - start))
    return found


@cache
def spine_falling(size: tuple[int, int], falls: int) -> list[float]:
    """Milliseconds of every frame while the spine gives way again and again."""
    app = player(size, "spine", long_muscles=0.8)
    scene: Any = app.experiment
    found = []
    for fall in range(falls + 1):
        scene.again()
        scene.tap()
        for _ in range(100):
            start = time.perf_counter()
            app.frame(1 / 60)
            if fall:
                found.append(1000 * (time.perf_counter() - start))
    return found


@cache
def recovery_test(size: tuple[int, int], tests: int) -> list[float]:
    """Milliseconds of every frame while the arm goes up in one week after another."""
    app = player(size, "recovery", trained=1)
    scene: Any = app.experiment
    found = []
    for test in range(tests + 1):
        scene.go_to(4 * test)
        scene.complete()
        scene.tap()
        app.frame(1 / 60)
        while scene.falling(scene.playback.moment):
            start = time.perf_counter()
            app.frame(1 / 60)
            if test:
                found.append(1000 * (time.perf_counter() - start))
    return found


@cache
def exercises(size: tuple[int, int], seconds: int) -> list[float]:
    """Milliseconds of every frame of the cards, of an exercise that is counted, and of the game."""
    app = player(size, "exercises")
    scene: Any = app.tab
    for name in ("draw_in", "bird_dog", "bridge"):
        scene.toggle(name)
    found = []
    for page in (scene.show_cards, scene.begin, scene.play):
        page()
        for frame in range(60 * seconds):
            if page == scene.play and frame % 120 == 0:
                scene.game.again()
                scene.game.press_move()
            start = time.perf_counter()
            app.frame(1 / 60)
            if frame > 10:  # before that what is kept is painted
                found.append(1000 * (time.perf_counter() - start))
    return found


@cache
def timing_movements(size: tuple[int, int], movements: int) -> list[float]:
    """Milliseconds of every frame while both backs raise their arm, slowly, all charts on."""
    app = player(size, "timing", onset=0.2)
    scene: Any = app.experiment
    for _ in range(600):  # the curve of "later means more" is found
        app.frame(1 / 60)
    found = []
    for movement in range(movements + 1):
        scene.tap()
        while scene.model.moving:
            start = time.perf_counter()
            app.frame(1 / 60)
            if movement:
                found.append(1000 * (time.perf_counter() - start))
    return found


@cache
def recovery_year(size: tuple[int, int], weeks: int) -> list[float]:
    """Milliseconds of every frame while the year passes and every week is tested."""
    app = player(size, "recovery", trained=1)
    scene: Any = app.experiment
    app.frame(1 / 60)
    scene.pass_year()
    found = []
    while scene.model.week < weeks:
        start = time.perf_counter()
        app.frame(1 / 60)
        found.append(1000 * (time.perf_counter() - start))
    return found


@cache
def corset_slider(size: tuple[int, int], seconds: int) -> list[float]:
    """Milliseconds of every frame while the belly is drawn in and out under deep breaths."""
    app = player(size, "corset", breath_depth=1.0)
    scene: Any = app.experiment
    found = []
    for frame in range(60 * seconds):
        if frame % 60 == 0:
            scene.tap()
        scene.change("draw_in", round(0.4 + 0.3 * math.sin(frame / 20), 2))
        start = time.perf_counter()
        app.frame(1 / 60)
        found.append(1000 * (time.perf_counter() - start))
    return found


def _quantile(
    measure: Callable[[tuple[int, int], int], list[float]], size: tuple[int, int], share: float
) -> Callable[[int], list[float]]:
    return lambda repeats: [float(np.quantile(measure(size, repeats), share))]


def slider_to_picture(repeats: int) -> list[float]:
    """Frames from a tap on a slider's track until the picture shows the new press."""
    import pygame  # noqa: PLC0415

    app = player((1280, 720), press=100, push=0.3)
    app.frame(1 / 60)
    found = []
    for index in range(repeats):
        box = app.experiment.panel.sliders["press"].rect
        place = (box.left + box.width * (index % 5 + 1) // 7, box.bottom - 14)
        before = app.surface.copy()
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=place, button=1, touch=False))
        frames = 0
        words = app.experiment.view.touch.rect
        while frames < 5:
            app.frame(0.0)
            frames += 1
            shown = app.surface.subsurface(words).get_buffer().raw
            if shown != before.subsurface(words).get_buffer().raw:
                break
        found.append(float(frames))
    return found


SMALL, LARGE = (1280, 720), (1920, 1080)
ROWS = [
    Row("frame 1280x720, falling, chart on: median", "ms", 8, _quantile(falling, SMALL, 0.5), 8, 2),
    Row("frame 1280x720: 99th percentile", "ms", 14, _quantile(falling, SMALL, 0.99), 8, 2),
    Row("frame 1920x1080: median", "ms", 14, _quantile(falling, LARGE, 0.5), 8, 2),
    Row("frame 1920x1080: 99th percentile", "ms", 22, _quantile(falling, LARGE, 0.99), 8, 2),
    Row(
        "spine at 720p, a slider moving: median",
        "ms",
        9,
        _quantile(spine_slider, SMALL, 0.5),
        8,
        3,
    ),
    Row("spine at 720p: 99th percentile", "ms", 15, _quantile(spine_slider, SMALL, 0.99), 8, 3),
    Row("spine at 1080p, giving way: median", "ms", 15, _quantile(spine_falling, LARGE, 0.5), 8, 3),
    Row("spine at 1080p: 99th percentile", "ms", 23, _quantile(spine_falling, LARGE, 0.99), 8, 3),
    *(
        Row(f"recovery at 720p, {what}", "ms", reach, _quantile(measure, SMALL, share), often, 3)
        for what, measure, often, share, reach in (
            ("the arm going up: median", recovery_test, 8, 0.5, 10),
            ("the arm going up: 99th percentile", recovery_test, 8, 0.99, 16),
            ("the year passing: median", recovery_year, 24, 0.5, 10),
            ("the year passing: 99th percentile", recovery_year, 24, 0.99, 16),
        )
    ),
    Row(
        "both backs at 720p, all charts: median",
        "ms",
        10,
        _quantile(timing_movements, SMALL, 0.5),
        3,
        1,
    ),
    Row(
        "both backs at 720p: 99th percentile",
        "ms",
        16,
        _quantile(timing_movements, SMALL, 0.99),
        3,
        1,
    ),
    Row("exercises at 720p: median", "ms", 10, _quantile(exercises, SMALL, 0.5), 8, 4),
    Row("exercises at 720p: 99th percentile", "ms", 16, _quantile(exercises, SMALL, 0.99), 8, 4),
    Row(
        "corset at 720p, belly moving: median", "ms", 10, _quantile(corset_slider, SMALL, 0.5), 8, 3
    ),
    Row("corset at 720p: 99th percentile", "ms", 16, _quantile(corset_slider, SMALL, 0.99), 8, 3),
    Row("phone, 390x844 at 2, falling: median", "ms", 6, _quantile(falling, PHONE, 0.5), 8, 2),
    Row("phone, falling: 99th percentile", "ms", 12, _quantile(falling, PHONE, 0.99), 8, 2),
    Row("phone, giving way: median", "ms", 6, _quantile(spine_falling, PHONE, 0.5), 8, 3),
    Row(
        "phone, giving way: 99th percentile", "ms", 12, _quantile(spine_falling, PHONE, 0.99), 8, 3
    ),
    Row("frames from moving a slider to its picture", "", 1, slider_to_picture, 20, 5),
]
