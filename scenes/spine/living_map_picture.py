"""The living map as a picture: what stands in teal, what gives way in amber, hatched.

The two ways of giving way are hatched in two directions and named, so that
nothing hangs on colour alone. The grid is stretched to a field with a value for
every pixel; how far a pixel is from the border is its value over the slope there.
"""

import math
from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import hatched, rounded
from scenes.draw.shapes import mix, put
from scenes.spine.living_map_values import Region
from scenes.text.words import Words
from sim.mechanics.column import Array

SHADES = (15.0, 30.0, 45.0)  # N m/rad from where the teal gets fuller
FULLER = (0.0, 0.14, 0.26, 0.38)  # share of full teal in each
LINE = 3.0  # design px, the border between standing and giving way
HATCH = (10.0, 1.6)  # design px
NAME = 18
FINEST = 320  # pixels of the field either way; larger pictures are stretched from that
QUICKEST = 128  # the same while the map is coarse
GROWING = (1.0, 1.4, 2.0, 2.8, 4.0)  # times its size that room for a name is looked for
Mask = NDArray[np.bool_]


def paint_map(region: Region, side: int, look: Look, words: Words) -> pygame.Surface:
    """The map as a square of `side` pixels, deep muscles upwards, long ones to the right."""
    pixels = min(side, FINEST if region.fine else QUICKEST)
    field = stretched(region.smallest, pixels)
    leans = stretched(region.leans.astype(float), pixels) > 0.5
    picture = _painted(field, leans, look, pixels / side)
    if pixels < side:
        picture = pygame.transform.smoothscale(picture, (side, side))
    unstable = field <= 0
    palette = look.palette
    for mask, key, ink in (
        (~unstable, "map_stands", palette.teal),
        (unstable & leans, "map_leans", palette.amber_ink),
        (unstable & ~leans, "map_buckles", palette.amber_ink),
    ):
        _write(picture, mask, words(f"spine.{key}"), ink, look)
    return picture


def stretched(grid: Array, pixels: int) -> Array:
    """A grid, whose values are those in the middle of its cells, at every pixel; up is down."""
    cells = len(grid)
    places = np.clip((np.arange(pixels) + 0.5) * cells / pixels - 0.5, 0, cells - 1)
    low = np.minimum(places.astype(int), cells - 2)
    share = places - low
    rows = grid[low] + (grid[low + 1] - grid[low]) * share[:, None]
    field: Array = rows[:, low] + (rows[:, low + 1] - rows[:, low]) * share
    return field[::-1]


def _painted(field: Array, leans: Mask, look: Look, share: float) -> pygame.Surface:
    """The map in the size of the field, with lines and hatch for a `share` of its final size."""
    palette = look.palette
    tones = [mix(palette.teal_tint, palette.teal, share)[:3] for share in FULLER]
    colours = np.array(tones, dtype=float)[np.digitize(field, SHADES)]
    stripes = _stripes(len(field), look, share)
    hatch = np.where(leans[..., None], stripes[:, ::-1], stripes)
    down, across = np.gradient(field)
    apart = field / np.maximum(np.hypot(down, across), 1e-9)  # pixels from the border
    colours += (hatch - colours) * np.clip(0.5 - apart, 0.0, 1.0)[..., None]
    border = np.clip(look.line(LINE) * share / 2 + 0.5 - np.abs(apart), 0.0, 1.0)[..., None]
    colours += (np.array(palette.ink[:3], dtype=float) - colours) * border
    picture = pygame.Surface(field.shape[::-1])
    pygame.surfarray.blit_array(picture, colours.astype(np.uint8).transpose(1, 0, 2))
    return picture


@lru_cache(maxsize=4)
def _stripes(side: int, look: Look, share: float) -> Array:
    """The hatch as colours (rows, columns, 3)."""
    palette, (step, width) = look.palette, HATCH
    picture = hatched(
        (side, side),
        palette.amber_tint,
        palette.hatch,
        look.px(step) * share,
        look.line(width) * share,
    )
    colours: Array = pygame.surfarray.array3d(picture).transpose(1, 0, 2).astype(float)
    return colours


def _write(picture: pygame.Surface, mask: Mask, text: str, ink: Colour, look: Look) -> None:
    """The name of a region in its roomiest part, on a plate; upright where it only fits so."""
    side, gap = picture.get_width(), look.px(6)
    face = look.text(text, NAME, ink, SEMIBOLD)
    size = face.get_width() + 2 * gap, face.get_height()
    step = max(1, len(mask) // 32)
    inside = mask[::step, ::step]
    cell = side / len(inside)
    place = roomiest(inside, size[0] / cell / 2, size[1] / cell / 2)
    upright = place is None
    if upright:
        size = size[::-1]
        place = roomiest(inside, size[0] / cell / 2, size[1] / cell / 2)
    if place is None:
        return
    box = pygame.Rect((0, 0), size)
    box.center = round((place[0] + 0.5) * cell), round((place[1] + 0.5) * cell)
    ground = look.palette.panel if ink == look.palette.teal else look.palette.amber_tint
    put(picture, rounded(size, look.px(6), ground), box.topleft)
    if upright:
        face = pygame.transform.rotate(face, 90)
    picture.blit(face, face.get_rect(center=box.center))


def roomiest(mask: Mask, half_wide: float, half_high: float) -> tuple[float, float] | None:
    """The (column, row) round which a box of this size has most room, None where none fits."""
    sums = np.pad(mask.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    best = None
    for larger in GROWING:
        high, wide = (math.ceil(2 * half * larger) + 1 for half in (half_high, half_wide))
        if high > len(mask) or wide > len(mask):
            break
        inside = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide]
        full = np.argwhere(inside + sums[:-high, :-wide] == high * wide)
        if not len(full):
            break
        # Of all places where it fits the one nearest to their middle.
        apart = np.hypot(*(full - full.mean(axis=0)).T)
        row, column = full[int(np.argmin(apart))].tolist()
        best = column + (wide - 1) / 2, row + (high - 1) / 2
    return best
