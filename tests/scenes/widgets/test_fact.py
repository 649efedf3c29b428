"""A card holds all of its words, whatever its width."""

import pygame
import pytest

from scenes.draw.look import Look
from scenes.widgets.fact import colours_of, Fact, TAGS
from tests.scenes.draw.contrast import luminance

TEXT = "In a model, taking out any one of ten muscle groups never cost more than 30 %."


@pytest.mark.parametrize("width", [240, 459, 460, 900])
def test_words_stay_inside_the_card_and_clear_of_the_tag(look: Look, width: int) -> None:
    fact = Fact("found", "found", TEXT, "Cholewicki and VanVliet 2002.")
    high = fact.height(look, width)
    fact.place(pygame.Rect(0, 0, width, high), look)
    text, source = (child.rect for child in fact.children)
    assert text.bottom == source.top
    assert fact.rect.contains(text.union(source))
    surface = pygame.Surface((width, high))
    fact.draw(surface, look)


def test_every_tag_can_be_read(look: Look) -> None:
    for tag in TAGS:
        ground, ink = colours_of(tag, look.palette)
        dark, light = sorted(luminance(colour) for colour in (ground, ink))
        assert (light + 0.05) / (dark + 0.05) >= 4.5
