"""The pictures of a clip: the last push once more, slowly, from the recording."""

from collections.abc import Iterator

import pygame

from scenes.blocks import BlocksScene
from scenes.blocks_picture import StackPicture, stage_of
from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.recording import Moment
from scenes.words import Words

CLIP_RATE = 15  # pictures a second
SIZE = (640, 480)
SECONDS = 0.6  # of simulated time
FRAMES = 45


def clip_frames(scene: BlocksScene, words: Words) -> Iterator[pygame.Surface]:
    """Three seconds of pictures of the last push, or of just now if there was none."""
    look = Look(PROFILES[scene.preferences.profile])
    surface = pygame.Surface(SIZE)
    picture = StackPicture(scene.stack.settings)
    blocks = int(scene.stack.settings["blocks"])
    stage = stage_of(surface.get_rect(), look.px(24), look, blocks)
    moments = _last_push(scene)
    for index in range(FRAMES):
        surface.fill(look.palette.play)
        moment = moments[index * (len(moments) - 1) // (FRAMES - 1)]
        picture.draw(surface, stage, moment, words)
        yield surface.copy()


def _last_push(scene: BlocksScene) -> list[Moment]:
    """The moments from the last push on, the newest ones if nothing was pushed."""
    moments = scene.playback.recording.last(20.0)
    pushed = [
        index
        for index, moment in enumerate(moments)
        if moment.since_push is not None and moment.since_push < SECONDS
    ]
    if not pushed:
        return scene.playback.recording.last(SECONDS)
    last = [moments[pushed[-1]]]
    for index in reversed(pushed[:-1]):
        if (moments[index].since_push or 0.0) > (last[-1].since_push or 0.0):
            break
        last.append(moments[index])
    return last[::-1]
