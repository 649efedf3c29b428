"""A device that does not keep up gets coarser pictures of what moves, and fine ones at rest."""

import numpy as np
import pygame
import pytest

from scenes.draw.canvas import drawn
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.machine.pace import AGAIN, ENOUGH, Pace, PATIENCE

FAST, SLOW = 1 / 60, 1 / 40


def after(pace: Pace, seconds: float, step: float, *, moves: bool = True) -> bool:
    for _ in range(round(seconds / step)):
        pace.let_pass(step, moves=moves)
    return pace.coarse


def test_one_that_keeps_up_is_left_alone() -> None:
    assert not after(Pace(), 100.0, FAST)
    assert not after(Pace(), 100.0, 1 / ENOUGH - 1e-4)


def test_one_late_picture_is_no_slow_device() -> None:
    pace = Pace()
    for _ in range(20):
        after(pace, 1.0, FAST)
        pace.let_pass(0.1, moves=True)
    assert not pace.coarse


def test_two_slow_seconds_make_it_coarse_and_rest_makes_it_fine() -> None:
    pace = Pace()
    assert not after(pace, PATIENCE - 0.1, SLOW)
    assert after(pace, 0.2, SLOW)
    assert not after(pace, SLOW, SLOW, moves=False)
    assert after(pace, SLOW, SLOW)  # it is known to be slow


def test_slowness_at_rest_counts_for_nothing() -> None:
    pace = Pace()
    after(pace, 60.0, 0.1, moves=False)
    assert not after(pace, PATIENCE + 0.1, FAST)


def test_it_is_tried_anew() -> None:
    pace = Pace()
    after(pace, PATIENCE + 0.1, SLOW)
    assert after(pace, AGAIN - 1.0, FAST)
    assert not after(pace, 2.0, FAST)


def picture(app: App, *, coarse: bool = False) -> "np.typing.NDArray[np.int_]":
    with drawn(coarse=coarse):
        app.draw()
    return pygame.surfarray.array3d(app.surface).astype(int)


@pytest.mark.parametrize("scene", ["spine", "corset"])
def test_coarse_pictures_show_the_same_with_hard_edges(scene: str) -> None:
    app = App({}, Options("en", scene=scene))
    app.frame(FAST)
    fine, coarse = picture(app), picture(app, coarse=True)
    apart = np.abs(fine - coarse).max(axis=2)
    assert 0.001 < np.mean(apart > 32) < 0.1
    assert np.array_equal(picture(app), fine)


def test_a_slow_window_comes_to_rest_with_a_fine_picture() -> None:
    app = App({"long_muscles": 0}, Options("en", scene="spine"))
    app.experiment.tap()
    seen = set()
    for _ in range(round(60 / SLOW)):
        app.frame(SLOW)
        seen.add(app.rest.coarse)
        if app.rest:
            break
    assert seen == {False, True}
    shown = pygame.surfarray.array3d(app.surface).astype(int)
    assert np.array_equal(picture(app), shown)


@pytest.mark.parametrize(("density", "ever"), [(1.0, {False}), (2.0, {False, True})])
def test_nobody_sees_the_edges_of_what_moves_on_a_dense_screen(
    density: float, ever: set[bool]
) -> None:
    app = App({"long_muscles": 0}, Options("en", size=(640, 1040), scene="spine", density=density))
    app.experiment.tap()
    seen = set()
    for picture_number in range(300):
        app.experiment.clock.paused = picture_number > 20
        app.frame(FAST)
        seen.add(app.rest.coarse)
        if app.rest:
            break
    assert seen == ever
    shown = pygame.surfarray.array3d(app.surface).astype(int)
    assert np.array_equal(picture(app), shown)
