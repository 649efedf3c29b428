"""The drawn muscles of the spine: multifidus, back and belly.

Each follows its way past the bones (`paths.py`). Its belly is as wide as the root of its force
and grows wider and fuller with activation. The long muscles are brick, with tendons at both
ends and stripes along their fibres. Multifidus is teal: tapered bellies that lie on each other,
those that span many vertebrae on top and lighter.
"""

from functools import lru_cache

import numpy as np

from scenes.draw.canvas import Canvas
from scenes.draw.palette import Colour, Palette
from scenes.draw.shapes import mix
from scenes.draw.spine.paths import ALONG
from scenes.draw.spine.pose import Array, Point
from scenes.draw.spine.strands import Strands
from scenes.draw.strokes import band, Pen, strips_of

DEEP, LONG = ("teal_mid", "teal"), ("brick_mid", "brick")  # palette colours, from pale to full
CORD = 0.0011  # m, half the width of a tendon
TIP = 0.0005  # m, half the width of a strand at its ends
EDGE, STRIPE = 1.0, 1.1  # design pixels
STRIPES = np.array([-0.6, -0.2, 0.2, 0.6])  # of half the width
BELLY = slice(1, -1)  # of a way, between the tendons
BUNDLED = [0, 3, 6, 8, 11, 14]  # points of a way that are enough for a short muscle
DEEP_BELLY = np.sin(np.pi * ALONG[BUNDLED] ** 0.9) ** 0.8  # fuller below, where fascicles gather
STEPS = 3  # along a belly that are filled at a time
SHADE, LIGHT = 0.30, 0.45  # how much darker the deepest fascicle is, how much lighter its middle
GLEAM = 0.34  # half the width of that lighter middle, of the fascicle's
TOUCH = 0.005  # m around a muscle within which a finger still means it


def draw_long(canvas: Canvas, long: Strands) -> None:
    """Draw a long muscle: tendons at both ends, a striped belly between them."""
    if not long.groups:
        return
    palette, pixel = canvas.look.palette, 1 / canvas.camera.pixels_per_metre
    edge = canvas.look.line(EDGE) * pixel
    fill, line = _colours(palette, LONG, float(long.activation[0]))
    ends = np.concatenate([long.ways[:, :2], long.ways[:, -2:]])
    ways = np.diff(ends, axis=1)
    beyond = ways / np.maximum(np.hypot(*ways.T).T[..., None], 1e-9) * [[-edge], [edge]]
    canvas.shapes(band(ends + beyond, CORD + edge), Pen(line))  # closed at its ends, too
    canvas.shapes(band(ends, CORD), Pen(mix(fill, palette.bone_hi, 0.6)))
    _draw_bellies(canvas, long.ways[:, BELLY], long.half_widths, STRIPES, (fill, line))


def draw_lumbar(canvas: Canvas, long: Strands) -> None:
    """Draw the many short strands of a long muscle, as one bundle behind the bones."""
    if long.groups:
        colours = _colours(canvas.look.palette, LONG, float(long.activation[0]))
        _draw_bellies(canvas, long.ways[:, BUNDLED], long.half_widths, STRIPES[1:3], colours)


def _draw_bellies(
    canvas: Canvas, ways: Array, half_widths: Array, stripes: Array, colours: tuple[Colour, Colour]
) -> None:
    (fill, line), count = colours, ways.shape[1]
    edge = canvas.look.line(EDGE) / canvas.camera.pixels_per_metre
    belly = np.sin(np.pi * np.linspace(0.0, 1.0, count)) ** 0.9
    wide = np.maximum(belly * half_widths[:, None], CORD)
    inner = band(ways, wide)
    # In strips: a muscle is far longer than what the window shows of it.
    for outlines, colour in ((band(ways, wide + edge), line), (inner, fill)):
        for strip in strips_of(outlines, STEPS):
            canvas.shapes(strip, Pen(colour))
    aside = inner[:, :count] - ways
    fibres = ways[:, None] + stripes[:, None, None] * aside[:, None]
    thread = Pen(None, mix(fill, line, 0.7), canvas.look.line(STRIPE), closed=False)
    canvas.shapes(fibres.reshape(-1, count, 2), thread)


def draw_deep(canvas: Canvas, deep: Strands) -> None:
    """Draw the fascicles of multifidus, from the deepest to those on top."""
    if not deep.groups:
        return
    lengths = np.hypot(*(deep.ends[:, 1] - deep.ends[:, 0]).T)
    order = np.argsort(lengths, kind="stable")
    wide = np.maximum(DEEP_BELLY * deep.half_widths[:, None], TIP)[order]
    edge = canvas.look.line(EDGE) / canvas.camera.pixels_per_metre
    ways = deep.ways[order][:, BUNDLED]
    layers = [band(ways, half) for half in (wide + edge, wide, GLEAM * wide)]
    tones = _tones(canvas.look.palette, float(deep.activation[0]), len(order))
    canvas.fills(np.stack(layers, axis=1).reshape(-1, *layers[0].shape[1:]), tones)


@lru_cache(maxsize=128)
def _tones(palette: Palette, activation: float, count: int) -> list[Colour]:
    """Outline, body and lighter middle of so many fascicles, the deepest first."""
    fill, line = _colours(palette, DEEP, activation)
    found = []
    for rank in range(count):
        under = 1 - rank / max(1, count - 1)
        body = mix(fill, line, SHADE * under)
        found += [line, body, mix(body, palette.bone_hi, LIGHT * (1 - 0.6 * under))]
    return found


def muscle_at(strands: Strands, point: Point) -> str | None:
    """The muscle whose belly is at a world point [m], or so near that a finger means it."""
    if not strands.groups:
        return None
    start, way = strands.ways[:, :-1], np.diff(strands.ways, axis=1)
    aside = np.array(point) - start
    share = (aside * way).sum(axis=2) / np.maximum((way**2).sum(axis=2), 1e-12)
    share = np.clip(share, 0.0, 1.0)
    gap = np.sqrt(((aside - share[..., None] * way) ** 2).sum(axis=2))
    along = ALONG[:-1] + share * np.diff(ALONG)
    gap -= strands.half_widths[:, None] * np.sin(np.pi * along)
    nearest = int(np.argmin(gap.min(axis=1)))
    return strands.groups[nearest] if gap[nearest].min() <= TOUCH else None


def _colours(palette: Palette, names: tuple[str, str], activation: float) -> tuple[Colour, Colour]:
    """Fill and outline of a muscle: pale at rest, saturated in full."""
    middle, strong = getattr(palette, names[0]), getattr(palette, names[1])
    pale = mix(palette.body, middle, 0.55)
    fill = mix(pale, mix(middle, strong, 0.5), activation)
    return fill, mix(mix(pale, strong, 0.6), strong, activation)
