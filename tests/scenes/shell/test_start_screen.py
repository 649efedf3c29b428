"""The start screen has three ways in."""

import pygame

from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.start_screen import StartScreen


def test_the_start_screen_has_three_ways_in() -> None:
    for index in range(3):
        app = App({}, Options("nl", start=True))
        app.frame(0.0)
        assert isinstance(app.scene, StartScreen)
        for _ in range(index + 1):
            app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
        enter = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
        app.handle(enter)
        app.frame(0.0)
        assert app.scene.name == ("story", "blocks", "story")[index]
        app.home()
        app.frame(0.0)
        assert isinstance(app.scene, StartScreen)
