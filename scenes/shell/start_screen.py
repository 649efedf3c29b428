"""The start screen: what this is, and three ways in."""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.blocks import BlockPose, BlockShape, draw_blocks
from scenes.draw.camera import Camera
from scenes.draw.hands import draw_finger
from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import focus_ring, put_centred, put_rounded, rounded
from scenes.draw.shapes import put
from scenes.draw.strips import draw_strip
from scenes.experiment.background import Background
from scenes.experiment.protocols import Told
from scenes.forms import Areas, EDGE, Form
from scenes.text.words import Words
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.widget import Pressable, Widget
from sim.blocks.parameters import HEIGHT, WIDTH

WAYS = (("show", "story", "brick"), ("try", "tap", "teal"), ("teach", "chart", "ui"))
BLOCKS = 5
PICTURE, LOW_PICTURE = 0.42, 0.45  # of the window's width; on a phone's side
FORMS = ((42, 14, 104), (34, 8, 90))  # headline, gap and card height: roomy, and close
ART, LEAST_ART, SMALL_ART = 236, 120, 90  # design px high in the hand: above the column, beside it
HEADS = ((34, True), (26, True), (26, False))  # headline, and whether there is more: what fits
HAND_CARD, LOW_HEADLINE = 78, 30  # design px high in the hand; letters on a phone's side


class Choice(Pressable):
    """A card with an icon, a title and a line: one way in."""

    def __init__(
        self, title: str, note: str, picture: tuple[str, str], choose: Callable[[], None]
    ) -> None:
        super().__init__()
        self._title, self._note = title, note
        self._icon, self._colour = picture
        self.least_height: float = FORMS[0][2]
        self._choose = choose
        self._words = (RichText(title, size=26, weight=SEMIBOLD), RichText(note, colour="muted"))
        self._close = False

    def fit(self, least_height: float, *, close: bool) -> None:
        """At least so many design pixels high; `close` with little round icon and words."""
        self.least_height, self._close = least_height, close
        self._words[0].size = 22 if close else 26

    def activate(self) -> None:
        """Take this way."""
        self._choose()

    def describe(self) -> str:
        """Title and line."""
        return f"{self._title}. {self._note}"

    @property
    def _sides(self) -> tuple[int, int, int]:
        """Design px: of the icon's tile, round it, and for the chevron."""
        return (48, 12, 40) if self._close else (64, 20, 56)

    def _left(self, look: Look, width: int) -> int:
        """Where the words begin: with large letters in a narrow card there is no icon."""
        tile, pad, _ = self._sides
        left = look.control(tile + 2 * pad + pad // 5)
        return left if width >= 3 * look.control(108) else look.control(pad)

    def _inside(self, look: Look, width: int) -> int:
        return width - self._left(look, width) - look.control(self._sides[2])

    def height(self, look: Look, width: int) -> int:
        """The icon, or the words if they need more."""
        words = sum(text.height(look, self._inside(look, width)) for text in self._words)
        return max(look.control(self.least_height), words + look.control(self._sides[1]))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Card, icon tile, words and chevron."""
        colours, box = look.palette, self.rect
        fill = colours.track if self.pressed else colours.field if self.hovered else colours.panel
        put_rounded(surface, box, look.px(20), fill, colours.line, look.line(1.5))
        (tile, pad, end), left = self._sides, self._left(look, box.width)
        side = look.control(tile)
        tint = {"brick": colours.brick_tint, "teal": colours.teal_tint, "ui": colours.field}
        ink = {"brick": colours.brick, "teal": colours.teal, "ui": colours.ui}[self._colour]
        if left > side:
            ground = rounded((side, side), look.px(16), tint[self._colour])
            put(surface, ground, (box.left + look.control(pad), box.centery - side // 2))
            centre = (box.left + look.control(pad) + side // 2, box.centery)
            put_centred(surface, icon(self._icon, look.control(36), ink), centre)
        chevron = icon("chevron", look.control(24), colours.muted)
        put_centred(surface, chevron, (box.right - look.control(end - 20), box.centery))
        inside = self._inside(look, box.width)
        heights = [text.height(look, inside) for text in self._words]
        y = box.centery - sum(heights) // 2
        for text, high in zip(self._words, heights, strict=True):
            text.place(pygame.Rect(box.left + left, y, inside, high), look)
            text.draw(surface, look)
            y += high
        if self.ring:
            focus_ring(surface, box, look.px(20), look)


class StartScreen:
    """A scene without time: three choices beside a picture."""

    name = "start"
    background = Background()  # idle

    def __init__(self, words: Words, choose: Callable[[str], None]) -> None:
        self.wanted_focus: Widget | None = None
        self._choose = choose
        self._areas: Areas | None = None
        self._look: Look | None = None
        self._camera: Camera | None = None
        self.translate(words)

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        self.choices = [
            Choice(
                words(f"start.{way}"),
                words(f"start.{way}_note"),
                (picture, colour),
                lambda way=way: self._choose(way),  # type: ignore[misc]
            )
            for way, picture, colour in WAYS
        ]
        self._about = words("start.about")
        self._headline = RichText(words("start.question"), size=FORMS[0][0], weight=SEMIBOLD)
        self._title = RichText(words("app.title"), size=22, colour="teal", weight=SEMIBOLD)
        self._told = RichText(self._about, size=22, colour="muted")
        self._disclaimer = RichText(words("start.disclaimer"), colour="muted")
        self.column, self.aside = ScrollArea(), ScrollArea(gap=FORMS[1][1])

    def widgets(self) -> Sequence[Widget]:
        """The column of choices, and on a phone's side the words beside it."""
        low = self._areas is not None and self._areas.form is Form.LOW
        return [self.column, self.aside] if low else [self.column]

    def _fill(self, *, close: bool) -> None:
        """All in one column; `close` as in the hand."""
        for choice in self.choices:
            choice.fit(HAND_CARD if close else FORMS[0][2], close=close)
        words = [self._title, self._headline, self._told]
        self.column.set_children([*words, *self.choices, self._disclaimer])

    def place(self, areas: Areas, look: Look) -> None:
        """Picture left, column right; without room for both the column alone."""
        self._areas, self._look, self._camera = areas, look, None
        self._told.visible = True
        self._fill(close=areas.form.in_hand)
        if areas.form is Form.TALL:
            self._place_tall(areas.below_header, look)
            return
        if areas.form is Form.LOW:
            self._place_low(areas, look)
            return
        left, right = areas.play.left, areas.panel.right
        height = areas.panel.bottom - areas.header.bottom
        picture = round((right - left) * PICTURE) if look.zoom * look.palette.type < 1.5 else 0
        box = pygame.Rect(left + picture, areas.header.bottom, right - left - picture, height)
        for self._headline.size, self.column.gap, high in FORMS:
            for choice in self.choices:
                choice.fit(high, close=False)
            if self.column.height(look, box.width) <= box.height:
                break
        need = min(box.height, self.column.height(look, box.width))
        box = pygame.Rect(box.left, box.centery - need // 2, box.width, need)
        self.column.place(box, look)
        if picture:
            scale = min(1760 * look.scale, height * 0.86 / (HEIGHT * (BLOCKS + 2)))
            base = areas.panel.bottom - (height - scale * HEIGHT * (BLOCKS + 2)) * 0.45
            self._camera = Camera(scale, (left + picture * 0.5, base))

    def _place_tall(self, room: pygame.Rect, look: Look) -> None:
        """The picture above the column, as high as the column lets it be."""
        self._headline.size, self.column.gap, _ = FORMS[1]
        pad = look.px(PAD)
        box = room.inflate(2 * pad, 0)
        for self._headline.size, self._told.visible in HEADS:
            self.column.place(box, look)
            if self.choices[0].rect.bottom <= box.bottom:
                break
        need = self.column.height(look, box.width)
        art = min(look.px(ART), room.height - need)
        if art >= look.px(LEAST_ART):
            self._draw_in(pygame.Rect(room.left, room.top, room.width, art))
            box.top += art
            box.height -= art
        self.column.place(box, look)

    def _place_low(self, areas: Areas, look: Look) -> None:
        """Words and picture left, all choices right: none is out of sight at first."""
        self._headline.size, self.column.gap = LOW_HEADLINE, FORMS[1][1]
        self.column.set_children(self.choices)
        pad, box = look.px(PAD), areas.below_header
        left = pygame.Rect(box.left - pad, look.px(EDGE) // 2, 0, 0)
        left.width = round(LOW_PICTURE * (box.right - box.left)) + pad
        left.height = box.bottom - left.top
        right = pygame.Rect(left.right, areas.header.bottom, 0, 0)
        right.size = (box.right + pad - right.left, box.bottom + pad // 2 - right.top)
        self.column.place(right, look)
        words = [self._title, self._headline, self._told]
        foot = self._disclaimer.height(look, left.width - 2 * pad)
        for self._told.visible in (True, False):  # the picture tells it too
            self.aside.set_children(words)
            high = self.aside.height(look, left.width)
            art = left.height - high - foot
            if art >= look.px(SMALL_ART):
                self.aside.place(pygame.Rect(left.topleft, (left.width, high)), look)
                under = pygame.Rect(left.left + pad, left.bottom - foot, left.width - 2 * pad, foot)
                self._disclaimer.place(under, look)
                self._draw_in(pygame.Rect(left.left, left.top + high, left.width, art))
                return
        self._told.visible = True
        self.aside.set_children([*words, self._disclaimer])
        self.aside.place(left, look)

    def _draw_in(self, box: pygame.Rect) -> None:
        """The picture in a box."""
        scale = box.height * 0.86 / (HEIGHT * (BLOCKS + 2))
        self._camera = Camera(scale, (box.centerx, box.top + box.height * 0.95))

    @property
    def moves(self) -> bool:
        """Nothing moves here."""
        return False

    @property
    def moving_part(self) -> pygame.Rect | None:
        """Nowhere."""
        return None

    def update(self, elapsed: float) -> None:
        """Nothing moves here."""

    def tells(self) -> Told:
        """The question and what this is."""
        return Told(f"{self._headline.describe()} {self._about}")

    def actions(self) -> dict[str, Callable[[], None]]:
        """No hotkey is for this screen."""
        return {}

    def draw(self, surface: pygame.Surface) -> None:
        """The picture beside the choices, and on a phone's side the words below it."""
        if self._look is not None and self._camera is not None:
            draw_stack(surface, self._camera, self._look)
            if self._disclaimer not in (*self.column.children, *self.aside.children):
                self._disclaimer.draw(surface, self._look)


def draw_stack(surface: pygame.Surface, camera: Camera, look: Look) -> None:
    """A taped stack, and a finger that is about to tap it."""
    middle = camera.to_screen((0.0, HEIGHT * (BLOCKS + 2) / 2))
    radius = round(HEIGHT * (BLOCKS + 2) / 2 * camera.pixels_per_metre * 1.06)
    # Too large to be painted supersampled before the first picture.
    pygame.draw.circle(surface, look.palette.play, middle, radius)
    pygame.draw.aacircle(surface, look.palette.play, middle, radius)
    x, y = camera.to_screen((0.0, 0.0))
    wide = look.px(150)
    ground = pygame.Rect(round(x) - wide, round(y), 2 * wide, look.stroke(3))
    surface.fill(look.palette.edge, ground)
    draw_finger(surface, camera, look, (-WIDTH / 2 - 0.007, HEIGHT * (BLOCKS + 2) / 2))
    shapes = [
        BlockShape(crowned_below=index > 0, crowned_above=index <= BLOCKS)
        for index in range(BLOCKS + 2)
    ]
    poses = [
        BlockPose(shape, (0.0, HEIGHT * (index + 0.5)), 0.0, index)
        for index, shape in enumerate(shapes)
    ]
    draw_blocks(surface, camera, look, poses)
    for joint in range(1, BLOCKS + 2):
        for side in (-1, 1):
            x_side = side * WIDTH / 2
            ends = [(x_side, HEIGHT * joint + way * HEIGHT / 4) for way in (-1, 1)]
            draw_strip(surface, camera, look, *ends, taut=True, side=side)
