"""A column of widgets that scrolls when it is higher than its place.

Drag anywhere that does not want the drag itself (sliders do), use the wheel,
the bar, or the keys that the focused child leaves. Children keep window
coordinates: scrolling moves them.
"""

from collections.abc import Iterable, Sequence

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import focus_ring, put_rounded, rounded
from scenes.draw.shapes import put
from scenes.widgets.widget import CHORD, LEFT, Position, Widget

PAD = 12  # room for the focus rings of the children, on all sides
BAR = 10
GRAB = 26  # width of the strip at the right that works the bar
SLOP = 8  # a press becomes a drag after so many pixels
LINE = 48


class ScrollArea(Widget):
    """Children below each other, `gap` design pixels apart.

    Children are inset by 12 design pixels, so that their focus rings are not cut.
    """

    def __init__(self, children: Iterable[Widget] = (), *, gap: float = 8) -> None:
        super().__init__()
        self.gap = gap
        self.offset = 0
        self._content = 0
        self._line = LINE
        self._slop = SLOP
        self._grab = GRAB
        self._pad = PAD
        self._from: tuple[int, int] | None = None  # pointer y and offset when a drag began
        self._bar = False
        self.children: list[Widget] = []
        self.set_children(children)

    def set_children(self, children: Iterable[Widget]) -> None:
        """Put other widgets in, and go to the top. Call `place` afterwards."""
        self.children = list(children)
        for child in self.children:
            child.parent = self
        self.offset = 0

    @property
    def scrolls(self) -> bool:
        """Whether the content is higher than the place."""
        return self._content > self.rect.height

    def height(self, look: Look, width: int) -> int:
        """Height at which nothing scrolls."""
        return self._heights(look, width - 2 * look.px(PAD))[1]

    def _heights(self, look: Look, width: int) -> tuple[list[int], int]:
        shown = [child for child in self.children if child.visible]
        heights = [child.height(look, width) for child in shown]
        total = sum(heights) + look.px(self.gap) * max(0, len(shown) - 1) + 2 * look.px(PAD)
        return heights, total

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay the children out; keeps the scroll position as far as possible."""
        super().place(rect, look)
        self._line, self._slop = look.control(LINE), look.px(SLOP)
        self._grab, self._pad = look.px(GRAB), look.px(PAD)
        width = self.rect.width - 2 * self._pad
        heights, self._content = self._heights(look, width)
        if self.scrolls:
            width -= look.px(BAR)
            heights, self._content = self._heights(look, width)
        self.offset = min(max(self.offset, 0), self._most())
        y = self.rect.top + self._pad - self.offset
        shown = (child for child in self.children if child.visible)
        for child, high in zip(shown, heights, strict=True):
            child.place(pygame.Rect(self.rect.left + self._pad, y, width, high), look)
            y += high + look.px(self.gap)

    def move(self, dx: int, dy: int) -> None:
        """Shift with all children."""
        super().move(dx, dy)
        for child in self.children:
            child.move(dx, dy)

    def _most(self) -> int:
        return max(0, self._content - self.rect.height)

    def goes_on(self, *, down: bool) -> bool:
        """Whether there is more to be seen that way."""
        return self.offset < self._most() if down else self.offset > 0

    def scroll_to(self, offset: int) -> bool:
        """Show the content from `offset` pixels down; True if that changed anything."""
        offset = min(max(offset, 0), self._most())
        dy = self.offset - offset
        self.offset = offset
        for child in self.children:
            child.move(0, dy)
        return dy != 0

    def at(self, position: Position) -> Widget | None:
        """A child, or the area itself between them and on the bar."""
        if not self.hit(position):
            return None
        if not self._on_bar(position):
            for child in reversed(self.children):
                found = child.at(position)
                if found is not None:
                    return found
        return self

    def stops(self) -> Sequence[Widget]:
        """Those of the children; the area itself if it scrolls and has none."""
        if not self.visible:
            return ()
        inner = [stop for child in self.children for stop in child.stops()]
        return inner or ((self,) if self.scrolls else ())

    def reveal(self, child: Widget) -> None:
        """Scroll so that a focused child shows whole, with its ring."""
        if child.rect.top - self._pad < self.rect.top:
            self.scroll_to(self.offset + child.rect.top - self._pad - self.rect.top)
        elif child.rect.bottom + self._pad > self.rect.bottom:
            self.scroll_to(self.offset + child.rect.bottom + self._pad - self.rect.bottom)

    def _on_bar(self, position: Position) -> bool:
        return self.scrolls and position[0] >= self.rect.right - self._grab

    def steal(self, event: pygame.event.Event, start: Position) -> bool:
        """Take over a press on a child once it has become an up or down drag."""
        dx, dy = event.pos[0] - start[0], event.pos[1] - start[1]
        if not self.scrolls or abs(dy) <= self._slop or abs(dy) < abs(dx):
            return False
        self._from, self._bar = (start[1], self.offset), False
        self._drag(event.pos[1])
        return True

    @property
    def moves(self) -> bool:
        """Whether anything inside does."""
        return any(child.moves for child in self.children)

    def cancel(self) -> None:
        """Let go, also of what is inside."""
        super().cancel()
        self._from = None
        for child in self.children:
            child.cancel()

    def handle(self, event: pygame.event.Event) -> bool:
        """Drag, wheel, bar and keys."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT and self.scrolls:
                self._bar = self._on_bar(event.pos)
                self._from, self.pressed = (event.pos[1], self.offset), True
                if self._bar and not self._thumb().collidepoint(self._thumb().x, event.pos[1]):
                    self.scroll_to(self.offset + self._page(event.pos[1]))
                    self._from = (event.pos[1], self.offset)
                return True
            case pygame.MOUSEMOTION if self._from is not None:
                self._drag(event.pos[1])
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT and self._from is not None:
                self.cancel()
                return True
            case pygame.MOUSEWHEEL if self.scrolls:
                self.scroll_to(self.offset - round(event.y * self._line))
                return True
            case pygame.KEYDOWN if self.scrolls and not event.mod & CHORD:
                return self._key(event.key)
        return False

    def _page(self, y: int) -> int:
        page = self.rect.height * 9 // 10
        return page if y > self._thumb().centery else -page

    def _drag(self, y: int) -> None:
        if self._from is None:
            return
        moved = y - self._from[0]
        if self._bar:
            # The thumb moves with the pointer, the content as much faster as it is higher.
            moved = -round(moved * self._content / max(1, self.rect.height))
        self.scroll_to(self._from[1] - moved)

    def _key(self, key: int) -> bool:
        page = self.rect.height * 9 // 10
        targets = {
            pygame.K_UP: self.offset - self._line,
            pygame.K_DOWN: self.offset + self._line,
            pygame.K_PAGEUP: self.offset - page,
            pygame.K_PAGEDOWN: self.offset + page,
            pygame.K_HOME: 0,
            pygame.K_END: self._most(),
        }
        if key not in targets:
            return False
        self.scroll_to(targets[key])
        return True

    def _thumb(self) -> pygame.Rect:
        track = self.rect.height - 2 * self._pad
        high = max(self._grab, track * self.rect.height // max(1, self._content))
        top = self.rect.top + self._pad
        top += (track - high) * self.offset // max(1, self._most())
        wide = max(4, self._grab * BAR // GRAB)
        return pygame.Rect(self.rect.right - wide, top, wide, high)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw the children that can be seen, then the bar."""
        before = surface.get_clip()
        surface.set_clip(self.rect.clip(before))
        for child in self.children:
            if child.visible and child.rect.colliderect(self.rect):
                child.draw(surface, look)
        surface.set_clip(before)
        if self.scrolls:
            thumb = self._thumb()
            track = (thumb.width, self.rect.height - 2 * self._pad)
            ground = rounded(track, thumb.width, look.palette.field)
            put(surface, ground, (thumb.x, self.rect.top + self._pad))
            put_rounded(surface, thumb, thumb.width, look.palette.edge)
        if self.ring:
            focus_ring(surface, self.rect.inflate(-4, -4), look.px(8), look)

    def update(self, now_s: float) -> None:
        """Pass the time on."""
        for child in self.children:
            child.update(now_s)
