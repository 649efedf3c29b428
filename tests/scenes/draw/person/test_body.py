"""The figure's outline is smooth where limbs begin, and its clothes meet."""

import itertools
import math
from collections.abc import Sequence

import pygame
import pytest

from scenes.draw.person import body
from scenes.draw.person.body import shapes
from scenes.draw.person.pose import along, between, joints, Point, UNITS

STRAIGHT = ("bridge", "bird_dog", "side_plank", "plank")  # held, the thigh goes on from the trunk
SCALE = 2.0  # pixels per unit


def _painted(name: str) -> tuple[pygame.Surface, float]:
    """Each shape of a held exercise in a colour of its own, and how far it was put up [units]."""
    page = pygame.Surface((round(1.8 * SCALE * UNITS), round(1.2 * SCALE * UNITS)))
    page.fill((255, 255, 255))
    found = shapes(name, 1.0, 0.0)
    colours = {"legs": (10, 0, 0), "teal": (20, 0, 0), "line": (30, 0, 0)}
    for shape in found:
        corners = [_pixel((x * UNITS, y * UNITS)) for x, y in shape.points]
        pygame.draw.polygon(page, colours.get(shape.colour, (40, 0, 0)), corners)
    sign = next(shape for shape in found if shape.colour == "teal")
    return page, sign.points[0][1] * UNITS - body._belt(between(name, 1.0), 0.0)[0][1]


def _pixel(point: Point) -> tuple[float, float]:
    return SCALE * (point[0] + 0.9 * UNITS), SCALE * (UNITS - point[1])


def _red(page: pygame.Surface, point: Sequence[float]) -> int:
    return page.get_at((round(point[0]), round(point[1])))[0]


@pytest.mark.parametrize("name", STRAIGHT)
def test_the_seat_goes_over_into_the_thigh_without_a_notch(name: str) -> None:
    page, up = _painted(name)
    at = joints(between(name, 1.0))
    hip, knee = at["leg_near_0"], at["leg_near_1"]
    way = math.degrees(math.atan2(knee[1] - hip[1], knee[0] - hip[0]))
    for side in (90, -90):
        reach = []
        for k in range(5, 30):  # to six tenths of the thigh
            x, y = along(hip, way, 0.02 * k * math.dist(hip, knee))
            out = 0.0
            while _red(page, _pixel(along((x, y + up), way + side, out))) != 255 and out < 90:
                out += 0.25
            reach.append(out)
        if max(reach) < 90:  # the other leg is not behind it
            assert max(a - b for a, b in itertools.pairwise(reach)) < 1.5


@pytest.mark.parametrize("name", STRAIGHT)
def test_no_shirt_is_seen_between_trousers_and_the_sign(name: str) -> None:
    page, up = _painted(name)
    pose = between(name, 1.0)
    x, y = along(pose.hip, pose.lumbar, 62)
    for aside in range(-44, 45, 4):
        if name == "side_plank" and aside < 0:
            continue  # the hand rests there
        at = along((x, y + up), pose.lumbar - 90, aside)
        assert _red(page, _pixel(at)) in (10, 20, 30)
