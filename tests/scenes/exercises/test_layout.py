"""The exercises in every size, profile, language and text zoom: nothing is clipped."""

import itertools

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.exercises.game.page import GamePage
from scenes.exercises.practice import PracticePage
from sim.catalogue import LANGUAGES
from tests.scenes.exercises.pages import shown
from tests.scenes.windows import every_widget, SIZES

PAGES = ("cards", "open", "count", "game", "sheet")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("zoom", [1.0, 1.4, 2.0])
def test_controls_stay_inside_and_can_be_touched(
    size: tuple[int, int], page: str, zoom: float
) -> None:
    for language, profile in itertools.product(LANGUAGES, PROFILES):
        app, _ = shown(page, size, profile, zoom, language)
        window = app.surface.get_rect()
        for widget in app.group.widgets:
            assert window.contains(widget.rect), widget.describe()
        for widget in every_widget(app.group.widgets):
            assert widget.rect.left >= 0, widget.describe()
            assert widget.rect.right <= window.right, widget.describe()
        stops = app.group.stops()
        for stop in stops:
            assert stop.rect.width >= 44, stop.describe()
            assert stop.rect.height >= 44, stop.describe()
        fixed = [w for w in app.group.widgets if not getattr(w, "children", None)]
        for first, second in itertools.combinations(fixed, 2):
            assert not first.rect.colliderect(second.rect), (first.describe(), second.describe())


def test_the_open_exercise_is_seen_from_the_floor() -> None:
    """The count is written with large figures."""
    app, scene = shown("count", (1280, 720), "default", 1.0, "nl")
    pacer = scene.pacer
    assert pacer is not None
    while pacer.beat.kind != "hold" or pacer.count != 3:
        app.go_on(1 / 10)
    app.draw()
    ink = app.look.palette.ink
    assert isinstance(scene.page, PracticePage)
    card = scene.page._pacer
    middle = pygame.Rect(0, 0, 140, 200)
    middle.center = (card.centerx + 28, card.centery - 20)
    rows = [
        y
        for y in range(middle.top, middle.bottom)
        if any(app.surface.get_at((x, y))[:3] == ink for x in range(middle.left, middle.right))
    ]
    assert max(rows) - min(rows) > 90


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("zoom", [1.0, 1.4, 2.0])
def test_the_spine_of_the_game_stays_large(size: tuple[int, int], zoom: float) -> None:
    for language, profile in itertools.product(LANGUAGES, PROFILES):
        app, scene = shown("game", size, profile, zoom, language)
        assert isinstance(scene.page, GamePage)
        assert scene.page._spine.height >= 150
        assert not scene.page.deep.rect.colliderect(scene.page._spine)
        for text in (scene.page.line.headline, scene.page.line.reason):
            if text.visible:
                assert text.rect.bottom <= scene.page.deep.rect.top
                assert not text.layout(app.look, text.rect.width).cut
