"""Both backs are drawn where the model has them, and soon."""

import numpy as np
import pygame
import pytest

from scenes.timing.moment import Back
from scenes.timing.picture import ARM, arm_angle, Backs, STALE
from sim.timing.model import LEAD, WATCHED
from sim.timing.pair import settings_of
from tests.scenes.timing.player import TimingPlayer


def test_the_arm_rises_with_the_movement_and_with_its_reaction() -> None:
    settings = settings_of({})
    angles = [arm_angle(settings, now) for now in np.linspace(-LEAD, WATCHED, 60)]
    assert angles == sorted(angles)
    assert angles[0] == 0 == arm_angle(settings, 0.0)
    assert angles[-1] == pytest.approx(ARM)
    calm = settings_of({"moment": -2})
    assert arm_angle(calm, 0.2) < arm_angle(settings, 0.2) / 2
    assert arm_angle(settings_of({"moment": 0}), 0.4) == 0


def test_no_picture_is_far_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Back] = []
    monkeypatch.setattr(
        "scenes.timing.picture.draw_back", lambda surface, look, rect, back: drawn.append(back)
    )
    player = TimingPlayer()
    rects = (pygame.Rect(0, 0, 9, 9), pygame.Rect(9, 0, 9, 9))
    backs, now = Backs(), 0.0
    for step in (0.0, 0.0016, 0.0016, 0.0016, 0.02, -0.1, 0.001, 0.0, 0.0):
        now += step
        pair = tuple(Back(np.full(6, now), 0, 0, side, None) for side in (0.0, 1.0))
        drawn.clear()
        backs.draw(player.app.surface, player.app.look, rects, (pair[0], pair[1]), now)
        assert len(drawn) == 2
        for side, back in enumerate(drawn):
            assert back.turned == side
            assert 0 <= now - back.bends[0] < STALE
        if not 0 < step < STALE:
            assert any(back.bends[0] == now for back in drawn)
    assert all(back.bends[0] == now for back in drawn)  # both arrive when time stands still
