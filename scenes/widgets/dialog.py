"""A dialog over everything: title, chapters as tabs, scrolling text, buttons.

It takes all input while it is open. Tab goes round inside it; Esc and the close
button close it, and the focus goes back to where it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.draw.shapes import dim
from scenes.widgets.button import Button
from scenes.widgets.group import Group
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import LEFT, Widget

SIZE = (1088, 608)
RADIUS = 24
MARGIN = 16
INSET = 36
GAP = 16
TITLES, NAMES = (26, 23, 20, 17), (20, 18, 16, 14)  # letters of title, chapters
SHEET_TOP, GRIP, PULL = 49, (44, 5), 60  # design px: above a sheet, its handle, a drag that closes
EDGE, TOP = 12, 6  # design px round the close button where a dialog fills a phone


@dataclass(frozen=True)
class Chapter:
    """A name for its tab, and a body: running text or widgets below each other."""

    name: str
    body: str | Sequence[Widget]

    def widgets(self) -> list[Widget]:
        """The body as widgets."""
        return [RichText(self.body)] if isinstance(self.body, str) else list(self.body)


class Dialog(Widget):
    """A modal dialog.

    Parameters
    ----------
    title : the words on top.
    chapters : one or more; with more than one there are tabs.
    close_name : what a screen reader says for the close button.
    actions : buttons at the foot; they do not close the dialog by themselves.
    size : design size; grows with the text zoom and never leaves the window. With
        one chapter the dialog is only as high as it needs.
    sheet : on a phone upright it comes from below, and goes with a tap above it or a drag down.
    """

    def __init__(
        self,
        title: str,
        chapters: Sequence[Chapter],
        *,
        close_name: str,
        actions: Sequence[Button] = (),
        size: tuple[int, int] = SIZE,
        sheet: bool = False,
    ) -> None:
        super().__init__()
        self.title = title
        self.chapters = list(chapters)
        self.actions = list(actions)
        self.size = size
        self._sheet = sheet
        self._drag: int | None = None  # where a sheet was taken hold of
        self.tabs = TabBar([chapter.name for chapter in self.chapters], on_choose=self._turn)
        self.body = ScrollArea(self.chapters[0].widgets(), gap=12)
        self.closer = Button(icon="close", kind="round", name=close_name, on_press=self.close)
        self.group = Group([self.body, *self.actions, self.closer])
        if len(self.chapters) > 1:
            self.group.widgets.insert(0, self.tabs)
        self._host: Group | None = None
        self._window = pygame.Rect(0, 0, 0, 0)
        self._look: Look | None = None
        self._title_room = 0
        self._rule = 0
        self._below: pygame.Surface | None = None  # what was drawn there, dimmed

    @property
    def open(self) -> bool:
        """Whether it is shown."""
        return self._host is not None

    def show(self, host: Group, window: pygame.Rect, look: Look) -> None:
        """Open over `host`; call `place` again when the window or the look changes."""
        self._host = host
        host.show_modal(self)
        self.place(window, look)
        self.group.focus_on(None)
        stops = self.group.stops()
        self.group.focus_on(stops[0] if stops else None, keyboard=host.keyboard)

    def close(self) -> None:
        """Close and give the focus back."""
        if self._host is not None:
            host, self._host = self._host, None
            self.group.cancel()
            keyboard = self.group.keyboard
            self.group.focus_on(None)
            host.close_modal(keyboard=keyboard)

    def choose(self, index: int) -> None:
        """Show a chapter."""
        self.tabs.choose(index)

    def _turn(self, index: int) -> None:
        self.body.set_children(self.chapters[index].widgets())
        if self._look is not None:
            self.place(self._window, self._look)

    def describe(self) -> str:
        """The title."""
        return self.title

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay out inside a window `rect`."""
        self._window, self._look, self._below = pygame.Rect(rect), look, None
        margin, inset, gap = look.px(MARGIN), self._inset(look), look.px(GAP)
        if self._fills(look):
            margin = 0
        wide = min(look.control(self.size[0]), rect.width - 2 * margin)
        high = min(look.control(self.size[1]), rect.height - 2 * margin)
        if self._fills(look):
            wide, high = rect.size
        if self._rises(look):
            wide, high = rect.width, rect.height - look.px(SHEET_TOP)
        inner = wide - 2 * inset
        side = self.closer.height(look, 0)
        head, beside = self._head(look, inner, side)
        foot = self._foot(look, inner)
        below = gap + sum(row[0].height(look, 0) + gap for row in foot)
        if len(self.chapters) == 1:
            need = self.body.height(look, inner + 2 * look.px(PAD))
            high = min(high, head + need + below + gap)
        self.rect = pygame.Rect(0, 0, wide, high)
        self.rect.center = self._window.center
        if self._rises(look):
            self.rect.bottom = self._window.bottom
        left, top = self.rect.left + inset, self.rect.top
        edge, right = self._edges(look)
        x = self.rect.right - right - side
        self.closer.place(pygame.Rect(x, top + edge, side, side), look)
        if len(self.chapters) > 1:
            words = look.measure(self.title, TITLES[0], SEMIBOLD) + look.px(40) if beside else 0
            y = top + edge if beside else top + edge + side + look.px(8)
            room = inner - words - (side + gap if beside else 0)
            for self.tabs.size in NAMES:
                self.tabs.place(pygame.Rect(left + words, y, room, side), look)
                if not self.tabs.folded or self.tabs.rect.width < room:
                    break
        self._title_room = inner - side - gap
        self._rule = top + head
        pad = look.px(PAD)
        body = pygame.Rect(left - pad, self._rule + 1, inner + 2 * pad, 0)
        body.height = self.rect.bottom - below - body.top
        self.body.place(body, look)
        y = self.rect.bottom - below + gap
        for row in foot:
            x = left + inner
            for button in reversed(row):
                x -= min(button.width(look), inner)
                size = (min(button.width(look), inner), button.height(look, 0))
                button.place(pygame.Rect((x, y), size), look)
                x -= look.px(12)
            y += row[0].height(look, 0) + gap

    def _fills(self, look: Look) -> bool:
        """Whether it takes all the window: long texts on a phone."""
        return look.strict and self.size == SIZE

    def _rises(self, look: Look) -> bool:
        """Whether it is a sheet from below: on a phone upright."""
        return self._sheet and look.strict and self._window.height > self._window.width

    def _edges(self, look: Look) -> tuple[int, int]:
        """How far the close button is from the upper and the right edge: little on a phone."""
        if self._fills(look):
            return look.px(TOP), look.px(EDGE)
        return (look.px(EDGE), look.px(EDGE)) if look.strict else (look.px(22), look.px(22))

    def _inset(self, look: Look) -> int:
        return look.px(GAP if look.strict else INSET)

    def _head(self, look: Look, inner: int, side: int) -> tuple[int, bool]:
        """Height above the rule, and whether the tabs stand beside the title."""
        words = look.measure(self.title, TITLES[0], SEMIBOLD) + look.px(40)
        beside = words + self.tabs.width(look) + side + look.px(GAP) <= inner
        edge, _ = self._edges(look)
        head = edge + side + min(edge, look.px(18))
        if len(self.chapters) > 1 and not beside:
            head += side + look.px(8)
        return head, beside

    def _foot(self, look: Look, inner: int) -> list[list[Button]]:
        """The buttons in rows that fit."""
        rows: list[list[Button]] = []
        taken = inner + 1
        for button in self.actions:
            need = button.width(look) + look.px(12)
            if taken + need > inner + look.px(12):
                rows.append([])
                taken = 0
            rows[-1].append(button)
            taken += need
        return rows

    def handle(self, event: pygame.event.Event) -> bool:
        """Everything goes to the widgets inside; Esc closes, and what sends a sheet down."""
        if self._look is not None and self._rises(self._look) and self._sent_down(event):
            self.close()
            return True
        used = self.group.handle(event)
        if not used and event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            self.close()
        return True

    def _sent_down(self, event: pygame.event.Event) -> bool:
        """Whether a sheet was tapped away above it, or dragged down by its head."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == LEFT:
            in_head = self.rect.top <= event.pos[1] < self._rule
            self._drag = event.pos[1] if in_head and not self.closer.hit(event.pos) else None
            return not self.rect.collidepoint(event.pos)
        if event.type == pygame.MOUSEBUTTONUP and self._drag is not None and self._look:
            start, self._drag = self._drag, None
            return bool(event.pos[1] - start > self._look.px(PULL))
        return False

    @property
    def moves(self) -> bool:
        """Whether anything inside does."""
        return self.group.moves

    def update(self, now_s: float) -> None:
        """Pass the time on."""
        self.group.update(now_s)

    @property
    def covers(self) -> bool:  # type: ignore[override]
        """Whether it has kept what lies below it, which stands still while it is open."""
        return self._below is not None

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Dim the scene, then draw the card and what is on it."""
        colours = look.palette
        if self._below is None:
            dim(surface, colours.scrim)
            self._below = surface.copy()
        else:
            surface.blit(self._below, (0, 0))
        if self._fills(look):
            surface.fill(colours.panel)
        elif self._rises(look):
            ground = self.rect.copy()
            ground.height = surface.get_height() + look.px(RADIUS) - ground.top  # to the very edge
            put_rounded(surface, ground, look.px(RADIUS), colours.panel)
            handle = pygame.Rect(0, ground.top + look.px(8), look.px(GRIP[0]), look.px(GRIP[1]))
            handle.centerx = ground.centerx
            put_rounded(surface, handle, handle.height / 2, colours.edge)
        else:
            line = look.line(1.5)
            put_rounded(surface, self.rect, look.px(RADIUS), colours.panel, colours.line, line)
        room = max(1, self._title_room)
        sizes = [size for size in TITLES if look.measure(self.title, size, SEMIBOLD) <= room]
        size = max(sizes, default=TITLES[-1])
        words = look.fitted(self.title, size, colours.ink, SEMIBOLD, width=room)
        inset = self._inset(look)
        y = self.closer.rect.centery - words.get_height() // 2
        surface.blit(words, (self.rect.left + inset, y))
        rule = (self.rect.left + inset, self._rule, self.rect.width - 2 * inset, look.stroke(1))
        surface.fill(colours.line, rule)
        self.group.draw(surface, look)
