"""The story gone through by touch alone and by keyboard alone."""

import pygame
import pytest

from scenes.exercises.scene import ExercisesScene
from scenes.shell.spoken import Spoken
from scenes.text.words import table
from sim.catalogue import LANGUAGES
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


# -- spoken ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_question_answer_and_what_came_are_spoken(language: str) -> None:
    reader = Reader(language=language)
    story, words = reader.story, reader.app.words
    spoken = Spoken(reader.app)

    def said() -> str:
        heard = []
        for _ in range(8):
            reader.frames(20)
            heard.append(spoken.news(0.34))
        return "\n".join(heard)

    story.go(1)
    told = said()
    assert words("story.stack_ask") in told
    for number, name in enumerate(("stays", "falls"), start=1):
        assert f"{number}: {words(f'answer.{name}')}." in told
    assert words("story.stack_do") not in told
    reader.key(pygame.K_1)
    told = said()
    assert words("story.stack_do") in told
    assert words("story.stack_seen") not in told
    reader.key(pygame.K_p)
    assert reader.until(lambda: reader.finished, 30)
    told = said()
    assert words("story.stack_seen") in told
    assert words("blocks_say.falls") in told
    assert words("answer.stays") in told
    assert words("answer.falls") in told
    story.go(len(story.steps))
    told = said()
    assert words("story.end") in told
    assert words("story.end_unseen", step=words("story.deep")) in told


def test_answers_have_the_focus_in_their_order() -> None:
    reader = Reader()
    reader.story.go(1)
    reader.frames(2)
    answers = reader.story.guide.card.answers.children
    passed = []
    for _ in range(8):
        reader.key(pygame.K_TAB)
        if reader.app.group.focus in answers:
            passed.append(reader.app.group.focus)
    assert passed == answers
    while reader.app.group.focus is not answers[1]:
        reader.key(pygame.K_TAB)
    reader.key(pygame.K_SPACE)
    assert reader.story.progress.guesses == {"stack": "falls"}
