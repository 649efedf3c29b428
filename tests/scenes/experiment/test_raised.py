"""All settings of a tablet upright: more of the panel, and a picture that is never covered."""

from typing import Any

import pygame
import pytest

from scenes.experiment.base import Experiment
from tests.scenes.player import Player


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("scene", ["blocks", "spine", "timing", "corset"])
def test_all_settings_take_the_lower_half(scene: str, zoom: float) -> None:
    player = Player((768, 1024), scene=scene)
    player.app.prefer(zoom=zoom)
    tab = player.app.tab
    assert isinstance(tab, Experiment)
    player.frames(1)
    before = parts(tab)
    for unfolded in (True, False):
        tab.unfold()
        player.frames(1)
        panel, play, time = parts(tab)
        assert not play.colliderect(panel)
        assert not time.colliderect(panel)
        assert not time.colliderect(play)
        if unfolded:
            assert panel.height > before[0].height or zoom > 1.5
            assert panel.top == pytest.approx(512, abs=20) or zoom > 1.0
            assert play.height >= 200
        else:
            assert (panel, play, time) == before


def parts(tab: Experiment[Any, Any]) -> tuple[pygame.Rect, ...]:
    areas = tab.view._areas
    assert areas is not None
    return areas.panel.copy(), areas.play.copy(), areas.time.copy()
