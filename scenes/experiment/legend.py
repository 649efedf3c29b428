"""What a picture names and numbers, as a list: for where the picture has no room for that."""

from collections.abc import Sequence
from typing import NamedTuple

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Widget

NAME, KIND = 19, 18  # letters
WIDEST = "8888 N"  # room for that at least, so that a number that changes moves nothing
GAP = 12  # design px between words and number


class Entry(NamedTuple):
    """The name of a colour, what has it, what that is like, and its number now."""

    colour: str
    name: str
    kind: str = ""
    value: str = ""


class Row(Widget):
    """One entry: its name over what it is like, its number at the right."""

    focusable = False

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry

    def describe(self) -> str:
        """Name, kind and number."""
        return " ".join(filter(None, self.entry[1:]))

    def height(self, look: Look, width: int) -> int:
        """All its lines."""
        return sum(look.line_height(size) for _, size, _ in self._lines(look, width))

    def _lines(self, look: Look, width: int) -> list[tuple[str, float, int]]:
        """Lines with their letters and weight; the number has room beside each of them."""
        taken = look.measure(WIDEST, NAME, SEMIBOLD) + look.px(GAP) if self.entry.value else 0
        room = max(width - taken, width // 3)
        name, kind = self.entry.name, self.entry.kind
        found = [(line, NAME, SEMIBOLD) for line in wrap(name, look.font(NAME, SEMIBOLD), room)]
        plain = wrap(kind, look.font(KIND), room) if kind else ()
        return [*found, *((line, KIND, REGULAR) for line in plain)]

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Words and number."""
        colour: Colour = getattr(look.palette, self.entry.colour)
        y = self.rect.top
        if self.entry.value:
            value = look.text(self.entry.value, NAME, look.palette.ink, SEMIBOLD)
            surface.blit(value, (self.rect.right - value.get_width(), y))
        for line, size, weight in self._lines(look, self.rect.width):
            face = look.text(line, size, colour if weight == SEMIBOLD else look.palette.ink, weight)
            surface.blit(face, (self.rect.left, y))
            y += look.line_height(size)


class Legend:
    """Rows of entries, whose numbers follow what is shown; `shown`: whether anybody sees them."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.rows = [Row(entry) for entry in entries]
        self.shown = False

    def tell(self, entries: Sequence[Entry]) -> None:
        """Bring the rows up to entries, which are as many as ever."""
        for row, entry in zip(self.rows, entries, strict=True):
            row.entry = entry
