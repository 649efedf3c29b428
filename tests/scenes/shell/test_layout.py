"""The window at any size: nothing raises, and a very large one is drawn smaller."""

import itertools

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.shell.app import App
from scenes.shell.machine.display import MOST, Options
from scenes.story.scene import StoryScene
from sim.catalogue import LANGUAGES, SCENES
from tests.harness.drawn_text import written

SIZES = ((800, 480), (800, 490), (1024, 490), (320, 240), (1, 1), (100, 900), (1280, 440))


def resize(app: App, size: tuple[int, int]) -> None:
    pygame.display.set_mode(size)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size))
    app.frame(1 / 60)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_no_size_raises(size: tuple[int, int], zoom: float) -> None:
    app = App({}, Options("nl"))
    for profile in PROFILES:
        app.prefer(profile=profile, zoom=zoom)
        resize(app, size)
        for scene in SCENES:
            app.choose(scene)
            app.frame(1 / 60)
            story = app.tab
            for step in range(len(story.steps) if isinstance(story, StoryScene) else 0):
                story.go(step)  # type: ignore[attr-defined]
                app.rest.wake()
                app.frame(1 / 60)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_the_scene_is_as_large_as_asked_in_a_small_window(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = App({}, Options(language, size=(800, 480)))
    for profile, zoom in itertools.product(("default", "projector"), (1.5, 1.8, 2.0)):
        app.prefer(profile=profile, zoom=zoom)
        for scene in SCENES:
            app.choose(scene)
            app.frame(1 / 60)
            name, header = app.words(f"app.{scene}"), app.header.info.rect.bottom
            found = [line for line in written(app, monkeypatch) if line.box.top < header]
            assert any(line.text == name and not line.small for line in found), (scene, zoom)
            buttons = [widget.rect for widget in app.header.widgets(at_start=False)]
            for one, other in itertools.combinations(buttons, 2):
                assert not one.colliderect(other), (scene, zoom)


def test_more_pixels_than_any_screen_has_are_not_drawn() -> None:
    app = App({}, Options("nl", start=True))
    resize(app, (5000, 3000))
    assert app.surface.size == (3600, 2160)
    shown = pygame.display.get_surface()
    assert shown is not None
    for x, y in ((2500, 1500), (400, 2900), (4800, 100)):
        drawn = app.surface.get_at((round(x * 0.72), round(y * 0.72)))
        assert shown.get_at((x, y)) == drawn
    # What is tapped is what is seen there.
    middle = app.start_screen.choices[1].rect.center
    place = tuple(round(at / 0.72) for at in middle)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=place, button=1, touch=False))
    app.frame(1 / 60)
    assert app.scene is app.tab
    resize(app, MOST)
    assert app.surface is pygame.display.get_surface()
