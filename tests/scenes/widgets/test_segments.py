"""Segments stand in as many rows as their names need."""

import pygame
import pytest

from scenes.draw.look import Look, SEMIBOLD
from scenes.widgets.segments import Segments
from tests.scenes.widgets.gestures import click

NAMES = ["Standing", "Close by", "Knees", "Bent"]


@pytest.mark.parametrize(("width", "rows"), [(600, 1), (240, 2), (110, 4)])
def test_no_name_is_shrunk_and_each_can_be_touched(plain: Look, width: int, rows: int) -> None:
    told: list[int] = []
    bar = Segments(NAMES, on_choose=told.append)
    assert bar.height(plain, width) == rows * bar.height(plain, 600)
    bar.place(pygame.Rect(10, 5, width, bar.height(plain, width)), plain)
    assert len({box.top for box in bar.boxes}) == rows
    for name, box in zip(NAMES, bar.boxes, strict=True):
        assert plain.measure(name, bar.size, SEMIBOLD) < box.width
    for index in (3, 1, 0):
        click(bar, bar.boxes[index].center)
    assert told == [3, 1, 0]
