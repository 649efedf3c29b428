"""A person from the front, filled and soft; no two of the ten are alike.

Lengths are in thousandths of a body height, x to the right and y up, the floor at y = 0.
Who knows back trouble answers with a hand on the back and amber clothes; who has it
regularly with both hands, leaning a little.
"""

import math
from itertools import pairwise
from typing import NamedTuple

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.person.body import capsule, Circle
from scenes.draw.person.colours import figure_colour
from scenes.draw.person.pose import Point
from scenes.draw.shapes import mix, put, supersampled
from scenes.draw.surface_cache import kept

WIDE, HIGH = 640, 1010  # what a figure takes with its elbows out, the widest one leaning
LINE = 1.5  # design px
WELL, ONCE, REGULAR = range(3)  # how a person answers
LEAN = 26.0  # that the shoulders of who leans are aside
Part = tuple[Colour, Circle, Circle]


class Looks(NamedTuple):
    """What makes one person another: size, width, shares of colours, hair."""

    tall: float
    wide: float
    skin: float  # 0 is the palest, 1 the darkest
    hair: float  # 0 is dark, 1 is grey
    shirt: int
    long_hair: bool = False
    bald: bool = False
    skirt: bool = False


CROWD = (
    Looks(0.96, 1.00, 0.10, 0.1, 0, long_hair=True),
    Looks(1.00, 1.08, 0.55, 0.0, 1),
    Looks(0.90, 1.14, 0.00, 0.9, 2, skirt=True),
    Looks(0.98, 0.94, 0.85, 0.0, 3, long_hair=True),
    Looks(0.95, 1.22, 0.15, 0.7, 0, bald=True),
    Looks(0.93, 0.94, 0.30, 0.3, 3, long_hair=True, skirt=True),
    Looks(1.00, 1.02, 0.05, 0.5, 2),
    Looks(0.91, 1.05, 0.70, 0.1, 1, long_hair=True),
    Looks(0.97, 1.12, 0.20, 1.0, 3),
    Looks(0.94, 0.98, 0.90, 0.0, 0),
)


def person_high(width: float, height: float) -> float:
    """How high a person stands in a room of this size."""
    return HIGH * min(width / WIDE, height / HIGH)


def draw_person(
    surface: pygame.Surface, box: pygame.Rect, look: Look, number: int, answer: int
) -> None:
    """Draw one of the `CROWD` on the floor of a box, as large as it allows."""
    scale = person_high(box.width, box.height) / HIGH
    art = _person(number, answer, round(scale, 4), look)
    put(surface, art, (box.centerx - art.get_width() // 2, box.bottom - art.get_height()))


@kept
def _person(number: int, answer: int, scale: float, look: Look) -> pygame.Surface:
    looks = CROWD[number]
    line = LINE * look.scale * look.palette.stroke / scale
    size = math.ceil(WIDE * scale), math.ceil(HIGH * scale)

    def paint(large: pygame.Surface, factor: int) -> None:
        unit = scale * factor

        def at(points: list[Point]) -> list[Point]:
            return [
                (large.get_width() / 2 + x * unit, large.get_height() - y * unit) for x, y in points
            ]

        shadow = pygame.Rect(0, 0, 300 * looks.wide * unit, 44 * unit)
        shadow.midbottom = large.get_width() // 2, large.get_height()
        pygame.draw.ellipse(large, look.palette.track, shadow)
        ink = figure_colour(look.palette, "line")
        for group in _groups(looks, answer, look):
            # What has the colour of the outline, such as eyes, needs none.
            for _, (a, r), (b, s) in (part for part in group if part[0] != ink):
                pygame.draw.polygon(large, ink, at(capsule((a, r + line), (b, s + line))))
            for colour, first, last in group:
                pygame.draw.polygon(large, colour, at(capsule(first, last)))

    return supersampled(size, paint)


def _groups(looks: Looks, answer: int, look: Look) -> list[list[Part]]:
    """Rows of capsules from behind to the front; those of a group share one outline."""
    palette, (tall, wide) = look.palette, looks[:2]

    def named(name: str) -> Colour:
        return figure_colour(palette, name)

    skin = mix(palette.skin, named("hair"), 0.85 * looks.skin)
    hair = mix(mix(named("hair"), named("line"), 0.5), palette.track, 0.8 * looks.hair)
    cloth = (
        named("shirt"),
        palette.teal_mid,
        mix(palette.brick_mid, palette.panel, 0.35),
        mix(named("legs"), palette.panel, 0.35),
    )[looks.shirt]
    if answer:
        cloth = mix(palette.amber, palette.panel, 0.25)
    legs = named("legs") if looks.shirt != 3 else named("legs_far")
    lean = LEAN if answer == REGULAR else 0.0

    def place(x: float, y: float) -> Point:
        return x * wide + lean * max(0.0, y - 480) / 300, (y - 10) * tall + 10

    def limb(colour: Colour, *circles: tuple[float, float, float]) -> list[Part]:
        ends = [(place(x, y), radius) for x, y, radius in circles]
        return [(colour, a, b) for a, b in pairwise(ends)]

    arms = [
        [
            *limb(skin, *_lower_arm(side, bent)),
            *limb(cloth, (112 * side, 745, 36), (_elbow(side, bent)[0], _elbow(side, bent)[1], 30)),
        ]
        for side, bent in ((-1, answer == REGULAR), (1, answer > WELL))
    ]
    shoes = [limb(named("line"), (50 * side, 32, 24), (74 * side, 26, 20)) for side in (-1, 1)]
    bare = skin if looks.skirt else legs
    both = [
        part for side in (-1, 1) for part in limb(bare, (52 * side, 470, 50), (52 * side, 70, 34))
    ]
    skirt = limb(legs, (-58, 470, 50), (-76, 290, 56), (76, 290, 56), (58, 470, 50))
    skirt += limb(legs, (0, 430, 80), (0, 320, 90))
    trunk = [
        *limb(cloth, (-82, 752, 48), (82, 752, 48)),
        *limb(cloth, (-74, 745, 50), (-58, 530, 52)),
        *limb(cloth, (74, 745, 50), (58, 530, 52)),
        *limb(cloth, (0, 745, 90), (0, 545, 78)),
    ]
    waist = limb(legs, (-60, 478, 44), (60, 478, 44))
    neck = limb(skin, (0, 820, 32), (0, 775, 36))
    behind = limb(hair, (0, 905, 84), (0, 812, 76)) if looks.long_hair else []
    crown = [] if looks.bald else limb(hair, (0, 916, 82), (0, 900, 80))
    face = limb(skin, (0, 908, 78) if looks.bald else (0, 892, 69), (0, 880, 66))
    eyes = [limb(named("line"), (24 * side, 890, 6), (24 * side, 886, 6)) for side in (-1, 1)]
    lower = [*both, *waist, *(skirt if looks.skirt else [])]
    return [behind, *arms, neck, trunk, lower, *shoes, crown, face, *eyes]


def _elbow(side: int, bent: bool) -> Point:
    return (208.0 * side, 640.0) if bent else (140.0 * side, 622.0)


def _lower_arm(side: int, bent: bool) -> tuple[tuple[float, float, float], ...]:
    """From the elbow to the hand: hanging, or behind the back."""
    hand = (70.0, 560.0) if bent else (138.0, 488.0)
    return (*_elbow(side, bent), 27.0), (hand[0] * side, hand[1], 25.0)
