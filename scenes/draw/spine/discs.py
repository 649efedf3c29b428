"""The discs between the vertebrae, and the level that gives way.

A disc takes the end faces of its neighbours as they are, so there is never a gap.
Where it is squeezed its rim bulges, where it is stretched it goes hollow:
bulge = clip(1.2 + 0.4 (h0 - h), -0.8, 4) mm, with h the height of the rim and h0
the same in neutral posture. The coefficients are chosen for the eye, not measured.
A level that gives way is amber, hatched, and rimmed over its neighbours' edges:
the pattern says the same as the colour.
"""

from functools import cache

import numpy as np

from scenes.draw.camera import Camera
from scenes.draw.canvas import Canvas
from scenes.draw.look import Look
from scenes.draw.spine.bones import bone_line, OUTLINE
from scenes.draw.spine.pose import (
    Array,
    NEUTRAL,
    outlines,
    SACRUM,
    SEGMENTS,
    SpinePose,
    THORAX,
)
from scenes.draw.strokes import Pen, widened

RIM_STEPS = np.linspace(-1.0, 1.0, 7)[1:-1]  # along a rim between its corners
RIM_SHAPE = 1 - 0.65 * RIM_STEPS**2 - 0.35 * RIM_STEPS**4  # how far out, as a share of the bulge
BULGE, BULGE_PER_SQUEEZE, BULGES = 0.0012, 0.4, (-0.0008, 0.004)  # m
NUCLEUS = (0.27, 0.31)  # half axes as shares of depth and height
NUCLEUS_SHIFT, NUCLEUS_REACH = 30.0, 0.12  # share of the depth per metre, at most
# The canal behind a vertebral body: front edge, then back edge, upper corners first [m].
CANAL = np.array([[-0.0165, 0.0135], [-0.0165, -0.0135], [-0.0335, 0.010], [-0.0335, -0.006]])
CANAL_SACRUM = np.array([[-0.014, -0.010], [-0.030, -0.016]])  # where it ends, front and back
CANAL_THORAX = np.array([[-0.0168, -0.0013], [-0.0353, 0.0009]])
RIM, RIM_EDGE = 3.4, 1.6  # amber rim and its dark edge in design pixels
HATCHES, HATCH_SLANT = 7, 0.16  # lines across a disc; how far one leans, in shares of the depth
FAINT = 0.04  # below this share of giving way nothing shows


@cache
def _faces() -> tuple[Array, Array]:
    """Upper and lower end face of each joint in the frames of its neighbours, front to back [m].

    Shapes (6, 9, 2): the lower face of the segment above, the upper face of the one below.
    """
    above = np.array([outlines(name, "face_bottom")[0] for name in SEGMENTS[1:]])
    below = np.array([outlines(name, "face_top")[0] for name in SEGMENTS[:-1]])
    return above, below


def faces(pose: SpinePose) -> tuple[Array, Array]:
    """The end faces above and below each disc in the world [m], front to back, (6, 9, 2)."""
    above, below = _faces()
    turns, places = pose.turns.swapaxes(1, 2), pose.places[:, None]
    return above @ turns[1:] + places[1:], below @ turns[:-1] + places[:-1]


def disc_outlines(pose: SpinePose) -> Array:
    """Outlines of the six discs in the world [m], shape (6, 28, 2)."""
    above, below = faces(pose)
    front, back = _rims(above, below)
    return _outlines(above, below, front, back)


def draw_discs(canvas: Canvas, pose: SpinePose) -> None:
    """Draw the spinal canal, seen between the arches, and the discs."""
    palette = canvas.look.palette
    above, below = faces(pose)
    front, back = _rims(above, below)
    canvas.shapes(_canal(pose), Pen(palette.canal))
    line = bone_line(canvas, OUTLINE)
    canvas.shapes(_outlines(above, below, front, back), Pen(palette.disc, palette.disc_l, line))
    canvas.shapes(_nuclei(above, below), Pen(palette.disc_hi))


def given_way(bends: Array, begins: float, full: float) -> Array:
    """How far joints have given way, 0 to 1: between two bends, all in the same unit."""
    share: Array = (np.abs(bends) - begins) / (full - begins)
    return share.clip(0.0, 1.0)


def amber_rims(pose: SpinePose, giving_way: Array, camera: Camera, look: Look) -> Array:
    """Points around the levels that are drawn as giving way, in the world [m], shape (n, 2)."""
    joints = np.flatnonzero(giving_way > FAINT).tolist()
    if not joints:
        return np.empty((0, 2))
    rim = look.line(RIM + RIM_EDGE) / camera.pixels_per_metre
    shapes = disc_outlines(pose)
    return np.concatenate([widened(shapes[j], rim * min(1.0, giving_way[j])) for j in joints])


def draw_giving_way(canvas: Canvas, pose: SpinePose, giving_way: Array) -> None:
    """Draw the levels that give way over the bones; `giving_way` 0 to 1 for each joint."""
    palette, pixel = canvas.look.palette, 1 / canvas.camera.pixels_per_metre
    joints = np.flatnonzero(giving_way > FAINT)
    if not len(joints):
        return
    much = giving_way[joints].clip(max=1.0)
    rims = canvas.look.line(RIM) * much * pixel
    edges = np.stack([rims + canvas.look.line(RIM_EDGE) * pixel, rims], axis=1).ravel()
    shapes = widened(disc_outlines(pose)[joints.repeat(2)], edges)
    canvas.fills(shapes, [palette.amber_dark, palette.amber] * len(joints))
    above, below = faces(pose)
    hatches = _hatches(above[joints], below[joints], 0.3 + 0.7 * much)
    canvas.shapes(hatches, Pen(palette.amber_dark))


def _outlines(above: Array, below: Array, front: Array, back: Array) -> Array:
    return np.concatenate([above, back, below[:, ::-1], front[:, ::-1]], axis=1)


def _rims(above: Array, below: Array) -> tuple[Array, Array]:
    """Front and back rim between the corners, from above down, shapes (6, 5, 2) [m]."""
    rims = []
    rest = _rest()
    for number, corner, side in ((0, 0, 1.0), (1, -1, -1.0)):
        top, bottom = above[:, corner], below[:, corner]
        up = top - bottom
        height = np.hypot(up[:, 0], up[:, 1])
        bulge = np.clip(BULGE + BULGE_PER_SQUEEZE * (rest[number] - height), *BULGES)
        outward = np.stack([up[:, 1], -up[:, 0]], axis=-1) * side
        outward *= (bulge / np.maximum(height, 1e-6))[:, None]
        along = (RIM_STEPS[::-1, None] + 1) / 2
        straight = bottom[:, None] + up[:, None] * along
        rims.append(straight + outward[:, None] * RIM_SHAPE[:, None])
    return rims[0], rims[1]


@cache
def _rest() -> Array:
    """Heights of the front and the back rims in neutral posture [m], shape (2, 6)."""
    above, below = faces(NEUTRAL)
    return np.array([np.hypot(*(above - below)[:, corner].T) for corner in (0, -1)])


def _nuclei(above: Array, below: Array) -> Array:
    """The soft middles, shifted towards the side that opens, shape (6, 18, 2) [m]."""
    change = [np.hypot(*(above - below)[:, end].T) - _rest()[n] for n, end in ((0, 0), (1, -1))]
    shift = np.clip(NUCLEUS_SHIFT * (change[0] - change[1]), -NUCLEUS_REACH, NUCLEUS_REACH)
    front, back = ((above + below) / 2)[:, 0], ((above + below) / 2)[:, -1]
    depth, height = front - back, (above - below)[:, 4]
    around = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    # A rounded box: the powers push the ellipse out towards its corners.
    cos, sin = (np.sign(f) * np.abs(f) ** 0.8 for f in (np.cos(around), np.sin(around)))
    middle = (front + back) / 2 + depth * shift[:, None]
    nuclei: Array = (
        middle[:, None]
        + depth[:, None] * (NUCLEUS[0] * cos)[:, None]
        + height[:, None] * (NUCLEUS[1] * sin)[:, None]
    )
    return nuclei


def _canal(pose: SpinePose) -> Array:
    """The canal as four-cornered pieces from one end to the next, shape (11, 4, 2) [m]."""
    corners = CANAL @ pose.turns[1:6].swapaxes(1, 2) + pose.places[1:6, None]
    lowest, highest = pose.world(SACRUM, CANAL_SACRUM), pose.world(THORAX, CANAL_THORAX)
    # Pairs of a front and a back point from the sacrum up to the thorax.
    levels = np.stack([corners[:, [1, 3]], corners[:, [0, 2]]], axis=1).reshape(-1, 2, 2)
    levels = np.concatenate([lowest[None], levels, highest[None]])
    return np.concatenate([levels[:-1], levels[1:, ::-1]], axis=1)


def _hatches(above: Array, below: Array, weight: Array) -> Array:
    """Slanting stripes between the two faces of each disc, shape (discs lines, 4, 2) [m]."""
    middles = (np.arange(HATCHES) + 0.5) / HATCHES
    half = weight[:, None, None] * 0.2 / HATCHES
    sides = middles[:, None] + half * (-1, 1)  # shape (discs, lines, 2)
    upper = _along(above, np.clip(sides - HATCH_SLANT / 2, 0.0, 1.0))
    lower = _along(below, np.clip(sides + HATCH_SLANT / 2, 0.0, 1.0))
    return np.concatenate([upper, lower[:, :, ::-1]], axis=2).reshape(-1, 4, 2)


def _along(faces: Array, shares: Array) -> Array:
    """Points at shares, (discs, lines, 2), of the way along each face, by its steps."""
    at = shares * (faces.shape[1] - 1)
    before = np.minimum(at.astype(int), faces.shape[1] - 2)
    disc = np.arange(len(faces))[:, None, None]
    start = faces[disc, before]
    points: Array = start + (faces[disc, before + 1] - start) * (at - before)[..., None]
    return points
