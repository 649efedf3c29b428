"""The steps: back, forward, skipped, done, and begun anew."""

import itertools

import pygame
import pytest

from scenes.experiment.base import Experiment
from scenes.story.answer_pictures import PAINTS
from scenes.story.end import SEEN, WAYS
from scenes.story.steps import Step, STEPS, steps_in
from scenes.text.words import table, Words
from sim.catalogue import LANGUAGES, SCENES
from sim.spine.muscles import DEEP, LONG
from tests.scenes.story.player import Reader

PEOPLE = "people"
WORDS_A_MINUTE, AN_ACTION = 160, 2.0  # as somebody reads who is in no hurry; s
OWNER = {**dict.fromkeys(LONG, "long_muscles"), **dict.fromkeys(DEEP, "deep_muscles")}
OWNER |= {"trained": "training"}
"""What a step points at to change a setting, where that has another name."""
MOST_WORDS = 70  # on the card of a step


def test_every_step_has_its_scene_and_its_words() -> None:
    assert steps_in({PEOPLE, *SCENES}) == STEPS
    assert steps_in({"blocks"}) == tuple(step for step in STEPS if step.scene == "blocks")
    questions = [step.question for step in STEPS if step.question]
    assert [question.first for question in questions] == [True] + [False] * (len(questions) - 1)
    for step, language in itertools.product(STEPS, LANGUAGES):
        words = table(language)
        for key in (step.name, *step.does, f"{step.name}_seen"):
            assert words[f"story.{key}"]
        if step.question is not None:
            assert 2 <= len(step.question.answers) <= 3
            assert words[f"story.{step.name}_ask"]
            # What is asked on top of the picture is no further question to read.
            assert words[f"story.{step.name}_asks"] in words[f"story.{step.name}_ask"]
            assert all(words[f"answer.{name}"] for name in step.question.answers)
            assert all(name in PAINTS for name in step.question.answers)
        for note in ("ask", "mistake", "left_out"):
            assert words[f"lesson.{step.name}_{note}"]


def read_of(step: Step, words: Words) -> list[str]:
    """All that has to be read on the card of a step, where something else was expected."""
    does = [words(f"story.{name}") for name in step.does]
    read = [words(f"story.{step.name}"), *does, *[words("story.your_turn")] * len(does)]
    if step.question is not None:
        read += [step.asked(words), max(step.question.backs(words), key=len)]
        read += [words(f"answer.{name}") for name in step.question.answers]
    state = "achieved" if step.achieved else "seen"
    return [*read, words(f"story.{step.name}_seen"), words(f"story.{state}")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_takes_about_five_minutes(language: str) -> None:
    words = Words(language)
    read = [" ".join(read_of(step, words)).split() for step in STEPS]
    end = [words(f"story.end_{name}") for name in (*SEEN, "meaning", "on")]
    end += [words("story.end"), *(words(f"story.way_{way}") for way in WAYS)]
    count = sum(map(len, read)) + len(" ".join(end).split())
    # Answers, what is to be done, and the way on; at last one of the ways from there.
    actions = sum(len(step.parts) + 1 + (step.question is not None) for step in STEPS) + 1
    assert max(map(len, read)) <= MOST_WORDS
    assert 4.7 < count / WORDS_A_MINUTE + actions * AN_ACTION / 60 < 5.3


def test_next_waits_and_skip_never_does() -> None:
    reader = Reader()
    story = reader.story
    for index in range(len(story.steps)):
        assert story.index == index
        assert story.bar.skip.enabled
        assert not story.bar.next.enabled
        reader.click(story.bar.next.rect.center)
        reader.key(pygame.K_n)
        assert story.index == index
        for _ in range(1 if story.step.question is None else 2):
            assert story.index == index
            if index % 2:
                reader.key(pygame.K_o)
            else:
                reader.click(story.bar.skip.rect.center)
    assert story.progress.ended
    assert not story.bar.skip.visible
    reader.click(story.bar.back.rect.center)
    assert story.index == len(story.steps) - 1


def test_back_begins_a_step_anew_and_what_was_done_stays_done() -> None:
    reader = Reader()
    story = reader.story
    story.go(2)
    reader.frames(2)
    reader.touch()
    assert reader.target == "tap"
    reader.touch()
    assert reader.until(lambda: reader.finished, 60)
    reader.click(story.bar.next.rect.center)
    assert story.step.name == "tape"
    reader.key(pygame.K_BACKSPACE)
    assert story.step.name == "press"
    scene = story.shown
    assert isinstance(scene, Experiment)
    assert scene.model.settings["press"] == story.step.settings["press"]
    assert not scene.playback.moment.fallen
    assert reader.finished
    assert story.guide.card.text.text == reader.app.words("story.press_do")
    reader.click(story.bar.back.rect.center)
    assert story.step.name == "stack"


def test_a_step_in_the_list_is_gone_to_at_once() -> None:
    reader = Reader()
    reader.click(reader.story.guide.list.rows[3].rect.center)
    assert reader.story.step is STEPS[3]
    assert reader.story.guide.list.rows[3].current


def test_a_step_is_not_done_by_halves() -> None:
    reader = Reader()
    story = reader.story
    story.go(2)
    reader.frames(2)
    reader.click(story.shown.view.touch.finger.center)  # type: ignore[attr-defined]
    reader.frames(200)
    assert story.shown.playback.moment.fallen  # type: ignore[attr-defined]
    assert not reader.finished
    story.go(3)
    reader.frames(2)
    reader.touch()
    reader.frames(120)
    assert not reader.finished


def test_starting_over_is_the_step_from_its_beginning() -> None:
    reader = Reader()
    reader.story.go(3)
    reader.frames(2)
    reader.touch()
    scene = reader.story.shown
    assert isinstance(scene, Experiment)
    assert scene.model.settings["tape"] == "all"
    reader.key(pygame.K_r, pygame.KMOD_ALT)
    assert reader.story.step is STEPS[3]
    assert scene.model.settings["tape"] == "none"


def test_who_taps_again_and_again_need_not_wait_anew() -> None:
    reader = Reader()
    reader.app.prefer(auto_slow=False)
    reader.story.go(3)
    reader.frames(2)
    reader.touch()
    reader.frames(2)
    spot = reader.ring().center
    for _ in range(3):
        assert not reader.finished
        reader.click(spot)
        reader.frames(25)
    assert reader.finished


def test_no_key_changes_what_a_step_does_not_ask_for() -> None:
    reader = Reader()
    for index, step in enumerate(STEPS):
        reader.story.go(index)
        reader.frames(1)
        scene = reader.story.shown
        if not isinstance(scene, Experiment):
            continue
        before = dict(scene.model.settings)
        for key in (pygame.K_t, pygame.K_PLUS, pygame.K_MINUS, pygame.K_a, pygame.K_b, pygame.K_x):
            reader.key(key)
        changed = {name for name in before if scene.model.settings[name] != before[name]}
        asked = {part.target for part in step.parts}
        assert {OWNER.get(name, name) for name in changed} <= asked, step.name
