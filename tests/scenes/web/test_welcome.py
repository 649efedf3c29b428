"""The start screen as HTML says and shows what the program's own does."""

import io
from html import unescape

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.shell.start_screen import WAYS
from scenes.text.words import table
from scenes.web.welcome import colours, pictures, STACK, welcome
from sim.catalogue import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_the_question_and_all_ways_in(language: str) -> None:
    html = unescape(welcome())
    for way, _, _ in WAYS:
        assert html.count(f'data-way="{way}"') == len(LANGUAGES)
        assert table(language)[f"start.{way}"] in html
        assert table(language)[f"start.{way}_note"] in html
    assert table(language)["start.question"] in html
    assert f'lang="{language}"' in html


def test_the_pictures_have_the_programs_colours_and_nothing_behind_them() -> None:
    found = pictures()
    assert set(found) == {"stack.png", *(f"{way}.png" for way, _, _ in WAYS)}
    stack = pygame.image.load(io.BytesIO(found["stack.png"]), "stack.png")
    assert stack.get_size() == STACK
    assert stack.get_at((0, 0)).a == 0
    wide, high = STACK
    line = {tuple(stack.get_at((wide // 2 + x, high // 2)))[:3] for x in range(-90, 90)}
    assert PROFILES["default"].wood in line
    # What is half transparent at an edge has the colour of its shape, not a darker one.
    edge = [stack.get_at((x, high // 2)) for x in range(wide)]
    half = [colour for colour in edge if 60 < colour.a < 200]
    assert all(min(colour[:3]) > 40 for colour in half)


def test_every_profile_has_its_colours() -> None:
    text = colours()
    for palette in PROFILES.values():
        assert f"[data-profile={palette.name}] {{" in text
    assert "--ground: #{:02x}{:02x}{:02x};".format(*PROFILES["contrast"].ground) in text
