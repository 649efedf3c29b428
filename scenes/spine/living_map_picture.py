"""The living map as a picture: what stands in teal, what gives way in amber, hatched.

The two ways of giving way are hatched in two directions and named, here or in the key
(`scenes.spine.living_map_key`), so that nothing hangs on colour alone. The grid is
stretched to a field with a value for every pixel; how far a pixel is from the border is
its value over the slope there.
"""

from functools import lru_cache

import numpy as np
import pygame

from scenes.draw.fields import stretched
from scenes.draw.look import Look
from scenes.draw.panels import hatched
from scenes.draw.shapes import mix
from scenes.spine.living_map_key import BUCKLES, HATCH, LEANS, STANDS
from scenes.spine.living_map_names import Mask, Name, named
from scenes.spine.living_map_values import Region
from scenes.text.words import Words
from sim.mechanics.column import Array

SHADES = (15.0, 30.0, 45.0)  # N m/rad from where the teal gets fuller
FULLER = (0.0, 0.14, 0.26, 0.38)  # share of full teal in each
LINE = 3.0  # design px, the border between standing and giving way
SEEN = 0.005  # share of the map from which a region is one that wants a name
FINEST = 320  # pixels of the field either way; larger pictures are stretched from that
QUICKEST = 128  # the same while the map is coarse


def paint_map(
    region: Region, side: int, look: Look, words: Words
) -> tuple[pygame.Surface, list[Name], tuple[str, ...]]:
    """The map as a square of `side` pixels, deep muscles upwards, long ones to the right.

    With it names to be put on it, and the regions that have no room for theirs.
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
    wanted = {name: mask for name, mask in parts.items() if mask.mean() > SEEN}
    found = {name: named(name, mask, side, look, words) for name, mask in wanted.items()}
    unnamed = tuple(name for name, one in found.items() if one is None)
    return picture, [one for one in found.values() if one], unnamed


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
