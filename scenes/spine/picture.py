"""The picture of the spine: bones, discs, muscles, finger, push.

Draws one `SpineMoment`, live or from the recording. The joints of the drawing are
the model's pivots, and its strands run between the model's points.
"""

import math
from dataclasses import dataclass

import numpy as np
import pygame

from scenes.draw.arrows import Direction, draw_arrow, force_length, PUSH
from scenes.draw.camera import Camera
from scenes.draw.hands import draw_finger
from scenes.draw.look import Look
from scenes.draw.spine.discs import given_way
from scenes.draw.spine.figure import draw_spine, LUMBAR
from scenes.draw.spine.pose import bent
from scenes.forms import LARGE_TEXT, numbered
from scenes.spine.load import draw_load
from scenes.spine.moment import SpineMoment
from scenes.text.words import Words
from sim.mechanics.column import Array

NAMES = 164  # design px beside it for the names of muscles
LEAST = 0.9  # of the size that it could have, where the names make it smaller
GIVES, GAVE = math.radians(3), math.radians(7)  # bends from where amber begins, and is full
SKIN = -0.098  # m from L5/S1 to the skin of the back, where the finger waits
WAITING = 0.012  # m between the waiting finger and the skin
MODE_SIZE = math.radians(9)  # of the joint that bends most in the shape of giving way


@dataclass(frozen=True)
class Stage:
    """Where the picture is and what it is drawn with."""

    rect: pygame.Rect
    look: Look
    camera: Camera


def stage_of(rect: pygame.Rect, look: Look, least: float = 0.0) -> Stage:
    """A stage that shows the lumbar spine in the middle of what names leave free beside it.

    `least`: pixels that are left to the names in any case.
    """
    centre = pygame.FRect(rect).center
    names = 0 if look.zoom >= LARGE_TEXT else max(least, look.control(NAMES))
    if least and names:
        return Stage(rect, look, LUMBAR.camera(rect.size, centre, names, least))
    camera = LUMBAR.camera(rect.size, centre, names)
    free = pygame.Rect(rect.left, rect.top, max(1, rect.width - names), rect.height)
    beside = LUMBAR.camera(free.size, pygame.FRect(free).center)
    small = beside.pixels_per_metre < LEAST * camera.pixels_per_metre
    return Stage(rect, look, camera if small else beside)


def draw_moment(
    surface: pygame.Surface,
    stage: Stage,
    moment: SpineMoment,
    words: Words,
    *,
    mode: Array | None = None,
) -> pygame.Rect:
    """Draw everything, clipped to the stage; where the finger is.

    `mode` (6,): the joint angles of a shape to show as dashed outlines.
    """
    look = stage.look
    clip = surface.get_clip()
    surface.set_clip(stage.rect.clip(clip))
    ghost = None
    if mode is not None:
        ghost = bent(mode, times=MODE_SIZE / float(np.abs(mode).max()))
    draw_spine(
        surface,
        stage.camera,
        look,
        moment.pose,
        moment.strands,
        transversus=float(moment.settings["transversus"]),
        giving_way=given_way(moment.bends, GIVES, GAVE),
        labels=True,
        ghost=ghost,
    )
    load = float(moment.settings["hand_load"])
    if load:
        draw_load(surface, stage.camera, look, moment.pose, load=load, words=words)
    finger = _draw_finger(surface, stage, moment, words)
    surface.set_clip(clip)
    return finger


def _draw_finger(
    surface: pygame.Surface, stage: Stage, moment: SpineMoment, words: Words
) -> pygame.Rect:
    """The finger behind the back, and the push as an arrow on the vertebra itself."""
    look, camera = stage.look, stage.camera
    x, y = moment.state[moment.push_segment - 1, :2].tolist()
    tip = SKIN + x if moment.push > 0 else SKIN - WAITING
    finger = draw_finger(surface, camera, look, (tip, y))
    if moment.push:
        way = 1 if moment.push > 0 else -1
        text = words.quantity(abs(moment.push), "N") if numbered(look) else ""
        at = camera.to_screen((x - way * 0.021, y))
        direction: Direction = "right" if way > 0 else "left"
        length = force_length(moment.push)
        draw_arrow(surface, look, at, direction, length, text=text, form=PUSH)
    return finger
