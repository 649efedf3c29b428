"""A stack that falls in the window."""

import pygame

from tests.scenes.player import Player


def fall(player: Player) -> None:
    """Tap, and wait until the blocks lie."""
    player.key(pygame.K_p)
    assert player.until(lambda: player.scene.stack.fallen)
    player.frames(200)
