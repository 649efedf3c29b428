"""The story gone through by touch alone and by keyboard alone."""

import pygame
import pytest

from scenes.exercises.scene import ExercisesScene
from scenes.text.words import table
from tests.scenes.story.player import read, Reader


@pytest.mark.parametrize(
    ("size", "language", "by_touch", "way"),
    [
        ((1280, 720), "nl", True, "right"),
        ((1280, 720), "en", False, "wrong"),
        ((390, 844), "nl", False, "skipped"),
        ((390, 844), "en", True, "wrong"),
        ((360, 640), "nl", True, "right"),
        ((844, 390), "en", True, "skipped"),
        ((768, 1024), "nl", True, "wrong"),
    ],
)
def test_someone_new_gets_through_the_story(
    size: tuple[int, int], language: str, way: str, *, by_touch: bool
) -> None:
    reader = Reader(size=size, language=language)
    steps = [step.name for step in reader.story.steps]
    assert read(reader, by_touch=by_touch, way=way) == steps


@pytest.mark.parametrize(("size", "zoom"), [((1024, 600), 1.0), ((1280, 720), 2.0)])
def test_the_story_can_be_touched_where_room_is_short(size: tuple[int, int], zoom: float) -> None:
    reader = Reader(size=size)
    reader.app.prefer(zoom=zoom)
    reader.frames(2)
    assert len(read(reader, by_touch=True)) == len(reader.story.steps)


# -- back, skip, forward -----------------------------------------------------------------


def test_the_story_leaves_the_other_scenes_alone() -> None:
    reader = Reader()
    reader.story.go(1)
    reader.app.choose("blocks")
    assert reader.scene.stack.settings["press"] == 60


def test_the_language_changes_in_the_middle_of_a_step() -> None:
    reader = Reader()
    reader.story.go(2)
    reader.frames(2)
    reader.touch()
    reader.key(pygame.K_l)
    assert reader.story.guide.card.text.text == table("en")["story.press_then"]
    assert reader.target == "tap"
    reader.touch()
    assert reader.until(lambda: reader.finished, 60)


def test_an_exercise_that_is_opened_counts_and_the_story_stays() -> None:
    reader = Reader()
    reader.story.go(len(reader.story.steps) - 1)
    reader.frames(2)
    reader.touch()
    scene = reader.story.shown
    assert isinstance(scene, ExercisesScene)
    assert not scene.fills_window
    assert len(scene.session.chosen) == 1
    assert reader.finished


# -- the lesson --------------------------------------------------------------------------


def test_the_three_ways_in() -> None:
    reader = Reader("teach")
    assert reader.story.teaching
    reader.app.home()
    reader.frames(1)
    reader.click(reader.choice("show"))
    assert not reader.story.teaching
    reader.app.home()
    reader.frames(1)
    reader.click(reader.choice("try"))
    assert reader.scene.name == "blocks"
