"""Where the parts of the game are: in a phone or tablet upright, and on a phone's side."""

from collections.abc import Sequence
from typing import NamedTuple

import pygame

from scenes.draw.look import Look
from scenes.forms import BUTTON
from scenes.widgets.button import Button, share_row
from scenes.widgets.hold_button import HoldButton

GAP = 12  # design px
HOLD, SIDE = (178, 132), 0.3  # design px of a button that is held; share of the width on a side
STRIP, LEAST_STRIP = 0.33, 90  # share of the height; design px from where it is drawn
BESIDE = 400  # design px from where the strip stands beside the spine
NUMBER = 0.38  # share of the spine's card that its largest bend may take
LEAST_NUMBER = 64  # design px high


class Places(NamedTuple):
    """The buttons that are held, the pictures, and the row of buttons below.

    `room` is that of all pictures, or of these and the buttons, which the tries may take up.
    `free` pixels of the spine's card on the right have the number in them.
    """

    deep: pygame.Rect
    move: pygame.Rect
    foot: pygame.Rect
    room: pygame.Rect
    spine: pygame.Rect
    strip: pygame.Rect
    number: pygame.Rect
    free: int = 0


def upright(box: pygame.Rect, foot_high: int, hold: HoldButton, look: Look) -> Places:
    """Spine and strip above each other, and below them both buttons side by side."""
    gap = look.px(GAP)
    foot = pygame.Rect(box.left, box.bottom - foot_high, box.width, foot_high)
    half = (foot.width - gap) // 2
    high = max(look.px(HOLD[1]), hold.least(look, half))
    deep = pygame.Rect(foot.left, foot.top - gap - high, half, high)
    move = deep.move(foot.width - half, 0)
    top = box.top
    room = pygame.Rect(foot.left, top, foot.width, deep.top - gap - top)
    low = round(room.height * STRIP)
    strip = pygame.Rect(room.left, room.bottom - low, room.width, low)
    if low < look.px(LEAST_STRIP):
        strip.height = 0
    spine = pygame.Rect(room.topleft, (room.width, room.height - strip.height))
    if strip.height:
        spine.height -= gap // 2
    free = round(spine.width * NUMBER)
    number = pygame.Rect(spine.right - free, spine.top, free - gap, spine.height)
    return Places(deep, move, foot, room, spine, strip, number, free)


def sideways(box: pygame.Rect, hold: HoldButton, look: Look) -> Places:
    """Each thumb has its button at an edge; between them the spine, and the strip if it fits."""
    gap = look.px(GAP)
    wide = min(look.control(HOLD[0]), round(SIDE * box.width))
    high = min(max(look.px(HOLD[1]), hold.least(look, wide)), box.height)
    deep = pygame.Rect(box.left, box.bottom - high, wide, high)
    move = deep.move(box.width - wide, 0)
    foot = pygame.Rect(deep.right + gap, 0, move.left - deep.right - 2 * gap, look.control(BUTTON))
    foot.bottom = box.bottom
    room = pygame.Rect(box.topleft, (box.width, foot.top - gap - box.top))
    spine = pygame.Rect(foot.left, room.top, foot.width, room.height)
    strip = pygame.Rect(spine.topright, (0, 0))
    number = pygame.Rect(move.left, box.top, wide, move.top - gap - box.top)
    if foot.width >= look.control(BESIDE):
        spine.width = (foot.width - gap) // 2
        left = spine.right + gap
        strip = pygame.Rect(left, room.top, foot.right - left, room.height)
    if number.height < look.px(LEAST_NUMBER):
        number.size = (0, 0)
    return Places(deep, move, foot, room, spine, strip, number)


def share_foot(buttons: Sequence[Button], foot: pygame.Rect, look: Look) -> None:
    """Share a row; the buttons show their names where all of them have room, else their icons."""
    for button in buttons:
        button.text = button.name
    if not share_row(buttons, foot, look, look.px(GAP)):
        for button in buttons:
            button.text = ""
        share_row(buttons, foot, look, look.px(GAP))
