"""The lesson from a presenter's remote, which has few keys and never looks where the focus is."""

import itertools

import pygame
import pytest

from scenes.experiment.base import Experiment
from scenes.story.remote import HANDS
from scenes.story.steps import STEPS
from scenes.widgets.slider import Slider
from sim.catalogue import LANGUAGES
from tests.scenes.story.player import CAME, Reader

ON, BACK = pygame.K_PAGEDOWN, pygame.K_PAGEUP
WAIT = 40.0  # s that the longest experiment may take


def test_all_but_the_choice_of_an_exercise_can_be_done_from_afar() -> None:
    targets = {part.target for step in STEPS for part in step.parts}
    assert targets - {*HANDS} == {"cards"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_lesson_by_a_remote_alone(language: str) -> None:
    keys = itertools.cycle((pygame.K_PAGEDOWN, pygame.K_RIGHT, pygame.K_SPACE))
    reader = Reader("teach", language=language)
    story = reader.story
    for index, step in enumerate(story.steps[:-1]):
        assert story.index == index
        for _ in step.parts:
            reader.key(next(keys))
            assert story.index == index
        assert reader.until(lambda: story.step.name in story.done, WAIT), step.name
        if step.name in CAME:
            assert story.progress.came[step.name] == CAME[step.name]
        reader.key(next(keys))
    reader.key(next(keys))
    assert story.step is story.steps[-1]


def test_going_back_begins_the_step_anew_and_then_the_one_before() -> None:
    reader = Reader("teach")
    story = reader.story
    reader.key(pygame.K_3)
    reader.key(ON)
    assert story.shown.observed()["press"] > 100
    reader.key(BACK)
    assert (story.index, story.shown.observed()["press"]) == (2, 20)
    reader.key(pygame.K_LEFT)
    assert story.index == 1


def test_one_need_not_wait_for_an_experiment() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_2)
    reader.key(ON)
    reader.key(ON)
    assert reader.story.index == 2


def test_what_was_touched_keeps_no_key_of_the_remote_but_what_tab_reached_does() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_3)
    reader.key(pygame.K_e)
    reader.frames(1)
    scene = reader.story.shown
    assert isinstance(scene, Experiment)
    slider = scene.panel.sliders["press"]
    assert isinstance(slider, Slider)
    reader.click((slider.rect.centerx, slider.rect.bottom - 14))
    assert reader.app.group.focus is slider
    before = scene.model.settings["press"]
    reader.key(pygame.K_RIGHT)
    assert reader.story.index == 2
    assert scene.model.settings["press"] >= 200 > before - 100
    reader.app.group.focus_on(slider, keyboard=True)
    scene.change("press", 100.0)
    reader.key(pygame.K_RIGHT)
    assert 100 < scene.model.settings["press"] < 120


@pytest.mark.parametrize("key", [pygame.K_PERIOD, pygame.K_b])
@pytest.mark.parametrize("wakes", [pygame.K_b, ON, BACK, pygame.K_SPACE, pygame.K_F1, None])
def test_the_picture_goes_away_until_something_is_done(key: int, wakes: int | None) -> None:
    reader = Reader("teach")
    reader.key(pygame.K_2)
    reader.key(key)
    reader.frames(2)
    surface = reader.app.surface
    assert pygame.transform.average_color(surface)[:3] == (0, 0, 0)
    if wakes is None:
        reader.click((20, 20))
    else:
        reader.key(wakes)
    reader.frames(2)
    assert reader.app.dialog is None
    assert reader.story.index == 1
    assert pygame.transform.average_color(surface)[0] > 100


def test_a_remote_does_nothing_in_the_story() -> None:
    reader = Reader()
    for key in (ON, pygame.K_RIGHT, pygame.K_PERIOD, pygame.K_b):
        reader.key(key)
    assert reader.story.index == 0
    assert not reader.story.fills_window


@pytest.mark.parametrize(
    ("typed", "step"), [("12", 12), ("11", 11), ("10", 10), ("0", 10), ("21", 1)]
)
def test_every_step_has_a_number_to_type(typed: str, step: int) -> None:
    reader = Reader("teach")
    for digit in typed:
        reader.key(pygame.K_0 + int(digit))
    assert reader.story.index == step - 1


def test_two_numbers_with_a_pause_are_two_steps() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_1)
    reader.frames(70)
    reader.key(pygame.K_2)
    assert reader.story.index == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_tells_of_the_lesson_and_only_what_works(language: str) -> None:
    reader = Reader("teach", language=language)
    reader.key(pygame.K_3)
    reader.key(pygame.K_F1)
    dialog = reader.app.dialog
    assert dialog is not None
    keys = dialog.chapters[1].body
    words = reader.app.words
    for action in ("go_on", "go_back", "blank", "share", "data", "clip", "push"):
        assert words(f"hotkeys.{action}") in keys
    for action in ("swap", "step"):
        assert words(f"hotkeys.{action}") not in keys
    hands = dialog.chapters[0].body
    assert "Page Down" in " ".join(getattr(one, "text", "") for one in hands)


def test_the_experiment_of_a_step_is_shared_and_saved_as_anywhere() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_3)
    reader.key(pygame.K_c)
    dialog = reader.app.dialog
    assert dialog is not None
    texts = [one.describe() for chapter in dialog.chapters for one in chapter.widgets()]
    assert any(text.startswith("story?step=3") for text in texts)
    assert any(text.startswith("blocks?") and "press=20" in text for text in texts)
    reader.key(pygame.K_ESCAPE)
    reader.key(pygame.K_1)
    reader.key(pygame.K_d)  # a step without a model has no table
    assert reader.app.dialog is None
