"""Small pictures of what may be expected: signs, of nothing that was computed.

Lengths are shares of the height of the picture, from the middle of its foot, y up.
"""

from collections.abc import Callable, Sequence
from functools import partial
from math import cos, pi, radians, sin

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import Colour, Palette
from scenes.draw.panels import put_centred
from scenes.draw.shapes import outlined, Point, polyline, supersampled
from scenes.draw.surface_cache import kept
from scenes.widgets.answers import Picture

Piece = tuple[float, float, float]  # x, y of its middle, degrees counter-clockwise
Paint = Callable[["Pen"], None]

BLOCK, BONE = (0.22, 0.165), (0.24, 0.115)
LINE = 0.022
WIDE = 1.5  # a picture is never narrower, or all of it is drawn smaller
TURNS = 5  # pieces of a stack, and of a spine
STACK: tuple[Piece, ...] = tuple((0.0, 0.1 + 0.18 * number, 0.0) for number in range(TURNS))
FALLEN: tuple[Piece, ...] = (
    (0.0, 0.1, 0.0),
    (0.05, 0.29, -22.0),
    (-0.34, 0.13, 90.0),
    (0.3, 0.12, 78.0),
    (0.56, 0.1, 4.0),
)
CLOCK = (-0.45, 0.72, 0.22)


class Pen:
    """Draws in shares of the height on a large surface."""

    def __init__(self, surface: pygame.Surface, palette: Palette) -> None:
        self.surface, self.palette = surface, palette
        self._wide, self._foot = surface.get_size()
        self._high = min(self._foot, self._wide / WIDE)

    def at(self, x: float, y: float) -> Point:
        """A place on the surface."""
        return self._wide / 2 + x * self._high, self._foot - self._high * y

    def length(self, share: float) -> float:
        """A length in pixels."""
        return share * self._high

    def box(self, piece: Piece, size: tuple[float, float], fill: Colour, line: Colour) -> None:
        """A turned box."""
        x, y, turned = piece
        along, up = cos(radians(turned)), sin(radians(turned))
        half = size[0] / 2, size[1] / 2
        corners = [
            self.at(x + across * along - over * up, y + across * up + over * along)
            for across, over in (
                (-half[0], -half[1]),
                (half[0], -half[1]),
                (half[0], half[1]),
                (-half[0], half[1]),
            )
        ]
        outlined(self.surface, corners, fill, line, self.length(LINE))

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A line with round ends."""
        polyline(self.surface, colour, [self.at(*point) for point in points], self.length(width))

    def ground(self) -> None:
        """What all stands on."""
        self.line([(-0.74, 0.01), (0.74, 0.01)], self.palette.edge, LINE)


def _stack(pieces: Sequence[Piece], pen: Pen) -> None:
    pen.ground()
    for piece in pieces:
        pen.box(piece, BLOCK, pen.palette.wood, pen.palette.wood_l)


def _timed(share: float, pen: Pen) -> None:
    """Fallen, and a clock with so much of its round gone."""
    _stack(FALLEN, pen)
    x, y, radius = CLOCK
    pygame.draw.circle(pen.surface, pen.palette.panel, pen.at(x, y), pen.length(radius))
    steps = [2 * pi * share * number / 24 for number in range(25)]
    rim = [(x + radius * sin(turn), y + radius * cos(turn)) for turn in steps]
    pygame.draw.polygon(pen.surface, pen.palette.muted, [pen.at(*at) for at in ((x, y), *rim)])
    thick = round(pen.length(1.4 * LINE))
    pygame.draw.circle(pen.surface, pen.palette.ink, pen.at(x, y), pen.length(radius), thick)


def _spine(turns: Sequence[float], pen: Pen, *, x: float = 0.0, share: float = 1.0) -> None:
    """Vertebrae above each other, each turned so much [degrees] against the one below."""
    pen.ground()
    y, turned, step = 0.0, 0.0, 0.165 * share
    size = BONE[0] * share, BONE[1] * share
    for turn in turns:
        turned += turn
        dx, dy = -sin(radians(turned)) * step, cos(radians(turned)) * step
        place = (x + dx / 2, y + dy / 2 + 0.03, turned)
        pen.box(place, size, pen.palette.bone, pen.palette.bone_l)
        x, y = x + dx, y + dy


def _pair(left: float, right: float, pen: Pen) -> None:
    """Two spines that bend so much [degrees a joint]."""
    for x, turn in ((-0.42, left), (0.32, right)):
        _spine([0.0, -turn, -turn, -turn, -turn], pen, x=x, share=0.95)


def _gauge(level: float, pen: Pen) -> None:
    """A tube filled so far, with a tick at where it was."""
    teal, edge = pen.palette.teal, pen.palette.edge
    pen.line([(0.0, 0.12), (0.0, 0.88)], edge, 0.2)
    pen.line([(0.0, 0.12), (0.0, 0.88)], pen.palette.panel, 0.2 - 2 * LINE)
    pen.line([(0.0, 0.12), (0.0, level)], teal, 0.2 - 2 * LINE)
    pen.line([(-0.3, 0.48), (-0.16, 0.48)], pen.palette.ink, 2 * LINE)
    pen.line([(0.16, 0.48), (0.3, 0.48)], pen.palette.ink, 2 * LINE)


def _begin(at: float, pen: Pen) -> None:
    """A muscle that begins there; the arm goes up at the line in the middle."""
    palette = pen.palette
    pen.line([(-0.7, 0.3), (0.7, 0.3)], palette.edge, LINE)
    pen.line([(at, 0.3), (0.65, 0.3)], palette.teal, 0.17)
    pen.line([(0.0, 0.08), (0.0, 0.66)], palette.ink, 1.6 * LINE)
    pen.line([(-0.14, 0.78), (0.0, 0.94), (0.14, 0.78)], palette.ink, 1.6 * LINE)
    pen.line([(0.0, 0.66), (0.0, 0.94)], palette.ink, 1.6 * LINE)


PAINTS: dict[str, Paint] = {
    "stays": partial(_stack, STACK),
    "falls": partial(_stack, FALLEN),
    "sooner": partial(_timed, 0.2),
    "later": partial(_timed, 0.85),
    "upright": partial(_spine, (0.0, 6.0, 4.0, -5.0, -5.0)),
    "leans": partial(_spine, (-8.0, -16.0, -14.0, -8.0, -6.0)),
    "gives": partial(_spine, (0.0, 32.0, 6.0, -44.0, -20.0)),
    "lower": partial(_gauge, 0.2),
    "equal": partial(_gauge, 0.48),
    "higher": partial(_gauge, 0.8),
    "left": partial(_pair, 13.0, 2.0),
    "same": partial(_pair, 5.0, 5.0),
    "right": partial(_pair, 2.0, 13.0),
    "early": partial(_begin, -0.4),
    "late": partial(_begin, 0.4),
}
"""What paints each answer, by its name in the steps and in the texts."""


@kept
def _painted(name: str, size: tuple[int, int], palette: Palette) -> pygame.Surface:
    return supersampled(size, lambda large, _: PAINTS[name](Pen(large, palette)), 4)


def picture_of(name: str) -> Picture:
    """What paints an answer into a place. Raises KeyError for a name that has none."""
    assert name in PAINTS

    def paint(surface: pygame.Surface, rect: pygame.Rect, look: Look) -> None:
        put_centred(surface, _painted(name, rect.size, look.palette), rect.center)

    return paint
