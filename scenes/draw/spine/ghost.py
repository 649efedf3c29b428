"""The column in another pose, as a dashed line around all of it.

One line up the front of the vertebral bodies and down their back is read as a column also
where each of them is a few pixels high, and outlines of them would be crumbs.
"""

import numpy as np

from scenes.draw.canvas import Canvas
from scenes.draw.spine.discs import faces
from scenes.draw.spine.pose import Array, SpinePose
from scenes.draw.strokes import band, Pen

WIDTH, HALO, DASH, GAP = 2.0, 1.2, 7.0, 4.0  # design pixels; the rim is that much wider all around
CORNERS = 4  # points to a dash


def contour(pose: SpinePose) -> Array:
    """From the sacrum up the front of the column and down its back [m], shape (24, 2)."""
    above, below = faces(pose)
    front, back = (np.stack([below[:, at], above[:, at]], axis=1) for at in (0, -1))
    return np.concatenate([front.reshape(-1, 2), back.reshape(-1, 2)[::-1]])


def draw_ghost(canvas: Canvas, pose: SpinePose) -> None:
    """Draw the dashed outline of the column in another pose."""
    look = canvas.look
    pixel = 1 / canvas.camera.pixels_per_metre
    dashes = _dashes(contour(pose), look.px(DASH) * pixel, look.px(GAP) * pixel)
    line = look.line(WIDTH) * pixel / 2
    rim = look.line(HALO) * pixel
    canvas.shapes(band(dashes, line + rim), Pen(look.palette.halo))
    canvas.shapes(band(dashes, line), Pen(look.palette.ghost))


def _dashes(line: Array, dash: float, gap: float) -> Array:
    """An open line cut into dashes, one at each end, shape (dashes, CORNERS, 2)."""
    lengths = np.hypot(*np.diff(line, axis=0).T)
    at = np.concatenate([[0.0], np.cumsum(lengths)])
    count = max(1, round((at[-1] + gap) / (dash + gap)))
    period = (at[-1] + gap) / count
    wanted = period * np.arange(count)[:, None] + np.linspace(0, period - gap, CORNERS)
    return np.stack([np.interp(wanted, at, line[:, axis]) for axis in (0, 1)], axis=2)
