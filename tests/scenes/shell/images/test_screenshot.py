"""A screenshot is a picture of the asked size, of every scene."""

import io

import pygame
import pytest

from scenes.shell.images.screenshot import screenshot
from sim.catalogue import LANGUAGES, SCENES
from sim.parameter import ParameterError


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


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("at", [None, 0.2])
def test_every_scene_has_a_picture(scene: str, at: float | None) -> None:
    data = screenshot(
        scene, {}, at, size=(1024, 600), language="nl", profile="default", text_scale=1.0
    )
    picture = pygame.image.load(io.BytesIO(data), "window.png")
    assert picture.get_size() == (1024, 600)
