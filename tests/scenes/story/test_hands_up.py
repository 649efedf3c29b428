"""A question to the class: hands are counted, and stay in sight while the experiment runs."""

import pygame
import pytest

from scenes.blocks.scene import BlocksScene
from scenes.recovery.scene import RecoveryScene
from scenes.spine.scene import SpineScene
from scenes.story.hands_up import Rows
from scenes.widgets.rich_text import RichText
from sim.catalogue import LANGUAGES
from tests.scenes.story.player import CAME, Reader, shown_texts, SIZES, TELLING
from tests.scenes.test_layout import faults, shown


def asking(step: int, size: tuple[int, int] = (1280, 720), language: str = "nl") -> Reader:
    """A lesson that asks what will come of a step, counted from 1."""
    reader = Reader("teach", size, language)
    reader.app.enter("teach")  # on a phone's side that way in is further down
    reader.story.go(step - 1)
    reader.key(pygame.K_v)
    reader.frames(2)
    assert reader.story.lesson.asks
    return reader


def test_hands_are_counted_by_taps_and_by_number_keys() -> None:
    reader = asking(3)
    rows = reader.story.hands.rows
    reader.click(rows[0].rect.center)
    reader.key(pygame.K_1)
    reader.key(pygame.K_3)
    assert [row.count for row in rows] == [2, 0, 1]
    assert reader.story.index == 2
    (answers,) = (one for one in reader.story.lesson.area.children if isinstance(one, Rows))
    less = answers.children[0].children[1]
    reader.click(less.rect.center)
    assert [row.count for row in rows] == [1, 0, 1]
    for _ in range(3):
        reader.click(less.rect.center)
    assert rows[0].count == 0


def test_they_stay_in_sight_and_in_number_while_the_experiment_runs() -> None:
    reader = asking(3)
    for _ in range(21):
        reader.key(pygame.K_2)
    for _ in range(2):
        reader.key(pygame.K_PAGEDOWN)
    story = reader.story
    while story.step.name not in story.done:
        reader.frames(1)
        assert story.lesson.area in reader.app.group.widgets
        assert story.lesson.area.rect.contains(story.hands.rows[1].rect)
        assert not any(row.came for row in story.hands.rows) or story.step.name in story.done
    reader.frames(1)
    answers = story.step.question.answers if story.step.question else ()
    assert [answers[n] for n, row in enumerate(story.hands.rows) if row.came] == [CAME["press"]]
    assert story.hands.rows[1].count == 21
    reader.key(pygame.K_PAGEUP)
    assert not any(row.came for row in story.hands.rows)


def test_a_class_after_another_begins_at_none() -> None:
    reader = asking(3)
    reader.key(pygame.K_1)
    reader.app.home()
    reader.app.enter("teach")
    reader.story.go(2)
    reader.frames(2)
    assert [row.count for row in reader.story.hands.rows] == [0, 0, 0]


def test_numbers_choose_steps_again_when_nothing_is_asked() -> None:
    reader = asking(3)
    reader.key(pygame.K_v)
    reader.key(pygame.K_2)
    assert reader.story.index == 1


def test_a_projector_asks_from_the_start() -> None:
    reader = Reader()
    reader.app.prefer(profile="projector")
    reader.app.enter("teach")
    reader.frames(1)
    assert reader.story.lesson.asks


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [*SIZES, (768, 1024), (844, 390), (390, 844)], ids=str)
def test_all_answers_are_in_sight_at_once(size: tuple[int, int], language: str) -> None:
    reader = asking(1, size, language)
    story = reader.story
    for index, step in enumerate(story.steps):
        story.go(index)
        reader.frames(2)
        assert len(story.hands.rows) == (len(step.question.answers) if step.question else 0)
        for row in story.hands.rows:
            assert story.lesson.area.rect.contains(row.rect), step.name
        texts = [one for one in story.lesson.area.children if isinstance(one, RichText)]
        assert texts[0].text.endswith(reader.app.words(f"story.{step.name}"))


HANDS = [(390, 844), (360, 640), (844, 390), (640, 360)]


@pytest.mark.parametrize("zoom", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", HANDS, ids=str)
def test_in_the_hand_they_stand_above_the_experiment_and_hide_nothing(
    size: tuple[int, int], zoom: float
) -> None:
    reader = asking(3, size)
    reader.app.prefer(zoom=zoom)
    reader.frames(2)
    for _ in range(12):
        reader.key(pygame.K_2)
    for _ in range(2):
        reader.key(pygame.K_PAGEDOWN)
    story, app = reader.story, reader.app
    scene = story.shown
    assert isinstance(scene, BlocksScene)
    while story.step.name not in story.done:
        reader.frames(1)
        assert [row.count for row in story.hands.rows] == [0, 12, 0]
        assert not [*faults(app, shown(app))]
    assert story.lesson.tally in app.group.widgets
    assert scene.panel.primary in app.group.widgets
    assert not scene.view.touch.rect.colliderect(story.lesson.tally.rect)
    assert scene.view.touch.rect.height > size[1] / 6
    reader.frames(1)
    answers = story.step.question.answers if story.step.question else ()
    assert [answers[n] for n, row in enumerate(story.hands.rows) if row.came] == [CAME["press"]]
    reader.key(pygame.K_PAGEDOWN)
    reader.frames(2)
    assert story.step.name == "tape"
    assert story.lesson.tally not in app.group.widgets


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=str)
def test_nothing_on_top_answers_what_the_class_is_asked(size: tuple[int, int]) -> None:
    reader = asking(4, size)
    words, story = reader.app.words, reader.story
    reader.key(pygame.K_1)
    reader.key(pygame.K_PAGEDOWN)
    reader.frames(5)
    top = story.shown.view.headline  # type: ignore[attr-defined]
    assert top.text == words("story.tape_asks")
    assert words("blocks_say.stands") not in reader.app.scene.tells().line
    reader.key(pygame.K_PAGEDOWN)
    assert reader.until(lambda: story.step.name in story.done, 20)
    reader.frames(5)
    assert words("blocks_say.stands") in top.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_picture_answers_what_the_class_is_asked(language: str) -> None:
    reader = asking(1, language=language)
    words, story = reader.app.words, reader.story
    for index, step in enumerate(story.steps):
        story.go(index)
        reader.frames(2)
        if step.question is None:
            continue
        shown = shown_texts(reader)
        for key in TELLING[step.name]:
            assert words(key) not in shown, (step.name, key)
        if isinstance(story.shown, RecoveryScene):
            year = story.shown.view.touch
            week = story.shown.model.settings["week"]
            assert (
                max(max(curve.x) for curve in year.onset.series if curve.colour == "teal") == week
            )
            assert not any(curve.label for curve in year.onset.series)
            reader.key(pygame.K_v)
            assert any(curve.label for curve in year.onset.series)
            reader.key(pygame.K_v)


@pytest.mark.parametrize("step", [5, 6, 7])
def test_the_map_has_no_regions_while_the_class_is_asked(step: int) -> None:
    reader = asking(step)
    scene = reader.story.shown
    assert isinstance(scene, SpineScene)

    def regions() -> int:
        reader.frames(2)
        area = reader.app.surface.subsurface(scene.view.map.rect)
        return pygame.mask.from_threshold(
            area, reader.app.look.palette.amber_tint, (1, 1, 1)
        ).count()

    place = scene.view.map.rect.copy()
    assert regions() == 0
    reader.key(pygame.K_v)
    assert regions() > 0
    assert scene.view.map.rect == place
