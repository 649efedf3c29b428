"""Every state drawn in every size, profile, language and text zoom: nothing is clipped."""

import io
import itertools
from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from scenes.blocks.scene import BlocksScene
from scenes.draw.palette import PROFILES
from scenes.shell.app import App
from scenes.shell.display import Options
from scenes.shell.screenshot import screenshot
from scenes.widgets.widget import Widget
from sim.catalogue import LANGUAGES, SCENES
from sim.mechanics.world import STEP
from sim.parameter import ParameterError

SIZES = [(1024, 600), (1280, 720), (1920, 1080)]
STATES: list[tuple[dict[str, Any], float | None]] = [
    ({}, None),
    ({"press": 300, "push": 0.3}, 0.08),
    ({"press": 100, "push": 0.3}, 2.0),
    ({"tape": "all", "push": 5}, 0.1),
    ({"tape": "1,2l", "blocks": 9, "press": 300}, None),
    ({"crown_curvature": 0}, None),
]


def every_widget(widgets: list[Widget]) -> Iterator[Widget]:
    """All widgets, children included."""
    for widget in widgets:
        yield widget
        yield from every_widget(list(getattr(widget, "children", [])))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("zoom", [1.0, 1.4, 2.0])
def test_words_and_controls_stay_inside(size: tuple[int, int], profile: str, zoom: float) -> None:
    for language, (values, at) in itertools.product(LANGUAGES, STATES):
        app = App(values, Options(language, profile, zoom, size=size))
        app.frame(0.0)
        scene = app.scene
        assert isinstance(scene, BlocksScene)
        if at is not None:
            scene.tap()
            scene.skip(round(at / STEP))
            app.frame(0.0)
        window = app.surface.get_rect()
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screenshot_is_a_picture_of_the_asked_size(language: str) -> None:
    data = screenshot(
        "blocks",
        {"press": 100},
        0.1,
        size=(1024, 600),
        language=language,
        profile="contrast",
        text_scale=1.5,
    )
    picture = pygame.image.load(io.BytesIO(data), "window.png")
    assert picture.get_size() == (1024, 600)
    assert len({tuple(picture.get_at((x, 300))) for x in range(1024)}) > 12


def test_the_same_screenshot_twice_is_the_same_picture() -> None:
    pictures = [
        screenshot(
            "blocks", {}, 0.1, size=(1280, 720), language="nl", profile="default", text_scale=1
        )
        for _ in range(2)
    ]
    assert pictures[0] == pictures[1]


def test_a_screenshot_refuses_bad_values() -> None:
    with pytest.raises(ParameterError, match="from 0 to 300 N"):
        screenshot(
            "blocks",
            {"press": 301},
            None,
            size=(1280, 720),
            language="nl",
            profile="default",
            text_scale=1,
        )


@pytest.mark.parametrize("size", [(320, 240), (640, 900), (3000, 300)])
def test_a_window_of_an_odd_size_is_no_trouble(size: tuple[int, int]) -> None:
    for start in (True, False):
        app = App(
            {"blocks": 9, "tape": "all"}, Options("nl", "projector", 2.0, size=size, start=start)
        )
        app.frame(0.0)
        app.help()
        app.frame(1 / 60)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("at", [None, 0.2])
def test_every_scene_has_a_picture(scene: str, at: float | None) -> None:
    data = screenshot(
        scene, {}, at, size=(1024, 600), language="nl", profile="default", text_scale=1.0
    )
    picture = pygame.image.load(io.BytesIO(data), "window.png")
    assert picture.get_size() == (1024, 600)
