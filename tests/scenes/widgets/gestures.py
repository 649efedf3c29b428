"""Real pygame events, made by hand: what a mouse, a finger and a keyboard send."""

from collections.abc import Iterable

import pygame

from scenes.widgets.group import Group
from scenes.widgets.widget import Widget

Target = Group | Widget
Position = tuple[int, int]


def down(target: Target, at: Position, button: int = 1, *, touch: bool = False) -> bool:
    event = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button, touch=touch)
    return target.handle(event)


def move(target: Target, at: Position, *, held: bool = True, touch: bool = False) -> bool:
    buttons = (int(held), 0, 0)
    event = pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=buttons, touch=touch)
    return target.handle(event)


def up(target: Target, at: Position, button: int = 1, *, touch: bool = False) -> bool:
    event = pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=button, touch=touch)
    return target.handle(event)


def click(target: Target, at: Position, *, touch: bool = False) -> None:
    down(target, at, touch=touch)
    up(target, at, touch=touch)


def drag(target: Target, points: Iterable[Position]) -> None:
    first, *rest = points
    down(target, first)
    for point in rest:
        move(target, point)
    up(target, rest[-1] if rest else first)


def press(target: Target, key: int, mod: int = 0) -> bool:
    used = target.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
    target.handle(pygame.event.Event(pygame.KEYUP, key=key, mod=mod))
    return used


def wheel(target: Target, y: int) -> bool:
    return target.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=y, flipped=False))
