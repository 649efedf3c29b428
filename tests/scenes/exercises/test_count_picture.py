"""The ring of the count beside what stands in the corners of its card."""

import math
import random

import pygame

from scenes.exercises.count_picture import largest_ring


def test_the_ring_is_in_the_middle_inside_and_clear_of_the_corners() -> None:
    chance, gap, seen = random.Random(3), 8, 0
    for _ in range(300):
        box = pygame.Rect(20, 30, chance.randint(120, 500), chance.randint(90, 500))
        left = pygame.Rect(box.topleft, (chance.randint(10, 59), chance.randint(10, 80)))
        right = pygame.Rect(0, 30, chance.randint(0, 59), chance.randint(10, 80))
        right.right = box.right
        ring = largest_ring(box, [left, right], gap)
        assert box.contains(ring)
        assert ring.centerx == box.centerx
        ends = [left.bottomright] + [right.bottomleft] * (right.width > 0)
        radius = ring.width / 2
        for x, y in ends:
            aside, above = abs(x - ring.centerx), max(0, ring.centery - y)
            assert math.hypot(aside, above) >= radius + gap - 2 or not ring.width
        seen += ring.width == min(box.size)
    assert 50 < seen < 290  # some are held by a corner, some by the box


def test_no_ring_where_there_is_no_room() -> None:
    box = pygame.Rect(0, 0, 200, 40)
    assert largest_ring(box, [pygame.Rect(0, 0, 50, 60)], 8).size == (0, 0)
