"""The picture of the stack: forces, the shape of falling, and fallen blocks in view."""

import numpy as np

from sim.mechanics.world import X
from tests.scenes.blocks.falls import fall
from tests.scenes.player import Player


def test_forces_and_the_shape_of_falling_change_the_picture() -> None:
    player = Player(tape="1,2,3,5,6", press=100)
    stage = player.scene.view.touch.rect
    player.scene.clock.paused = True
    pictures = []
    for extra in ("", "forces", "mode"):
        player.scene.show_extra("forces", extra == "forces")
        player.scene.show_extra("mode", extra == "mode")
        player.frames(1)
        pictures.append(player.app.surface.subsurface(stage).copy().get_buffer().raw)
    assert len(set(pictures)) == 3


def test_fallen_blocks_stay_in_view() -> None:
    player = Player(press=300, push=50)
    fall(player)
    player.scene.skip(2400)
    assert np.abs(player.scene.playback.moment.state[:-2, X]).max() < 0.29
