"""The names of pages along the edge of a picture, with a line under the one that is shown.

A swipe along it turns the page. Parts are equal as long as all names fit so; where not even
unequal ones do, it folds as tabs do.
"""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import LEFT

LETTERS, ASIDE, LINE = 18, 6, 4  # design px
SWIPE = 40  # pixels along it that turn a page


class PageStrip(TabBar):
    """Tabs on the bare ground; `keeps_drag`, because a drag along it is a swipe."""

    keeps_drag = True

    def __init__(self, names: Sequence[str], *, on_choose: Callable[[int], None]) -> None:
        super().__init__(names, on_choose=on_choose)
        self.size = LETTERS
        self._from: int | None = None

    def _wide(self, look: Look, name: str) -> int:
        return look.measure(name, self.size, SEMIBOLD) + 2 * look.px(ASIDE)

    def width(self, look: Look) -> int:
        """The names, with no more between them than they need."""
        return sum(self._wide(look, name) for name in self.names)

    def _parts(self, full: pygame.Rect, look: Look) -> list[pygame.Rect]:
        needs = [self._wide(look, name) for name in self.names]
        equal = full.width // len(needs)
        if max(needs) > equal:
            spare = (full.width - sum(needs)) // len(needs)
            widths = [need + spare for need in needs]
        else:
            widths = [equal] * len(needs)
        lefts = [full.left + sum(widths[:index]) for index in range(len(widths))]
        return [
            pygame.Rect(left, full.top, wide, full.height)
            for left, wide in zip(lefts, widths, strict=True)
        ]

    def handle(self, event: pygame.event.Event) -> bool:
        """A swipe turns the page; else as tabs do."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == LEFT:
            self._from = event.pos[0]
        elif event.type == pygame.MOUSEBUTTONUP and self._from is not None:
            moved, self._from = event.pos[0] - self._from, None
            if abs(moved) >= SWIPE and not self.popup:
                self.cancel()
                there = self.chosen + (1 if moved < 0 else -1)
                self.choose(min(max(there, 0), len(self.names) - 1))
                return True
        return super().handle(event)

    def _draw_tab(self, surface: pygame.Surface, look: Look, index: int) -> None:
        colours, box, chosen = look.palette, self.boxes[index], index == self.chosen
        if self.pressed and self._down == index:
            put_rounded(surface, box, look.px(ASIDE), colours.track)
        ink, weight = (colours.ink, SEMIBOLD) if chosen else (colours.muted, REGULAR)
        words = look.text(self.names[index], self.size, ink, weight)
        self._letters(surface, words, box)
        if chosen:
            line = pygame.Rect(0, 0, words.get_width() + look.px(2 * ASIDE), look.px(LINE))
            line.midbottom = (box.centerx, box.bottom - look.px(2))
            put_rounded(surface, line, line.height / 2, colours.ui)
