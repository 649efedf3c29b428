"""Undo takes back one change at a time."""

import pygame

from tests.scenes.player import Player


def test_undo_takes_back_slider_and_tape_one_drag_at_a_time() -> None:
    player = Player()
    scene = player.scene
    start = dict(scene.stack.settings)
    slider = scene.panel.sliders["press"].rect
    y = slider.bottom - 14
    player.drag([(slider.left + 60, y), (slider.left + 120, y), (slider.left + 200, y)])
    dragged = dict(scene.stack.settings)
    assert dragged["press"] != start["press"]
    player.key(pygame.K_t)
    assert scene.stack.settings["tape"] == "all"
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.stack.settings == dragged
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.stack.settings == start
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.stack.settings == start


def test_undo_of_another_number_of_blocks_stacks_them_again() -> None:
    player = Player(tape="1,6")
    player.scene.change("blocks", 4)
    assert player.scene.stack.settings["tape"] == "1"
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert player.scene.stack.settings["tape"] == "1,6"
    assert len(player.scene.playback.moment.state) == 7


def test_two_drags_of_one_slider_are_taken_back_one_by_one() -> None:
    player = Player()
    slider = player.scene.panel.sliders["press"].rect
    y, found = slider.bottom - 14, []
    for share in (0.3, 0.7):
        x = slider.left + share * slider.width
        player.drag([(x, y), (x + 10, y), (x + 30, y)])
        found.append(player.scene.stack.settings["press"])
    assert found[0] != found[1]
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert player.scene.stack.settings["press"] == found[0]


def test_undo_stacks_what_lies_about_and_no_longer_looks_back() -> None:
    player = Player(press=200.0, tape="all")
    scene = player.scene
    scene.change("tape", "none")
    player.key(pygame.K_p)
    assert player.until(lambda: scene.stack.fallen, 10)
    scene.look_back(0.05)
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.stack.settings["tape"] == "all"
    assert not scene.stack.fallen
    assert scene.playback.before_now == 0
