"""What a restless person does: random mouse and key events."""

import random

import pygame

from scenes.shell.hotkeys import HOTKEYS

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
