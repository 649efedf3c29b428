"""Rounded boxes, discs, hatches and the focus ring, kept as finished art.

Everything here is drawn once per size and colour. A rounded box is assembled
from one small sample (corners copied, edges stretched). In the sample each pixel is
covered as far as its middle lies from the edge, which is the same at all four corners;
pygame's own round corners are thinner than the lines that they join.
"""

import math
from collections.abc import Sequence

import numpy as np
import pygame
from numpy.typing import NDArray

from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.shapes import faded, finished, put, supersampled
from scenes.draw.surface_cache import kept

FACTOR = 4
CARD = 20  # design px, radius of the cards of the window
SMALL = 12_000  # pixels: to blend the whole of a larger box takes longer than its parts


def rounded(
    size: tuple[int, int],
    radius: float,
    fill: Colour | None,
    border: Colour | None = None,
    width: float = 0.0,
) -> pygame.Surface:
    """A box with round corners; `width` is that of the border, in (parts of) pixels.

    The radius is cut to half the shorter side, so a large one gives a pill.
    With `fill` None only the border is painted. Put it with `shapes.put`.
    """
    size = max(1, size[0]), max(1, size[1])  # a place may come out as less than nothing
    return _rounded(size, round(min(radius, min(size) / 2)), fill, border, width)


def put_rounded(  # noqa: PLR0917 - the same as above, and where
    target: pygame.Surface,
    box: pygame.Rect,
    radius: float,
    fill: Colour | None,
    border: Colour | None = None,
    width: float = 0.0,
) -> None:
    """Put a box with round corners; of a large one only corners and edges are blended."""
    width = 0.0 if border is None else width
    if box.width * box.height < SMALL or 2 * radius >= min(box.size):
        put(target, rounded(box.size, radius, fill, border, width), box.topleft)
        return
    thick = math.ceil(width) if border is not None else 0
    if fill is not None:
        corner = max(round(radius), thick)
        target.fill(fill, box.inflate(-2 * corner, -2 * thick))
        for left in (box.left + thick, box.right - corner):
            side = (left, box.top + corner, corner - thick, box.height - 2 * corner)
            target.fill(fill, side)
    for piece, (x, y) in _rim(box.size, round(radius), fill, border, width):
        put(target, piece, (box.left + x, box.top + y))


@kept
def _rim(
    size: tuple[int, int], radius: int, fill: Colour | None, border: Colour | None, width: float
) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    """Corners and edges of a box, and where they belong."""
    thick = math.ceil(width) if border is not None else 0
    corner = max(radius, thick)
    side = 2 * corner + 1
    sample = _painted((side, side), radius, fill, border, width)
    far_x, far_y = size[0] - corner, size[1] - corner
    pieces = [
        (sample.subsurface((from_x, from_y, corner, corner)), (to_x, to_y))
        for from_x, to_x in ((0, 0), (corner + 1, far_x))
        for from_y, to_y in ((0, 0), (corner + 1, far_y))
    ]
    if thick:
        scale, across, down = pygame.transform.scale, far_x - corner, far_y - corner
        for start, end in ((0, 0), (side - thick, 1)):
            row = sample.subsurface((corner, start, 1, thick))
            pieces.append((scale(row, (across, thick)), (corner, end * (size[1] - thick))))
            column = sample.subsurface((start, corner, thick, 1))
            pieces.append((scale(column, (thick, down)), (end * (size[0] - thick), corner)))
    return pieces


@kept
def _rounded(
    size: tuple[int, int], radius: int, fill: Colour | None, border: Colour | None, width: float
) -> pygame.Surface:
    if border is None:
        width = 0.0
    edge = max(1, radius, math.ceil(width))
    if 2 * edge >= min(size):
        return _painted(size, radius, fill, border, width)
    sample = _painted((2 * edge + 1, 2 * edge + 1), radius, fill, border, width)
    box = pygame.Surface(size, pygame.SRCALPHA)
    columns, rows = (
        ((0, edge, 0, edge), (edge, 1, edge, n - 2 * edge), (edge + 1, edge, n - edge, edge))
        for n in size
    )
    for from_x, from_w, to_x, to_w in columns:
        for from_y, from_h, to_y, to_h in rows:
            piece = sample.subsurface((from_x, from_y, from_w, from_h))
            put(box, pygame.transform.scale(piece, (to_w, to_h)), (to_x, to_y))
    return finished(box)


def _painted(
    size: tuple[int, int], radius: float, fill: Colour | None, border: Colour | None, width: float
) -> pygame.Surface:
    inner = _covered(size, radius, width)
    rim = _covered(size, radius) - inner
    return _blended([(border, rim), (fill, inner)])


def _covered(size: tuple[int, int], radius: float, inset: float = 0.0) -> NDArray[np.float64]:
    """How much of each pixel a rounded box covers that is `inset` smaller all around, 0 to 1.

    Shape (height, width).
    """
    corner = max(0.0, radius - inset)
    across, down = (
        np.abs(np.arange(length) + 0.5 - length / 2) - (length / 2 - inset - corner)
        for length in size
    )
    beyond = np.hypot(across.clip(0)[None], down.clip(0)[:, None])
    away = beyond + np.maximum(across[None], down[:, None]).clip(max=0) - corner
    covered: NDArray[np.float64] = (0.5 - away).clip(0, 1)
    return covered


def _blended(
    layers: Sequence[tuple[Colour | None, NDArray[np.float64]]],
) -> pygame.Surface:
    """Colours side by side, each with the share of every pixel that it covers."""
    high, wide = layers[0][1].shape
    parts = np.zeros((high, wide, 4))
    for colour, covered in layers:
        if colour is not None:
            parts += covered[..., None] * (*colour, 255)
    art = pygame.Surface((wide, high), pygame.SRCALPHA)
    seen = parts.round().astype(np.uint8).swapaxes(0, 1)
    pygame.surfarray.pixels3d(art)[...] = seen[..., :3]
    pygame.surfarray.pixels_alpha(art)[...] = seen[..., 3]
    return finished(art)


@kept
def disc(
    radius: float,
    fill: Colour,
    border: Colour | None = None,
    width: float = 0.0,
    alpha: int = 255,
) -> pygame.Surface:
    """A round spot, with a border inside its edge if asked for; odd side, so it has a centre."""
    side = 2 * math.ceil(radius) + 1

    def paint(large: pygame.Surface, factor: int) -> None:
        centre = (side * factor / 2, side * factor / 2)
        pygame.draw.circle(large, border or fill, centre, radius * factor)
        if border is not None:
            pygame.draw.circle(large, fill, centre, (radius - width) * factor)

    spot = supersampled((side, side), paint, FACTOR)
    return faded(spot, alpha) if alpha < 255 else spot


def put_centred(
    target: pygame.Surface, art: pygame.Surface, centre: tuple[float, float]
) -> pygame.Rect:
    """Put finished art around a point."""
    x = round(centre[0] - art.get_width() / 2)
    y = round(centre[1] - art.get_height() / 2)
    return put(target, art, (x, y))


@kept
def hatched(
    size: tuple[int, int], ground: Colour, line: Colour, step: float, width: float
) -> pygame.Surface:
    """A box of `ground` with 45 degree lines, `step` apart across and `width` thick."""

    def paint(large: pygame.Surface, factor: int) -> None:
        large.fill(ground)
        wide, high = large.get_size()
        across = step * factor * math.sqrt(2)
        half = width * factor / math.sqrt(2)
        for index in range(math.ceil((wide + high) / across) + 1):
            x = index * across
            corners = [
                (x - half, 0),
                (x + half, 0),
                (x + half - high, high),
                (x - half - high, high),
            ]
            pygame.draw.polygon(large, line, corners)

    return supersampled(size, paint)


def focus_ring(surface: pygame.Surface, rect: pygame.Rect, radius: float, look: Look) -> None:
    """The blue ring round `rect`, outside a gap that keeps it apart from any ground."""
    gap = max(2, look.px(2))
    width = max(2, look.px(3))
    for grow, colour, thick in (
        (gap, look.palette.focus_gap, gap),
        (gap + width, look.palette.focus, width),
    ):
        box = rect.inflate(2 * grow, 2 * grow)
        put_rounded(surface, box, radius + grow, None, colour, thick)


def put_card(target: pygame.Surface, box: pygame.Rect, look: Look) -> None:
    """The card that controls lie on."""
    colours = look.palette
    put_rounded(target, box, look.px(CARD), colours.panel, colours.line, look.line(1.5))


def frame_card(
    target: pygame.Surface,
    box: pygame.Rect,
    look: Look,
    *,
    radius: float = CARD,
    ground: Colour | None = None,
) -> None:
    """Round off what was drawn in `box`: ground outside its corners, a border around it."""
    ground, border = ground or look.palette.ground, look.palette.line
    radius, width = look.px(radius), look.line(1.5)
    right, bottom = box.right - radius, box.bottom - radius
    places = ((box.left, box.top), (right, box.top), (box.left, bottom), (right, bottom))
    for corner, place in zip(_corners(radius, ground, border, width), places, strict=True):
        put(target, corner, place)
    line = max(1, round(width))
    for edge in (
        (box.left + radius, box.top, box.width - 2 * radius, line),
        (box.left + radius, box.bottom - line, box.width - 2 * radius, line),
        (box.left, box.top + radius, line, box.height - 2 * radius),
        (box.right - line, box.top + radius, line, box.height - 2 * radius),
    ):
        pygame.draw.rect(target, border, edge)


@kept
def _corners(
    radius: int, ground: Colour, border: Colour, width: float
) -> tuple[pygame.Surface, ...]:
    """Top left, top right, bottom left and bottom right of a rounded window in `ground`."""
    size, line = (2 * radius, 2 * radius), max(1, round(width))
    whole, inner = _covered(size, radius), _covered(size, radius, line)
    window = _blended([(ground, 1 - whole), (border, whole - inner)])
    return tuple(
        window.subsurface((x, y, radius, radius)) for y in (0, radius) for x in (0, radius)
    )
