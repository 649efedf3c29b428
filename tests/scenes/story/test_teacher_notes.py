"""The lesson: any step by its number, notes and controls in turns, and all of it fits."""

import pygame
import pytest

from scenes.experiment.base import Experiment
from scenes.widgets.slider import Slider
from sim.catalogue import LANGUAGES
from tests.scenes.story.player import Reader, SIZES
from tests.scenes.windows import every_widget


def test_number_keys_choose_any_step_of_the_lesson() -> None:
    reader = Reader("teach")
    story = reader.story
    assert story.teaching
    keys = [*range(pygame.K_1, pygame.K_9 + 1), pygame.K_0]
    for index in reversed(range(len(keys))):
        reader.key(keys[index])
        assert story.index == index
        step = story.step
        scene = story.shown
        if isinstance(scene, Experiment) and step.scene != "spine":
            # On the spine a setting may stand for two.
            begun = {name: scene.model.settings[name] for name in step.settings}
            assert begun == dict(step.settings)
        texts = [getattr(child, "text", "") for child in story.lesson.area.children]
        assert reader.app.words(f"lesson.{step.name}_mistake") in texts


def test_number_keys_do_nothing_in_the_story() -> None:
    reader = Reader()
    reader.key(pygame.K_4)
    assert reader.story.index == 0


def test_notes_and_controls_take_turns() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_3)
    story, scene = reader.story, reader.story.shown
    assert isinstance(scene, Experiment)
    assert story.lesson.area in reader.app.group.widgets
    assert scene.panel.area not in reader.app.group.widgets
    assert scene.bar.pause in reader.app.group.widgets
    reader.key(pygame.K_e)
    reader.frames(1)
    assert scene.panel.area in reader.app.group.widgets
    assert story.lesson.area not in reader.app.group.widgets
    slider = scene.panel.sliders["press"]
    assert isinstance(slider, Slider)
    assert not slider.rect.colliderect(story.lesson.pages.rect)
    reader.click((slider.rect.left + 0.9 * slider.rect.width, slider.rect.bottom - 14))
    assert scene.model.settings["press"] > 200
    box = story.lesson.pages.rect
    reader.click((box.left + box.width * 0.75, box.centery))
    assert story.lesson.notes


def test_a_muscle_that_is_tapped_shows_its_slider() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_5)
    scene = reader.story.shown
    scene.select("multifidus")  # type: ignore[attr-defined]
    reader.frames(2)
    assert not reader.story.lesson.notes
    assert reader.app.group.focus is scene.panel.sliders["multifidus"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_lesson_fits(size: tuple[int, int], zoom: float) -> None:
    for language in LANGUAGES:
        reader = Reader("teach", size, language)
        reader.app.prefer(zoom=zoom)
        window = reader.app.surface.get_rect()
        for index in range(len(reader.story.steps)):
            reader.story.go(index)
            for _ in range(2):
                reader.frames(1)
                for widget in every_widget(reader.app.group.widgets):
                    assert widget.rect.left >= 0
                    assert widget.rect.right <= window.right
                for widget in reader.app.group.widgets:
                    assert window.contains(widget.rect)
                reader.key(pygame.K_e)
