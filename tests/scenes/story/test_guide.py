"""The card and the ring of the guide: nothing covers target, hands or words."""

import pygame
import pytest

from scenes.draw.palette import PROFILES
from sim.catalogue import LANGUAGES
from tests.scenes.story.player import check_picture, Reader, SIZES


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("zoom", [1.0, 1.4, 2.0])
def test_nothing_covers_target_hands_or_words(
    size: tuple[int, int], profile: str, zoom: float
) -> None:
    for language in LANGUAGES:
        reader = Reader(size=size, language=language)
        reader.app.prefer(profile=profile, zoom=zoom)
        for index in range(len(reader.story.steps)):
            reader.story.go(index)
            reader.frames(2)
            check_picture(reader)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_nothing_covers_them_while_a_stack_falls(zoom: float) -> None:
    reader = Reader()
    reader.app.prefer(zoom=zoom)
    reader.story.go(1)
    reader.frames(2)
    reader.touch()
    for _ in range(40):
        reader.frames(6)
        check_picture(reader)


@pytest.mark.parametrize("calm", [False, True])
def test_the_ring_stands_still_where_motion_is_unwelcome(*, calm: bool) -> None:
    reader = Reader()
    reader.app.prefer(reduced_motion=calm)
    reader.story.go(1)
    reader.frames(2)
    reader.answer()
    pictures = []
    spot = reader.ring().inflate(40, 40)
    for _ in range(2):
        pictures.append(pygame.image.tobytes(reader.app.surface.subsurface(spot), "RGB"))
        reader.frames(24)
    assert (pictures[0] == pictures[1]) == calm
