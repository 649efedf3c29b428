"""The foot of the story: back, where one is, skip, and next."""

from collections.abc import Callable

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import disc, put_centred
from scenes.text.words import Words
from scenes.widgets.button import Button, share_row
from scenes.widgets.widget import Widget

GAP, HAND_GAP = 12, 8
LETTERS = 19  # design px, in the hand
DOT, NOW, PITCH, CLOSE = 7, 12, 26, 20  # design px


class Dots(Widget):
    """One dot for each step, the current one with its number."""

    focusable = False

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.current = 0

    def width(self, look: Look) -> int:
        """All of them in a row, as close as they may stand."""
        return look.px(CLOSE) * self.count

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Full up to now, rings from there on."""
        colours, pitch = look.palette, min(look.px(PITCH), self.rect.width // self.count)
        for index in range(self.count):
            centre = (self.rect.left + pitch // 2 + index * pitch, self.rect.centery)
            if index == self.current:
                put_centred(surface, disc(look.px(NOW), colours.ui), centre)
                room = round(1.5 * look.px(NOW))
                number = look.fitted(str(index + 1), 16, colours.ui_ink, SEMIBOLD, width=room)
                surface.blit(number, number.get_rect(center=centre))
            else:
                fill = colours.ui if index < self.current else colours.ground
                rim = colours.ui if index < self.current else colours.edge
                put_centred(surface, disc(look.px(DOT), fill, rim, look.line(1.7)), centre)


class StoryBar:
    """Back, dots, skip and next; next waits until the step is done, skip never."""

    def __init__(
        self,
        words: Words,
        count: int,
        *,
        back: Callable[[], None],
        skip: Callable[[], None],
        following: Callable[[], None],
    ) -> None:
        self.back = Button(icon="back", on_press=back, name=words("story.back"))
        self.dots = Dots(count)
        self._skip = words("story.skip")
        self.skip = Button(self._skip, kind="text", on_press=skip)
        self.next = Button(words("story.next"), kind="primary", on_press=following)

    def widgets(self) -> list[Widget]:
        """In the order of Tab: the way on comes first."""
        row: list[Widget] = [self.next, self.skip, self.back, self.dots]
        return [widget for widget in row if widget.visible]

    def show(self, index: int, *, done: bool) -> None:
        """Where one is, and whether one can go on."""
        self.dots.current = index
        self.back.enabled = index > 0
        self.next.enabled = done
        self.next.visible = self.skip.visible = index < self.dots.count

    def place_in_hand(self, rect: pygame.Rect, look: Look) -> None:
        """All three in a row; where their words have no room, icons stand for back and skip."""
        gap, row = look.px(HAND_GAP), (self.back, self.skip, self.next)
        self.dots.visible = False
        texts = {self.back: self.back.name, self.skip: self._skip}
        icons = {self.back: "back", self.skip: "step", self.next: "chevron"}
        for button in row:
            button.stacked, button.size, button.icon = False, LETTERS, icons[button]
            button.trailing = button is self.next
        for worded in ((self.back, self.skip), (self.skip,), ()):
            for button, text in texts.items():
                button.text, button.name = text if button in worded else "", text
            self.skip.icon = "" if self.skip.text else "step"
            widths = [button.least(look) for button in row]
            spare = rect.width - 2 * gap - sum(widths)
            if spare >= 0:
                break
        left = rect.left
        for button, wide in zip(row, widths, strict=True):
            button.place(pygame.Rect(left, rect.top, wide + spare // 3, rect.height), look)
            left += wide + spare // 3 + gap

    def place(self, rect: pygame.Rect, look: Look, *, stacked: bool) -> None:
        """Back left, dots in the middle, skip and next right; large words share the width."""
        gap = look.px(GAP)
        self.skip.name = self._skip
        for button in (self.back, self.skip, self.next):
            button.size, button.trailing = 20, False
        for button, name in ((self.back, "back"), (self.skip, ""), (self.next, "chevron")):
            button.stacked = stacked
            button.icon = name if stacked or button is self.back else ""
        # Where the words of all three have no room, back does with its icon, then skip too.
        if stacked:
            self.dots.visible = False
            for words, skip in ((self.back.name, self._skip), ("", self._skip), ("", "")):
                self.back.text, self.skip.text = words, skip
                self.skip.icon = "" if skip else "step"
                if share_row((self.back, self.skip, self.next), rect, look, gap):
                    break
            return
        for words, skip in ((self.back.name, self._skip), ("", self._skip), ("", "")):
            self.back.text, self.skip.text = words, skip
            self.skip.icon = "" if skip else "step"
            widths = [self.back.width(look), self.skip.width(look), self.next.width(look)]
            if sum(widths) + 2 * gap <= rect.width:
                break
        back, across, wide = widths
        self.next.place(pygame.Rect(rect.right - wide, rect.top, wide, rect.height), look)
        left = self.next.rect.left - gap - across
        self.skip.place(pygame.Rect(left, rect.top, across, rect.height), look)
        self.back.place(pygame.Rect(rect.left, rect.top, back, rect.height), look)
        room = pygame.Rect(self.back.rect.right + gap, rect.top, 0, rect.height)
        room.width = max(0, left - gap - room.left)
        self.dots.visible = self.dots.width(look) <= room.width
        wide = min(room.width, look.px(PITCH) * self.dots.count)
        box = pygame.Rect(0, rect.top, wide, rect.height)
        box.centerx = min(
            max(rect.centerx, room.left + box.width // 2), room.right - box.width // 2
        )
        self.dots.place(box, look)
