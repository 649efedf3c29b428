"""The panel: its switches, and what it changes is seen at once."""

import pygame

from scenes.widgets.switch import Switch
from sim.blocks.parameters import settings_of
from tests.scenes.player import Player


def test_the_switches_keep_showing_what_is_shown() -> None:
    player = Player()
    player.scene.show_extra("mode", True)
    player.scene.unfold()
    player.key(pygame.K_l)
    switches = [child for child in player.scene.panel.area.children if isinstance(child, Switch)]
    assert [switch.on for switch in switches] == [False, True]


def test_a_slider_shows_in_the_very_next_picture() -> None:
    player = Player()
    slider = player.scene.panel.sliders["press"].rect
    place = (slider.left + 250, slider.bottom - 14)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=place, button=1, touch=False))
    before = player.app.surface.copy()
    player.app.frame(0.0)
    assert player.scene.stack.settings != settings_of({})
    assert before.get_buffer().raw != player.app.surface.get_buffer().raw
    assert player.scene.view.touch.moment is not None
    assert player.scene.view.touch.moment.press == player.scene.stack.settings["press"]
