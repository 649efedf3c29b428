"""What stands on the card of a back keeps clear of the person on it."""

import pygame
import pytest

from scenes.timing import card
from tests.harness.drawn_text import written
from tests.scenes.timing.player import TimingPlayer


@pytest.mark.parametrize("size", [(844, 390), (667, 375), (640, 360), (390, 844), (1024, 600)])
def test_no_note_runs_into_the_person(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    player = TimingPlayer(size, "en")
    people: list[pygame.Rect] = []

    def noted(surface: object, look: object, box: pygame.Rect, angle: float) -> None:
        people.append(box.copy())

    monkeypatch.setattr(card, "draw_raising", noted)
    for zoom in (1.0, 1.2, 1.4, 1.45):
        player.app.prefer(zoom=zoom)
        player.frames(1)
        people.clear()
        lines = [line for line in written(player.app, monkeypatch) if "magnified" in line.text]
        for person in people:
            assert not any(line.letters.colliderect(person) for line in lines), zoom


@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1.5), ((390, 844), 1.5), ((390, 844), 2)])
def test_large_letters_leave_the_name_of_a_back_beside_its_number(
    size: tuple[int, int], zoom: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = TimingPlayer(size, "en")
    player.app.prefer(zoom=zoom)
    player.timing.tap()
    player.frames(9)
    texts = [line.text for line in written(player.app, monkeypatch)]
    for side in ("left", "right"):
        assert player.app.words(f"timing.{side}") in texts
    assert sum("°" in text for text in texts) >= 2
