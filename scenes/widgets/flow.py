"""Controls beside each other, in as many rows as they need."""

from collections.abc import Iterator

import pygame

from scenes.draw.look import Look
from scenes.widgets.button import Button
from scenes.widgets.segments import Segments
from scenes.widgets.several import Several
from scenes.widgets.widget import Widget

GAP = 8  # design px


class Flow(Several[Segments | Button]):
    """Each as wide as it needs and an equal part of what its row leaves.

    A button has its name where there is room for it, else its icon alone.
    """

    def _rows(self, look: Look, width: int) -> Iterator[list[tuple[Segments | Button, int]]]:
        """The controls of each row, with the width of each."""
        gap = look.px(GAP)
        row: list[tuple[Segments | Button, int]] = []
        for child in self.children:
            need = min(width, child.least(look))
            if row and sum(wide + gap for _, wide in row) + need > width:
                yield self._spread(row, width, gap)
                row = []
            row.append((child, need))
        yield self._spread(row, width, gap)

    @staticmethod
    def _spread(
        row: list[tuple[Segments | Button, int]], width: int, gap: int
    ) -> list[tuple[Segments | Button, int]]:
        spare = (width - sum(wide for _, wide in row) - gap * (len(row) - 1)) // len(row)
        return [(child, wide + spare) for child, wide in row]

    def height(self, look: Look, width: int) -> int:
        """That of all rows."""
        rows = [max(one.height(look, wide) for one, wide in row) for row in self._rows(look, width)]
        return sum(rows) + look.px(GAP) * (len(rows) - 1)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay the controls out."""
        super().place(rect, look)
        gap, top = look.px(GAP), rect.top
        for row in self._rows(look, rect.width):
            left, high = rect.left, max(one.height(look, wide) for one, wide in row)
            for child, wide in row:
                if isinstance(child, Button):
                    child.text = child.name
                    child.text = child.name if child.width(look) <= wide else ""
                child.place(pygame.Rect(left, top, wide, high), look)
                left += wide + gap
            top += high + gap

    def reveal(self, child: Widget) -> None:
        """The row, where it lies in something that scrolls."""
        if self.parent is not None:
            self.parent.reveal(child)
