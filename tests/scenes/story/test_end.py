"""The end of the story: what was seen, what it does not mean, and three ways on."""

import pygame
import pytest

from scenes.exercises.scene import ExercisesScene
from scenes.exercises.sheet_page import SheetPage
from scenes.story.end import SEEN, WAYS
from tests.scenes.story.player import Reader

SIZES = {"wide": (1280, 720), "stack": (768, 1024), "tall": (390, 844), "low": (844, 390)}


def at_end(size: tuple[int, int] = (1280, 720), language: str = "nl") -> Reader:
    reader = Reader(size=size, language=language)
    reader.story.go(len(reader.story.steps))
    reader.frames(2)
    return reader


def test_only_what_was_seen_is_told() -> None:
    reader = Reader()
    story = reader.story
    story.go([step.name for step in story.steps].index("press"))
    reader.frames(2)
    for _ in story.step.parts:
        reader.touch()
    assert reader.until(lambda: reader.finished, 60)
    story.go(len(story.steps))
    reader.frames(2)
    for name in SEEN:
        told = reader.app.words(f"story.end_{name}") in story.tells().line
        assert told == (name == "press")
    # The picture is of the blocks that fell, and not of those that stand again.
    memory = story.end.memories["press"]
    before = memory.keepsake
    story.go(2)
    reader.frames(2)
    story.go(len(story.steps))
    reader.frames(2)
    assert memory.keepsake is before
    reader.click(story.end.memories["deep"].rect.center)
    assert story.step.name == "deep"


@pytest.mark.parametrize("form", SIZES)
def test_all_of_the_end_can_be_reached(form: str) -> None:
    reader = at_end(SIZES[form])
    window, end = reader.app.surface.get_rect(), reader.story.end
    for button in end.ways.values():
        end.area.reveal(button)
        assert window.contains(button.rect)
        assert min(button.rect.size) >= 44
        assert end.area.rect.contains(button.rect)
    assert not end.area.rect.colliderect(reader.story.bar.back.rect)
    for memory in end.memories.values():
        end.area.reveal(memory)
        assert end.area.rect.contains(memory.rect)


@pytest.mark.parametrize("by_touch", [True, False])
@pytest.mark.parametrize("way", WAYS)
def test_three_ways_lead_on(way: str, *, by_touch: bool) -> None:
    reader = Reader()
    story = reader.story
    story.go(len(story.steps) - 1)
    reader.frames(2)
    reader.touch()
    chosen = story.chosen
    assert len(chosen) == 1
    story.go(len(story.steps))
    reader.frames(2)
    button = story.end.ways[way]
    if by_touch:
        reader.click(button.rect.center)
    else:
        while reader.app.group.focus is not button:
            reader.key(pygame.K_TAB)
        reader.key(pygame.K_RETURN)
    shown = reader.app.scene
    assert shown is not story
    if way == "try":
        assert reader.scene.name == "blocks"
    else:
        assert isinstance(shown, ExercisesScene)
        assert tuple(shown.session.chosen) == chosen
        assert isinstance(shown.page, SheetPage) == (way == "sheet")
