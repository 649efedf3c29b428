"""Two things done within one picture: every action of a key, then a press anywhere."""

from collections.abc import Iterator
from random import Random

import pygame

from scenes.shell.app import App
from scenes.shell.machine.display import Options
from sim.catalogue import SCENES

NOT = ("quit", "fullscreen", "picture", "clip")  # they end the window, or write files


def pairs(seed: int, share: float = 1.0) -> Iterator[str]:
    """Do them, each in a scene as it was left by the one before; yields what was done."""
    draw = Random(seed)
    app = App({}, Options("nl"))
    for scene in SCENES:
        app.choose(scene)
        app.frame(1 / 60)
        for action in [name for name in app.actions() if name not in NOT]:
            for number in range(len(app.group.stops())):
                if draw.random() > share:
                    continue
                yield _pair(app, scene, action, number)


def _pair(app: App, scene: str, action: str, number: int) -> str:
    """One action, and a press where a control was before it."""
    while app.dialog is not None:
        app.dialog.close()
    app.choose(scene)
    app.frame(1 / 60)
    stops = app.group.stops()
    place = stops[number % len(stops)].rect.center
    found = app.actions().get(action)
    if found is not None:
        found()
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=place, button=1, touch=False))
    app.frame(1 / 60)
    assert app.running
    return f"{scene}: {action}, then {place}"
