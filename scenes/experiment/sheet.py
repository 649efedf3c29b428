"""What lies under the thumb in the hand: a sheet of controls in three heights, and the actions.

Upright it comes from below: `peek` shows the most important sliders, `half` and `full` a
page of controls or of charts. On its side it is a drawer at the right, open or shut. The
actions, a switch and the one thing to do, never move.
"""

from collections.abc import Callable
from dataclasses import replace

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.experiment.grip import Grip
from scenes.experiment.panel import Panel
from scenes.experiment.timebar import TimeBar
from scenes.forms import Areas, EDGE, Form, GAP
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.widget import Widget

ICONS = {"controls": "sliders", "chart": "chart"}  # of the pages, where names have no room
HEIGHTS = ("peek", "half", "full")
HANDLE, HEAD, ROW, HALF = 20, 56, 68, 292  # design px; what is above the actions
RADIUS, UNDER = 20, 20  # design px: of the corners, and that the picture runs under them
LEAST_PLAY, LEAST_SHARE = 200, 0.3  # design px, share of the height, kept for the picture
SIGN = (128, 122)  # design px, the picture beside the words at full height
PEEK_ZOOM, PAIR_ZOOM = 1.7, 1.1  # text zooms above which the row, and two side by side, leave
PAIR_GAP = 24
TIME = 60  # design px, a time button
PRIMARY = (136, 0.46, 0.4)  # design px, and share of the width at most, upright and on its side


class Sheet:
    """Where panel, time and actions of an experiment are, in the hand."""

    def __init__(self, words: Words, panel: Panel, bar: TimeBar) -> None:
        self._panel, self._bar = panel, bar
        self.height = "peek"
        self.page = "controls"
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.grip = Grip(words("app.sheet"), self)
        self._names = {page: words(f"app.{page}") for page in ICONS}
        self.pages = {
            page: Button(
                kind="toggle",
                on_press=lambda page=page: self.open(page),  # type: ignore[misc]
            )
            for page in ICONS
        }
        self._peek: list[Widget] = []
        self._placed: tuple[Areas, Look] | None = None
        self.moved: Callable[[], None] = lambda: None  # what is done when it has another height

    # -- what hands do ------------------------------------------------------------------

    def open(self, page: str) -> None:
        """Show a page, at least half way up; once more, and it folds."""
        same = page == self.page and self.height != "peek"
        self.page = page
        self.rise_to("peek" if same else "half" if self.height == "peek" else self.height)

    def rise_to(self, height: str) -> None:
        """Take a height."""
        self.height = height
        self.moved()

    def step(self, up: int) -> None:
        """One height up or down."""
        index = HEIGHTS.index(self.height) + up
        self.rise_to(HEIGHTS[min(max(index, 0), len(HEIGHTS) - 1)])

    def drop_at(self, y: int) -> None:
        """Snap to the height whose top is nearest to `y` pixels down the window."""
        if self._placed is None:
            return
        areas, look = self._placed
        self.rise_to(min(HEIGHTS, key=lambda height: abs(self._top(areas, look, height) - y)))

    # -- places -------------------------------------------------------------------------

    def _top(self, areas: Areas, look: Look, height: str) -> int:
        """Where the sheet begins at a height [pixels down the window]."""
        floor, full = areas.actions.top - look.px(GAP), areas.header.bottom + look.px(SIGN[1] + 12)
        if height == "full":
            return min(full, floor - look.control(HANDLE + HEAD))
        row = ROW if look.zoom <= PEEK_ZOOM and self._panel.peek else 0
        high = look.px(HANDLE) + look.control(
            HEAD + (row if height == "peek" else HALF - HANDLE - HEAD)
        )
        window = floor - areas.play.top
        least = max(look.px(LEAST_PLAY), round(LEAST_SHARE * areas.actions.bottom))
        if height == "peek" and window - high < least:
            high = look.px(HANDLE) + look.control(HEAD)
        return max(
            full, floor - min(high, max(window - least, look.px(HANDLE) + look.control(HEAD)))
        )

    def place(self, areas: Areas, look: Look) -> Areas:
        """Take a place; the areas that are left for words and picture."""
        self._placed = (areas, look)
        self._place_actions(areas, look)
        if areas.form is Form.LOW:
            return self._place_drawer(areas, look)
        self.grip.visible = True
        top = self._top(areas, look, self.height)
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
        content.height = areas.actions.top - look.px(GAP) - head.bottom
        self._place_content(content, look)
        if self.height != "full":
            play = areas.play.copy()
            play.height = top - play.top
            return replace(areas, play=play)
        sign = pygame.Rect(areas.header.left, areas.header.bottom + look.px(4), 0, 0)
        sign.size = look.px(SIGN[0]), look.px(SIGN[1])
        words = sign.move(sign.width + look.px(EDGE), 0)
        words.width = areas.header.right - words.left
        return replace(areas, play=sign, words=words, small=True)

    def _place_drawer(self, areas: Areas, look: Look) -> Areas:
        self.rect = areas.panel.copy()
        if self.height == "peek":
            self.height = "half"
        head = pygame.Rect(
            areas.actions.left, look.px(GAP), areas.actions.width, look.control(HEAD)
        )
        self.grip.visible = False
        self._place_pages(head, look)
        self._bar.place_in_hand(areas.time, look)
        content = pygame.Rect(
            areas.actions.left - look.px(EDGE),
            head.bottom,
            areas.actions.width + 2 * look.px(EDGE),
            0,
        )
        content.height = areas.actions.top - look.px(GAP) - head.bottom
        self._place_content(content, look)
        return areas

    def _place_head(self, head: pygame.Rect, look: Look) -> None:
        time = head.copy()
        time.width = self._bar.width_in_hand(look)
        time.right = head.right
        self._bar.place_in_hand(time, look)
        self._place_pages(
            pygame.Rect(head.topleft, (time.left - look.px(GAP) - head.left, head.height)), look
        )

    def _place_pages(self, head: pygame.Rect, look: Look) -> None:
        """The two pages side by side; where their names do not fit there is one way in."""
        gap, left = look.px(GAP), head.left
        shown = list(self.pages.values())
        wide = (head.width - gap * (len(shown) - 1)) // len(shown)
        for name, button in self.pages.items():
            fits = look.measure(self._names[name], button.size, SEMIBOLD) <= wide - look.px(14)
            button.text, button.icon = (self._names[name], "") if fits else ("", ICONS[name])
            button.name = self._names[name]
            button.on = self.height != "peek" and self.page == name
            high = min(look.control(48), head.height)
            button.place(pygame.Rect(left, head.centery - high // 2, wide, high), look)
            left += wide + gap

    def _place_content(self, content: pygame.Rect, look: Look) -> None:
        panel, inset = self._panel, look.px(EDGE)
        self._peek = []
        for slider in panel.sliders.values():
            slider.brief = ""
        if self.height != "peek":
            back = [self._bar.back] if self.page == "chart" else []
            panel.show_page(self.page, back)
            panel.area.place(content, look)
            return
        panel.area.set_children([])
        if content.height < look.control(ROW) // 2:
            return
        names = list(panel.peek)[: 2 if look.zoom <= PAIR_ZOOM else 1]
        gap = look.px(PAIR_GAP)
        wide = (content.width - 2 * inset - gap * (len(names) - 1)) // max(1, len(names))
        for index, name in enumerate(names):
            slider = panel.sliders[name]
            slider.parent, slider.brief = None, panel.peek[name]
            left = content.left + inset + index * (wide + gap)
            slider.place(pygame.Rect(left, content.top, wide, slider.height(look, wide)), look)
            self._peek.append(slider)

    def _place_actions(self, areas: Areas, look: Look) -> None:
        """The switch left, the one thing to do right; alone it takes all the width."""
        box, gap = areas.actions, look.px(GAP)
        switch, primary = self._panel.switch, self._panel.primary
        wide = box.width
        if switch is not None:
            wide = min(
                max(look.control(PRIMARY[0]), primary.width(look)),
                round(PRIMARY[2 if areas.form is Form.LOW else 1] * box.width),
            )
            switch.place(pygame.Rect(box.left, box.top, box.width - wide - gap, box.height), look)
            switch.parent = None
        primary.place(pygame.Rect(box.right - wide, box.top, wide, box.height), look)

    # -- widgets ------------------------------------------------------------------------

    def widgets(self) -> list[Widget]:
        """In the order of Tab; later ones lie on top."""
        panel = self._panel
        content = self._peek if self.height == "peek" else [panel.area]
        switch = [panel.switch] if panel.switch else []
        return [
            self.grip,
            *self.pages.values(),
            *self._bar.in_hand(),
            *content,
            *switch,
            panel.primary,
        ]

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Its ground."""
        if self._placed is None:
            return
        colours, radius = look.palette, look.px(RADIUS)
        box = self.rect.copy()
        box.height = surface.get_height() - box.top + 2 * radius
        if self._placed[0].form is Form.LOW:
            box.width += 2 * radius
            box.top -= 2 * radius
            box.height += 2 * radius
        clip = surface.get_clip()
        surface.set_clip(surface.get_rect())
        put_rounded(surface, box, radius, colours.panel, colours.line, look.line(1.5))
        surface.set_clip(clip)
