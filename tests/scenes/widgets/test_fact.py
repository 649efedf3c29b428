"""A card holds all of its words, whatever its width."""

import pygame
import pytest

from scenes.draw.look import Look, SEMIBOLD
from scenes.text.words import Words
from scenes.widgets.fact import colours_of, Fact, INSET, TAG, TAGS
from sim.catalogue import LANGUAGES
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


def test_words_stand_clear_of_the_longest_tag(look: Look) -> None:
    for language in LANGUAGES:
        tags = [Words(language)(f"info.tag_{tag}") for tag in TAGS]
        widest = max(look.measure(name, TAG, SEMIBOLD) for name in tags) + 2 * look.px(10)
        fact = Fact("found", "found", TEXT)
        fact.place(pygame.Rect(0, 0, 900, fact.height(look, 900)), look)
        text = fact.children[0].rect
        assert text.left >= look.px(INSET) + widest + look.px(8) or text.top > look.line_height(TAG)
