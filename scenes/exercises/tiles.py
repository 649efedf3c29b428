"""Exercises as things to tap: a card, and a row of the list, each with a button in its corner."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import disc, focus_ring, put_centred, put_rounded
from scenes.draw.person.figure import draw_figure
from scenes.exercises.catalogue import STEPS
from scenes.forms import LARGE_TEXT
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.several import Several
from scenes.widgets.tabs import LEAST, TabBar
from scenes.widgets.widget import Position, Pressable, Widget

CARD = (184, 214)
HAND_CARD = 148  # design px wide at least, on a phone
GAP = 12
PICTURE = 112  # design px high, in a card
INSET = 8
ROW_PICTURE = (78, 52)
BADGE = 15


class Corner(Button):
    """A round button that a tile draws itself: a plus, a tick or a cross."""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """A disc with its sign."""
        colours, radius = look.palette, look.control(BADGE)
        fill = colours.track if self.pressed else colours.field if self.hovered else colours.panel
        ink, edge = (colours.muted, colours.edge) if not self.on else (colours.ui_ink, colours.ui)
        if self.icon != "close":
            spot = disc(radius, colours.ui if self.on else fill, edge, look.line(1.7))
            put_centred(surface, spot, self.rect.center)
        put_centred(surface, icon(self.icon, round(radius * 1.2), ink), self.rect.center)
        if self.ring:
            focus_ring(surface, self.rect.inflate(-6, -6), self.rect.height, look)


class Tile(Pressable):
    """A name with a figure: pressing it opens the exercise, its corner does another thing.

    `names`: of the exercise, what opening it is called, and what stands below the name.
    """

    def __init__(
        self,
        exercise: str,
        names: tuple[str, str, str],
        corner: Corner,
        choose: Callable[[], None],
    ) -> None:
        super().__init__()
        self.exercise = exercise
        self.name, self._open_name, below = names
        self._texts = (
            RichText(self.name, weight=SEMIBOLD),
            RichText(below, size=18, colour="muted"),
        )
        self.share = 1.0  # of the way from the start to the hold
        self.corner = corner
        self.corner.parent = self
        self._choose = choose

    def activate(self) -> None:
        """Open it."""
        self._choose()

    def describe(self) -> str:
        """Its name, and that it opens."""
        return self._open_name

    @property
    def children(self) -> list[Widget]:
        """What lies in it."""
        return [self.corner]

    def at(self, position: Position) -> Widget | None:
        """The corner button, or the tile."""
        return self.corner.at(position) or super().at(position)

    def stops(self) -> Sequence[Widget]:
        """The tile, then its button."""
        return (self, *self.corner.stops())

    def move(self, dx: int, dy: int) -> None:
        """Shift with its button."""
        super().move(dx, dy)
        self.corner.move(dx, dy)

    @abstractmethod
    def corner_box(self, look: Look) -> pygame.Rect:
        """Where its button is."""

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place, with the button in the corner."""
        super().place(rect, look)
        self.corner.place(self.corner_box(look), look)


class Card(Tile):
    """A card: picture, name, step, and a button that puts the exercise on the list."""

    lit = False  # whether its step is the chosen one

    def _inside(self, look: Look, width: int) -> int:
        return width - 2 * look.px(2 * INSET)

    def height(self, look: Look, width: int) -> int:
        """Picture, two lines of name, and step; more where the letters need it."""
        inside = self._inside(look, width)
        name, step = (text.height(look, inside) for text in self._texts)
        words = max(2 * look.line_height(20), name)
        words += max(step, look.px(look.finger) - look.line_height(20))
        return max(look.px(CARD[1]), look.px(PICTURE + 3 * INSET) + words + look.px(4))

    def corner_box(self, look: Look) -> pygame.Rect:
        """Down on the right."""
        side = max(look.px(look.finger), look.control(2 * BADGE))
        return pygame.Rect(self.rect.right - side - 2, self.rect.bottom - side - 2, side, side)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Card, picture, words and ring."""
        colours, box = look.palette, self.rect
        edge, width = colours.line, 1.5
        if self.corner.on:
            edge, width = colours.ui, 3.0
        elif self.hovered:
            edge, width = colours.edge, 2.0
        put_rounded(surface, box, look.px(18), colours.panel, edge, look.line(width))
        picture = pygame.Rect(
            box.left + look.px(INSET), box.top + look.px(INSET), box.width - 2 * look.px(INSET), 0
        )
        picture.height = look.px(PICTURE)
        ground = colours.teal_tint if self.lit else colours.field
        ground = colours.track if self.pressed else ground
        put_rounded(surface, picture, look.px(12), ground)
        inner = picture.inflate(-2 * look.px(10), -2 * look.px(8))
        draw_figure(surface, inner, look, self.exercise, self.share)
        y = picture.bottom + look.px(INSET)
        inside = self._inside(look, box.width)
        for text in self._texts:
            high = text.height(look, inside)
            text.place(pygame.Rect(box.left + look.px(2 * INSET), y, inside, high), look)
            text.draw(surface, look)
            y += high
        self.corner.draw(surface, look)
        if self.ring:
            focus_ring(surface, box, look.px(18), look)


class Row(Tile):
    """A row of the list: a small picture, name and dose, and a cross that takes it off."""

    def _columns(self, look: Look, width: int) -> tuple[int, int]:
        """Width of the picture and of the words: without room for both the words alone."""
        picture = look.px(ROW_PICTURE[0]) if look.zoom < LARGE_TEXT else 0
        return picture, width - picture - look.px(look.finger + 2 * INSET)

    def height(self, look: Look, width: int) -> int:
        """The picture, or the words if they need more."""
        inside = self._columns(look, width)[1]
        words = sum(text.height(look, inside) for text in self._texts)
        return max(look.px(64), words + look.px(12))

    def corner_box(self, look: Look) -> pygame.Rect:
        """On the right."""
        side = look.px(look.finger)
        box = pygame.Rect(0, 0, side, side)
        box.midright = (self.rect.right - look.px(4), self.rect.centery)
        return box

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Ground, picture, words and ring."""
        colours, box = look.palette, self.rect
        ground = colours.track if self.pressed else colours.on if self.hovered else colours.field
        put_rounded(surface, box, look.px(12), ground)
        picture, inside = self._columns(look, box.width)
        if picture:
            place = pygame.Rect(0, 0, picture - look.px(8), look.px(ROW_PICTURE[1]))
            place.midleft = (box.left + look.px(6), box.centery)
            draw_figure(surface, place, look, self.exercise, 1.0, floor=False)
        heights = [text.height(look, inside) for text in self._texts]
        y = box.centery - sum(heights) // 2
        for text, high in zip(self._texts, heights, strict=True):
            left = box.left + picture + look.px(INSET)
            text.place(pygame.Rect(left, y, inside, high), look)
            text.draw(surface, look)
            y += high
        self.corner.draw(surface, look)
        if self.ring:
            focus_ring(surface, box, look.px(12), look)


class Cards(Several[Card]):
    """All cards in as many columns as there is room for."""

    def _columns(self, look: Look, width: int) -> int:
        gap = look.px(GAP)
        least = HAND_CARD if look.strict else CARD[0] * look.palette.type
        return max(1, (width + gap) // (round(look.control(least)) + gap))

    def _layout(self, look: Look, width: int) -> list[tuple[int, int, int, int]]:
        """Left, top, width and height of every card."""
        columns, gap = self._columns(look, width), look.px(GAP)
        wide = (width - (columns - 1) * gap) // columns
        found, top = [], 0
        for start in range(0, len(self.children), columns):
            row = self.children[start : start + columns]
            high = max(card.height(look, wide) for card in row)
            found += [(number * (wide + gap), top, wide, high) for number in range(len(row))]
            top += high + gap
        return found

    def height(self, look: Look, width: int) -> int:
        """All rows."""
        _, top, _, high = self._layout(look, width)[-1]
        return top + high

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay the cards out."""
        super().place(rect, look)
        for card, (x, y, wide, high) in zip(
            self.children, self._layout(look, rect.width), strict=True
        ):
            card.place(pygame.Rect(rect.left + x, rect.top + y, wide, high), look)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw the cards that can be seen."""
        for card in self.children:
            if card.rect.colliderect(surface.get_clip()):
                card.draw(surface, look)


def name_steps(bar: TabBar, words: Words, look: Look, room: int) -> None:
    """Give the steps the longest names that fit; numbers alone, where the headline says more."""
    for form in ("step_{}", "step_{}_short"):
        named = [(step, words(f"exercise.{form.format(step)}")) for step in STEPS]
        bar.names = [f"{step}  {name}" for step, name in named]
        wide = max(look.measure(name, bar.size, SEMIBOLD) for name in bar.names)
        if (wide + look.px(LEAST)) * len(bar.names) <= room:
            return
    bar.names = [str(step) for step in STEPS]
