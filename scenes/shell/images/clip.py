"""The pictures of a clip: the last push once more, slowly, from the recording."""

from collections.abc import Iterator

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.experiment.base import CLIP_SECONDS, Experiment
from scenes.experiment.protocols import ModelT, MomentT
from scenes.experiment.timeline.recording import Recording

CLIP_RATE = 15  # pictures a second
SIZE = (640, 480)
FRAMES = 45


def clip_frames(scene: Experiment[ModelT, MomentT]) -> Iterator[pygame.Surface]:
    """Three seconds of pictures of the last push, or of just now if there was none."""
    look = Look(PROFILES[scene.preferences.profile])
    surface = pygame.Surface(SIZE)
    paint = scene.view.painter(surface.get_rect(), look)
    moments = last_push(scene.playback.recording, scene.clip_seconds)
    for index in range(FRAMES):
        surface.fill(look.palette.play)
        paint(surface, moments[index * (len(moments) - 1) // (FRAMES - 1)])
        yield surface.copy()


def last_push(recording: Recording[MomentT], seconds: float = CLIP_SECONDS) -> list[MomentT]:
    """The moments from the last push on, the newest ones if nothing was pushed."""
    moments = recording.last(20.0)
    pushed = [
        index
        for index, moment in enumerate(moments)
        if moment.since_push is not None and moment.since_push < seconds
    ]
    if not pushed:
        return recording.last(seconds)
    last = [moments[pushed[-1]]]
    for index in reversed(pushed[:-1]):
        if (moments[index].since_push or 0.0) > (last[-1].since_push or 0.0):
            break
        last.append(moments[index])
    return last[::-1]
