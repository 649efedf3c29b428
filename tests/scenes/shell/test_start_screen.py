"""The start screen has three ways in."""

import pygame
import pytest

from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.start_screen import StartScreen
from sim.catalogue import LANGUAGES


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


@pytest.mark.parametrize("size", [(360, 640), (390, 844), (640, 360), (844, 390)], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_hand_all_ways_in_are_in_sight_at_once(size: tuple[int, int], language: str) -> None:
    app = App({}, Options(language, size=size, start=True))
    app.frame(0.0)
    screen, window = app.scene, app.surface.get_rect()
    assert isinstance(screen, StartScreen)
    assert not any(area.scrolls for area in (screen.column, screen.aside))
    for shown in (*screen.choices, screen._disclaimer):
        assert window.contains(shown.rect)
    app.prefer(zoom=2.0)
    app.frame(0.0)
    assert window.collidepoint(screen.choices[0].rect.center)
    assert app.header.help.rect.right > 0.9 * size[0]
