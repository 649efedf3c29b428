"""What a restless person does: random mouse and key events; and what is left when they go."""

import random
from collections.abc import Iterator

import pygame

from scenes.shell.hotkeys import HOTKEYS
from tests.scenes.player import Player

AT_ONCE = 5  # events in one picture
DRAWN = 3  # every how manieth picture is drawn
PASSING = (0.0, 1 / 60, 1 / 60, 1 / 10)  # s between two pictures

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


def restless(player: Player, source: random.Random, pictures: int) -> Iterator[int]:
    """Do anything for so many pictures, with a pause after each; all the time passes."""
    app = player.app
    for number in range(pictures):
        for _ in range(AT_ONCE):
            pygame.event.post(random_event(source, app.surface.get_size()))
        (app.go_on if number % DRAWN else app.frame)(source.choice(PASSING))
        assert app.running
        yield number


def let_go(player: Player) -> None:
    """Nothing is held any more, and no dialog is open."""
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)


def start_over(player: Player, scene: str) -> None:
    """Back to a scene, in which somebody starts over: nothing is left of what was before."""
    let_go(player)
    player.app.choose(scene)
    player.key(pygame.K_r, pygame.KMOD_ALT)
    experiment = player.app.experiment
    assert experiment.playback.tries == []
    assert experiment.playback.before_now == 0
    assert not experiment.clock.paused
    assert experiment.clock.speed == 1
    assert not experiment.unfolded
    assert len(experiment.undo_list) == 0
    settings, sliders = experiment.model.settings, experiment.panel.sliders
    assert all(sliders[name].value == settings[name] for name in sliders.keys() & settings.keys())
