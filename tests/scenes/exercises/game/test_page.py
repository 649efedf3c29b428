"""The game played by touch and by keyboard."""

import pygame
import pytest

from scenes.exercises.game.rules import Attempt
from scenes.widgets.chart.plot import DOT
from sim.catalogue import LANGUAGES
from tests.harness.drawn_text import written
from tests.scenes.exercises.player import Exerciser

SIZES = [(360, 640), (640, 360), (844, 390), (768, 1024), (1024, 600)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_game_by_touch(language: str) -> None:
    player = Exerciser(language)
    player.tap("exercises.play")
    game = player.exercises.game
    words = player.app.words
    deep = f"{words('game.deep')}: {words('game.deep_note')}"
    move = f"{words('game.move')}: {words('game.move_note')}"
    places = {
        stop.describe(): stop.rect.center
        for stop in player.app.group.stops()
        if stop.describe() in (deep, move)
    }
    player.click(places[deep])
    player.frames(6)
    player.click(places[move])
    assert player.until(lambda: game.over, 5)
    assert game.attempts[-1].calm
    page = player.game
    assert page.line.headline.text == words("game_say.held")
    player.frames(60)
    player.click(places[move])
    player.frames(25)
    player.click(places[deep])
    assert player.until(lambda: len(game.attempts) == 2, 5)
    assert not game.attempts[-1].calm
    player.frames(2)
    assert len(page.plot.series) == 2
    player.tap("game.again")
    assert not game.over
    player.tap("exercises.back")
    assert player.cards is player.exercises.page


def test_the_game_by_keyboard() -> None:
    player = Exerciser()
    player.tab_to("exercises.play")
    game = player.exercises.game
    player.key(pygame.K_f)
    player.frames(5)
    player.key(pygame.K_j)
    assert player.until(lambda: game.over, 5)
    assert game.attempts[-1].calm
    assert player.app.words.language == "nl"
    player.frames(60)
    # The same with Tab and Space: the movement alone.
    for _ in range(8):
        player.key(pygame.K_TAB)
        focus = player.app.group.focus
        if focus is not None and focus.describe().startswith("Beweeg"):
            break
    player.key(pygame.K_SPACE)
    assert player.until(lambda: len(game.attempts) == 2, 5)
    assert game.attempts[-1].onset is None
    player.key(pygame.K_ESCAPE)
    assert player.cards is player.exercises.page


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_words_are_whole_the_spine_is_clear_and_the_tries_are_a_tap_away(
    size: tuple[int, int], zoom: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Exerciser("nl", size)
    player.app.prefer(zoom=zoom)
    player.exercises.play()
    page, game = player.game, player.exercises.game
    game.press_move()
    assert player.until(lambda: game.over)
    player.frames(1)
    for line in written(player.app, monkeypatch):
        assert not line.small, line
        assert not line.cut, line
    spine = page._spine
    assert spine.height > 0.25 * size[1]
    for widget in player.app.group.widgets:
        assert not widget.rect.colliderect(spine) or widget is page.panel, widget.describe()
    told = page._strip.height > 0  # who came first, in the picture
    if page.panel not in page.widgets():
        player.tap("app.chart")
        assert page.panel in page.widgets()
        assert page.plot.rect.bottom > page.panel.rect.top
        assert page.bars.visible != told
        assert told or page.bars.rect.top < page.panel.rect.bottom - page.bars.rect.height // 2


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)])
def test_every_try_is_inside_the_chart(size: tuple[int, int]) -> None:
    player = Exerciser(size=size)
    player.tap("exercises.play")
    game, page = player.exercises.game, player.game
    for onset, rotation in ((None, 5.7), (-1.0, 9.0), (0.0, 0.0)):
        game.attempts.append(Attempt(onset, rotation, rotation > 5))
    page.refresh()
    player.frames(2)
    dot = player.app.look.line(DOT)
    for series in page.plot.series[:2]:
        x, y = page.plot.pixels(series.x, series.y)[-1]
        assert page.plot.box.left + dot < x < page.plot.box.right - dot
        assert y > page.plot.box.top + dot
    heights = [float(series.y[-1]) for series in page.plot.series]
    assert heights[0] < heights[1]  # what has bent less is lower
