"""Every state drawn in every size, profile, language and text zoom: nothing is clipped."""

import itertools
from functools import cache
from typing import Any

import pygame
import pytest

from scenes.blocks.scene import BlocksScene
from scenes.draw.palette import PROFILES
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from sim.catalogue import LANGUAGES
from sim.mechanics.world import STEP
from tests.scenes.windows import every_widget, SIZES

STATES: list[tuple[dict[str, Any], float | None]] = [
    ({}, None),
    ({"press": 300, "push": 0.3}, 0.08),
    ({"press": 100, "push": 0.3}, 2.0),
    ({"tape": "all", "push": 5}, 0.1),
    ({"tape": "1,2l", "blocks": 9, "press": 300}, None),
    ({"crown_curvature": 0}, None),
]


@cache
def opened(language: str, state: int) -> App:
    """A window in one of the states, which takes long to come to; how it looks is changed after."""
    values, at = STATES[state]
    app = App(values, Options(language))
    app.go_on(0.0)
    if at is not None:
        app.experiment.tap()
        app.experiment.skip(round(at / STEP))
    return app


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("zoom", [1.0, 1.4, 2.0])
def test_words_and_controls_stay_inside(size: tuple[int, int], profile: str, zoom: float) -> None:
    for language, state in itertools.product(LANGUAGES, range(len(STATES))):
        app = opened(language, state)
        app.prefer(profile=profile, zoom=zoom)
        pygame.display.set_mode(size)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size))
        app.frame(0.0)
        scene = app.scene
        assert isinstance(scene, BlocksScene)
        window = app.surface.get_rect()
        assert window.size == size
        for widget in app.group.widgets:
            assert window.contains(widget.rect), widget.describe()
        for widget in every_widget(app.group.widgets):
            assert widget.rect.left >= 0
            assert widget.rect.right <= window.right
        stage = scene.view.touch
        for text in (scene.view.headline, scene.view.reason):
            if text.visible:
                layout = text.layout(app.look, text.rect.width)
                assert not layout.cut
                assert layout.height <= text.rect.height
                assert stage.rect.contains(text.rect)
        assert stage.stage is not None
        assert stage.stage.words_bottom < stage.rect.top + 0.5 * stage.rect.height
        assert stage.rect.width >= 0.45 * window.width


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_targets_are_large_enough_to_touch(zoom: float) -> None:
    for size, profile in itertools.product(SIZES, PROFILES):
        app = App({}, Options("nl", profile, zoom, size=size))
        app.frame(0.0)
        for stop in app.group.stops():
            assert stop.rect.width >= 44, stop.describe()
            assert stop.rect.height >= 44, stop.describe()
