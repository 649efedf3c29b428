"""Anti-aliased shapes: painted once at three times the size, then kept.

pygame's own polygons have hard edges. `supersampled` paints on a larger surface
and scales it down; the result is put on the screen with `put`. Callers cache what
they get; nothing here is meant to run every frame.

Shrunk art has premultiplied alpha, or it would have dark fringes, and natively pygame
blends that quickest. WebAssembly has no code for it: there SDL's own blending of
straight alpha takes an eighth of the time. `blend_straight` chooses that, and `finished`
makes of shrunk art what `put` takes. What is put on nothing becomes premultiplied again,
either way.
"""

import math
import os
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
import pygame

from scenes.draw.palette import Colour

FACTOR = 3
SDL_BLENDS = "PYGAME_BLEND_ALPHA_SDL2"  # the environment variable
Point = tuple[float, float]


class _Way:
    """How pictures are blended: one for the whole program."""

    straight = False


def blend_straight() -> None:
    """Blend straight alpha by SDL from now on: before anything is painted."""
    os.environ[SDL_BLENDS] = "1"
    pygame.init()  # reads it
    _Way.straight = True


def finished(art: pygame.Surface) -> pygame.Surface:
    """Premultiplied art as `put` takes it; the surface itself is changed."""
    if _Way.straight:
        pixels = pygame.surfarray.pixels2d(art)
        alpha = pixels >> 24
        soft = np.nonzero((alpha - 1) < 254)  # below zero is far above: unsigned
        values, alpha = pixels[soft], alpha[soft]
        made = alpha << 24
        for shift in (0, 8, 16):
            colour = ((values >> shift & 255) * 255 + (alpha >> 1)) // alpha
            made |= np.minimum(colour, 255) << shift
        pixels[soft] = made
    return art


def premultiplied(art: pygame.Surface) -> pygame.Surface:
    """Finished art with premultiplied alpha, to be joined with what was put on nothing."""
    return art.premul_alpha() if _Way.straight else art


def joined(art: pygame.Surface) -> pygame.Surface:
    """Finish art with straight alpha."""
    return art if _Way.straight else art.premul_alpha()


def faded(art: pygame.Surface, alpha: int) -> pygame.Surface:
    """Finished art, made see-through: the surface itself is changed."""
    colour = 255 if _Way.straight else alpha
    art.fill((colour, colour, colour, alpha), special_flags=pygame.BLEND_RGBA_MULT)
    return art


def dim(target: pygame.Surface, colour: Colour) -> None:
    """Put half a colour over everything."""
    if _Way.straight:
        veil = pygame.Surface(target.get_size())
        veil.fill(colour)
        veil.set_alpha(128)
        target.blit(veil, (0, 0))
        return
    # In place: no surface as large as the window.
    target.fill((128, 128, 128), special_flags=pygame.BLEND_RGB_MULT)
    half = tuple(channel // 2 for channel in colour)
    target.fill(half, special_flags=pygame.BLEND_RGB_ADD)


def supersampled(
    size: tuple[int, int], paint: Callable[[pygame.Surface, int], None], factor: int = FACTOR
) -> pygame.Surface:
    """A surface of `size` painted by `paint(surface, factor)` at `factor` times the size."""
    size = max(0, size[0]), max(0, size[1])  # in less room than none there is nothing to see
    large = pygame.Surface((size[0] * factor, size[1] * factor), pygame.SRCALPHA)
    paint(large, factor)
    return finished(pygame.transform.smoothscale(large.premul_alpha(), size))


def put(
    target: pygame.Surface,
    art: pygame.Surface,
    at: tuple[int, int],
    part: tuple[int, int, int, int] | None = None,
) -> pygame.Rect:
    """Blit finished art, or a part of it."""
    return target.blit(art, at, part, 0 if _Way.straight else pygame.BLEND_PREMULTIPLIED)


def polyline(
    surface: pygame.Surface,
    colour: Colour,
    points: Sequence[Point],
    width: float,
    closed: bool = False,
) -> None:
    """A line with round joints and ends; `width` in pixels of `surface`."""
    radius = width / 2
    pairs = list(pairwise(points))
    if closed:
        pairs.append((points[-1], points[0]))
    for (x0, y0), (x1, y1) in pairs:
        along = pygame.Vector2(x1 - x0, y1 - y0)
        if along.length() > 0:
            side = along.normalize().rotate(90) * radius
            corners = [
                (x0 + side.x, y0 + side.y),
                (x1 + side.x, y1 + side.y),
                (x1 - side.x, y1 - side.y),
                (x0 - side.x, y0 - side.y),
            ]
            pygame.draw.polygon(surface, colour, corners)
    if radius >= 1:
        for point in points:
            pygame.draw.circle(surface, colour, point, radius)


def outlined(
    surface: pygame.Surface,
    points: Sequence[Point],
    fill: Colour | None,
    line: Colour | None,
    width: float,
) -> None:
    """A filled polygon with a round-jointed outline."""
    if fill is not None:
        pygame.draw.polygon(surface, fill, points)
    if line is not None:
        polyline(surface, line, points, width, closed=True)


def smooth_line(
    surface: pygame.Surface, colour: Colour, start: Point, end: Point, width: float
) -> None:
    """A long straight line of any width, for every frame.

    `aaline` with a width is rough along slanting lines; several lines of one
    pixel, half a pixel apart, are smooth. Whole coordinates lie between pixels here,
    as everywhere in a supersampled picture; for `aaline` they are a pixel's centre.
    """
    flat = abs(end[0] - start[0]) > abs(end[1] - start[1])
    count = max(1, round((width - 1) * 2) + 1)
    for number in range(count):
        aside = (number - (count - 1) / 2) / 2
        dx, dy = (-0.5, aside - 0.5) if flat else (aside - 0.5, -0.5)
        pygame.draw.aaline(
            surface, colour, (start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy)
        )


def dashes(points: Sequence[Point], dash: float, gap: float) -> list[list[Point]]:
    """A closed outline cut into a whole number of dashes."""
    loop = [*points, points[0]]
    lengths = [math.dist(a, b) for a, b in pairwise(loop)]
    total = sum(lengths)
    count = max(1, round(total / (dash + gap)))
    period = total / count
    dash = period * dash / (dash + gap)
    pieces: list[list[Point]] = []
    for number in range(count):
        start, end = number * period, number * period + dash
        piece: list[Point] = []
        walked = 0.0
        for a, b, length in zip(loop, loop[1:], lengths, strict=False):
            low, high = max(start, walked), min(end, walked + length)
            if low < high:
                for at in (low, high):
                    t = (at - walked) / length
                    point = (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
                    if not piece or point != piece[-1]:
                        piece.append(point)
            walked += length
        pieces.append(piece)
    return pieces


def broken(start: Point, end: Point, clear: Sequence[pygame.Rect]) -> list[tuple[Point, Point]]:
    """The pieces of a line that are outside of boxes."""
    pieces = [(start, end)]
    for box in clear:
        cuts = [(piece, box.clipline(*piece)) for piece in pieces]
        pieces = [
            part
            for (first, last), cut in cuts
            for part in ([(first, cut[0]), (cut[1], last)] if cut else [(first, last)])
        ]
    return [piece for piece in pieces if math.dist(*piece) > 1]


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """A colour `share` of the way from `first` to `second`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue
