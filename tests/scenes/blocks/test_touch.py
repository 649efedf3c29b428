"""The block stack in the hand: blocks, top and tape can be touched."""

import pygame
import pytest

from tests.scenes.player import Player


def test_dragging_a_block_pushes_it_as_hard_as_it_is_dragged() -> None:
    player = Player(tape="all", press=100)
    x, y = player.block(2)
    places = [(x + dx, y) for dx in (0, 20, 60, 100)]
    player.drag(places[:1])  # a tap, to be sure that only the drag counts below
    player.frames(60)
    before = player.scene.stack.world.push_work
    for kind, at in zip((pygame.MOUSEBUTTONDOWN, *[pygame.MOUSEMOTION] * 3), places, strict=True):
        place = (round(at[0]), round(at[1]))
        pygame.event.post(
            pygame.event.Event(kind, pos=place, button=1, rel=(0, 0), buttons=(1, 0, 0))
        )
        player.frames(1)
    stage = player.scene.view.touch.stage
    assert stage is not None
    block, force = player.scene.stack.finger
    assert block == 2
    assert force == pytest.approx(0.1 * 100 / stage.camera.pixels_per_mm, rel=0.02)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(round(x), round(y)), button=1))
    player.frames(1)
    assert player.scene.stack.finger == (0, 0.0)
    assert player.scene.stack.world.push_work > before


def test_dragging_the_hand_presses() -> None:
    player = Player()
    x, y = player.block(5)
    top = (x, y - 80)
    player.drag([top, (x, y - 60), (x, y - 20)])
    assert player.scene.stack.settings["press"] == pytest.approx(120, abs=2)


def test_tape_goes_on_joint_by_joint_and_strip_by_strip() -> None:
    player = Player()
    settings = player.scene.stack
    player.click(player.joint(4, 1))
    assert settings.settings["tape"] == "4"
    player.click(player.joint(4, -1), button=3)
    assert settings.settings["tape"] == "4r"
    player.click(player.joint(2, 1), button=3)
    assert settings.settings["tape"] == "2r,4r"
    player.click(player.joint(4, 1))
    assert settings.settings["tape"] == "2r,4"
    assert player.scene.panel.tape.on


def test_a_long_press_takes_one_strip() -> None:
    player = Player()
    x, y = player.joint(3, -1)
    place = (round(x), round(y))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
    player.frames(40)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
    player.frames(1)
    assert player.scene.stack.settings["tape"] == "3l"
