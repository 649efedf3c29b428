"""Thousands of random taps, drags and keys; then "start over" equals a fresh start."""

import random
from pathlib import Path

import pygame
import pytest

from scenes.blocks.scene import BlocksScene
from scenes.shell import capture
from scenes.shell.hotkeys import HOTKEYS
from sim.blocks.model import BlockStack
from tests.scenes.player import Player

EVENTS = 10_000
AT_ONCE = 5  # events in one frame
KEYS = [
    (key, mod)
    for key, mod in (
        *((hotkey.key, hotkey.modifier) for hotkey in HOTKEYS if hotkey.action != "quit"),
        *((key, 0) for key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_ESCAPE)),
        *((key, 0) for key in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN)),
        *((key, 0) for key in (pygame.K_HOME, pygame.K_END, pygame.K_PAGEUP, pygame.K_PAGEDOWN)),
        (pygame.K_TAB, pygame.KMOD_SHIFT),
    )
    if key != pygame.K_F11
]


def random_event(source: random.Random, size: tuple[int, int]) -> pygame.event.Event:
    """A mouse or key event such as a restless person makes."""
    place = (source.randrange(-20, size[0] + 20), source.randrange(-20, size[1] + 20))
    kind = source.random()
    if kind < 0.35:
        down = source.random() < 0.5
        name = pygame.MOUSEBUTTONDOWN if down else pygame.MOUSEBUTTONUP
        return pygame.event.Event(name, pos=place, button=source.choice([1, 1, 1, 3]), touch=False)
    if kind < 0.75:
        return pygame.event.Event(
            pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(1, 0, 0), touch=False
        )
    if kind < 0.8:
        return pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=source.choice([-1, 1]))
    key, modifier = source.choice(KEYS)
    name = pygame.KEYDOWN if source.random() < 0.7 else pygame.KEYUP
    return pygame.event.Event(name, key=key, mod=modifier, unicode="")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_anything_starting_over_equals_a_fresh_start(
    seed: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    monkeypatch.setattr(capture, "save_clip", lambda frames, path, per_second: None)
    monkeypatch.setattr(capture, "save_picture", lambda surface, path: None)
    player = Player(press=80)
    source = random.Random(seed)
    for _ in range(EVENTS // AT_ONCE):
        for _ in range(AT_ONCE):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
    assert player.app.running
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("blocks")
    player.key(pygame.K_r, pygame.KMOD_ALT)

    scene = player.scene
    fresh = BlockStack({**BlocksScene.start, "press": 80})
    for _ in range(scene.stack.world.steps):
        fresh.step()
    assert scene.stack.snapshot() == fresh.snapshot()
    assert scene.playback.tries == []
    assert scene.playback.before_now == 0
    assert not scene.clock.paused
    assert scene.clock.speed == 1
    assert not scene.extras
    assert not scene.unfolded
    assert len(scene.undo_list) == 0
    for name, slider in scene.panel.sliders.items():
        assert slider.value == scene.stack.settings[name]
    assert not scene.panel.tape.on
