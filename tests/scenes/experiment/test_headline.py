"""What is said over a picture of time: it covers no corner of a card, and nothing covers it."""

from typing import Any

import pygame
import pytest

from scenes.draw.arrows import draw_badge
from scenes.draw.look import Look
from scenes.experiment import headline
from scenes.experiment.headline import looking_back_band
from tests.scenes.draw.pixels import pixels
from tests.scenes.player import Player

WIDE, SMALL = (1280, 720), (1024, 600)


@pytest.mark.parametrize(
    ("scene", "size"),
    [("spine", WIDE), ("corset", WIDE), ("timing", WIDE), ("recovery", SMALL)],
)
def test_cards_end_above_the_band_of_looking_back(scene: str, size: tuple[int, int]) -> None:
    player = Player(size, "nl", scene)
    tab = player.app.experiment
    tab.tap()
    player.frames(30)
    tab.look_back(0.2)
    player.frames(1)
    areas, look = tab.view._areas, player.app.look
    assert areas is not None
    band = looking_back_band(areas.play, look)
    above = pixels(player.app.surface.subsurface(band.move(0, -look.px(5)).clip(areas.play)))
    inside = pixels(player.app.surface.subsurface(band.inflate(-look.px(30), 0)))
    assert (above[look.px(20) : -look.px(20), 0] == look.palette.play).all()
    assert (inside[:, 2] == look.palette.ui).all()


@pytest.mark.parametrize(("scene", "size"), [("spine", SMALL), ("corset", SMALL), ("corset", WIDE)])
def test_the_badge_of_slow_time_is_inside_a_card_and_on_no_name(
    scene: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    badges: list[pygame.Rect] = []

    def noted(
        surface: pygame.Surface,
        look: Look,
        at: tuple[int, int],
        text: str,
        sign: pygame.Surface,
    ) -> pygame.Rect:
        badges.append(draw_badge(surface, look, at, text, sign))
        return badges[-1]

    monkeypatch.setattr(headline, "draw_badge", noted)
    player = Player(size, "en", scene)
    tab = player.app.experiment
    tab.clock.slower()
    tab.tap()
    player.frames(3)
    touch: Any = tab.view.touch
    card = touch.stage.section if scene == "corset" else touch.rect
    assert card.contains(badges[-1].inflate(8, 8))
    names = [box for box, _ in touch.names] if scene == "corset" else touch.names.values()
    assert badges[-1].collidelist(list(names)) < 0
