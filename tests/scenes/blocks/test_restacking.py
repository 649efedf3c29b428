"""Fallen blocks come back before anything else is done with them."""

import numpy as np
import pygame
import pytest

from sim.mechanics.world import X
from tests.scenes.blocks.falls import fall
from tests.scenes.player import Player


def test_blocks_come_back_moving_or_at_once() -> None:
    for calm in (False, True):
        player = Player(push=0.3, press=100)
        player.app.prefer(reduced_motion=calm)
        fall(player)
        player.key(pygame.K_s)
        assert not player.scene.stack.fallen
        shown = np.abs(player.scene.playback.shown.state[:-2, X]).max()
        assert (shown < 1e-6) == calm
        player.frames(60)
        assert np.abs(player.scene.playback.shown.state[:-2, X]).max() < 1e-3


def test_taping_fallen_blocks_stacks_them_first() -> None:
    player = Player(press=100)
    fall(player)
    player.key(pygame.K_t)
    assert not player.scene.stack.fallen
    lengths = player.scene.stack.world.strands.lengths(player.scene.stack.world.state)
    assert lengths == pytest.approx(0.0185, rel=0.01)
    player.frames(60)
    assert player.scene.view.headline.text == player.app.words("blocks_say.stands")
