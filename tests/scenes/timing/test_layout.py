"""Traces, backs and marks have their places in every window."""

import pytest

from tests.scenes.timing.player import TimingPlayer


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_everything_has_its_place_in_every_window(size: tuple[int, int], zoom: float) -> None:
    player = TimingPlayer(size)
    player.app.prefer(zoom=zoom)
    player.frames(2)
    view = player.timing.view
    lanes, areas = view.touch.lanes, view._areas
    assert lanes is not None
    assert areas is not None
    for card in view.touch.cards:
        assert areas.play.contains(card)
        assert card.bottom <= lanes.plot.top
        assert card.height >= 44
    assert areas.play.contains(lanes.plot)
    assert lanes.plot.bottom + lanes.axis <= areas.play.bottom
    for mark in view.marks:
        assert min(mark.rect.size) >= 44
        assert player.app.surface.get_rect().contains(mark.rect)
