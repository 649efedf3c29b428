"""What the story's words speak of is in its pictures, alike in all steps, and nothing besides."""

import re

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.experiment.accompanied import Accompanied
from scenes.recovery.scene import RecoveryScene
from scenes.spine.scene import SpineScene
from scenes.story.end import PICTURE
from scenes.timing.scene import TimingScene
from sim.catalogue import LANGUAGES
from tests.scenes.draw.pixels import pixels
from tests.scenes.story.player import Reader, shown_texts

SIZES = [(390, 844), (412, 915), (844, 390), (768, 1024), (1280, 720)]


def at(reader: Reader, name: str) -> None:
    story = reader.story
    story.go([step.name for step in story.steps].index(name))
    reader.frames(2)


def done(reader: Reader, name: str) -> None:
    at(reader, name)
    for _ in reader.story.step.parts:
        reader.touch()
        reader.frames(2)
    assert reader.until(lambda: reader.finished, 60)
    reader.frames(2)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_muscles_have_their_names_in_every_step_or_in_none(
    size: tuple[int, int], language: str
) -> None:
    reader = Reader(size=size, language=language)
    named = []
    for name in ("spine", "long", "deep"):
        at(reader, name)
        scene = reader.story.shown
        assert isinstance(scene, SpineScene)
        named.append(set(scene.view.touch.names))
        for box in scene.view.touch.names.values():
            assert scene.view.touch.rect.contains(box)
    assert named[0] == named[1] == named[2]
    assert named[0]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_vertebra_that_is_to_be_tapped_has_its_name(size: tuple[int, int]) -> None:
    reader = Reader(size=size)
    for name in ("spine", "long", "deep"):
        at(reader, name)
        reader.answer()
        shown = shown_texts(reader)
        assert "L4" in shown  # one that no text of the card speaks of
        assert "L2" in shown


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_which_back_bends_further_needs_no_further_term(
    size: tuple[int, int], language: str
) -> None:
    reader = Reader(size=size, language=language)
    done(reader, "timing")
    scene, words = reader.story.shown, reader.app.words
    assert isinstance(scene, TimingScene)
    assert scene.view.headline.describe() == words("timing_say.right_further")
    # What is measured is named whole, or not at all.
    caption, shown = words("timing.largest").split(), shown_texts(reader)
    assert len({bool(re.search(rf"\b{word}\b", shown)) for word in caption}) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_year_stands_alone(size: tuple[int, int]) -> None:
    reader = Reader(size=size)
    for name in ("recovery", "training"):
        at(reader, name)
        scene = reader.story.shown
        assert isinstance(scene, RecoveryScene)
        assert scene.view.test not in reader.app.group.widgets
        assert scene.view.touch in reader.app.group.widgets


@pytest.mark.parametrize("profile", PROFILES)
def test_what_is_remembered_of_training_is_its_course(profile: str) -> None:
    reader = Reader()
    palette = PROFILES[profile]

    def seen() -> tuple[int, int]:
        """How much of the course is in the upper and in the lower half of its picture."""
        scene = reader.story.shown
        assert isinstance(scene, Accompanied)
        picture = pygame.Surface((140, PICTURE))
        scene.keepsake()(picture, picture.get_rect(), Look(palette))
        teal = np.all(pixels(picture) == palette.teal, axis=2)
        return int(teal[:, : PICTURE // 2].sum()), int(teal[:, PICTURE // 2 :].sum())

    at(reader, "training")
    above, below = seen()
    assert above == 0
    assert below > 100
    done(reader, "training")
    assert min(seen()) > 20


@pytest.mark.parametrize("wide", [120, 300])
def test_what_is_remembered_fills_its_place(wide: int) -> None:
    reader = Reader()
    for name in ("press", "deep", "timing", "training"):
        done(reader, name)
        scene = reader.story.shown
        assert isinstance(scene, Accompanied)
        picture = pygame.Surface((wide, PICTURE))
        ground = reader.app.look.palette.play
        picture.fill(ground)
        scene.keepsake()(picture, picture.get_rect(), reader.app.look)
        drawn = np.any(pixels(picture) != ground, axis=2)
        rows, columns = np.flatnonzero(drawn.any(axis=0)), np.flatnonzero(drawn.any(axis=1))
        assert rows[-1] - rows[0] > 0.8 * PICTURE, name
        assert columns[-1] - columns[0] > 0.6 * wide, name
