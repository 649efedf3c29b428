"""Strips of tape across a joint: taut and straight, or slack and bowed.

A strip is glued to the side faces of two blocks and is free between its two
anchors. Taut it is straight and plain teal; slack its free part bows outwards
and is a pale ribbon with a thin line along it, so that the difference does not hang
on colour or shape alone.

Strips move every frame. Each is painted on a tile a few pixels large, four
times too big, and shrunk; what stands still is taken from the store.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import Colour, Palette
from scenes.draw.shapes import finished, put
from scenes.draw.surface_cache import SurfaceCache

Point = tuple[float, float]
Cell = tuple[int, int]

FACTOR = 4
WIDTH_MM = 5.8
SLACK_WIDTH_MM = 3.6  # narrower, or a tight bow would be a blob
TAB_MM = 4.5  # glued beyond the anchor: with the piece before it 6 mm on the side face
FREE_MM = 18.5  # between the anchors of a strip that is neither slack nor stretched
BOW_MM = (1.4, 6.5)  # least and largest bow of a slack strip
STEPS = 12  # along a bow
SQUEEZED = 0.45  # of its free length: with less between its ends a bow has no room for a line
FOLD = 0.2  # of its width, the line along a slack strip
EDGE = 1.2  # design pixels
HEAVY_EDGE = 0.9  # added to it by the largest force
HEAVY_FORCE = 60.0  # N

_art: SurfaceCache[pygame.Surface] = SurfaceCache()


def draw_strip(
    surface: pygame.Surface,
    camera: Camera,
    look: Look,
    anchor_below: Point,
    anchor_above: Point,
    *,
    taut: bool,
    force: float | None = None,
    side: int | None = None,
    tilts: tuple[float, float] = (0.0, 0.0),
) -> None:
    """Draw one strip between two anchors, world points in metres.

    Parameters
    ----------
    taut
        Straight and plain, or bowed with dashes.
    force
        What it pulls with [N]; a harder pull gives a heavier edge.
    side
        -1 for the left strip of a joint, 1 for the right one: where it bows to.
        Without it the side of the axis on which the strip lies.
    tilts
        Angles [rad] of the block below and the block above; the glued ends lie
        flat on their side faces.
    """
    below, above = camera.to_screen(anchor_below), camera.to_screen(anchor_above)
    scale = camera.pixels_per_mm
    tab = TAB_MM * scale
    low = (below[0] + math.sin(tilts[0]) * tab, below[1] + math.cos(tilts[0]) * tab)
    high = (above[0] - math.sin(tilts[1]) * tab, above[1] - math.cos(tilts[1]) * tab)
    outward = side or (1 if anchor_below[0] + anchor_above[0] > 0 else -1)

    # Whole quarter pixels from a whole pixel: strips at rest find their tile again.
    corner = (
        math.floor(min(low[0], below[0], above[0], high[0])),
        math.floor(min(low[1], below[1], above[1], high[1])),
    )
    cells = tuple(
        (round((x - corner[0]) * FACTOR), round((y - corner[1]) * FACTOR))
        for x, y in (low, below, above, high)
    )
    pull = 0.0 if force is None or not taut else min(1.0, force / HEAVY_FORCE)
    edge = (EDGE + HEAVY_EDGE * round(pull * 4) / 4) * look.scale * look.palette.stroke
    margin = math.ceil((WIDTH_MM / 2 + (0 if taut else BOW_MM[1])) * scale + edge) + 2
    key = (cells, taut, outward, edge, scale, look.scale, look.palette.name)
    tile = _art.get(
        key, lambda: _tile(_Strip(cells, taut, outward, scale, edge, margin), look.palette)
    )
    put(surface, tile, (corner[0] - margin, corner[1] - margin))


@dataclass(frozen=True)
class _Strip:
    """A strip on its tile: ends and anchors from low to high in quarter pixels."""

    cells: tuple[Cell, ...]
    taut: bool
    outward: int
    scale: float  # pixels per millimetre
    edge: float  # pixels
    margin: int  # pixels


def _tile(strip: _Strip, palette: Palette) -> pygame.Surface:
    margin = strip.margin
    width = max(x for x, _ in strip.cells) // FACTOR + 2 * margin + 1
    height = max(y for _, y in strip.cells) // FACTOR + 2 * margin + 1
    large = pygame.Surface((width * FACTOR, height * FACTOR), pygame.SRCALPHA)
    low, below, above, high = (
        (float(x + margin * FACTOR), float(y + margin * FACTOR)) for x, y in strip.cells
    )
    free = [below, above] if strip.taut else _bow(below, above, strip)
    path = [low, *free, high]
    half = (WIDTH_MM if strip.taut else SLACK_WIDTH_MM) / 2 * strip.scale * FACTOR
    # The edge is a larger strip underneath.
    line = strip.edge * FACTOR
    _stroke(large, _dark(palette.teal), path, half + line, longer=line)
    for glued in [path] if strip.taut else [[low, below], [above, high]]:
        _stroke(large, palette.teal, glued, half)
    if not strip.taut:
        _stroke(large, palette.teal_tint, free, half)
        if math.dist(below, above) > SQUEEZED * FREE_MM * strip.scale * FACTOR:
            _stroke(large, palette.teal, free, FOLD * half)
    return finished(pygame.transform.smoothscale(large, (width, height)))


def _bow(below: Point, above: Point, strip: _Strip) -> list[Point]:
    """The free part of a slack strip: a parabola as long as the strip, at most so high."""
    pixel = strip.scale * FACTOR
    chord = math.dist(below, above) or 1.0
    spare = max(0.0, FREE_MM * pixel - chord)
    # A shallow parabola of height f over a chord c is longer by 8 f^2 / (3 c).
    height = math.sqrt(3 / 8 * chord * spare)
    height = max(BOW_MM[0] * pixel, min(BOW_MM[1] * pixel, height))
    along = ((above[0] - below[0]) / chord, (above[1] - below[1]) / chord)
    # To the left of a strip that runs up the screen lies (y, -x).
    aside = (-strip.outward * along[1], strip.outward * along[0])
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        out = 4 * t * (1 - t) * height
        points.append(
            (
                below[0] + along[0] * t * chord + aside[0] * out,
                below[1] + along[1] * t * chord + aside[1] * out,
            )
        )
    return points


def _stroke(
    large: pygame.Surface, colour: Colour, path: Sequence[Point], half: float, longer: float = 0.0
) -> None:
    """Draw a path `half` as wide to either side, `longer` at both ends.

    Piece by piece, with round folds: one outline all around would cross itself in a tight bow.
    """
    last = len(path) - 2
    for number, (begin, end) in enumerate(pairwise(path)):
        length = math.dist(begin, end) or 1.0
        dx, dy = (end[0] - begin[0]) / length, (end[1] - begin[1]) / length
        back, on = (longer if number == at else 0.0 for at in (0, last))
        corners = [
            (x + dx * along + dy * half * way, y + dy * along - dx * half * way)
            for (x, y), along, ways in ((begin, -back, (1, -1)), (end, on, (-1, 1)))
            for way in ways
        ]
        pygame.draw.polygon(large, colour, corners)
        if number < last:
            pygame.draw.circle(large, colour, end, half)


def _dark(colour: Colour) -> Colour:
    """The edge of a strip: dark also where teal itself is light (contrast profile)."""
    share = 0.2 if sum(colour) > 384 else 0.55
    red, green, blue = (round(part * share) for part in colour)
    return red, green, blue
