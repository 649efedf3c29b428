"""Random taps, drags and keys in the story; then it begins anew."""

import random

import pytest

from tests.scenes.restless import let_go, restless
from tests.scenes.story.player import check_picture, Reader


@pytest.mark.parametrize("way", ["show", "teach"])
@pytest.mark.usefixtures("unsaved")
def test_after_anything_the_story_begins_anew(way: str) -> None:
    reader = Reader(way)
    source = random.Random(5)
    for number in restless(reader, source, 1200):
        if number % 100 == 0:
            reader.app.group.cancel()
            reader.app.choose("story")
    let_go(reader)
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
