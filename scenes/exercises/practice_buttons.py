"""Where the buttons of an open exercise are, and which of them have room for words."""

from collections.abc import Sequence

import pygame

from scenes.draw.look import Look
from scenes.widgets.button import Button, share_row

GAP, HIGH = 12, 60  # design px
NEARER = 16  # design px that words may come nearer to the border than a button would like


def place_buttons(
    buttons: Sequence[Button], column: pygame.Rect, look: Look, *, one_row: bool
) -> int:
    """Put buttons at the foot of a column, the main one first, and choose their words; their top.

    Two are in a row. Of three the middle one has the words: the first of them stands between
    the two others. In `one_row` all have words, or the main one has what the others leave.
    """
    gap, high = look.px(GAP), max(look.px(HIGH), buttons[0].height(look, 0))
    if one_row:
        foot = pygame.Rect(column.left, column.bottom - high, column.width, high)
        return _place_row(buttons, foot, look, gap)
    rows = _rows(buttons)
    y = top = column.bottom - len(rows) * high - (len(rows) - 1) * gap
    for row in rows:
        small = 0 if len(row) < 3 else high  # width of the outer ones
        inner = len(row) - 2 if small else len(row)
        wide = (column.width - gap * (len(row) - 1) - 2 * small) // inner
        x = column.left
        for number, button in enumerate(row):
            outer = bool(small) and number in (0, len(row) - 1)
            box = pygame.Rect(x, y, small if outer else wide, high)
            button.text = button.name
            fits = button.width(look) - look.control(NEARER) <= wide
            button.text = button.name if fits and not outer else ""
            button.place(box, look)
            x += box.width + gap
        y += high + gap
    return top


def _place_row(buttons: Sequence[Button], row: pygame.Rect, look: Look, gap: int) -> int:
    for button in buttons:
        button.text = button.name
    if share_row(buttons, row, look, gap):
        return row.top
    side = min(row.height, (row.width - gap * (len(buttons) - 1)) // len(buttons))
    left = row.left
    for number, button in enumerate(buttons):
        wide = side if number else row.width - (side + gap) * (len(buttons) - 1)
        button.text = "" if number else button.name
        button.place(pygame.Rect(left, row.top, wide, row.height), look)
        left += wide + gap
    return row.top


def _rows(buttons: Sequence[Button]) -> list[list[Button]]:
    first, others = [*buttons[:2]], [*buttons[2:]]
    if len(others) == 3:
        others = [others[1], others[0], others[2]]
    return [first, others]
