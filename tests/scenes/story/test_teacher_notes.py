"""The lesson: any step by its number, notes and controls in turns, and all of it fits."""

from pathlib import Path

import pygame
import pytest

from scenes import saving
from scenes.exercises.scene import ExercisesScene
from scenes.experiment.base import Experiment
from scenes.story.teacher_notes import PAGES, STEPS
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


def test_no_page_of_the_lesson_is_empty() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_e)
    for index in range(len(reader.story.steps)):
        reader.story.go(index)
        reader.frames(1)
        placed = reader.story._placed
        assert placed is not None
        inside = [one for one in reader.app.group.widgets if placed[0].panel.contains(one.rect)]
        assert len(inside) > 1, index


def test_the_list_of_exercises_has_the_rest_of_the_panel() -> None:
    """The list ends above its buttons, all below the pages of the lesson, on every page."""
    reader = Reader("teach", (1024, 600))
    reader.story.go(len(reader.story.steps) - 1)
    reader.key(pygame.K_e)
    lesson, scene, placed = reader.story.lesson, reader.story.shown, reader.story._placed
    assert placed is not None
    assert isinstance(scene, ExercisesScene)
    panel = placed[0].panel
    for show in (scene.show_cards, scene.show_sheet, scene.play):
        show()
        reader.frames(2)
        inside = [one for one in reader.app.group.widgets if panel.contains(one.rect)]
        for number, one in enumerate(inside):
            assert not one.rect.collidelistall([other.rect for other in inside[number + 1 :]])
        assert lesson.pages in inside
        assert len(inside) > 1


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


def test_a_projector_shows_no_notes_that_nobody_asked_for_and_remembers_who_did() -> None:
    reader = Reader("teach")
    lesson = reader.story.lesson
    assert lesson.notes
    reader.app.prefer(profile="projector")
    assert lesson.asks
    reader.key(pygame.K_e)
    assert lesson.notes
    assert reader.app.preferences.notes is True
    reader.app.language()
    assert reader.story.lesson.notes
    reader.key(pygame.K_e)
    reader.app.prefer(profile="default")
    assert reader.story.lesson.experiment
    assert reader.app.preferences.notes is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_are_chosen_by_their_names(language: str) -> None:
    reader = Reader("teach", language=language)
    story, words = reader.story, reader.app.words
    story.lesson.pages.choose(STEPS)
    reader.frames(2)
    rows = story.lesson.rows
    assert [row.describe() for row in rows] == [
        f"{number}. {words(f'story.{step.name}')}" for number, step in enumerate(story.steps, 1)
    ]
    reader.click(rows[3].rect.center)
    assert story.step.name == "tape"
    assert story.lesson.rows[3].current


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_lesson_share_no_word_with_those_of_a_panel(language: str) -> None:
    reader = Reader("teach", (1024, 600), language)
    names = {word for name in reader.story.lesson.pages.names for word in name.lower().split()}
    for index in range(1, len(reader.story.steps)):
        reader.story.go(index)
        scene = reader.story.shown
        if isinstance(scene, Experiment):
            others = " ".join(scene.panel.pages.names).lower().split()
            assert not names & {*others}


def test_in_the_hand_notes_lie_over_the_picture_and_are_not_remembered() -> None:
    reader = Reader("teach", (390, 844))
    lesson = reader.story.lesson
    assert lesson.experiment
    reader.click(lesson.button.rect.center)
    assert not lesson.experiment
    lesson.turn()
    assert lesson.notes
    assert reader.app.preferences.notes is None


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(844, 390), (640, 360), (390, 844), (320, 568)], ids=str)
def test_the_switch_of_the_lesson_lies_over_no_words(size: tuple[int, int], zoom: float) -> None:
    reader = Reader("teach", size)
    reader.app.enter("teach")  # on a phone's side that way in is further down
    reader.app.prefer(zoom=zoom)
    for index in range(1, len(reader.story.steps)):
        reader.story.go(index)
        reader.frames(2)
        scene, switch = reader.story.shown, reader.story.lesson.button
        assert switch.visible
        if isinstance(scene, Experiment):
            words = scene.view._line.headline.rect.union(scene.view._line.reason.rect)
            assert not switch.rect.colliderect(words), reader.story.step.name


def test_all_notes_are_saved_for_the_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
    reader = Reader("teach")
    save = reader.story.lesson.area.children[-1]
    reader.story.lesson.area.reveal(save)
    reader.click(save.rect.center)
    (file,) = tmp_path.iterdir()
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_keep_the_room_of_words_beside_the_switch(language: str) -> None:
    reader = Reader("teach", (640, 360), language)
    reader.app.enter("teach")
    reader.key(pygame.K_3)
    reader.frames(1)
    story, header = reader.story, reader.app.header
    words = story.shown._placed[0].words  # type: ignore[attr-defined]
    assert words.width >= 100
    assert not story.lesson.button.rect.colliderect(words)
    assert not story.lesson.button.rect.colliderect(header.info.rect)


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=str)
def test_the_language_leaves_the_page_of_the_lesson_as_it_is(size: tuple[int, int]) -> None:
    reader = Reader("teach", size)
    lesson = reader.story.lesson
    for page in range(len(PAGES)):
        reader.story.lesson.pages.choose(page)
        reader.frames(1)
        reader.key(pygame.K_l)
        assert reader.story.lesson is not lesson
        assert reader.story.lesson.pages.chosen == page
    reader.story.lesson.pages.choose(STEPS)
    reader.app.enter("teach")
    reader.frames(1)
    assert reader.story.lesson.pages.chosen != STEPS
    assert reader.story.lesson.experiment == (size[0] < 500)
