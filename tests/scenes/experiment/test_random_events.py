"""After any history a reset is a fresh scene, layout included."""

from random import Random

import numpy as np
import pygame
import pytest

from scenes.experiment.background import Background
from scenes.experiment.hints import Hints
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from sim.catalogue import with_model
from tests.scenes.player import let_pass
from tests.scenes.restless import DRAWN

KEYS = (pygame.K_p, pygame.K_s, pygame.K_LEFT, pygame.K_UP, pygame.K_t, pygame.K_PERIOD)


def post(kind: int, **values: object) -> None:
    pygame.event.post(pygame.event.Event(kind, values))


def act(app: App, source: Random, *, drawn: bool) -> None:
    """Press, drag or key something in the scene, and let a little time pass."""
    stops = [stop for widget in app.scene.widgets() for stop in widget.stops()]
    box = source.choice(stops).rect
    x = round(box.left + source.random() * box.width)
    y = round(box.top + source.random() * box.height)
    post(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=False)
    if source.random() < 0.3:
        at = x + source.randint(-80, 80), y + source.randint(-40, 40)
        post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(1, 0, 0), touch=False)
    if source.random() < 0.95:  # at times a drag goes on
        post(pygame.MOUSEBUTTONUP, pos=(x, y), button=1, touch=False)
    if source.random() < 0.4:
        post(pygame.KEYDOWN, key=source.choice(KEYS), mod=0, unicode="")
    for _ in range(source.randint(1, 8)):
        app.go_on(1 / 60)
    if drawn:
        let_pass(app, 1)
    if app.dialog is not None:
        app.dialog.close()


def settle(app: App) -> None:
    """Half a second, at the end of which names have found their places."""
    for count in (28, 1, 1):
        let_pass(app, count)


@pytest.mark.parametrize("scene", with_model())
@pytest.mark.parametrize("seed", range(3))
def test_reset_is_a_fresh_scene(scene: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # How far it is depends on the machine.
    monkeypatch.setattr(Background, "work", lambda _: None)
    # What somebody has found out is not said anew after a reset.
    monkeypatch.setattr(Hints, "done", lambda *_: None)
    source = Random(seed)
    app = App({}, Options("nl", scene=scene))
    for number in range(50):
        act(app, source, drawn=number % DRAWN == 0)
    post(pygame.KEYDOWN, key=pygame.K_r, mod=pygame.KMOD_LALT, unicode="")
    app.go_on(0.0)
    app.group.cancel()
    app.group.focus_on(None)
    settle(app)
    shown = pygame.surfarray.array3d(app.surface)
    fresh = App({}, Options("nl", scene=scene))
    settle(fresh)
    assert app.experiment.model.settings == fresh.experiment.model.settings
    assert np.array_equal(shown, pygame.surfarray.array3d(fresh.surface))


@pytest.mark.parametrize("scene", with_model())
def test_a_push_sets_stopped_time_going(scene: str) -> None:
    app = App({}, Options("nl", scene=scene))
    let_pass(app, 150)
    experiment = app.experiment
    experiment.clock.paused = True
    let_pass(app, 5)
    before = experiment.playback.moment.time
    post(pygame.KEYDOWN, key=pygame.K_p, mod=0, unicode="")
    let_pass(app, 30)
    assert not experiment.clock.paused
    assert experiment.playback.moment.since_push is not None
    assert experiment.playback.moment.time != before
