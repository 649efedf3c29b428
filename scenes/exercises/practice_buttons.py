"""Where the buttons of an open exercise are, and which of them have room for words."""

import math
from collections.abc import Sequence

import pygame

from scenes.draw.look import Look
from scenes.widgets.button import Button

GAP, HIGH = 12, 60  # design px
NEARER = 16  # design px that words may come nearer to the border than a button would like


def place_buttons(buttons: Sequence[Button], column: pygame.Rect, look: Look, *, bare: bool) -> int:
    """Put buttons at the foot of a column, the main one first, and choose their words; their top.

    Two are in a row. Of three the middle one has the words: the first of them stands between
    the two others. `bare` ones show no words, and as many as there is room for are in a row.
    """
    gap, high = look.px(GAP), max(look.px(HIGH), buttons[0].height(look, 0))
    rows = _rows(buttons, column.width, high, gap, bare=bare)
    y = top = column.bottom - len(rows) * high - (len(rows) - 1) * gap
    for row in rows:
        small = 0 if bare or len(row) < 3 else high  # width of the outer ones
        inner = len(row) - 2 if small else len(row)
        wide = (column.width - gap * (len(row) - 1) - 2 * small) // inner
        x = column.left
        for number, button in enumerate(row):
            outer = bool(small) and number in (0, len(row) - 1)
            box = pygame.Rect(x, y, small if outer else wide, high)
            button.text = button.name
            fits = button.width(look) - look.control(NEARER) <= wide
            button.text = button.name if fits and not (outer or bare) else ""
            button.place(box, look)
            x += box.width + gap
        y += high + gap
    return top


def _rows(
    buttons: Sequence[Button], width: int, high: int, gap: int, *, bare: bool
) -> list[list[Button]]:
    if bare:  # each at least as wide as it is high
        count = math.ceil(len(buttons) / max(1, (width + gap) // (high + gap)))
        each = math.ceil(len(buttons) / count)
        return [[*buttons[at : at + each]] for at in range(0, len(buttons), each)]
    first, others = [*buttons[:2]], [*buttons[2:]]
    if len(others) == 3:
        others = [others[1], others[0], others[2]]
    return [first, others]
