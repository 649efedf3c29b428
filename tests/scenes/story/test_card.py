"""The card stands where there is room."""

import pygame

from scenes.story.card import beside
from tests.scenes.story.player import Reader


def test_the_card_stands_beside_its_target_where_there_is_room() -> None:
    reader = Reader()
    for index, expected in ((0, True), (1, True), (2, True), (4, True)):
        reader.story.go(index)
        reader.frames(2)
        card = reader.story.guide.card
        assert (card in reader.story.guide.widgets()) == expected
        assert (card.tail(reader.app.look) is not None) == (index != 4)
    reader.app.prefer(zoom=2.0)
    reader.frames(2)
    assert reader.story.guide.card not in reader.story.guide.widgets()


def test_a_place_beside_a_target_is_free_or_there_is_none() -> None:
    look = Reader().app.look
    play, target = pygame.Rect(0, 0, 900, 500), pygame.Rect(300, 200, 88, 88)
    place = beside(target, play, [], look, lambda width: 200)
    assert place is not None
    assert place.left > target.right
    wall = pygame.Rect(target.right + 20, 0, 600, 500)
    place = beside(target, play, [wall], look, lambda width: 200)
    assert place is None
    assert beside(target, play, [], look, lambda width: 480) is None
