"""Arrows, callouts and badges."""

import dataclasses

import pygame
import pytest

from scenes.draw import arrows
from scenes.draw.arrows import (
    badge_size,
    Direction,
    draw_arrow,
    draw_badge,
    draw_callout,
    draw_text,
    force_length,
    PRESS,
    PUSH,
)
from scenes.draw.look import Look
from scenes.draw.palette import PROFILES

DIRECTIONS: list[tuple[Direction, tuple[int, int]]] = [
    ("left", (-1, 0)),
    ("right", (1, 0)),
    ("up", (0, -1)),
    ("down", (0, 1)),
]
SAMPLE = "123 N"  # any text: the drawing does not know what it says


def colour_at(page: pygame.Surface, x: float, y: float) -> tuple[int, ...]:
    return tuple(page.get_at((round(x), round(y))))[:3]


def test_lengths() -> None:
    assert force_length(0) == 26
    assert force_length(-100) == force_length(100) == pytest.approx(60)
    assert force_length(300) == pytest.approx(128)


@pytest.mark.parametrize("form", [PRESS, PUSH])
def test_every_arrow_has_a_shaft(form: tuple[float, float]) -> None:
    assert force_length(0) >= 1.4 * form[1]


@pytest.mark.parametrize(("direction", "way"), DIRECTIONS)
@pytest.mark.parametrize("form", [PRESS, PUSH])
@pytest.mark.parametrize("scale", [1.0, 2.2])
def test_arrow_lies_behind_its_tip(
    page: pygame.Surface,
    look: Look,
    direction: Direction,
    way: tuple[int, int],
    *,
    form: tuple[float, float],
    scale: float,
) -> None:
    look = dataclasses.replace(look, scale=scale)
    page.fill(look.palette.teal)
    draw_arrow(page, look, (640, 360), direction, 60, form=form)
    for back in (6, 30, 56):
        spot = (640 - way[0] * back * scale, 360 - way[1] * back * scale)
        assert colour_at(page, *spot) == look.palette.force
    for ahead in (-8 * look.palette.stroke, 60 + 6 * look.palette.stroke):
        spot = (640 - way[0] * ahead * scale, 360 - way[1] * ahead * scale)
        assert colour_at(page, *spot) == look.palette.teal
    # The halo beside the shaft.
    beside = (form[0] / 2 + 1.5) * scale
    spot = (
        640 - way[0] * 40 * scale + way[1] * beside,
        360 - way[1] * 40 * scale + way[0] * beside,
    )
    assert colour_at(page, *spot) == look.palette.halo


@pytest.mark.parametrize("length", [0.0, 1.0, 9.0, 16.0])
def test_head_is_never_longer_than_the_arrow(
    page: pygame.Surface, look: Look, length: float
) -> None:
    box = draw_arrow(page, look, (640, 360), "right", length)
    assert box.width == max(1, length)
    reach = 640 - length - 6 * look.palette.stroke
    assert colour_at(page, reach, 360) == look.palette.play


@pytest.mark.parametrize(
    ("direction", "side"),
    [("down", "left"), ("right", "left"), ("down", "right"), ("left", "right")],
)
def test_value_stands_beside_or_behind(
    page: pygame.Surface, look: Look, direction: Direction, side: arrows.Side
) -> None:
    bare = draw_arrow(page, look, (640, 360), direction, 60)
    whole = draw_arrow(page, look, (640, 360), direction, 60, text=SAMPLE, side=side)
    assert whole.contains(bare)
    if side == "left":
        assert whole.left < bare.left - 30
        assert whole.right == bare.right
    else:
        assert whole.right > bare.right + 30
        assert whole.left == bare.left


def test_callout_and_leader(page: pygame.Surface, look: Look) -> None:
    teal = look.palette.teal
    box = draw_callout(
        page, look, (700, 300), SAMPLE, SAMPLE + "\n" + SAMPLE, colour=teal, dot=(600, 250)
    )
    assert box.left == 700
    assert box.height > 60
    assert colour_at(page, 600, 250) == teal
    on_line = (643, 275)
    assert any(
        colour_at(page, on_line[0], on_line[1] + dy) != look.palette.play for dy in (-1, 0, 1)
    )


def test_capitals_are_centred_on_the_line(page: pygame.Surface, look: Look) -> None:
    draw_text(page, look, "H", (640, 360), size=24, colour=look.palette.force)
    rows = [
        y
        for y in range(330, 390)
        if any(colour_at(page, x, y) == look.palette.force for x in range(640, 670))
    ]
    assert (rows[0] + rows[-1] + 1) / 2 == pytest.approx(360, abs=1.5)


def test_badge_with_and_without_icon(page: pygame.Surface, look: Look) -> None:
    plain = draw_badge(page, look, (100, 100), SAMPLE)
    assert plain.size == badge_size(look, SAMPLE)
    assert plain.height == 44
    # Scaling down costs a step or two of a colour.
    assert colour_at(page, plain.left + 8, plain.centery) == pytest.approx(look.palette.ui, abs=3)
    assert colour_at(page, plain.left, plain.top) == look.palette.play
    icon = pygame.Surface((24, 24), pygame.SRCALPHA)
    assert draw_badge(page, look, (100, 200), SAMPLE, icon).width == plain.width + 24 + 9


def test_second_drawing_makes_nothing_new(page: pygame.Surface, look: Look) -> None:
    def draw() -> tuple[int, ...]:
        draw_arrow(page, look, (640.3, 360), "right", 44, text=SAMPLE)
        draw_callout(page, look, (700, 300), SAMPLE, SAMPLE, dot=(600, 250))
        draw_badge(page, look, (100, 100), SAMPLE)
        return tuple(
            kept.made for kept in (arrows._arrows, arrows._dots, arrows._texts, arrows._pills)
        )

    assert draw() == draw()


def test_text_grows_with_the_zoom(page: pygame.Surface, look: Look) -> None:
    large = dataclasses.replace(look, zoom=2.0)
    small_box = draw_badge(page, look, (100, 100), SAMPLE)
    large_box = draw_badge(page, large, (100, 100), SAMPLE)
    assert large_box.height == 2 * small_box.height
    assert large_box.width > 1.7 * small_box.width


def test_words_have_the_size_of_the_form_that_they_are_drawn_in() -> None:
    wide, drawn = Look(PROFILES["default"]), []
    hand = dataclasses.replace(wide, palette=dataclasses.replace(wide.palette, type=0.85))
    for look in (wide, hand):
        page = pygame.Surface((200, 60))
        page.fill(look.palette.halo)
        draw_text(page, look, SAMPLE, (20, 30), size=24, colour=(0, 0, 0))
        mask = pygame.mask.from_threshold(page, (0, 0, 0), (60, 60, 60))
        drawn.append(mask.get_bounding_rects()[-1].right)
    assert drawn[1] < drawn[0]
