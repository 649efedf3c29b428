"""The end of the story: what was seen in four pictures, what it does not mean, three ways on."""

from collections.abc import Callable, Mapping, Sequence

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import focus_ring, frame_card, put_card, put_centred, put_rounded
from scenes.experiment.accompanied import Keepsake
from scenes.forms import Areas, Form, PANEL_INSET
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.several import Several
from scenes.widgets.widget import Pressable, Widget

SEEN = ("press", "deep", "timing", "training")  # steps of which a picture is kept
WAYS = ("exercises", "sheet", "try")
CELL, PICTURE, GAP = 150, 176, 12  # design px: least width, height of a picture, between them
INSET, RADIUS, LETTERS = 10, 16, 19


class Memory(Pressable):
    """What was seen of a step, or that it has not been; pressing it leads there."""

    def __init__(self, seen: str, unseen: str, go: Callable[[], None]) -> None:
        super().__init__()
        self._seen, self._unseen, self._go = seen, unseen, go
        self._caption = RichText(seen, size=LETTERS)
        self.keepsake: Keepsake | None = None
        self._painted: tuple[object, pygame.Surface] | None = None

    def activate(self) -> None:
        """Go to the step."""
        self._go()

    def describe(self) -> str:
        """What was seen."""
        return self._seen if self.keepsake else self._unseen

    def height(self, look: Look, width: int) -> int:
        """Picture and words, seen or not."""
        inside, need = width - 2 * look.px(INSET), 0
        for text in (self._unseen, self._seen):
            self._caption.text = text
            need = max(need, self._caption.height(look, inside))
        return look.px(PICTURE + 3 * INSET) + need

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Card, picture as it was, words."""
        colours, box, inset = look.palette, self.rect, look.px(INSET)
        fill = colours.track if self.pressed else colours.field if self.hovered else colours.panel
        put_rounded(surface, box, look.px(RADIUS), fill, colours.line, look.line(1.5))
        place = pygame.Rect(box.left + inset, box.top + inset, box.width - 2 * inset, 0)
        place.height = look.px(PICTURE)
        if self.keepsake is None:
            put_rounded(surface, place, look.px(RADIUS - 4), colours.field)
            sign = icon("play", look.px(44), colours.edge)
            put_centred(surface, sign, place.center)
        else:
            surface.blit(self._picture(self.keepsake, place.size, look), place)
        self._caption.text = self.describe()
        high = self._caption.height(look, place.width)
        self._caption.place(pygame.Rect(place.left, place.bottom + inset, place.width, high), look)
        self._caption.draw(surface, look)
        if self.ring:
            focus_ring(surface, box, look.px(RADIUS), look)

    def _picture(self, keepsake: Keepsake, size: tuple[int, int], look: Look) -> pygame.Surface:
        key = keepsake, size, look
        if self._painted is None or self._painted[0] != key:
            picture = pygame.Surface(size)
            picture.fill(look.palette.play)
            keepsake(picture, picture.get_rect(), look)
            frame_card(picture, picture.get_rect(), look, radius=12, ground=look.palette.panel)
            self._painted = key, picture
        return self._painted[1]


class Grid(Several[Widget]):
    """Widgets side by side, all in one row, two, or each in its own, as there is room."""

    def __init__(self, children: Sequence[Widget], cell: float) -> None:
        super().__init__(children)
        self._cell = cell

    def _boxes(self, look: Look, width: int) -> list[pygame.Rect]:
        count, gap = len(self.children), look.px(GAP)
        across = next(
            (
                columns
                for columns in range(count, 1, -1)
                if count % columns == 0
                and (width - gap * (columns - 1)) // columns >= look.control(self._cell)
            ),
            1,
        )
        wide = (width - gap * (across - 1)) // across
        boxes, top = [], 0
        for start in range(0, count, across):
            row = self.children[start : start + across]
            high = max(child.height(look, wide) for child in row)
            boxes += [pygame.Rect(n * (wide + gap), top, wide, high) for n in range(len(row))]
            top += high + gap
        return boxes

    def height(self, look: Look, width: int) -> int:
        """All rows."""
        return self._boxes(look, width)[-1].bottom

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay all out."""
        super().place(rect, look)
        for child, box in zip(self.children, self._boxes(look, rect.width), strict=True):
            child.place(box.move(rect.topleft), look)


class End:
    """The page; made anew with the language. `leave` is called with one of `WAYS`."""

    def __init__(
        self, words: Words, go: Callable[[str], None], leave: Callable[[str], None]
    ) -> None:
        self.memories = {
            name: Memory(
                words(f"story.end_{name}"),
                words("story.end_unseen", step=words(f"story.{name}")),
                lambda name=name: go(name),  # type: ignore[misc]
            )
            for name in SEEN
        }
        self.ways = {
            way: Button(
                words(f"story.way_{way}"),
                kind="primary" if way == WAYS[0] else "plain",
                on_press=lambda way=way: leave(way),  # type: ignore[misc]
            )
            for way in WAYS
        }
        self._title = RichText(words("story.end"), size=28, weight=SEMIBOLD)
        self._meaning = RichText(words("story.end_meaning"), size=20)
        self._on = RichText(words("story.end_on"), size=22, weight=SEMIBOLD)
        self.area = ScrollArea(
            [
                self._title,
                Grid(list(self.memories.values()), CELL),
                self._meaning,
                self._on,
                Grid(list(self.ways.values()), CELL),
            ],
            gap=12,
        )
        self._ground = pygame.Rect(0, 0, 0, 0)

    def widgets(self) -> list[Widget]:
        """All of it."""
        return [self.area]

    def show(self, kept: Mapping[str, Keepsake]) -> None:
        """What was seen, as it was."""
        for name, memory in self.memories.items():
            memory.keepsake = kept.get(name)

    def says(self) -> str:
        """All words in order."""
        seen = [memory.describe() for memory in self.memories.values()]
        texts = (self._title.describe(), *seen, self._meaning.describe(), self._on.describe())
        return "\n".join(texts)

    def place(self, areas: Areas, foot: pygame.Rect, look: Look) -> None:
        """Take up all between header and foot."""
        if areas.form.in_hand:
            room = areas.below_header
            if areas.form is Form.TALL:  # on its side the foot is beside the header
                room.height = foot.top - look.px(8) - room.top
            self._ground = room.inflate(2 * look.px(GAP), 0)
        else:
            room = areas.play.union(areas.panel)
            room.height = foot.top - look.px(GAP) - room.top
            self._ground = room.copy()
        inset = 0 if areas.form.in_hand else 2 * look.px(PANEL_INSET)
        self.area.place(room.inflate(-inset, -2 * look.px(4)), look)

    def draw(self, surface: pygame.Surface, areas: Areas, look: Look) -> None:
        """What it lies on."""
        if areas.form.in_hand:
            surface.fill(look.palette.panel, self._ground)
        else:
            put_card(surface, self._ground, look)
