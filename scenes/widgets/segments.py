"""Tabs in one box of equal parts, in as many rows as their names need: none is cut or shrunk."""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.widgets.tabs import LEAST, TabBar


class Segments(TabBar):
    """Like `TabBar`, always `segmented`; Left and Right go through the rows one after another."""

    def __init__(
        self,
        names: Sequence[str],
        chosen: int = 0,
        *,
        on_choose: Callable[[int], None] = lambda index: None,
        name: str = "",
    ) -> None:
        super().__init__(names, chosen, on_choose=on_choose, segmented=True, name=name)

    def _columns(self, look: Look, width: int) -> int:
        """How many names stand beside each other, the same number in each row."""
        count = len(self.names)
        need = max(look.measure(name, self.size, SEMIBOLD) for name in self.names) + look.px(LEAST)
        whole = (columns for columns in range(count, 1, -1) if count % columns == 0)
        return next((columns for columns in whole if columns * need <= width), 1)

    def height(self, look: Look, width: int) -> int:
        """That of its rows."""
        return super().height(look, width) * (len(self.names) // self._columns(look, width))

    def _parts(self, full: pygame.Rect, look: Look) -> list[pygame.Rect]:
        columns = self._columns(look, full.width)
        rows = len(self.names) // columns
        found = []
        for index in range(len(self.names)):
            row, column = divmod(index, columns)
            left, right = (full.width * edge // columns for edge in (column, column + 1))
            top, bottom = (full.height * edge // rows for edge in (row, row + 1))
            found.append(pygame.Rect(full.left + left, full.top + top, right - left, bottom - top))
        return found
