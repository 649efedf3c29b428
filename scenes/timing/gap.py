"""How far apart both backs are where they bent most, as a measure over the picture.

Drawn several times as large as they are, the two may still nearly coincide. So arrows point
at both from outside, and the number is what lies between them in fact, not magnified.
"""

import numpy as np
import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.draw.shapes import smooth_line
from scenes.draw.spine.ghost import contour
from scenes.draw.spine.pose import bent
from scenes.text.words import Words
from scenes.timing.moment import Back
from scenes.timing.picture import overlaid, SHOWN

FRONT = 12  # points of a contour up the front of the column
ARM, HEAD, LINE = 15, 5, 1.8  # design px: an arrow, its head along and across, its width
BETWEEN = 1  # design px between a tip and its line, or both would be a cross
SIZE, PAD = 16, 5


def apart(back: Back, other: Back) -> tuple[float, int]:
    """How far two backs at their worst are apart [mm], and at which point up the front."""
    fronts = [contour(bent(one.worst))[:FRONT] for one in (back, other)]
    gaps = 1000 * np.hypot(*(fronts[1] - fronts[0]).T)
    return float(gaps.max()), int(gaps.argmax())


def draw_gap(
    surface: pygame.Surface,
    look: Look,
    rect: pygame.Rect,
    backs: tuple[Back, Back],
    words: Words,
) -> pygame.Rect:
    """Draw the measure in the picture of a back; where its number is, if that has room."""
    (gap, at), times = apart(*backs), overlaid(*backs)
    camera = SHOWN.camera(rect.size, pygame.FRect(rect).center)
    places = [contour(bent(one.worst, times=times))[at] for one in backs]
    (left, low), (right, high) = sorted(camera.to_screen((x, y)) for x, y in map(tuple, places))
    y, arm, head = (low + high) / 2, look.px(ARM), look.px(HEAD)
    left, right = left - look.px(BETWEEN), right + look.px(BETWEEN)
    face = look.text(words.quantity(gap, "mm", 1), SIZE, look.palette.ink, SEMIBOLD)
    plate = face.get_rect(midleft=(round(right + arm + look.px(PAD)), round(y)))
    plate.inflate_ip(2 * look.px(PAD), 0)
    if not rect.contains(plate):
        return pygame.Rect(rect.topleft, (0, 0))
    put_rounded(surface, plate, look.px(PAD), look.palette.panel)
    surface.blit(face, face.get_rect(center=plate.center))
    for colour, width in ((look.palette.halo, 2.4 * LINE), (look.palette.ink, LINE)):
        stroke = width * look.scale * look.palette.stroke
        for tip, way in ((left, -1), (right, 1)):
            smooth_line(surface, colour, (tip, y), (tip + way * arm, y), stroke)
            for side in (-head, head):
                smooth_line(surface, colour, (tip, y), (tip + way * head, y + side), stroke)
    return plate
