"""Force arrows with their value, leader lines with a callout, and pill badges.

Arrows are painted once per length, direction, scale and palette, and for every
quarter of a pixel at which one stands: they move along with the hands. Texts
are passed in; behind each lies a halo in the colour of the ground, so that it
stays legible over what passes under it.
"""

import math
from collections.abc import Sequence
from typing import Literal

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.shapes import broken, joined, outlined, put, smooth_line, supersampled
from scenes.draw.surface_cache import SurfaceCache

Point = tuple[float, float]
Direction = Literal["left", "right", "up", "down"]
Side = Literal["left", "right"]

NO_FORCE, PER_NEWTON = 26.0, 0.34  # design pixels: an arrow of next to nothing has a shaft too
# Design pixels: shaft width, head length.
PRESS = (8.0, 18.0)
PUSH = (6.0, 16.0)
HEAD_WIDTH = 1.16  # of its length
BEHIND, BESIDE = 12.0, 7.0  # between a lying, or an upright, arrow and its text
HALO = 6.0  # line width around arrows: half of it shows
VALUE, HEADING, BODY = 24.0, 22.0, 20.0  # text sizes
LINE = 25.0  # from line to line in a callout
SMALL = (18.0, 16.0, 22.0)  # the same of a callout where there is little room
LEADER, LEADER_GAP = 1.6, 14.0
DOT, DOT_RIM = 4.0, 2.0
BADGE_HEIGHT, BADGE_PAD, BADGE_GAP = 44.0, 18.0, 9.0
QUARTER = 4

_POINTING: dict[Direction, Point] = {
    "left": (-1.0, 0.0),
    "right": (1.0, 0.0),
    "up": (0.0, -1.0),
    "down": (0.0, 1.0),
}

_arrows: SurfaceCache[tuple[pygame.Surface, tuple[int, int]]] = SurfaceCache()
_dots: SurfaceCache[pygame.Surface] = SurfaceCache()
_texts: SurfaceCache[pygame.Surface] = SurfaceCache()
_pills: SurfaceCache[pygame.Surface] = SurfaceCache()


def force_length(newton: float) -> float:
    """Length in design pixels of the arrow of any force: of head and shaft, and by newton."""
    return NO_FORCE + PER_NEWTON * abs(newton)


def draw_arrow(
    surface: pygame.Surface,
    look: Look,
    tip: Point,
    direction: Direction,
    length: float,
    *,
    text: str = "",
    form: tuple[float, float] = PUSH,
    side: Side = "left",
) -> pygame.Rect:
    """Draw an arrow with its tip at a screen point; return what it covers, text included.

    Parameters
    ----------
    length
        Design pixels, from `force_length`.
    form
        `PRESS` or `PUSH`.
    side
        On which side of an upright arrow the text stands. Beside a lying arrow
        it stands behind the tail.
    """
    pixels = max(1, look.px(length))
    shaft, head = look.px(form[0]), min(look.px(form[1]), pixels)
    wide = head * HEAD_WIDTH
    corner, cell = _quarters(tip)
    key = (pixels, direction, cell, form, look.scale, look.palette.name)
    art, anchor = _arrows.get(
        key, lambda: _arrow(look, _POINTING[direction], (pixels, shaft, head), cell)
    )
    put(surface, art, (corner[0] - anchor[0], corner[1] - anchor[1]))

    dx, dy = _POINTING[direction]
    box = pygame.Rect(0, 0, pixels if dx else math.ceil(wide), pixels if dy else math.ceil(wide))
    box.center = (round(tip[0] - dx * pixels / 2), round(tip[1] - dy * pixels / 2))
    if not text:
        return box
    before = dx > 0 or (dx == 0 and side == "left")
    gap = look.px(BEHIND if dx else BESIDE)
    x = box.left - gap if before else box.right + gap
    words = draw_text(
        surface,
        look,
        text,
        (x, box.centery),
        size=VALUE,
        colour=look.palette.force,
        right=before,
    )
    return box.union(words)


def draw_text(
    surface: pygame.Surface,
    look: Look,
    text: str,
    at: Point,
    *,
    size: float,
    colour: Colour,
    weight: int = SEMIBOLD,
    right: bool = False,
) -> pygame.Rect:
    """Draw one line with a halo, from (or, `right`, up to) x, its capitals centred on y."""
    face = look.text(text, size, colour, weight)
    rim = max(2, look.px(HALO / 2))
    halo = look.palette.halo
    key = (text, look.letters(size), rim, weight, colour, look.palette.name)
    art = _texts.get(
        key, lambda: _haloed(face, look.text(text, size, halo, weight), rim, halo, colour)
    )
    # Baseline = centre + 0.35 x size, as everywhere.
    font = look.font(size, weight)
    baseline = at[1] + 0.35 * size * look.scale * look.zoom * look.palette.type
    left = at[0] - face.get_width() if right else at[0]
    top = baseline - font.get_ascent()
    put(surface, art, (round(left) - rim, round(top) - rim))
    return pygame.Rect((round(left), round(top)), face.get_size())


def draw_callout(
    surface: pygame.Surface,
    look: Look,
    at: Point,
    heading: str,
    text: str,
    *,
    colour: Colour | None = None,
    dot: Point | None = None,
    dot_colour: Colour | None = None,
    small: bool = False,
    clear: Sequence[pygame.Rect] = (),
) -> pygame.Rect:
    """Draw a heading in a colour with text under it; return what the words cover.

    `at` is the left end of the heading and the middle of its capitals. With a
    `dot` (a screen point) a leader line runs to it, broken where other words are to be
    kept `clear`. Line breaks in `text` count.
    """
    palette = look.palette
    colour = colour or palette.ink
    head, body, pitch = SMALL if small else (HEADING, BODY, LINE)
    if dot is not None:
        end = (at[0] - look.px(LEADER_GAP), at[1])
        for first, last in broken(dot, end, clear):
            smooth_line(surface, palette.edge, first, last, LEADER * look.scale * palette.stroke)
        draw_dot(surface, look, dot, dot_colour or colour)
    box = draw_text(surface, look, heading, at, size=head, colour=colour)
    step = pitch * look.scale * look.zoom * palette.type
    for number, line in enumerate(text.splitlines() if text else (), start=1):
        where = (at[0], at[1] + step * number)
        box.union_ip(
            draw_text(surface, look, line, where, size=body, colour=palette.ink, weight=REGULAR)
        )
    return box


def badge_size(look: Look, text: str, icon: pygame.Surface | None = None) -> tuple[int, int]:
    """Width and height of a badge, for placing it."""
    width = look.text(text, BODY, look.palette.ui_ink, SEMIBOLD).get_width()
    if icon is not None:
        width += icon.get_width() + look.control(BADGE_GAP)
    return width + 2 * look.control(BADGE_PAD), look.control(BADGE_HEIGHT)


def draw_badge(
    surface: pygame.Surface,
    look: Look,
    at: tuple[int, int],
    text: str,
    icon: pygame.Surface | None = None,
) -> pygame.Rect:
    """Draw a dark pill with its upper left corner at `at`; return what it covers.

    `icon` is a supersampled surface in the colour `ui_ink`.
    """
    palette = look.palette
    box = pygame.Rect(at, badge_size(look, text, icon))
    pill = _pills.get(
        (box.size, palette.name),
        lambda: supersampled(box.size, lambda large, _: _pill(large, palette.ui)),
    )
    put(surface, pill, box.topleft)
    x = box.left + look.control(BADGE_PAD)
    if icon is not None:
        put(surface, icon, (x, box.centery - icon.get_height() // 2))
        x += icon.get_width() + look.control(BADGE_GAP)
    words = look.text(text, BODY, palette.ui_ink, SEMIBOLD)
    baseline = box.centery + 0.35 * BODY * look.scale * look.zoom * palette.type
    surface.blit(words, (x, round(baseline - look.font(BODY, SEMIBOLD).get_ascent())))
    return box


def _pill(large: pygame.Surface, colour: Colour) -> None:
    pygame.draw.rect(large, colour, large.get_rect(), border_radius=large.get_height() // 2)


def _quarters(point: Point) -> tuple[tuple[int, int], tuple[int, int]]:
    """A whole pixel, and how many quarters further the point lies."""
    x, y = round(point[0] * QUARTER), round(point[1] * QUARTER)
    return (x // QUARTER, y // QUARTER), (x % QUARTER, y % QUARTER)


def _arrow(
    look: Look, pointing: Point, sizes: tuple[int, int, int], cell: tuple[int, int]
) -> tuple[pygame.Surface, tuple[int, int]]:
    """An arrow with its halo, and the pixel in it that holds the tip.

    The tip lies `cell` quarters of a pixel right and down of that pixel's corner.
    """
    length, shaft, head = sizes
    wide = head * HEAD_WIDTH / 2
    # Along the arrow from the tip backwards, and aside.
    shape = [(0.0, 0.0), (-head, wide), (-head, shaft / 2), (-length, shaft / 2)]
    if head >= length:
        shape = [(0.0, 0.0), (-head, wide)]
    shape += [(along, -aside) for along, aside in reversed(shape[1:])]
    dx, dy = pointing
    points = [(dx * along - dy * aside, dy * along + dx * aside) for along, aside in shape]
    halo = HALO * look.scale * look.palette.stroke
    margin = halo / 2 + 1
    left = math.floor(min(x for x, _ in points) - margin)
    top = math.floor(min(y for _, y in points) - margin)
    # One more pixel for the fraction.
    width = math.ceil(max(x for x, _ in points) + margin) + 1 - left
    height = math.ceil(max(y for _, y in points) + margin) + 1 - top

    def paint(large: pygame.Surface, factor: int) -> None:
        placed = [
            ((x - left + cell[0] / QUARTER) * factor, (y - top + cell[1] / QUARTER) * factor)
            for x, y in points
        ]
        outlined(large, placed, look.palette.halo, look.palette.halo, halo * factor)
        pygame.draw.polygon(large, look.palette.force, placed)

    return supersampled((width, height), paint, QUARTER), (-left, -top)


def draw_dot(surface: pygame.Surface, look: Look, at: Point, colour: Colour) -> None:
    """Draw the dot at the end of a leader line."""
    line = look.scale * look.palette.stroke
    radius = DOT * look.scale + DOT_RIM * line
    reach = math.ceil(radius) + 1
    corner, cell = _quarters(at)

    def paint(large: pygame.Surface, factor: int) -> None:
        centre = tuple((reach + part / QUARTER) * factor for part in cell)
        pygame.draw.circle(large, look.palette.halo, centre, radius * factor)
        pygame.draw.circle(large, colour, centre, DOT * look.scale * factor)

    art = _dots.get(
        (cell, colour, look.scale, look.palette.name),
        lambda: supersampled((2 * reach, 2 * reach), paint, QUARTER),
    )
    put(surface, art, (corner[0] - reach, corner[1] - reach))


def _haloed(
    face: pygame.Surface, halo: pygame.Surface, rim: int, colour: Colour, ink: Colour
) -> pygame.Surface:
    """Text over the same text in the halo's colour, shifted all round."""
    places = [
        (rim + round(rim * math.cos(angle)), rim + round(rim * math.sin(angle)))
        for angle in (step * math.tau / 16 for step in range(16))
    ]
    size = face.get_width() + 2 * rim, face.get_height() + 2 * rim
    art, ground = (pygame.Surface(size, pygame.SRCALPHA) for _ in range(2))
    art.blits([(halo, place) for place in places])
    # All the halo is one colour: what covers is counted here, the colours are the face's on it.
    ground.fill(colour)
    bare = pygame.surfarray.pixels2d(art) >> 24 == 0
    pygame.surfarray.pixels2d(ground)[bare] = (
        ground.map_rgb(ink) & 0xFFFFFFFF
    )  # signed in WebAssembly
    for surface in (art, ground):
        surface.blit(face, (rim, rim))
    art.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    art.blit(ground, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return joined(art)
