"""The speech card of a step, and the ring round what is to be touched.

The card stands beside its target where there is room in the picture, and otherwise in
the panel: it never lies on the target, on a hand or on the words.
"""

import math
from collections.abc import Callable, Sequence

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.draw.shapes import mix, put, smooth_line
from scenes.widgets.rich_text import RichText
from scenes.widgets.widget import Widget

WIDTH, PADDING, GAP = 284, 24, 8  # design px
RADIUS, BORDER = 20, 3
PILL, ICON = 42, 24
TAIL, AWAY = 44, 16  # its width, and how far from the ring it ends
BESIDE = 58  # design px from the target's ring to the card: room for the tail
EDGE = 18  # design px from the edge of the play area
SHIFT = 12  # design px from one height that is tried to the next
SLANT = 60  # design px that its tip may be above or below its foot
OUTER, INNER_WIDTH, FRAME_WIDTH = 10, 4, 3
FRAME_RADIUS, FRAME_PULSE = 14, 1
PULSE, BEAT = 3, 1.6  # design px, s
PALE = 0.45  # of the ground in the outer ring


class Card(Widget):
    """Title, what to do or what was seen, and whether it is waited for.

    `target` is where the tail points, None for no tail.
    """

    focusable = False

    def __init__(self) -> None:
        super().__init__()
        self.title = RichText("", size=24, weight=SEMIBOLD)
        self.text = RichText("", size=20)
        self.status = ""
        self.done = False
        self.target: pygame.Rect | None = None

    def say(self, title: str, text: str, status: str, *, done: bool) -> bool:
        """Show other words; whether they differ from those before."""
        before = (self.title.text, self.text.text, self.status, self.done)
        self.title.text, self.text.text, self.status, self.done = title, text, status, done
        return before != (title, text, status, done)

    def describe(self) -> str:
        """Everything on it."""
        return f"{self.title.text}. {self.text.text} {self.status}"

    def _inner(self, look: Look, width: int) -> int:
        return width - 2 * look.px(PADDING)

    def height(self, look: Look, width: int) -> int:
        """What the words need."""
        inner = self._inner(look, width)
        words = self.title.height(look, inner) + self.text.height(look, inner)
        return words + look.control(PILL) + 2 * look.px(PADDING) + 2 * look.px(GAP)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay the words out."""
        super().place(rect, look)
        inner = self._inner(look, rect.width)
        left, y = rect.left + look.px(PADDING), rect.top + look.px(PADDING)
        for text in (self.title, self.text):
            high = text.height(look, inner)
            text.place(pygame.Rect(left, y, inner, high), look)
            y += high + look.px(GAP)

    def move(self, dx: int, dy: int) -> None:
        """Shift with its words."""
        super().move(dx, dy)
        self.title.move(dx, dy)
        self.text.move(dx, dy)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Box, tail, words and status."""
        colours, box = look.palette, self.rect
        put_rounded(surface, box, look.px(RADIUS), colours.panel, colours.ui, look.line(BORDER))
        self._draw_tail(surface, look)
        self.title.draw(surface, look)
        self.text.draw(surface, look)
        inset = look.px(PADDING)
        pill = pygame.Rect(box.left + inset, 0, box.width - 2 * inset, look.control(PILL))
        pill.bottom = box.bottom - inset
        tint = colours.teal_tint if not self.done else colours.teal
        ink = colours.teal if not self.done else colours.panel
        put_rounded(surface, pill, pill.height / 2, tint)
        side = look.control(ICON)
        picture = icon("check" if self.done else "tap", side, ink)
        put(surface, picture, (pill.left + look.px(14), pill.centery - side // 2))
        room = pill.width - side - look.px(40)
        words = look.fitted(self.status, 20, ink, SEMIBOLD, width=max(1, room))
        at = (pill.left + side + look.px(24), pill.centery)
        surface.blit(words, words.get_rect(midleft=at))

    def tail(self, look: Look) -> list[tuple[int, int]] | None:
        """Its two feet and its tip, None where the target is not straight beside it."""
        box, target = self.rect, self.target
        if target is None:
            return None
        half, away = look.px(TAIL) // 2, look.px(AWAY)
        corner = look.px(RADIUS) + half
        most = look.px(BESIDE) + look.px(OUTER)
        x = min(max(target.centerx, box.left + corner), box.right - corner)
        y = min(max(target.centery, box.top + corner), box.bottom - corner)
        # Beside the target it may slant a little, so that its tip is at the target's height.
        tip = min(max(y, target.top), target.bottom)
        if abs(tip - y) <= look.px(SLANT):
            if 0 <= box.left - target.right <= most:
                return [(box.left, y - half), (target.right + away, tip), (box.left, y + half)]
            if 0 <= target.left - box.right <= most:
                return [(box.right, y - half), (target.left - away, tip), (box.right, y + half)]
        if 0 <= box.top - target.bottom <= most and target.left <= x <= target.right:
            tip = min(target.bottom + away // 4, box.top - away // 2)
            return [(x - half // 2, box.top), (x, tip), (x + half // 2, box.top)]
        return None

    def _draw_tail(self, surface: pygame.Surface, look: Look) -> None:
        tail = self.tail(look)
        if tail is None:
            return
        first, tip, last = tail
        # Its feet lie a little inside the box, so that the tail opens the border.
        inside = self.rect.inflate(-2 * look.stroke(BORDER), -2 * look.stroke(BORDER))
        within = inside.inflate(-2, -2)
        feet = [
            (min(max(x, within.left), within.right), min(max(y, within.top), within.bottom))
            for x, y in (first, last)
        ]
        pygame.draw.polygon(surface, look.palette.panel, [feet[0], tip, feet[1]])
        for foot in (first, last):
            smooth_line(surface, look.palette.ui, foot, tip, look.line(BORDER))


class Space(Widget):
    """Nothing, some design pixels high."""

    focusable = False

    def __init__(self, high: float) -> None:
        super().__init__()
        self._high = high

    def height(self, look: Look, width: int) -> int:
        """Its height."""
        return look.px(self._high)


def beside(
    target: pygame.Rect,
    play: pygame.Rect,
    taken: Sequence[pygame.Rect],
    look: Look,
    height: Callable[[int], int],
) -> pygame.Rect | None:
    """The free place for the card that is nearest to the target, None if there is none.

    `height` [pixels] of the card for a width; the target itself is kept free as well.
    """
    width, edge, gap = look.control(WIDTH), look.px(EDGE), look.px(BESIDE + OUTER)
    box = pygame.Rect(0, 0, width, height(width))
    room = play.inflate(-2 * edge, -2 * edge)
    grown = target.inflate(2 * look.px(OUTER), 2 * look.px(OUTER))
    lefts = (target.right + gap, room.right - width, target.left - gap - width, room.left)
    step = look.px(SHIFT)
    shifts = sorted(range(-play.height, play.height, step), key=abs)
    for left in lefts:
        box.left = left
        for shift in shifts:
            box.centery = target.centery + shift
            if room.contains(box) and box.collidelist([grown, *taken]) < 0:
                return box.copy()
    return None


class Pointer(Widget):
    """The ring round the target, if it is `drawn`; it takes no events. `still` stops its beat."""

    focusable = False

    def __init__(self) -> None:
        super().__init__()
        self.target: pygame.Rect | None = None
        self.clip: pygame.Rect | None = None
        self.round = True
        self.drawn = True
        self.still = False
        self._now = 0.0

    def hit(self, position: tuple[int, int]) -> bool:
        """It lies over what is to be touched, and lets everything through."""
        return False

    @property
    def moves(self) -> bool:
        """While it beats."""
        return self.target is not None and self.drawn and not self.still

    def update(self, now_s: float) -> None:
        """The beat goes on."""
        self._now = now_s

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """Two rings round a spot in the picture, one frame round a control."""
        if self.target is None or not self.drawn:
            return
        before = surface.get_clip()
        if self.clip is not None:
            surface.set_clip(self.clip.clip(before))
        beat = 0.0 if self.still else math.sin(2 * math.pi * self._now / BEAT)
        ink, pale = look.palette.ui, mix(look.palette.ui, look.palette.play, PALE)
        rings = [(0, INNER_WIDTH, ink), (look.px(OUTER) + round(look.px(PULSE) * beat), 2, pale)]
        if not self.round:  # beside a frame there are words and the edge of the panel
            rings = [(round(look.px(FRAME_PULSE) * beat), FRAME_WIDTH, ink)]
        for more, width, colour in rings:
            box = self.target.inflate(2 * more, 2 * more)
            radius = box.height / 2 if self.round else look.px(FRAME_RADIUS) + more
            put_rounded(surface, box, radius, None, colour, look.line(width))
        surface.set_clip(before)
