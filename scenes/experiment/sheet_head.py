"""The row of the sheet that is always seen: its pages, one button for both with large letters.

Beside it are the time buttons. With large letters the names of the pages stand on a row of
their own, which is there when the sheet is up.
"""

from collections.abc import Callable

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.forms import BUTTON, GAP, ONE_LINE
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.widget import Widget

ICONS = {"controls": "sliders", "chart": "chart"}  # of the pages, where names have no room
LETTERS = 18.8  # design px
SLACK = 12  # design px beside a name


class SheetHead:
    """Buttons for the pages of a sheet; `open` shows a page, `raise_it` the one seen last."""

    def __init__(
        self, words: Words, open_page: Callable[[str], None], raise_it: Callable[[], None]
    ) -> None:
        self._words = words
        self.pages = {
            page: Button(words(f"app.{page}"), on_press=lambda page=page: open_page(page))  # type: ignore[misc]
            for page in ICONS
        }
        self.more = Button(on_press=raise_it)
        self._up = self._folded = False

    def widgets(self) -> list[Widget]:
        """In the order of Tab."""
        if not self._folded:
            return [*self.pages.values()]
        return [self.more, *(self.pages.values() if self._up else ())]

    def row(self, look: Look, *, up: bool) -> int:
        """How high the row of names is that lies below, for large letters, when it is up."""
        return look.control(BUTTON) + look.px(GAP) if up and look.zoom > ONE_LINE else 0

    def place(self, head: pygame.Rect, look: Look, page: str, *, up: bool, wide: int) -> None:
        """Take what is left in a row; where names are below it they are `wide`."""
        self._up, self._folded = up, look.zoom > ONE_LINE
        self._dress(page, up=up)
        high = min(look.control(BUTTON), head.height)
        row = pygame.Rect(head.left, head.centery - high // 2, head.width, high)
        if not self._folded:
            self._place_pages(row, look, up=up)
            return
        self.more.text = self._words("app.fewer" if up else "app.further")
        self.more.icon = "chevron_down" if up else "chevron_up"
        self.more.size, self.more.trailing = LETTERS, True
        self.more.place(
            pygame.Rect(row.topleft, (min(row.width, self.more.width(look)), high)), look
        )
        self._place_pages(pygame.Rect(head.left, head.bottom, wide, high), look, up=up)

    def place_drawer(self, head: pygame.Rect, look: Look, page: str) -> None:
        """The names alone, on all of a row."""
        self._up, self._folded = True, False
        self._dress(page, up=True)
        high = min(look.control(BUTTON), head.height)
        row = pygame.Rect(head.left, head.centery - high // 2, head.width, high)
        self._place_pages(row, look, up=True)

    def _dress(self, page: str, *, up: bool) -> None:
        for name, button in self.pages.items():
            button.kind = "primary" if up and name == page else "plain"
            button.bare = up and name != page
            button.size, button.name = LETTERS, self._words(f"app.{name}")

    def _place_pages(self, row: pygame.Rect, look: Look, *, up: bool) -> None:
        """Side by side, each as wide as its name asks; icons where names do not fit."""
        gap = 0 if up else look.px(6)
        needs = {
            name: look.measure(button.name, LETTERS, SEMIBOLD) + look.px(SLACK)
            for name, button in self.pages.items()
        }
        room = row.width - gap * (len(needs) - 1)
        named = sum(needs.values()) <= room
        left, spare = row.left, (room - sum(needs.values())) // len(needs)
        for name, button in self.pages.items():
            button.text, button.icon = (button.name, "") if named else ("", ICONS[name])
            wide = needs[name] + spare if named else room // len(needs)
            button.place(pygame.Rect(left, row.top, wide, row.height), look)
            left += wide + gap

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """One ground under the names, when one of them is shown."""
        if self._up:
            first, *rest = (button.rect for button in self.pages.values())
            box = first.unionall(rest)
            colours = look.palette
            put_rounded(surface, box, box.height / 2, colours.field, colours.edge, look.line(1.5))
