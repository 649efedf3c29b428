"""Cards of all scenes, with their pictures, and one that leads to the start."""

from collections.abc import Callable, Sequence
from importlib import import_module

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import focus_ring, put_rounded
from scenes.draw.shapes import put
from scenes.widgets.several import Several
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Pressable

CARD, GAP = 128, 10  # design px: the least width of a card, and between them
PICTURE, INSET = 78, 7  # design px: how high a picture is, and what is left around it
NAME, TICK, HOME = 18, 22, 30  # letters; design px of the tick, and of the sign of the start
RADIUS = 16
COLUMNS = 4  # most of them


class SceneCard(Pressable):
    """The picture of a scene over its name, with a tick on the one that is shown."""

    def __init__(self, scene: str, name: str, choose: Callable[[], None], *, chosen: bool) -> None:
        super().__init__()
        self.scene, self.name, self.chosen = scene, name, chosen
        self._choose = choose

    def activate(self) -> None:
        """Show the scene."""
        self._choose()

    def describe(self) -> str:
        """Its name."""
        return self.name

    def least(self, look: Look) -> int:
        """How wide it is with its longest word."""
        words = max(look.measure(word, NAME, SEMIBOLD) for word in self.name.split())
        tick = look.control(TICK) if self.chosen else 0
        return max(look.px(CARD), words + tick + 4 * look.px(INSET))

    def _lines(self, look: Look, width: int) -> tuple[str, ...]:
        tick = look.control(TICK) if self.chosen else 0
        room = width - 4 * look.px(INSET) - tick
        return wrap(self.name, look.font(NAME, SEMIBOLD), max(1, room))

    def height(self, look: Look, width: int) -> int:
        """Picture and name."""
        words = len(self._lines(look, width)) * look.line_height(NAME)
        return look.px(PICTURE + 3 * INSET) + words

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Card, picture, name, tick and ring."""
        colours, box, inset = look.palette, self.rect, look.px(INSET)
        fill = colours.on if self.chosen else colours.panel
        fill = colours.track if self.pressed else fill
        edge, width = (colours.ui, 3.0) if self.chosen else (colours.line, 1.5)
        put_rounded(surface, box, look.px(RADIUS), fill, edge, look.line(width))
        picture = pygame.Rect(box.left + inset, box.top + inset, 0, look.px(PICTURE))
        picture.width = box.width - 2 * inset
        self._draw_picture(surface, picture, look, fill)
        lines, high = self._lines(look, box.width), look.line_height(NAME)
        y = (picture.bottom + box.bottom - len(lines) * high) // 2
        for line in lines:
            surface.blit(look.text(line, NAME, colours.ink, SEMIBOLD), (box.left + 2 * inset, y))
            y += high
        if self.chosen:
            tick = icon("check", look.control(TICK), colours.ink)
            middle = (picture.bottom + box.bottom - tick.get_height()) // 2
            put(surface, tick, (box.right - 2 * inset - tick.get_width(), middle))
        if self.ring:
            focus_ring(surface, box, look.px(RADIUS), look)

    def _draw_picture(
        self, surface: pygame.Surface, box: pygame.Rect, look: Look, ground: Colour
    ) -> None:
        pictures = import_module("scenes.shell.scene_pictures")
        pictures.put_picture(surface, box, look, self.scene, ground)


class HomeCard(SceneCard):
    """The way to the start."""

    def __init__(self, name: str, choose: Callable[[], None]) -> None:
        super().__init__("", name, choose, chosen=False)

    def _draw_picture(
        self, surface: pygame.Surface, box: pygame.Rect, look: Look, ground: Colour
    ) -> None:
        put_rounded(surface, box, look.px(RADIUS - INSET / 2), look.palette.field)
        sign = icon("home", look.px(HOME), look.palette.ink)
        put(surface, sign, sign.get_rect(center=box.center).topleft)


class SceneCards(Several[SceneCard]):
    """The cards in as many columns as there is room for, all as high as the highest."""

    def _layout(self, look: Look, width: int) -> tuple[int, int, int]:
        """How many columns, and width and height of a card."""
        gap, least = look.px(GAP), max(card.least(look) for card in self.children)
        columns = min(COLUMNS, max(1, (width + gap) // (least + gap)))
        wide = (width - (columns - 1) * gap) // columns
        return columns, wide, max(card.height(look, wide) for card in self.children)

    def height(self, look: Look, width: int) -> int:
        """All rows."""
        columns, _, high = self._layout(look, width)
        rows = -(-len(self.children) // columns)
        return rows * high + (rows - 1) * look.px(GAP)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay the cards out."""
        super().place(rect, look)
        columns, wide, high = self._layout(look, rect.width)
        gap = look.px(GAP)
        for number, card in enumerate(self.children):
            row, column = divmod(number, columns)
            corner = (rect.left + column * (wide + gap), rect.top + row * (high + gap))
            card.place(pygame.Rect(corner, (wide, high)), look)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Those that can be seen."""
        for card in self.children:
            if card.rect.colliderect(surface.get_clip()):
                card.draw(surface, look)


def scene_cards(
    names: Sequence[tuple[str, str]],
    chosen: str,
    choose: Callable[[str], None],
    home: tuple[str, Callable[[], None]],
) -> SceneCards:
    """A card for each (scene, name), and one for the start."""
    cards: list[SceneCard] = [
        SceneCard(scene, name, lambda scene=scene: choose(scene), chosen=scene == chosen)  # type: ignore[misc]
        for scene, name in names
    ]
    return SceneCards([*cards, HomeCard(*home)])
