"""Every preset of the spine does what it says, and waits for the tap."""

import pygame
import pytest

from scenes.experiment.preset import load_preset, preset_names
from sim.spine.model import LumbarSpine
from sim.spine.verdict import leaning, verdict_of
from tests.scenes.spine.player import SpinePlayer


@pytest.mark.parametrize("preset", preset_names("spine"))
def test_a_spine_waits_for_the_tap_and_then_moves(preset: str) -> None:
    player = SpinePlayer()
    scene = player.spine
    scene.load(load_preset(preset))
    player.frames(20 * 60)
    assert scene.playback.moment.since_push is None
    assert scene.playback.moment.furthest < 1e-9
    player.key(pygame.K_p)
    player.frames(30)
    assert scene.playback.moment.furthest > 1e-5
    if scene.model.fallen:
        player.key(pygame.K_s)
        player.frames(5 * 60)
        assert not scene.model.fallen


def test_an_example_after_looking_back_can_be_tapped_at_once() -> None:
    player = SpinePlayer(long_muscles=0.5)
    player.key(pygame.K_p)
    player.frames(30)
    player.spine.look_back(0.1)
    player.spine.load(load_preset("long_full"))
    player.key(pygame.K_p)
    player.frames(30)
    assert player.spine.playback.moment.furthest > 1e-3


STANDS = {"both", "lifting_with_both", "lumbar_loaded", "lumbar_reflexes"}


@pytest.mark.parametrize("name", preset_names("spine"))
def test_every_example_does_what_it_says(name: str) -> None:
    settings = load_preset(name)
    spine = LumbarSpine(settings)
    spine.push()
    for _ in range(5 * 1200):
        spine.step()
    assert spine.fallen == (name not in STANDS)
    assert verdict_of(settings).stable == (name in STANDS)
    if name in ("bare_column", "long_little", "deep_only"):
        assert leaning(spine.rotations) > 0.9
    elif name not in STANDS:
        assert leaning(spine.rotations) < 0.5


def test_pulling_harder_lets_it_give_way_sooner() -> None:
    times = []
    for name in ("long_half", "long_full"):
        spine = LumbarSpine(load_preset(name))
        spine.push()
        while spine.fell_at is None:
            spine.step()
        times.append(spine.fell_at)
    assert times[1] < times[0]
