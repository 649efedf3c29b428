"""Muscles that run straight from bone to bone: multifidus, back and belly.

A strand runs straight as the model's does, also where a real muscle would be held
down by its sheath. Its belly is as wide as the root of its force and grows wider and
fuller with activation. Deep muscles are plain teal, long muscles brick with stripes
along their fibres.
"""

import numpy as np

from scenes.draw.canvas import band, Canvas, Pen, widened
from scenes.draw.palette import Colour, Palette
from scenes.draw.shapes import mix
from scenes.draw.spine.pose import Array, Point
from scenes.draw.spine.strands import Strands

DEEP, LONG = ("teal_mid", "teal"), ("brick_mid", "brick")  # palette colours, from pale to full
TENDON = 0.09  # share of a long muscle at either end
TENDONS = np.array([0.0, 1.2 * TENDON, 1 - 1.2 * TENDON, 1.0])  # a little into the belly
CORD = 0.0011  # m, half the width of a tendon
TIP = 0.0004  # m, half the width of a strand at its ends
COMMON = 0.004  # m that the common belly reaches beyond the ends of the strands
EDGE, STRIPE = 1.0, 1.1  # design pixels
STRIPES = np.array([-0.6, -0.2, 0.2, 0.6])  # of half the width
ALONG = np.linspace(0.0, 1.0, 11)
BELLY = np.sin(np.pi * ALONG) ** 0.9
# Two steps along a belly are filled at a time.
PIECES = np.arange(0, len(ALONG) - 1, 2)[:, None] + np.arange(3)
TOUCH = 0.005  # m around a muscle within which a finger still means it


def draw_long(canvas: Canvas, long: Strands) -> None:
    """Draw a long muscle: tendons at both ends, a striped belly between them."""
    edge, cord = canvas.look.line(EDGE), 2 * CORD * canvas.camera.pixels_per_metre
    belly = _straight(long.ends, TENDON + (1 - 2 * TENDON) * ALONG)
    tendons = _straight(long.ends, TENDONS).reshape(-1, 2, 2, 2)
    wide = np.maximum(BELLY * long.half_widths[:, None], CORD)
    outlines = band(belly, wide)
    aside = outlines[:, : len(ALONG)] - belly
    for number, much in enumerate(long.activation.tolist()):
        fill, line = _colours(canvas.look.palette, LONG, much)
        cords = tendons[number]
        canvas.shapes(cords, Pen(None, line, cord + 2 * edge, closed=False))
        canvas.shapes(
            cords, Pen(None, mix(fill, canvas.look.palette.bone_hi, 0.6), cord, closed=False)
        )
        # In pieces: a muscle is far longer than what the window shows of it.
        sides = outlines[number, : len(ALONG)], outlines[number, len(ALONG) :][::-1]
        pieces = np.concatenate([sides[0][PIECES], sides[1][PIECES][:, ::-1]], axis=1)
        canvas.shapes(pieces, Pen(fill))
        stripes = belly[number] + STRIPES[:, None, None] * aside[number]
        thread = Pen(None, mix(fill, line, 0.7), canvas.look.line(STRIPE), closed=False)
        canvas.shapes(stripes, thread)
        canvas.shapes(np.stack(sides), Pen(None, line, edge, closed=False))


def draw_common_belly(canvas: Canvas, deep: Strands) -> None:
    """Draw the faint common belly of multifidus, behind the spinous processes."""
    corners = _hull(deep.ends.reshape(-1, 2))
    if len(corners) > 2:
        palette, much = canvas.look.palette, float(deep.activation.mean())
        tint = mix(mix(palette.body, palette.teal_mid, 0.3), palette.teal_mid, 0.8 * much)
        canvas.shapes(widened(corners, COMMON)[None], Pen(tint))


def draw_deep(canvas: Canvas, deep: Strands) -> None:
    """Draw the many short strands of multifidus."""
    wide = np.maximum(BELLY * deep.half_widths[:, None], TIP)
    bellies = band(_straight(deep.ends, ALONG), wide)
    for much in set(deep.activation.tolist()):
        fill, line = _colours(canvas.look.palette, DEEP, much)
        canvas.shapes(bellies[deep.activation == much], Pen(fill, line, canvas.look.line(EDGE)))


def muscle_at(strands: Strands, point: Point) -> str | None:
    """The muscle whose belly is at a world point [m], or so near that a finger means it."""
    if not strands.groups:
        return None
    start, way = strands.ends[:, 0], strands.ends[:, 1] - strands.ends[:, 0]
    aside = np.array(point) - start
    share = (aside * way).sum(axis=1) / np.maximum((way**2).sum(axis=1), 1e-12)
    share = np.clip(share, 0.0, 1.0)
    gap = np.hypot(*(aside - share[:, None] * way).T)
    gap -= strands.half_widths * np.sin(np.pi * share)
    nearest = int(np.argmin(gap))
    return strands.groups[nearest] if gap[nearest] <= TOUCH else None


def _colours(palette: Palette, names: tuple[str, str], activation: float) -> tuple[Colour, Colour]:
    """Fill and outline of a muscle: pale at rest, saturated in full."""
    middle, strong = getattr(palette, names[0]), getattr(palette, names[1])
    pale = mix(palette.body, middle, 0.55)
    fill = mix(pale, mix(middle, strong, 0.5), activation)
    return fill, mix(mix(pale, strong, 0.6), strong, activation)


def _straight(ends: Array, shares: Array) -> Array:
    """Points at shares of the way between pairs of ends, shape (..., shares, 2)."""
    start, end = ends[..., :1, :], ends[..., 1:, :]
    points: Array = start + (end - start) * shares[:, None]
    return points


def _hull(points: Array) -> Array:
    """The corners of the convex outline around points, counter-clockwise."""
    ordered = sorted(set(map(tuple, points.tolist())))
    corners: list[tuple[float, ...]] = []
    for way in (ordered, ordered[::-1]):
        chain: list[tuple[float, ...]] = []
        for x, y in way:
            while len(chain) > 1:
                (x0, y0), (x1, y1) = chain[-2:]
                if (x1 - x0) * (y - y0) > (y1 - y0) * (x - x0):
                    break
                chain.pop()
            chain.append((x, y))
        corners += chain[:-1]
    return np.array(corners)
