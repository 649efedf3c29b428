"""The picture of the stack: forces, the shape of falling, and fallen blocks in view."""

import numpy as np
import pygame
import pytest

from scenes.blocks import picture
from scenes.draw.arrows import draw_arrow, force_length
from scenes.experiment.headline import Headline
from sim.blocks.parameters import HEIGHT
from sim.mechanics.world import X, Y
from tests.harness.drawn_text import written
from tests.scenes.blocks.falls import fall
from tests.scenes.player import Player


def test_forces_and_the_shape_of_falling_change_the_picture() -> None:
    player = Player(tape="1,2,3,5,6", press=100)
    stage = player.scene.view.touch.rect
    player.scene.clock.paused = True
    pictures = []
    for extra in ("", "forces", "mode"):
        player.scene.show_extra("forces", extra == "forces")
        player.scene.show_extra("mode", extra == "mode")
        player.frames(1)
        pictures.append(player.app.surface.subsurface(stage).copy().get_buffer().raw)
    assert len(set(pictures)) == 3


def test_fallen_blocks_stay_in_view() -> None:
    player = Player(press=300, push=50)
    fall(player)
    player.scene.skip(2400)
    assert np.abs(player.scene.playback.moment.state[:-2, X]).max() < 0.29


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080), (390, 844), (844, 390)])
@pytest.mark.parametrize("press", [1, 60, 300])
def test_both_press_arrows_have_the_length_of_their_force_inside_the_picture(
    size: tuple[int, int], press: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(size, press=press)
    drawn: list[pygame.Rect] = []

    def watched(*given: object, **more: object) -> pygame.Rect:
        drawn.append(draw_arrow(*given, **{**more, "text": ""}))  # type: ignore[arg-type]
        return drawn[-1]

    monkeypatch.setattr(picture, "draw_arrow", watched)
    player.frames(1)
    stage, look = player.scene.view.touch.stage, player.app.look
    assert len(drawn) == 2
    assert stage is not None
    for arrow in drawn:
        assert arrow.height == look.px(force_length(press))
        edge = look.px(3 if size == (844, 390) else 7)  # a low picture has no more
        assert stage.words_bottom + edge <= arrow.top
        assert arrow.bottom <= stage.rect.bottom - edge


@pytest.mark.parametrize(
    ("zoom", "size"), [(1.0, (390, 844)), (1.0, (390, 560)), (2.0, (390, 844))]
)
def test_arrows_and_their_numbers_keep_apart(
    zoom: float, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(size, press=300, push=0.5)
    player.app.prefer(zoom=zoom)
    drawn: list[pygame.Rect] = []

    def watched(*given: object, **more: object) -> pygame.Rect:
        drawn.append(draw_arrow(*given, **more))  # type: ignore[arg-type]
        return drawn[-1]

    monkeypatch.setattr(picture, "draw_arrow", watched)
    player.scene.tap()
    player.frames(6)
    drawn.clear()
    stage, picture_of = player.scene.view.touch.stage, player.scene.view.touch.picture
    assert stage is not None
    assert picture_of is not None
    low = stage.rect.copy()
    low.height = min(low.height, 260)
    for rect in (stage.rect, low):
        drawn.clear()
        place = picture.stage_of(rect, rect.top, stage.look, 7)
        moment = player.scene.playback.moment
        assert moment.push
        picture_of.draw(player.app.surface, place, moment, player.app.words)
        assert len(drawn) == 3
        assert not drawn[0].colliderect(drawn[1])
        assert not drawn[2].colliderect(drawn[0]), rect
        assert not drawn[2].colliderect(drawn[1]), rect


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("press", [60, 150, 300])
def test_no_arrow_strikes_the_time(
    size: tuple[int, int], press: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(size, press=press, tape="all")
    player.scene.tap()
    player.frames(12)
    stage, arrows = player.scene.view.touch.stage, player.scene.view.taken
    assert stage is not None
    since = player.scene.playback.moment.since_push
    assert since is not None
    text = player.app.words.quantity(since, "s", 2)
    time = [line for line in written(player.app, monkeypatch) if line.text == text]
    assert len(time) == 1
    assert len(arrows) == 2
    assert stage.rect.contains(time[0].letters)
    assert time[0].letters.collidelist(list(arrows)) < 0


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"crown_curvature": 0, "press": 100, "push": 40}, "less than 0.1 mm"),
        ({"tape": "all", "press": 150, "push": 2}, "at most"),
    ],
)
def test_nothing_is_said_to_have_gone_by_nought(
    values: dict[str, object], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player((1280, 720), "en", "blocks", **values)
    player.scene.tap()
    player.frames(90)
    said = [
        line.text.replace("\N{NO-BREAK SPACE}", " ") for line in written(player.app, monkeypatch)
    ]
    assert any(line.startswith(told) for line in said)
    assert not any("0.0 mm" in line for line in said)


@pytest.mark.parametrize("size", [(768, 1024), (1280, 720), (390, 844)], ids=str)
@pytest.mark.parametrize("profile", ["default", "projector"])
def test_the_arm_strikes_no_words(
    size: tuple[int, int], profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(size)
    monkeypatch.setattr(Headline, "draw", lambda *given: None)
    for zoom in (1.0, 1.5, 2.0):
        player.app.prefer(zoom=zoom, profile=profile)
        player.frames(2)
        player.app.draw()
        line, look = player.scene.view.headline, player.app.look
        words = line.rect.copy()
        words.width = line.layout(look, words.width).width
        there = player.app.surface.subsurface(words)
        assert pygame.transform.average_color(there)[:3] == there.get_at((0, 0))[:3], zoom


def test_the_arm_is_whole_where_there_are_no_words_to_strike() -> None:
    player = Player((768, 840), "en")
    player.scene.led, player.scene.asked = True, player.app.words("story.press_asks")
    player.frames(2)
    touch = player.scene.view.touch
    stage, picture = touch.stage, touch.picture
    assert stage is not None
    assert picture is not None
    assert stage.written[0].right > stage.rect.centerx
    palm = float(player.scene.playback.moment.state[-2, Y]) + HEIGHT / 2
    assert picture._below_words(stage, palm) == stage.rect
