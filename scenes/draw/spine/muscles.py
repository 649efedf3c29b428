"""The drawn muscles of the spine: multifidus, back and belly.

Each follows its way past the bones (`paths.py`). Its belly is as wide as the root of its force
and grows wider and fuller with activation. The long muscles are brick, with tendons at both
ends and stripes along their fibres. Multifidus is teal: the fascicles that begin at one place are
a bundle with one outline, and the bundles lie on each other like tiles, those that span many
vertebrae on top and lighter.
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
EDGE, STRIPE = 1.0, 1.1  # design pixels
STRIPES = np.array([-0.6, -0.2, 0.2, 0.6])  # of half the width
BELLY = slice(1, -1)  # of a way, between the tendons
BUNDLED = [0, 3, 6, 8, 11, 14]  # points of a way that are enough for a short muscle
FASCICLE = [0, 1, 4, 7, 10, 13, 14]  # the same where its tips are seen
# Shares of the half width along a fascicle: fleshy below, where they gather, a tendon above.
DEEP_BELLY = 0.34 + 0.66 * np.sin(np.pi * ALONG[FASCICLE] ** 0.85) ** 0.7
DEEP_BELLY[[0, 1, -2, -1]] = 0.30, 0.62, 0.50, 0.22
STEPS = 3  # along a belly that are filled at a time
SHADE, LIGHT = 0.30, 0.38  # how much darker the deepest bundle is, how much lighter its middles
OTHER, BED = 0.16, 0.5  # how much darker every other fascicle is, and what shows between all
GLEAM = 0.36  # half the width of the lighter middle, of the fascicle's
LIT = 3  # bundles on top that have one: of the others little is seen
WITHIN = 0.16  # of the way to the back, by which what shows between them ends before their tips
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
        ways = long.bowed[:, BUNDLED]
        _draw_bellies(canvas, ways, long.half_widths, STRIPES[1:2], colours, steps=len(BUNDLED))


def _draw_bellies(
    canvas: Canvas,
    ways: Array,
    half_widths: Array,
    stripes: Array,
    colours: tuple[Colour, Colour],
    *,
    steps: int = STEPS,
) -> None:
    (fill, line), count = colours, ways.shape[1]
    edge = canvas.look.line(EDGE) / canvas.camera.pixels_per_metre
    belly = np.sin(np.pi * np.linspace(0.0, 1.0, count)) ** 0.9
    wide = np.maximum(belly * half_widths[:, None], CORD)
    inner = band(ways, wide)
    # In strips: a muscle is far longer than what the window shows of it.
    for outlines, colour in ((band(ways, wide + edge), line), (inner, fill)):
        for strip in strips_of(outlines, steps):
            canvas.shapes(strip, Pen(colour))
    aside = inner[:, :count] - ways
    fibres = ways[:, None] + stripes[:, None, None] * aside[:, None]
    thread = Pen(None, mix(fill, line, 0.7), canvas.look.line(STRIPE), closed=False)
    canvas.shapes(fibres.reshape(-1, count, 2), thread)


def draw_deep(canvas: Canvas, deep: Strands) -> None:
    """Draw the bundles of multifidus, from the deepest to those on top."""
    if not deep.groups:
        return
    palette, count = canvas.look.palette, len(deep.groups)
    ways = deep.bowed[:, FASCICLE]
    bundles, longest = _bundles(deep)
    canvas.fills(_bed(deep, ways[longest])[None], [_bed_tone(palette, float(deep.activation[0]))])
    wide = DEEP_BELLY * deep.half_widths[:, None]
    edge = canvas.look.line(EDGE) / canvas.camera.pixels_per_metre
    layers = band(np.stack([ways] * 3), np.stack([wide + edge, wide, GLEAM * wide]))
    order = [
        layer * count + one
        for rank, bundle in enumerate(bundles)
        for layer in range(3 if rank >= len(bundles) - LIT else 2)
        for one in bundle
    ]
    sizes = tuple(map(len, bundles))
    tones = _tones(palette, float(deep.activation[0]), sizes)
    canvas.fills(layers.reshape(-1, *layers.shape[2:])[order], tones)


def _bundles(deep: Strands) -> tuple[list[list[int]], int]:
    """The fascicles that begin at one place together, the shorter first; and the longest of all."""
    lengths = np.hypot(*(deep.ends[:, 1] - deep.ends[:, 0]).T)
    found: dict[bytes, list[int]] = {}
    for number in np.argsort(lengths, kind="stable").tolist():
        found.setdefault(deep.ends[number, 1].tobytes(), []).append(number)
    bundles = sorted(found.values(), key=lambda bundle: float(lengths[bundle[-1]]))
    return bundles, bundles[-1][-1]


def _bed(deep: Strands, back: Array) -> Array:
    """What shows between the fascicles: the area from the one at the `back` to all lower ends."""
    lower = deep.ends[np.argsort(-deep.ends[:, 0, 1], kind="stable"), 0]
    middle = back.mean(axis=0)
    return np.concatenate([back, lower + (middle - lower) * (WITHIN, 0.0)])


def _bed_tone(palette: Palette, activation: float) -> Colour:
    return mix(*_colours(palette, DEEP, activation), BED)


@lru_cache(maxsize=128)
def _tones(palette: Palette, activation: float, sizes: tuple[int, ...]) -> list[Colour]:
    """Outlines and bodies of bundles of so many, the deepest first; of the last lighter middles."""
    fill, line = _colours(palette, DEEP, activation)
    found = []
    for rank, size in enumerate(sizes):
        under = 1 - rank / max(1, len(sizes) - 1)
        body = mix(fill, line, SHADE * under)
        light = mix(body, palette.bone_hi, LIGHT * (1 - under))
        bodies = [mix(body, line, OTHER * (number % 2)) for number in range(size)]
        found += [line] * size + bodies
        if rank >= len(sizes) - LIT:
            found += [light] * size
    return found


def muscle_at(strands: Strands, point: Point) -> str | None:
    """The muscle whose belly is at a world point [m], or so near that a finger means it."""
    if not strands.groups:
        return None
    start, way = strands.bowed[:, :-1], np.diff(strands.bowed, axis=1)
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
