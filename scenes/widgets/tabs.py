"""Tabs: a row of names of which one is chosen.

One stop for Tab; Left and Right choose. When the row does not fit its place it folds into one
button with a list below it, or above. `segmented` tabs share one box in equal parts and never fold.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import focus_ring, put_rounded
from scenes.draw.shapes import put
from scenes.widgets.widget import CHORD, LEFT, Position, PRESS, Widget

HEIGHT = 48
SIDE, LEAST = 17, 13  # space left and right of a name; the same where it is folded and narrow
GAP = 4
CHEVRON = 22
_STEPS = {pygame.K_LEFT: -1, pygame.K_UP: -1, pygame.K_RIGHT: 1, pygame.K_DOWN: 1}


class TabBar(Widget):
    """A tab bar.

    Parameters
    ----------
    names : the words on the tabs.
    chosen : index of the chosen one.
    on_choose : called with the new index when the user chooses another.
    segmented : equal parts of one box, instead of loose pills.
    name : what a screen reader says before the name of the chosen tab.
    """

    def __init__(
        self,
        names: Sequence[str],
        chosen: int = 0,
        *,
        on_choose: Callable[[int], None] = lambda index: None,
        segmented: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self.names = list(names)
        self.chosen = chosen
        self.on_choose = on_choose
        self.segmented = segmented
        self.size = 20.0  # of the letters
        self.name = name
        self.folded = False
        self._open = False
        self.boxes: list[pygame.Rect] = []  # of the names, none where it is folded
        self._items: list[pygame.Rect] = []
        self._over: int | None = None
        self._down: int | None = None  # tab or item held; -1 is the folded button
        self._room = 1_000_000  # height of the surface it was last drawn on
        self._mark = 0  # item under the keyboard in the open list
        self._side = 0  # px beside the letters of the folded button

    @property
    def popup(self) -> bool:
        """Whether the list is open."""
        return self._open

    def dismiss(self) -> None:
        """Close the list."""
        self._open = False

    def cancel(self) -> None:
        """Let go without choosing."""
        super().cancel()
        self._down = None

    def choose(self, index: int) -> None:
        """Choose a tab and tell, unless it is chosen already."""
        self.dismiss()
        if index != self.chosen:
            self.chosen = index
            self.on_choose(index)

    def describe(self) -> str:
        """The chosen name."""
        chosen = self.names[self.chosen]
        return f"{self.name}: {chosen}" if self.name else chosen

    def _wide(self, look: Look, name: str) -> int:
        # Room for the bold form, so that choosing moves nothing.
        return look.measure(name, self.size, SEMIBOLD) + 2 * look.control(SIDE)

    def width(self, look: Look) -> int:
        """The whole row, unfolded."""
        widths = [self._wide(look, name) for name in self.names]
        if self.segmented:
            return max(widths) * len(widths)
        return sum(widths) + look.px(GAP) * (len(widths) - 1)

    def height(self, look: Look, width: int) -> int:
        """48 design pixels, more if the letters are larger."""
        return max(look.control(HEIGHT), look.line_height(self.size) + look.control(10))

    def move(self, dx: int, dy: int) -> None:
        """Shift without a new layout."""
        super().move(dx, dy)
        for box in (*self.boxes, *self._items):
            box.move_ip(dx, dy)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; fold if it is too narrow."""
        super().place(rect, look)
        full, self.boxes, self._items = self.rect, [], []
        self.folded = not self.segmented and self.width(look) > full.width
        self.dismiss()
        if self.folded:
            chevron = look.control(CHEVRON) + look.control(10)
            longest = max(look.measure(name, self.size, SEMIBOLD) for name in self.names) + chevron
            self._side = max(look.px(LEAST), min(look.control(SIDE), (full.width - longest) // 2))
            self.rect = pygame.Rect(full.topleft, (longest + 2 * self._side, full.height))
            self.rect.width = min(full.width, self.rect.width)
            self._place_items(look)
            return
        self.boxes = self._parts(full, look)

    def _parts(self, full: pygame.Rect, look: Look) -> list[pygame.Rect]:
        """Where the names are in a row that is not folded."""
        count = len(self.names)
        if self.segmented:
            edges = [full.left + full.width * index // count for index in range(count + 1)]
            spans = list(pairwise(edges))
        else:
            widths = [self._wide(look, name) for name in self.names]
            lefts = accumulate(widths, lambda x, wide: x + wide + look.px(GAP), initial=full.left)
            spans = [(left, left + wide) for left, wide in zip(lefts, widths, strict=False)]
        return [pygame.Rect(left, full.top, right - left, full.height) for left, right in spans]

    def _place_items(self, look: Look) -> None:
        """The list below or above the button; its rows get lower before it leaves the window."""
        pad, top, count = look.px(8), self.rect.bottom + look.px(6), len(self.names)
        room = self._room - top - 3 * pad
        high = max(look.px(look.finger), min(self.height(look, 0), room // count))
        if room < high * count and self.rect.top > room:
            high = self.height(look, 0)
            top = self.rect.top - look.px(6) - 2 * pad - high * count
        self._items = [
            pygame.Rect(self.rect.left + pad, top + pad + high * index, self.rect.width, high)
            for index in range(len(self.names))
        ]

    def _list(self) -> pygame.Rect:
        pad = self._items[0].left - self.rect.left
        return self._items[0].unionall(self._items[1:]).inflate(2 * pad, 2 * pad)

    def hit(self, position: Position) -> bool:
        """On the bar, or on its open list."""
        return super().hit(position) or (self._open and self._list().collidepoint(position))

    def _index(self, position: Position) -> int | None:
        if self.folded and self.rect.collidepoint(position):
            return -1
        boxes = self.boxes if not self.folded else self._items if self._open else []
        found = [index for index, box in enumerate(boxes) if box.collidepoint(position)]
        return found[0] if found else None

    def handle(self, event: pygame.event.Event) -> bool:
        """Press and release on one tab chooses it; keys step through."""
        if not self.enabled:
            self.cancel()
            return False
        match event.type:
            case pygame.MOUSEMOTION:
                self._over = self._index(event.pos)
                if self._open and self._over is not None and self._over >= 0:
                    self._mark = self._over
                self.pressed = self._down is not None and self._over == self._down
                return self._down is not None
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT and self.hit(event.pos):
                self._down = self._over = self._index(event.pos)
                self.pressed = self._down is not None
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT:
                return self._release(event.pos)
            case pygame.KEYDOWN if not event.mod & CHORD:
                return self._key(event.key)
        return False

    def _release(self, position: Position) -> bool:
        down, index = self._down, self._index(position)
        self.cancel()
        if down is None or index != down:
            return False
        if index == -1:
            self._open, self._mark = not self._open, self.chosen
        elif index is not None:
            self.choose(index)
        return True

    def _key(self, key: int) -> bool:
        last = len(self.names) - 1
        if key == pygame.K_ESCAPE:
            closed, self._open = self._open, False
            return closed
        if self.folded and (key in PRESS or (key == pygame.K_DOWN and not self._open)):
            if self._open:
                self.choose(self._mark)
            else:
                self._open, self._mark = True, self.chosen
            return True
        here = self._mark if self._open else self.chosen
        # Up and Down belong to the page around a row of tabs, not to the row.
        if key in _STEPS and (self._open or key in (pygame.K_LEFT, pygame.K_RIGHT)):
            there = min(max(here + _STEPS[key], 0), last)
        elif key in (pygame.K_HOME, pygame.K_END):
            there = 0 if key == pygame.K_HOME else last
        else:
            return False
        if self._open:
            self._mark = there
        else:
            self.choose(there)
        return True

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """The tabs, or the folded button."""
        colours = look.palette
        radius = (self.boxes[0] if self.boxes else self.rect).height / 2
        if self.folded:
            if surface.get_height() != self._room:
                self._room = surface.get_height()
                self._place_items(look)
            fill, ink = self._clothes(look, -1, chosen=True)
            put_rounded(surface, self.rect, radius, fill)
            side = min(look.control(CHEVRON), self.rect.height // 2)
            box = self.rect.inflate(-2 * self._side, 0)
            arrow = icon("chevron_down", side, ink)
            put(surface, arrow, (box.right - side, box.centery - side // 2))
            box.width -= side + look.px(6)
            words = self._face(look, self.chosen, ink, SEMIBOLD, box.width)
            self._letters(surface, words, box, left=True)
            if self.ring:
                focus_ring(surface, self.rect, radius, look)
            return
        if self.segmented:
            put_rounded(surface, self.rect, radius, colours.field, colours.edge, look.line(1.5))
        for index in range(len(self.boxes)):
            self._draw_tab(surface, look, index)
        if self.ring and self.boxes:
            focus_ring(surface, self.boxes[self.chosen], radius, look)

    def _draw_tab(self, surface: pygame.Surface, look: Look, index: int) -> None:
        box, chosen = self.boxes[index], index == self.chosen
        fill, ink = self._clothes(look, index, chosen=chosen)
        if fill is not None:
            put_rounded(surface, box, box.height / 2, fill)
        weight = SEMIBOLD if chosen else REGULAR
        inside = box.inflate(-look.px(LEAST), 0)
        self._letters(surface, self._face(look, index, ink, weight, inside.width), inside)

    def _face(self, look: Look, index: int, ink: Colour, weight: int, room: int) -> pygame.Surface:
        like = self.names if self.segmented else ()
        return look.fitted(self.names[index], self.size, ink, weight, width=max(1, room), like=like)

    def _clothes(self, look: Look, index: int, *, chosen: bool) -> tuple[Colour | None, Colour]:
        colours = look.palette
        if not self.enabled:
            return (colours.field if chosen else None), colours.disabled
        over = self.hovered and self._over == index
        down = self.pressed and self._down == index
        if chosen:
            fill = colours.ui_press if down else colours.ui_hover if over else colours.ui
            return fill, colours.ui_ink
        return (colours.track if down else colours.on if over else None), colours.ink

    def _letters(
        self, surface: pygame.Surface, face: pygame.Surface, box: pygame.Rect, *, left: bool = False
    ) -> None:
        x = box.left if left else box.centerx - face.get_width() // 2
        surface.blit(face, (x, box.centery - face.get_height() // 2))

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """The open list."""
        if not self._open:
            return
        colours = look.palette
        frame = self._list()
        put_rounded(surface, frame, look.px(20), colours.panel, colours.edge, look.line(1.5))
        for index, box in enumerate(self._items):
            fill, ink = self._clothes(look, index, chosen=index == self.chosen)
            if fill is None and index == self._mark:
                fill = colours.on
            if fill is not None:
                put_rounded(surface, box, box.height / 2, fill)
            weight = SEMIBOLD if index == self.chosen else REGULAR
            inside = box.inflate(-2 * self._side, 0)
            words = self._face(look, index, ink, weight, inside.width)
            self._letters(surface, words, inside, left=True)
            if self.ring and index == self._mark:
                focus_ring(surface, box.inflate(-10, -10), box.height / 2, look)
