"""The living map as a picture: what stands in teal, what gives way in amber, hatched.

The two ways of giving way are hatched in two directions and named, here or in the key
(`scenes.spine.living_map_key`), so that nothing hangs on colour alone. The grid is
stretched to a field with a value for every pixel; how far a pixel is from the border is
its value over the slope there.
"""

import math
from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from scenes.draw.fields import stretched
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import hatched, rounded
from scenes.draw.shapes import mix, put
from scenes.spine.living_map_key import BUCKLES, ground_of, HATCH, ink_of, LEANS, STANDS
from scenes.spine.living_map_values import Region
from scenes.text.words import Words
from scenes.widgets.chart.names import stacked
from sim.mechanics.column import Array

SHADES = (15.0, 30.0, 45.0)  # N m/rad from where the teal gets fuller
FULLER = (0.0, 0.14, 0.26, 0.38)  # share of full teal in each
LINE = 3.0  # design px, the border between standing and giving way
NAME = 18
SEEN = 0.005  # share of the map from which a region is one that wants a name
FINEST = 320  # pixels of the field either way; larger pictures are stretched from that
QUICKEST = 128  # the same while the map is coarse
GROWING = (1.0, 1.4, 2.0, 2.8, 4.0)  # times its size that room for a name is looked for
Mask = NDArray[np.bool_]


def paint_map(
    region: Region, side: int, look: Look, words: Words
) -> tuple[pygame.Surface, tuple[str, ...]]:
    """The map as a square of `side` pixels, deep muscles upwards, long ones to the right.

    With it the regions that have no room for their names.
    """
    pixels = min(side, FINEST if region.fine else QUICKEST)
    size = (pixels, pixels)
    field = stretched(region.smallest, size)
    leans = stretched(region.leans.astype(float), size) > 0.5
    picture = _painted(field, leans, look, pixels / side)
    if pixels < side:
        picture = pygame.transform.smoothscale(picture, (side, side))
    gives_way = field <= 0
    parts = {STANDS: ~gives_way, LEANS: gives_way & leans, BUCKLES: gives_way & ~leans}
    unnamed = [
        name
        for name, mask in parts.items()
        if mask.mean() > SEEN and not _write(picture, mask, name, look, words)
    ]
    return picture, tuple(unnamed)


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


def _write(picture: pygame.Surface, mask: Mask, region: str, look: Look, words: Words) -> bool:
    """The name of a region in its roomiest part, on a plate; whether there was room for it.

    On one line, else on two, else upright.
    """
    ink, text = ink_of(region, look.palette), words(f"spine.{region}")
    face = look.text(text, NAME, ink, SEMIBOLD)
    faces = [face, pygame.transform.rotate(face, 90)]
    upper, space, lower = text.partition(" ")
    if space:
        lines = [look.text(line, NAME, ink, SEMIBOLD) for line in (upper, lower)]
        faces.insert(1, stacked(*lines))
    step = max(1, len(mask) // 32)
    inside = mask[::step, ::step]
    cell = picture.get_width() / len(inside)
    for one in faces:
        size = one.get_width() + 2 * look.px(6), one.get_height()
        if one is faces[-1]:
            size = one.get_width(), one.get_height() + 2 * look.px(6)
        place = roomiest(inside, size[0] / cell / 2, size[1] / cell / 2)
        if place is not None:
            box = pygame.Rect((0, 0), size)
            box.center = round((place[0] + 0.5) * cell), round((place[1] + 0.5) * cell)
            put(picture, rounded(size, look.px(6), ground_of(region, look.palette)), box.topleft)
            picture.blit(one, one.get_rect(center=box.center))
            return True
    return False


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
