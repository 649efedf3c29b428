"""The quiet trunk around the spine, and transversus as a girdle round it.

Each point of the skin follows up to four segments by fixed shares (data), so a
trunk that leans stretches its back and folds its belly. The girdle is the far half of a
belt: a sheet from the fascia behind the spine to the belly wall, closed by a rim all round, with
its fibres as bands that taper towards both; they grow thicker and fuller with activation.
"""

from functools import cache

import numpy as np
import pygame

from scenes.draw.camera import Camera
from scenes.draw.canvas import BEYOND, Canvas
from scenes.draw.palette import Colour
from scenes.draw.shapes import mix
from scenes.draw.spine.bones import bone_line
from scenes.draw.spine.muscles import TOUCH
from scenes.draw.spine.pose import (
    Array,
    NEUTRAL,
    outlines,
    Point,
    SACRUM,
    shares,
    SpinePose,
    THORAX,
)
from scenes.draw.strokes import band, Pen

SKIN_LINE, RIM = 1.8, 1.6  # design pixels
# Where the belly wall is held, in the frames of sacrum and thorax [m].
WALL_LOW, WALL_HIGH = np.array([0.1145, 0.0223]), np.array([0.110, 0.100])
WALL_SHARES = np.linspace(0.19, 0.68, 6)  # of the way up the belly wall, a band each
# Three steps along the 40 points of a side are filled at a time.
PIECES = np.arange(0, 39, 3)[:, None] + np.arange(4)
SAG = 0.010  # m
BEHIND = np.array([-0.066, -0.006])  # m, the fascia in the frame of a vertebra
LOWEST = 0.85  # of that at the sacrum, which is itself further back
THIN, THICK = 0.0008, 0.0024  # m, half the width of a band at rest and added in full
ALONG = np.linspace(0.0, 1.0, 9)
TAPERED = 0.25 + 0.75 * np.sin(np.pi * ALONG) ** 0.6  # of that, along a band
ROUND = 0.006 * np.sin(np.linspace(0.25, 0.75, 6) * np.pi) - 0.003  # m, further out than the wall
OVER = 0.3  # of the way between two bands, that the sheet reaches beyond them
WITHIN = 0.32  # of a step along a band, by which it ends within the sheet
CORNER = 0.8  # of the way to the next point of a side, from where its corner is round
TURN = np.linspace(0.0, 1.0, 5)[:, None]
IN_FRONT = 5  # points of a band, up to which it is behind the spine


def skin(pose: SpinePose) -> Array:
    """The trunk as one closed outline in the world [m], back down and front up."""
    followed = np.einsum("sij,psj->psi", pose.turns, _rest()) + pose.places
    points: Array = np.einsum("ps,psi->pi", shares(), followed)
    # Between pelvis and ribs the belly rides on its wall, or a deep bend would fold it inside.
    up, out, firm = _belly()
    low, high = _wall(pose)
    way = high - low
    forward = np.array([way[1], -way[0]]) / np.hypot(*way)
    riding = low + way * up[:, None] + forward * out[:, None]
    half = len(points) // 2
    points[half:] += (riding - points[half:]) * firm[:, None]
    return points


def fill_trunk(surface: pygame.Surface, camera: Camera, colour: Colour, points: Array) -> None:
    """Fill the trunk given by its `skin`, straight on the target.

    Its hard edge lies under the skin line. Tall polygons with many corners are slow to
    fill; pieces with few are not.
    """
    pixels = points * (camera.pixels_per_metre, -camera.pixels_per_metre) + camera.origin
    clip, beyond = surface.get_clip(), BEYOND * camera.pixels_per_metre
    pixels[:, 1].clip(clip.top - beyond, clip.bottom + beyond, out=pixels[:, 1])
    back, front = _halves(pixels)
    pieces = np.concatenate([back[PIECES], front[PIECES][:, ::-1]], axis=1)
    for piece in pieces.tolist():
        pygame.draw.polygon(surface, colour, piece)


def draw_skin_line(canvas: Canvas, points: Array) -> None:
    """Draw the line around the trunk given by its `skin`."""
    pen = Pen(None, canvas.look.palette.body_l, bone_line(canvas, SKIN_LINE), closed=False)
    canvas.shapes(np.stack(_halves(points)), pen)


def girdle(pose: SpinePose) -> Array:
    """The middle lines of the bands from fascia to belly wall [m], shape (6, points, 2)."""
    low, high = _wall(pose)
    wall = low + (high - low) * WALL_SHARES[:, None]
    way = high - low
    wall += np.array([way[1], -way[0]]) / np.hypot(*way) * ROUND[:, None]
    start = fascia(pose)
    straight = start[:, None] + (wall - start)[:, None] * ALONG[:, None]
    # Down along the spine, whichever way the trunk leans.
    down = (pose.places[SACRUM] - pose.places[THORAX]) * SAG
    down /= max(float(np.hypot(*(pose.places[SACRUM] - pose.places[THORAX]))), 1e-6)
    lines: Array = straight + down * (4 * ALONG * (1 - ALONG))[:, None]
    return lines


def bands(lines: Array) -> Array:
    """The lines of a girdle as they are drawn: they end a little within the sheet around them."""
    drawn = lines.copy()
    drawn[:, [0, -1]] += WITHIN * (lines[:, [1, -2]] - lines[:, [0, -1]])
    return drawn


def sheet(lines: Array) -> Array:
    """The closed outline around the lines of a girdle, a little beyond them, with round corners."""
    above, below = ((1 + OVER) * lines[a] - OVER * lines[b] for a, b in ((-1, -2), (0, 1)))
    sides = (above, lines[::-1, -1], below[::-1], lines[:, 0])
    found = []
    for side, follows in zip(sides, (*sides[1:], sides[0]), strict=True):
        corner = side[-1] if len(side) > len(follows) else follows[0]  # of the one along a band
        found += [side[1:-1], _corner(side[-2], corner, follows[1])]
    return np.concatenate(found)


def _corner(before: Array, corner: Array, after: Array) -> Array:
    """A bow round a corner."""
    first, last = (corner + CORNER * (point - corner) for point in (before, after))
    bow: Array = (1 - TURN) ** 2 * first + 2 * TURN * (1 - TURN) * corner + TURN**2 * last
    return bow


def fascia(pose: SpinePose) -> Array:
    """Where the bands begin behind the spine, at the height of each disc [m], shape (6, 2)."""
    behind = pose.places[1:6] + pose.turns[1:6] @ BEHIND
    lowest = pose.pivots[0] + (pose.turns[1] @ BEHIND) * LOWEST
    highest = pose.pivots[-1] + (pose.turns[5] @ BEHIND)
    return np.concatenate([lowest[None], (behind[:-1] + behind[1:]) / 2, highest[None]])


def girdle_at(pose: SpinePose, point: Point) -> bool:
    """Whether a world point [m] is on a band, or so near that a finger means it."""
    lines = girdle(pose)[:, IN_FRONT:]  # further back a vertebra is meant
    return bool(np.hypot(*(lines - np.array(point)).T).min() <= TOUCH)


def draw_girdle(canvas: Canvas, pose: SpinePose, activation: float) -> None:
    """Draw transversus with its `activation` (0 to 1)."""
    palette = canvas.look.palette
    full = mix(mix(palette.body, palette.teal, 0.5), palette.teal, 0.9 * activation)
    ground = mix(palette.body, palette.teal_mid, 0.22 + 0.3 * activation)
    lines = girdle(pose)
    outline, line = sheet(lines), bone_line(canvas, RIM) * (1 + activation / 2)
    canvas.shapes(outline[None], Pen(ground))
    around = np.concatenate([outline, outline[:2]])[None]
    canvas.shapes(around, Pen(None, mix(ground, full, 0.7), line, closed=False))
    canvas.shapes(band(bands(lines), (THIN + THICK * activation) * TAPERED), Pen(full))


def _halves(points: Array) -> tuple[Array, Array]:
    """The back and the front of the skin, both from above down."""
    half = len(points) // 2
    return points[:half], points[half:][::-1]


@cache
def _rest() -> Array:
    """The points of the skin in the frame of every segment [m], shape (points, 7, 2)."""
    back, front = outlines("skin", "back")[0], outlines("skin", "front")[0][::-1]
    points = np.concatenate([back, front])
    return np.stack([NEUTRAL.local(segment, points) for segment in range(7)], axis=1)


@cache
def _belly() -> tuple[Array, Array, Array]:
    """How far up the belly wall each point of the front lies, how far out [m], how firmly."""
    low, high = _wall(NEUTRAL)
    way = high - low
    length = np.hypot(*way)
    points = outlines("skin", "front")[0][::-1] - low
    up = points @ way / length**2
    out = points @ np.array([way[1], -way[0]]) / length
    return up, out, np.sin(np.pi * np.clip(up, 0.0, 1.0)) ** 0.5


def _wall(pose: SpinePose) -> tuple[Array, Array]:
    """Lower and upper end of the belly wall in the world [m]."""
    return pose.world(SACRUM, WALL_LOW), pose.world(THORAX, WALL_HIGH)
