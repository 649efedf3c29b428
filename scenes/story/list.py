"""The steps as rows to tap."""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.panels import disc, focus_ring, put_centred, put_rounded
from scenes.story.progress import Progress
from scenes.story.steps import Step
from scenes.text.words import Words
from scenes.widgets.scroll import BAR, PAD, ScrollArea
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Pressable

ROW, DISC = 46, 15  # design px
LEFT, RIGHT = 54, 10  # design px beside a title
GAP = 6  # design px between rows: above and below those in sight nothing of others shows
LEAST_ROWS = 2  # with less there is no list: the dots in the foot tell where one is


class StepRow(Pressable):
    """One step: its number, or a tick once it is done, and its title."""

    def __init__(self, number: str, title: str, choose: Callable[[], None]) -> None:
        super().__init__()
        self._number, self._title = number, title
        self._choose = choose
        self.current = False
        self.done = False

    def activate(self) -> None:
        """Go to this step."""
        self._choose()

    def describe(self) -> str:
        """Number and title."""
        return f"{self._number}. {self._title}"

    def height(self, look: Look, width: int) -> int:
        """As many lines as its title needs, to be touched."""
        lines = len(self._lines(look, width))
        words = lines * look.line_height(20) + look.px(12)
        return max(look.control(max(ROW, look.finger)), words)

    def _lines(self, look: Look, width: int) -> tuple[str, ...]:
        # Broken as the bold form is, so that a row keeps its height when it is the current one.
        room = width - look.control(LEFT) - look.px(RIGHT)
        return wrap(self._title, look.font(20, SEMIBOLD), max(1, room))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Box where it is the current one, disc, title."""
        colours, box = look.palette, self.rect
        fill = colours.track if self.pressed else colours.field if self.hovered else None
        border = None
        if self.current:
            fill, border = colours.on, colours.ui
        if fill is not None:
            put_rounded(surface, box, look.px(14), fill, border, look.line(3))
        centre = (box.left + look.control(28), box.centery)
        radius = look.control(DISC)
        full = self.done or self.current
        ground = colours.ui if full else colours.panel
        put_centred(surface, disc(radius, ground, colours.ui, look.line(2)), centre)
        if self.done and not self.current:
            put_centred(surface, icon("check", look.control(18), colours.ui_ink), centre)
        else:
            ink = colours.ui_ink if full else colours.ink
            room = round(1.5 * radius)
            number = look.fitted(self._number, 18, ink, SEMIBOLD, width=room)
            surface.blit(number, number.get_rect(center=centre))
        weight = SEMIBOLD if self.current else REGULAR
        lines, pitch = self._lines(look, box.width), look.line_height(20)
        y = box.centery - len(lines) * pitch // 2
        for line in lines:
            title = look.text(line, 20, colours.ink, weight)
            surface.blit(title, (box.left + look.control(LEFT), y))
            y += pitch
        if self.ring:
            focus_ring(surface, box, look.px(14), look)


def rows_of(words: Words, steps: Sequence[Step], go: Callable[[int], None]) -> list[StepRow]:
    """A row for each step."""
    return [
        StepRow(
            words.number(index + 1),
            words(f"story.{step.name}"),
            lambda index=index: go(index),  # type: ignore[misc]
        )
        for index, step in enumerate(steps)
    ]


def mark(rows: Sequence[StepRow], progress: Progress) -> None:
    """Which step is shown, and which have been done."""
    for index, (row, step) in enumerate(zip(rows, progress.steps, strict=True)):
        row.current, row.done = index == progress.index, step.name in progress.done


class StepList:
    """All rows, as many of them whole as there is room for; the present step is one of them."""

    def __init__(self, words: Words, steps: Sequence[Step], go: Callable[[int], None]) -> None:
        self.rows = rows_of(words, steps, go)
        self.area = ScrollArea(self.rows, gap=GAP)

    def _heights(self, look: Look, width: int) -> list[int]:
        inside = width - 2 * look.px(PAD) - look.px(BAR)
        return [row.height(look, inside) + look.px(GAP) for row in self.rows]

    def least(self, look: Look, width: int) -> int:
        """How high it is with as few rows as it may have."""
        return LEAST_ROWS * max(self._heights(look, width)) + 2 * look.px(PAD)

    def place(self, room: pygame.Rect, current: int, look: Look) -> None:
        """Take up whole rows of some room, with the present step near the middle of them."""
        highs, pad = self._heights(look, room.width), 2 * look.px(PAD)
        free = room.height + look.px(GAP) - pad
        first, past = current, current  # rows in sight, with those before and after in turn
        while True:
            if past < len(highs) and sum(highs[first : past + 1]) <= free:
                past += 1
            elif first and sum(highs[first - 1 : past]) <= free:
                first -= 1
            else:
                break
            if first and sum(highs[first - 1 : past]) <= free:
                first -= 1
        self.area.visible = past - first >= LEAST_ROWS
        high = sum(highs[first:past]) - look.px(GAP) + pad if self.area.visible else 0
        self.area.place(pygame.Rect(room.topleft, (room.width, high)), look)
        self.area.scroll_to(sum(highs[:first]))

    def show(self, progress: Progress) -> None:
        """Which step is shown, and which have been done."""
        mark(self.rows, progress)
