"""Traces, backs and marks have their places in every window."""

import pytest

from tests.harness.drawn_text import written
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
        assert not card.colliderect(lanes.plot)
        assert card.height >= 44
    assert areas.play.contains(lanes.plot)
    assert lanes.plot.bottom + lanes.axis <= areas.play.bottom
    for mark in view.marks:
        assert min(mark.rect.size) >= 44
        assert player.app.surface.get_rect().contains(mark.rect)


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_backs_are_large_and_keep_their_size_whatever_is_said(
    size: tuple[int, int], language: str
) -> None:
    player = TimingPlayer(size, language, onset=0.2)
    view, scene = player.timing.view, player.timing
    scene.tap()
    assert player.until(player.over)
    said, cards = view.says(), view.touch.cards
    assert view._areas is not None
    assert cards[0].height > 0.26 * view._areas.play.height
    scene.again()
    player.frames(2)
    assert view.says() != said
    assert view.touch.cards == cards


@pytest.mark.parametrize("size", [(640, 360), (360, 640), (768, 1024), (1024, 600)], ids=str)
@pytest.mark.parametrize("profile", ["default", "projector"])
@pytest.mark.parametrize("zoom", [1.3, 2.0])
def test_backs_are_named_and_high_enough_to_be_seen(
    size: tuple[int, int], profile: str, zoom: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = TimingPlayer(size)
    player.app.prefer(zoom=zoom, profile=profile)
    player.frames(2)
    view = player.timing.view
    lines = written(player.app, monkeypatch)
    for card, side in zip(view.touch.cards, ("left", "right"), strict=True):
        assert card.height >= 60
        named = [line for line in lines if line.text == player.app.words(f"timing.{side}")]
        assert any(card.contains(line.letters) for line in named)
