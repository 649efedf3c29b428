"""What lies under the thumb in the hand: a sheet of controls in three heights, and the actions.

Upright it comes from below: `peek` shows the most important sliders, `half` and `full` a
page of controls or of charts. On its side it is a drawer at the right, open or shut. The
actions, a switch and the one thing to do, never move upright.
"""

from collections.abc import Callable
from dataclasses import replace

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import put_rounded
from scenes.experiment.grip import Grip
from scenes.experiment.panel import Panel
from scenes.experiment.sheet_head import SheetHead
from scenes.experiment.thumb_actions import Actions, ON_ITS_SIDE, UPRIGHT
from scenes.experiment.timeline.timebar import TimeBar
from scenes.forms import (
    Areas,
    EDGE,
    Form,
    GAP,
    LEAST_PLAY,
    LEAST_SHARE,
    ONE_LINE,
    STRIP,
    words_high,
)
from scenes.text.words import Words
from scenes.widgets.widget import Widget

HEIGHTS = ("peek", "half", "full")
HANDLE, HEAD, ROW, HALF = 20, 56, 68, 292  # design px; what is above the actions
RADIUS, UNDER = 20, 20  # design px: of the corners, and that the picture runs under them
SIGN = (128, 122)  # design px, the picture beside the words at full height
PEEK_ZOOM, PAIR_ZOOM = 1.7, 1.1  # text zooms above which the row, and two side by side, leave
PAIR_GAP = 24
GRIP = (48, 96)  # design px, of the edge of a drawer; it lies over the picture
SHUT, LEAST_WIDE = 88, 420  # design px: of a drawer that is shut, of the picture beside an open one


class Sheet:
    """Where panel, time and actions of an experiment are, in the hand."""

    def __init__(self, words: Words, panel: Panel, bar: TimeBar) -> None:
        self._panel, self._bar = panel, bar
        self.height = "peek"
        self.shut = False  # of the drawer: by the room, until somebody opens or shuts it
        self._by_room = True
        self.page = "controls"
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.grip = Grip(words("app.sheet"), self)
        self.head = SheetHead(words, self.open, self._raise)
        self.pages = self.head.pages
        self.actions = Actions(panel)
        self._peek: list[Widget] = []
        self._placed: tuple[Areas, Look] | None = None
        self.moved: Callable[[], None] = lambda: None  # what is done when it has another height

    # -- what hands do ------------------------------------------------------------------

    def open(self, page: str) -> None:
        """Show a page, at least half way up; once more, and a sheet without `more` folds."""
        same = page == self.page and self.height != "peek"
        self.page = page
        if self._drawer:
            self.moved()
        elif same and self.head.more not in self.head.widgets():
            self.rise_to("peek")
        else:
            self.rise_to(self._heights()[1] if self.height == "peek" else self.height)

    def rise_to(self, height: str) -> None:
        """Take a height."""
        self.height = height
        self.moved()

    def _raise(self) -> None:
        """Up with the page that was seen last, or down again."""
        self.rise_to(self._heights()[1] if self.height == "peek" else "peek")

    def _heights(self) -> list[str]:
        """Those that differ: half is no more than its head where the picture needs the room."""
        if self._placed is None:
            return list(HEIGHTS)
        areas, look = self._placed
        head = look.px(HANDLE) + look.control(HEAD + ROW) + self.head.row(look, up=True)
        half = areas.actions.top - look.px(GAP) - self._top(areas, look, "half")
        return [height for height in HEIGHTS if height != "half" or half >= head]

    @property
    def _drawer(self) -> bool:
        return self._placed is not None and self._placed[0].form is Form.LOW

    def open_drawer(self, *, opened: bool) -> None:
        """Open the drawer, or shut it."""
        self.shut, self._by_room = not opened, False
        self.moved()

    def step(self, up: int) -> None:
        """One height up or down; a drawer opens or shuts."""
        if self._drawer:
            self.open_drawer(opened=self.shut)
            return
        heights = self._heights()
        here = heights.index(self.height) if self.height in heights else 0
        self.rise_to(heights[min(max(here + up, 0), len(heights) - 1)])

    def drop_at(self, at: tuple[int, int]) -> None:
        """Snap to the height whose edge is nearest to a place in the window."""
        if self._placed is None:
            return
        if self._drawer:
            self.open_drawer(opened=at[0] <= self._placed[0].panel.centerx)
            return
        areas, look = self._placed
        tops = {height: self._top(areas, look, height) for height in self._heights()}
        self.rise_to(min(tops, key=lambda height: abs(tops[height] - at[1])))

    # -- places -------------------------------------------------------------------------

    def _top(self, areas: Areas, look: Look, height: str, below: int = 0) -> int:
        """Where the sheet begins at a height [pixels down the window]."""
        floor, full = areas.actions.top - look.px(GAP), areas.header.bottom + look.px(SIGN[1] + 12)
        if height == "full":
            return min(full, floor - look.control(HANDLE + HEAD))
        row = ROW if look.zoom <= PEEK_ZOOM and self._panel.peek else 0
        high = look.px(HANDLE) + look.control(
            HEAD + (row if height == "peek" else HALF - HANDLE - HEAD)
        )
        window = floor - areas.play.top - below
        least = max(look.px(LEAST_PLAY), round(LEAST_SHARE * areas.actions.bottom))
        if height == "peek" and window - high < least:
            high = look.px(HANDLE) + look.control(HEAD)
        head = look.px(HANDLE) + look.control(HEAD) + self.head.row(look, up=height != "peek")
        return max(full, floor - min(high, max(window - least, head)))

    def place(self, areas: Areas, look: Look, *, paged: bool = False) -> Areas:
        """Take a place; the areas that are left for words and picture.

        `paged` is whether the picture has names of pages along its lower edge.
        """
        self._placed = (areas, look)
        if areas.form is Form.LOW:
            return self._place_drawer(areas, look)
        if self.height not in self._heights():
            self.height = "full"
        if self.height == "half" and areas.words is not None:
            areas = self._with_fewer_words(areas, look)
        self.actions.place(areas.actions, look, UPRIGHT)
        top = self._top(areas, look, self.height, look.control(STRIP) if paged else 0)
        bottom = areas.actions.bottom
        self.rect = pygame.Rect(0, top, areas.play.width, bottom - top)
        head = pygame.Rect(
            areas.actions.left, top + look.px(HANDLE), areas.actions.width, look.control(HEAD)
        )
        self.grip.place(pygame.Rect(0, top, areas.play.width, head.bottom - top), look)
        self._place_head(head, look)
        content = pygame.Rect(
            head.left - look.px(EDGE), head.bottom, head.width + 2 * look.px(EDGE), 0
        )
        content.top += self.head.row(look, up=self.height != "peek")
        content.height = areas.actions.top - look.px(GAP) - content.top
        self._place_content(content, look)
        if self.height != "full":
            play = areas.play.copy()
            play.height = top - play.top
            return replace(areas, play=play)
        sign = pygame.Rect(areas.header.left, areas.header.bottom + look.px(4), 0, 0)
        words = pygame.Rect(sign.topleft, (0, look.px(SIGN[1])))
        if look.zoom <= ONE_LINE:
            sign.size = look.px(SIGN[0]), look.px(SIGN[1])
            words.left += sign.width + look.px(EDGE)
        words.width = areas.header.right - words.left
        return replace(areas, play=sign, words=words, small=True)

    def _with_fewer_words(self, areas: Areas, look: Look) -> Areas:
        """Half way up the reason has one line, and the picture the room of the other."""
        assert areas.words is not None
        words, play = areas.words.copy(), areas.play.copy()
        words.height = min(words.height, words_high(look, reason=1))
        play.height += play.top - words.bottom
        play.top = words.bottom
        return replace(areas, words=words, play=play)

    def _place_drawer(self, areas: Areas, look: Look) -> Areas:
        """At the right, open or shut; what is shown has the width that is left."""
        panel, edge = areas.panel.copy(), look.px(EDGE)
        if self._by_room:
            self.shut = look.zoom > ONE_LINE and panel.left < look.px(LEAST_WIDE)
        actions = areas.actions.copy()
        if self.shut:
            gap = look.px(GAP)
            actions.width = max(look.control(SHUT) - 2 * gap, self.actions.least(look))
            actions.right = areas.actions.right + edge - gap
            panel.left, panel.width = actions.left - edge, panel.right - actions.left + edge
        time = areas.time.copy()
        time.width = self._bar.width_in_hand(look)
        self._bar.place_in_hand(time, look)
        wider = panel.left - areas.panel.left
        if self.shut:
            actions = self.actions.place_column(actions, look, stacked=True)
            # No higher than what is in it, and its handle above the row of time and pages.
            panel.top = min(actions.top - look.px(GAP), time.top - look.px(GRIP[1]))
            panel.height = areas.panel.bottom - panel.top
            self._peek = []
        else:
            actions = self.actions.place(actions, look, ON_ITS_SIDE)
            head = pygame.Rect(actions.left, look.px(GAP), actions.width, look.control(HEAD))
            self.head.place_drawer(head, look, self.page)
            content = pygame.Rect(actions.left - edge, head.bottom, actions.width + 2 * edge, 0)
            content.height = actions.top - look.px(GAP) - head.bottom
            self._show_page(content, look)
        self.rect = panel
        side = pygame.Rect(0, 0, look.px(GRIP[0]), look.px(GRIP[1]))
        side.centery = min(panel.centery, actions.top - side.height // 2)
        if self.shut:
            side.centery = min(panel.centery, time.top - side.height // 2)
        side.right = panel.left + edge
        self.grip.place(side, look)
        words = areas.words.copy() if areas.words else None
        play = areas.play.copy()
        play.width += wider
        if words:
            words.width += wider
            if panel.top > words.bottom:  # they stand above a shut drawer
                words.width = areas.actions.right - words.left
        return replace(areas, play=play, words=words, panel=panel, actions=actions, time=time)

    def _place_head(self, head: pygame.Rect, look: Look) -> None:
        time = head.copy()
        time.width = self._bar.width_in_hand(look)
        time.right = head.right
        self._bar.place_in_hand(time, look)
        rest = pygame.Rect(head.topleft, (time.left - look.px(GAP) - head.left, head.height))
        self.head.place(rest, look, self.page, up=self.height != "peek", wide=head.width)

    def _show_page(self, content: pygame.Rect, look: Look) -> None:
        panel = self._panel
        for slider in panel.sliders.values():
            slider.brief = ""
        panel.show_page(self.page, [self._bar.back] if self.page == "chart" else [])
        panel.area.place(content, look)

    def _place_content(self, content: pygame.Rect, look: Look) -> None:
        panel, inset = self._panel, look.px(EDGE)
        self._peek = []
        if self.height != "peek":
            self._show_page(content, look)
            return
        panel.area.set_children([])
        panel.legend.shown = False
        if content.height < look.control(ROW) // 2:
            return
        for name, brief in panel.peek.items():
            panel.sliders[name].parent, panel.sliders[name].brief = None, brief
        names, gap, whole = list(panel.peek)[:2], look.px(PAIR_GAP), content.width - 2 * inset
        wide = (whole - gap * (len(names) - 1)) // max(1, len(names))
        if look.zoom > PAIR_ZOOM or not all(panel.sliders[name].slim(look, wide) for name in names):
            names, wide = names[:1], whole
        for index, name in enumerate(names):
            slider = panel.sliders[name]
            left = content.left + inset + index * (wide + gap)
            slider.place(pygame.Rect(left, content.top, wide, slider.height(look, wide)), look)
            self._peek.append(slider)

    # -- widgets ------------------------------------------------------------------------

    def widgets(self) -> list[Widget]:
        """In the order of Tab; later ones lie on top."""
        if self._drawer:
            opened = [] if self.shut else [*self.head.widgets(), self._panel.area]
            return [*self._bar.in_hand(), *opened, *self.actions.widgets(), self.grip]
        content = self._peek if self.height == "peek" else [self._panel.area]
        row = [*self.head.widgets(), *self._bar.in_hand()]
        return [self.grip, *row, *content, *self.actions.widgets()]

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Its ground."""
        if self._placed is None:
            return
        colours, radius = look.palette, look.px(RADIUS)
        box = self.rect.copy()
        box.height = surface.get_height() - box.top + 2 * radius
        if self._placed[0].form is Form.LOW:
            box.width += 2 * radius
            box.height = self.rect.height
        put_rounded(surface, box, radius, colours.panel, colours.line, look.line(1.5))
        if not (self._drawer and self.shut):
            self.head.draw(surface, look)
