"""Random taps, drags and keys in the story; then it begins anew."""

import random

import pygame
import pytest

from tests.scenes.restless import random_event
from tests.scenes.story.player import check_picture, Reader


@pytest.mark.parametrize("way", ["show", "teach"])
@pytest.mark.usefixtures("unsaved")
def test_after_anything_the_story_begins_anew(way: str) -> None:
    reader = Reader(way)
    source = random.Random(5)
    for number in range(1200):
        for _ in range(5):
            pygame.event.post(random_event(source, reader.app.surface.get_size()))
        reader.app.frame(source.choice([0.0, 1 / 60, 1 / 10]))
        if number % 100 == 0:
            reader.app.group.cancel()
            reader.app.choose("story")
    reader.app.group.cancel()
    while reader.app.group.modal is not None:
        reader.key(pygame.K_ESCAPE)
    reader.app.home()
    reader.frames(1)
    reader.app.start_screen.choices[0].activate()
    reader.frames(1)
    assert reader.story.index == 0
    assert reader.story.done == set()
    reader.app.prefer(zoom=1.0)
    reader.story.go(1)
    reader.frames(2)
    check_picture(reader)
