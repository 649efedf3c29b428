"""The card has one place and one height in a step, whatever is asked, done or seen."""

import pygame
import pytest

from scenes.story.progress import Phase
from tests.scenes.story.player import Reader

SIZES = {"wide": (1280, 720), "stack": (768, 1024), "tall": (390, 844), "low": (844, 390)}


@pytest.mark.parametrize(
    ("form", "language"), [("wide", "nl"), ("stack", "en"), ("tall", "en"), ("low", "nl")]
)
def test_card_and_controls_stay_where_they_are_through_a_step(form: str, language: str) -> None:
    reader = Reader(size=SIZES[form], language=language)
    story, tops = reader.story, set()
    for index, step in enumerate(story.steps):
        story.go(index)
        reader.frames(2)
        places = set()

        def look() -> None:
            card = story.guide.card.rect
            controls = [story.shown.target(name) for name in step.controls]  # noqa: B023
            found = [one.control.rect for one in controls if one and one.control]
            places.add((tuple(card), *map(tuple, found)))  # noqa: B023

        look()
        if story.phase is Phase.ASK:
            story.answer(0)
            reader.frames(2)
            look()
        for part in step.parts:
            reader.touch()
            assert reader.until(lambda part=part: part.met(story.shown.observed()), 60)  # type: ignore[misc]
            look()
        assert reader.until(lambda: reader.finished, 5)
        reader.frames(30)
        look()
        assert len(places) == 1, step.name
        card = story.guide.card.rect
        tops.add(card.bottom if form == "tall" else card.top)
    if form != "low":
        assert len(tops) == 1


@pytest.mark.parametrize("zoom", [1.5, 2.0])
def test_what_is_seen_of_a_card_that_scrolls_is_framed_on_all_sides(zoom: float) -> None:
    reader = Reader(size=(360, 640))
    reader.app.prefer(zoom=zoom)
    reader.story.go([step.name for step in reader.story.steps].index("corset"))
    reader.frames(2)
    guide, surface = reader.story.guide, reader.app.surface
    assert guide.area.scrolls
    guide.area.scroll_to(guide.area._content)
    reader.frames(1)
    seen = guide.card.rect.clip(guide.area.rect)
    assert seen.top > guide.card.rect.top or seen.bottom < guide.card.rect.bottom
    look, ink = reader.app.look, reader.app.look.palette.ui
    surface.set_clip(pygame.Rect(0, 0, 360, seen.top + 20))  # as where the picture alone is drawn
    guide.area.draw(surface, look)
    surface.set_clip(None)
    across = [surface.get_at((x, seen.top + 18))[:3] == ink for x in range(seen.left, seen.right)]
    assert sum(across) < len(across) / 2  # no edge where only the drawing ends
    for y in (seen.top + 1, seen.bottom - 2):
        assert surface.get_at((seen.centerx, y))[:3] == ink
