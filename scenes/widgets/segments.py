"""Tabs in one box of equal parts, in as many rows as their names need: none is cut or shrunk."""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.widgets.tabs import HEIGHT, LEAST, TabBar

LETTER = "A"


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

    def _need(self, look: Look) -> int:
        """Of the longest name."""
        return max(look.measure(name, self.size, SEMIBOLD) for name in self.names) + look.px(LEAST)

    def least(self, look: Look) -> int:
        """The width with all names in a row."""
        return max(self._need(look), look.control(HEIGHT)) * len(self.names)

    def _columns(self, look: Look, width: int) -> int:
        """How many names stand beside each other, the same number in each row."""
        count = len(self.names)
        need = self._need(look)
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


class Sizes(Segments):
    """Sizes of letters, each shown as a letter of about that size; its name is what is said."""

    _shown = (16.0, 21.0, 26.0)

    def _need(self, look: Look) -> int:
        return look.measure(LETTER, max(self._shown), SEMIBOLD) + look.px(LEAST)

    def _face(self, look: Look, index: int, ink: Colour, weight: int, room: int) -> pygame.Surface:
        return look.text(LETTER, self._shown[index], ink, weight)
