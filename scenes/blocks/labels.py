"""What is written over the picture of the stack: what stands for what, forces."""

import math
from collections.abc import Sequence

import numpy as np
import pygame

from scenes.blocks.moment import StackMoment
from scenes.blocks.picture import ASIDE, CLEAR, Stage
from scenes.draw.arrows import badge_size, draw_badge, draw_callout, draw_text
from scenes.draw.hands import upper_hand_leader
from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.forms import LARGE_TEXT
from scenes.text.words import Words
from scenes.widgets.typeset import wrap
from sim.blocks.parameters import HEIGHT, WIDTH
from sim.mechanics.column import Strand
from sim.mechanics.world import X, Y

LEAST_TOLD = 0.1  # mm, the least that is written as a number
BESIDE = 0.122  # m from the axis to the words beside the stack
LEAST_WORDS = 120  # design px that the words beside the stack need
SEEN = 5e-5  # m, below which no block is further aside than another on the screen
FORCE_GAP = 16  # design px from a strip to its pull, and on to what the joint presses with
FORCE_SIZE = 16
ON_ARM = (0.084, 0.034)  # m from the palm to the left of the pill on the forearm
ARROW = 16  # design px from the middle of a press arrow to what lies beside it
HAND = (-0.17, -0.05)  # m from where the finger touches to the lower end of its cuff
PILL = (-0.2, -0.055)  # m from where the finger touches to the left of the pill under it


def draw_callouts(
    surface: pygame.Surface,
    stage: Stage,
    moment: StackMoment,
    strands: Sequence[Strand],
    words: Words,
) -> None:
    """What hands and tape stand for, and how far a block is aside.

    They make way for blocks that fall and for a finger that comes from the right.
    """
    look, camera = stage.look, stage.camera
    left = camera.to_screen((BESIDE, 0.0))[0]
    room = stage.rect.right - left - look.px(12)
    if moment.push < 0 or room < look.control(LEAST_WORDS) or look.bare:
        return
    falling = moment.furthest > ASIDE
    if not falling:
        palm = float(moment.state[-2, Y]) + HEIGHT / 2
        bottom = _draw_meaning(surface, stage, moment, strands, words, left=left, palm=palm)
    elif moment.fallen and moment.furthest > BESIDE:
        return
    else:
        bottom = 0.0
    if moment.since_push is not None:
        block = moment.push_block
        if moment.furthest > SEEN:
            block = int(np.argmax(np.abs(moment.state[:-2, X]))) + 1
        x, y = moment.state[block - 1, :2].tolist()
        dot = camera.to_screen((x + WIDTH / 2, y))
        size = words.quantity(abs(x) * 1000, "mm", 0)
        if not falling:
            least = 1000 * moment.most < LEAST_TOLD / 2
            key, told = ("under", LEAST_TOLD) if least else ("at_most", 1000 * moment.most)
            size = words(f"blocks.{key}", size=words.quantity(told, "mm", 1))
        at = (left, max(bottom + look.px(48), dot[1] + look.px(30)))
        if falling:
            at = (dot[0] + look.px(24), dot[1])
        elif at[1] + look.line_height(20) > camera.to_screen((0.0, 0.0))[1]:
            return  # no room above the lower hand
        beside = dot if not falling else None
        draw_callout(surface, look, at, size, words("blocks.aside"), dot=beside)


def _draw_meaning(
    surface: pygame.Surface,
    stage: Stage,
    moment: StackMoment,
    strands: Sequence[Strand],
    words: Words,
    *,
    left: float,
    palm: float,
) -> float:
    """The hands like the long muscles, the tape like the deep ones; where they end."""
    look, camera = stage.look, stage.camera
    width = stage.rect.right - round(left) - look.px(12)
    dot = upper_hand_leader(camera, palm)
    like = _lines(look, words("blocks.hands_like"), width)
    at = (left, dot[1] + look.px(64))
    brick, teal = look.palette.brick, look.palette.teal
    box = draw_callout(surface, look, at, words("blocks.hands"), like, colour=brick, dot=dot)
    taped = [
        strand
        for strand, tension in zip(strands, moment.tensions, strict=True)
        if not np.isnan(tension)
    ]
    right = [strand for strand in taped if strand.point_below[0] > 0] or taped
    if not right:
        return float(box.bottom)
    strand = right[-2] if len(right) > 2 else right[-1]
    side = math.copysign(WIDTH / 2, strand.point_below[0])
    x, y = moment.state[strand.above - 1, :2].tolist()
    dot = camera.to_screen((x + side, y - HEIGHT / 2))
    at = (left, max(box.bottom + look.px(44), dot[1] + look.px(30)))
    like = _lines(look, words("blocks.strips_like"), width)
    box = draw_callout(surface, look, at, words("blocks.strips"), like, colour=teal, dot=dot)
    return float(box.bottom)


def _lines(look: Look, text: str, width: int) -> str:
    return "\n".join(wrap(text, look.font(20), width))


def draw_forces(
    surface: pygame.Surface,
    stage: Stage,
    moment: StackMoment,
    strands: Sequence[Strand],
    words: Words,
) -> None:
    """What each strip pulls with, beside it, and each joint presses with, further right."""
    look, camera = stage.look, stage.camera
    clip = surface.get_clip()
    surface.set_clip(stage.rect.clip(clip))
    axis = camera.to_screen((0.0, 0.0))[0]
    beside = WIDTH / 2 * camera.pixels_per_metre + look.px(FORCE_GAP)
    # A column as wide as any pull there can be, so that nothing moves as it changes.
    further = beside + look.measure(words.quantity(88.8, "N", 1), FORCE_SIZE, SEMIBOLD)
    further += look.px(FORCE_GAP)
    teal, black = look.palette.teal, look.palette.force
    # Where the rows are closer than the letters are high, some are left out.
    every = math.ceil(look.line_height(FORCE_SIZE) / (HEIGHT * camera.pixels_per_metre))
    joints = len(moment.contacts)

    def write(text: str, x: float, joint: float, *, colour: tuple[int, int, int]) -> None:
        y = camera.to_screen((0.0, HEIGHT * joint))[1]
        at = (axis + x, y)
        draw_text(surface, look, text, at, size=FORCE_SIZE, colour=colour, right=x < 0)

    for strand, tension in zip(strands, moment.tensions, strict=True):
        side = 1 if strand.point_below[0] > 0 else -1
        # The finger's arrow and hand are on the left while it pushes.
        hidden = np.isnan(tension) or strand.above % every or (side < 0 and moment.push > 0)
        if not hidden:
            write(words.quantity(tension, "N", 1), side * beside, strand.above, colour=teal)
    for joint, force in enumerate(moment.contacts, start=1):
        if joint % every == 0:
            write(words.quantity(force, "N", 0), further, joint, colour=black)
    heading = joints + every * 0.9
    if not np.isnan(moment.tensions).all():
        write(words("blocks.force_tape"), beside, heading, colour=teal)
    write(words("blocks.force_press"), further, heading, colour=black)
    surface.set_clip(clip)


def draw_tap_here(
    surface: pygame.Surface, stage: Stage, moment: StackMoment, text: str
) -> pygame.Rect:
    """The pill under the waiting finger; what it covers."""
    look, camera = stage.look, stage.camera
    x, y = stage.touched(moment)
    left, middle = camera.to_screen((x + PILL[0], y + PILL[1]))
    width, height = badge_size(look, text)
    # Large letters: beside the stack and below the finger, wherever there is room.
    left = min(left, camera.to_screen((-WIDTH, 0.0))[0] - width)
    left = max(left, stage.rect.left + look.px(12))
    if look.zoom >= LARGE_TEXT:
        middle = stage.rect.bottom - look.px(16) - height / 2
        wrist, palm = camera.to_screen((x + HAND[0], y + HAND[1]))
        if middle - height / 2 < palm:  # below the sleeve, which is less high
            aside = camera.to_screen((-WIDTH / 2, 0.0))[0] - look.px(CLEAR + ARROW) - width
            left = max(min(left, wrist - width, aside), stage.rect.left + look.px(12))
    return draw_badge(surface, look, (round(left), round(middle) - height // 2), text)


def draw_drag_here(surface: pygame.Surface, stage: Stage, moment: StackMoment, text: str) -> None:
    """The pill on the forearm of the hand that presses: up and down it can be dragged."""
    look, camera = stage.look, stage.camera
    if look.zoom >= LARGE_TEXT:
        return  # the words on top are there
    x, y = camera.to_screen((ON_ARM[0], float(moment.state[-2, Y]) + HEIGHT / 2 + ON_ARM[1]))
    sign = icon("up_down", look.control(20), look.palette.ui_ink)
    width, height = badge_size(look, text, sign)
    x = min(x, stage.rect.right - look.px(12) - width)
    top = max(round(y) - height // 2, stage.rect.top + look.px(8))
    draw_badge(surface, look, (round(x), top), text, sign)
