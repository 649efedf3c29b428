"""The map of onset and strength as a picture: how far the spine bends, in bands.

Teal within the neutral zone, whose edge is a line; amber beyond it, the fuller the further,
and hatched where a joint gives way. Colours step with the degrees that the scale beside the
map says, and get darker throughout.
"""

import numpy as np
import pygame

from scenes.draw.fields import stretched
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.panels import hatched
from scenes.draw.shapes import mix
from sim.mechanics.column import Array
from sim.spine.limits_of_bend import GIVEN_WAY, NEUTRAL_ZONE

EDGES = (NEUTRAL_ZONE, 2.0, 3.0, 4.0, GIVEN_WAY)  # degrees, from one band to the next
FULLER = (0.0, 0.2, 0.4, 0.6, 0.8)  # share of full amber in all bands but the first
LINE = 3.0  # design px, the edge of the neutral zone
HATCH = (12.0, 1.2)  # design px
FINEST = 280  # pixels of the field along its longer side; larger pictures are stretched from that
BLENDS = 16  # colours from one band to the next, where its edge runs through a pixel
PALE = 0.6  # share of the ground in a map that is about to be another


def bands(look: Look) -> list[Colour]:
    """The colours of all bands, from the least bend to the most; the last is hatched."""
    palette = look.palette
    beyond = [mix(palette.amber_tint, palette.amber, share) for share in FULLER]
    return [palette.teal_tint, *beyond]


def paint_map(
    turned: Array, size: tuple[int, int], look: Look, *, pale: bool = False
) -> pygame.Surface:
    """The map of largest bends [degrees], later onsets to the right, stronger muscles upwards."""
    share = min(1.0, FINEST / max(size))
    small = max(2, round(size[0] * share)), max(2, round(size[1] * share))
    # Between points bends change by a factor rather than by degrees.
    field = np.exp(stretched(np.log(turned), small, to_the_edges=True))
    colours = _painted(field, look, small[0] / size[0])
    if pale:
        colours += (np.array(look.palette.play, dtype=float) - colours) * PALE
    picture = pygame.Surface(small)
    pygame.surfarray.blit_array(picture, colours.astype(np.uint8).transpose(1, 0, 2))
    if small != size:
        picture = pygame.transform.smoothscale(picture, size)
    return picture


def _painted(field: Array, look: Look, share: float) -> Array:
    """Colours of the map in the size of the field, for a `share` of its final size."""
    palette, (step, width) = look.palette, HATCH
    tones = np.array(bands(look), dtype=float)
    down, across = np.gradient(field)
    slope = np.maximum(np.hypot(down, across), 1e-9)
    # How many edges are passed, in parts where one runs through a pixel.
    passed = sum(np.clip((field - edge) / slope + 0.5, 0.0, 1.0) for edge in EDGES)
    places = np.arange(BLENDS * len(EDGES) + 1) / BLENDS
    blends = np.stack([np.interp(places, range(len(tones)), tone) for tone in tones.T], axis=1)
    colours: Array = blends[np.rint(BLENDS * passed).astype(int)]
    stripes = hatched(
        (field.shape[1], field.shape[0]),
        bands(look)[-1],
        palette.amber_dark,
        look.px(step) * share,
        look.line(width) * share,
    )
    last = passed > len(EDGES) - 0.5
    colours[last] = pygame.surfarray.array3d(stripes).transpose(1, 0, 2)[last]
    apart = np.abs(field - NEUTRAL_ZONE) / slope
    line = np.clip(look.line(LINE) * share / 2 + 0.5 - apart, 0.0, 1.0)
    near = line > 0
    ink = np.array(palette.ink, dtype=float)
    colours[near] += (ink - colours[near]) * line[near][:, None]
    return colours


def paint_band(index: int, size: tuple[int, int], look: Look) -> pygame.Surface:
    """A sample of a band, counted from the least bend."""
    tones, (step, width) = bands(look), HATCH
    if index < len(tones) - 1:
        picture = pygame.Surface(size)
        picture.fill(tones[index])
        return picture
    return hatched(size, tones[-1], look.palette.amber_dark, look.px(step), look.line(width))


def paint_scale(size: tuple[int, int], look: Look) -> pygame.Surface:
    """All bands in a column, the least bend at its foot."""
    picture, count = pygame.Surface(size), len(EDGES) + 1
    for index in range(count):
        top, bottom = (size[1] * (count - at) // count for at in (index + 1, index))
        picture.blit(paint_band(index, (size[0], bottom - top), look), (0, top))
    return picture
