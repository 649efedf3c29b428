"""Whose arm goes up is seen beside the back that tests itself."""

import numpy as np
import pygame
import pytest

from tests.harness.drawn_text import written
from tests.scenes.draw.pixels import pixels
from tests.scenes.recovery.player import RecoveryPlayer


def skin(player: RecoveryPlayer, part: pygame.Rect) -> list[int]:
    """In which columns of a part of the window there is somebody's skin."""
    found = pixels(player.app.surface.subsurface(part)).astype(int) - player.app.look.palette.skin
    return np.flatnonzero((np.abs(found).max(axis=2) < 8).any(axis=1)).tolist()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_person_raises_the_arm_behind_the_back(size: tuple[int, int]) -> None:
    player = RecoveryPlayer(size, week=20)
    player.tested()
    card, scene = player.year.view.test, player.year
    left = card.picture.copy()
    left.width = card.picture.width // 4
    hangs = skin(player, left)
    scene.tap()
    assert player.until(lambda: (scene.playback.moment.since_push or 0.0) > 0.3)
    raised = skin(player, left)
    assert min(raised) == min(hangs)  # the head
    assert max(raised) > max(hangs) + player.app.look.px(10)  # the hand


def test_a_low_picture_is_left_to_the_spine(monkeypatch: pytest.MonkeyPatch) -> None:
    player = RecoveryPlayer((1024, 600), week=20)
    player.tested()
    picture = player.year.view.test.picture
    plates = [line.box for line in written(player.app, monkeypatch) if picture.contains(line.box)]
    covered = sum(box.width * box.height for box in plates)
    assert len(plates) == 2
    assert covered < 0.07 * picture.width * picture.height
    assert skin(player, pygame.Rect(picture.topleft, (picture.width // 3, picture.height))) == []
