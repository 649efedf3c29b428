"""Icons as numbers on a 24 x 24 grid, y down.

Each icon is a tuple of strokes: `Fill` a filled polygon, `Line` a line with
round ends, `Dot` a filled circle, `Ring` a circle line. Arrows and ticks are
drawn because the font has no glyphs for them.
"""

from dataclasses import dataclass

import pygame

from scenes.draw.palette import Colour
from scenes.draw.shapes import Point, polyline, supersampled
from scenes.draw.surface_cache import kept

GRID = 24
FACTOR = 4


@dataclass(frozen=True)
class Fill:
    """A filled polygon."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class Line:
    """A line of some width, open or closed."""

    width: float
    points: tuple[Point, ...]
    closed: bool = False


@dataclass(frozen=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Ring:
    """A circle line; the radius is that of its middle."""

    x: float
    y: float
    radius: float
    width: float


Stroke = Fill | Line | Dot | Ring


def _points(numbers: str) -> tuple[Point, ...]:
    pairs = (pair.split(",") for pair in numbers.split())
    return tuple((float(x), float(y)) for x, y in pairs)


def _fill(numbers: str) -> Fill:
    return Fill(_points(numbers))


def _line(width: float, numbers: str, *, closed: bool = False) -> Line:
    return Line(width, _points(numbers), closed)


ICONS: dict[str, tuple[Stroke, ...]] = {
    "pause": (_fill("6,4 10,4 10,20 6,20"), _fill("14,4 18,4 18,20 14,20")),
    "play": (_fill("7,3.5 20,12 7,20.5"),),
    "step": (_fill("5,4 15,12 5,20"), _fill("16,4 19.5,4 19.5,20 16,20")),
    "step_back": (_fill("19,4 9,12 19,20"), _fill("8,4 4.5,4 4.5,20 8,20")),
    "slow": (
        _fill(
            "3,16 3.4,13 4.6,10.2 6.6,8 9.2,6.8 12,6.8 14.6,8 16.4,10.2 17.4,13 17.6,14 "
            "18.4,10.8 19.6,9.6 21.4,9.6 22.8,10.9 22.8,12.8 21.6,14 20,14.4 18.8,16.6 "
            "16.8,17.2 17.2,19.4 13.8,19.4 13.2,17.4 8.2,17.4 7.6,19.4 4.2,19.4 4.8,17 1.6,17.2"
        ),
    ),
    "reset": (
        _line(
            2.4,
            "15.9,5.7 18,7.6 19.4,10 19.8,12.8 19.2,15.5 17.7,17.9 15.4,19.5 12.7,20.3 "
            "9.9,20 7.4,18.8 5.4,16.7 4.4,14.1 4.3,11.3 5.2,8.7 7,6.5",
        ),
        _fill("15.2,1.6 21.6,4.6 15.6,9"),
    ),
    "language": (
        Ring(12, 12, 9, 2),
        _line(1.8, "3,12 21,12"),
        _line(1.8, "12,3 8.8,6.4 7.8,12 8.8,17.6 12,21 15.2,17.6 16.2,12 15.2,6.4", closed=True),
    ),
    "help": (
        _line(
            2.6,
            "7.2,8.6 7.8,6.2 9.6,4.6 12,4 14.4,4.6 16.2,6.2 16.6,8.4 15.8,10.4 13.4,12.2 "
            "12.2,13.6 12,15.4",
        ),
        Dot(12, 19.6, 1.8),
    ),
    "info": (
        Dot(12, 4.9, 1.9),
        _fill(
            "8.6,9.4 13.6,9.4 13.6,18.2 16,18.2 16,20.6 8.2,20.6 8.2,18.2 10.6,18.2 "
            "10.6,11.8 8.6,11.8"
        ),
    ),
    "camera": (
        _line(2.2, "2.5,7 7,7 8.8,4 15.2,4 17,7 21.5,7 21.5,19.5 2.5,19.5", closed=True),
        Ring(12, 13, 4, 2.2),
    ),
    "share": (
        _line(2, "6,12 17,5.5"),
        _line(2, "6,12 17,18.5"),
        Dot(5.6, 12, 3.1),
        Dot(17.8, 5.2, 3.1),
        Dot(17.8, 18.8, 3.1),
    ),
    "examples": (
        _line(2.2, "3.5,3.5 10,3.5 10,10 3.5,10", closed=True),
        _line(2.2, "14,3.5 20.5,3.5 20.5,10 14,10", closed=True),
        _line(2.2, "3.5,14 10,14 10,20.5 3.5,20.5", closed=True),
        _fill("13,13 21.5,13 21.5,21.5 13,21.5"),
    ),
    "home": (
        _fill(
            "12,2.6 22,11.4 20.4,13.2 19,12 19,21 14.4,21 14.4,14.6 9.6,14.6 9.6,21 5,21 "
            "5,12 3.6,13.2 2,11.4"
        ),
    ),
    "chevron": (_line(2.6, "9,5 16,12 9,19"),),
    "chevron_down": (_line(2.6, "5,9 12,16 19,9"),),
    "chevron_up": (_line(2.6, "5,15 12,8 19,15"),),
    "up_down": (_line(2.6, "6,9 12,3 18,9"), _line(2.6, "6,15 12,21 18,15")),
    "check": (_line(3, "4.5,12.5 10,18 20,6.5"),),
    "link": (
        _line(2.2, "10,8.5 5.5,8.5 3.6,9.4 2.8,12 3.6,14.6 5.5,15.5 10,15.5"),
        _line(2.2, "14,8.5 18.5,8.5 20.4,9.4 21.2,12 20.4,14.6 18.5,15.5 14,15.5"),
        _line(2.2, "8,12 16,12"),
    ),
    "story": (
        _line(2.2, "3,5 9,5 12,7 15,5 21,5 21,18.5 15,18.5 12,20.5 9,18.5 3,18.5", closed=True),
        _line(2, "12,7 12,20.5"),
    ),
    "tap": (
        _fill(
            "9,22 4.5,15.4 4.3,13.8 5.6,12.8 7.2,13.4 8.8,15 8.8,4.6 9.4,3.4 10.6,3 11.8,3.4 "
            "12.4,4.6 12.4,10.4 18.4,11.8 19.8,13 20,14.6 18.8,19 18,22"
        ),
    ),
    "chart": (
        _line(2.2, "3.5,3 3.5,20.5 21.5,20.5"),
        _line(2.4, "7,15.5 11,10.5 14.5,13 20.5,5"),
    ),
    "sliders": (
        _line(2.2, "3,8 21,8"),
        _line(2.2, "3,16 21,16"),
        _fill("13,4.5 17,4.5 17,11.5 13,11.5"),
        _fill("6,12.5 10,12.5 10,19.5 6,19.5"),
    ),
    "close": (_line(2.8, "5.5,5.5 18.5,18.5"), _line(2.8, "18.5,5.5 5.5,18.5")),
    "back": (_line(2.8, "15,5 8,12 15,19"),),
    "print": (
        _line(2.2, "7,8 7,3 17,3 17,8"),
        _line(2.2, "6.5,16.5 3,16.5 3,8 21,8 21,16.5 17.5,16.5"),
        _line(2.2, "7,14 17,14 17,21 7,21", closed=True),
    ),
    "sound": (
        _fill("3,9 7.5,9 13,4 13,20 7.5,15 3,15"),
        _line(2, "16,9 17.4,12 16,15"),
        _line(2, "18.8,6.5 21.4,12 18.8,17.5"),
    ),
    "mute": (
        _fill("3,9 7.5,9 13,4 13,20 7.5,15 3,15"),
        _line(2.2, "16.5,9.5 21.5,14.5"),
        _line(2.2, "21.5,9.5 16.5,14.5"),
    ),
    "ask": (_line(2.2, "3,4 21,4 21,17 12,17 7,21.5 7,17 3,17", closed=True),),
    # A standing person: the figure is three times as high as it is wide.
    "person": (
        Ring(12, 4.2, 2.7, 1.3),
        _line(
            1.3,
            "8.6,10.8 9.8,9.3 12,8.7 14.2,9.3 15.4,10.8 15.4,20 14.2,21.6 12,22.2 9.8,21.6 8.6,20",
            closed=True,
        ),
    ),
    # Plus and minus, for steps and for the exercise cards.
    "plus": (_line(2.8, "12,5 12,19"), _line(2.8, "5,12 19,12")),
    "minus": (_line(2.8, "5,12 19,12"),),
}


def paint(surface: pygame.Surface, name: str, colour: Colour, unit: float) -> None:
    """Draw an icon at the origin of `surface`, `unit` pixels per grid step, hard-edged."""
    for stroke in ICONS[name]:
        match stroke:
            case Fill(points):
                pygame.draw.polygon(surface, colour, [(x * unit, y * unit) for x, y in points])
            case Line(width, points, closed):
                scaled = [(x * unit, y * unit) for x, y in points]
                polyline(surface, colour, scaled, width * unit, closed)
            case Dot(x, y, radius):
                pygame.draw.circle(surface, colour, (x * unit, y * unit), radius * unit)
            case Ring(x, y, radius, width):
                outer = (radius + width / 2) * unit
                thick = max(1, round(width * unit))
                pygame.draw.circle(surface, colour, (x * unit, y * unit), outer, thick)


@kept
def icon(name: str, size_px: int, colour: Colour) -> pygame.Surface:
    """The icon as a square surface of `size_px`; put it with `shapes.put`.

    Raises
    ------
    KeyError
        If there is no icon of that name.
    """

    def draw(large: pygame.Surface, factor: int) -> None:
        paint(large, name, colour, size_px * factor / GRID)

    return supersampled((size_px, size_px), draw, FACTOR)
