"""The lifted load: as large as it is heavy, said in kilograms, and carried along."""

import numpy as np
import pygame
import pytest

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.person.colours import figure_colour
from scenes.draw.spine.pose import bent, NEUTRAL, SpinePose
from scenes.spine.load import draw_load
from scenes.text.words import Words
from tests.scenes.spine.player import SpinePlayer


def drawn(look: Look, load: float, pose: SpinePose = NEUTRAL) -> pygame.Rect:
    surface = pygame.Surface((600, 600))
    return draw_load(surface, Camera(1280.0, (250, 500)), look, pose, load=load, words=Words("nl"))


def test_a_heavier_one_is_larger_and_goes_along_with_the_ribs(look: Look) -> None:
    sizes = [drawn(look, load).width for load in (0.5, 5.0, 20.0)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2] / 2
    forward = bent(np.full(6, -0.1))
    assert drawn(look, 10.0, forward).centerx > drawn(look, 10.0).centerx + 20


def test_a_hand_from_above_holds_it_wherever_it_is(look: Look) -> None:
    for pose in (NEUTRAL, bent(np.full(6, -0.1))):
        surface, camera = pygame.Surface((600, 600)), Camera(1280.0, (250, 500))
        box = draw_load(surface, camera, look, pose, load=10.0, words=Words("nl"))
        column = pygame.surfarray.array3d(surface)[box.centerx].astype(int)
        shirt, skin = (
            np.flatnonzero(np.abs(column - figure_colour(look.palette, name)).max(axis=1) < 6)
            for name in ("shirt", "skin")
        )
        assert len(shirt) > 20
        assert shirt.min() < 4  # from beyond the picture
        assert len(skin) > 4
        assert shirt.max() < skin.min()
        assert skin.max() < box.centery


@pytest.mark.parametrize(("load", "text"), [(5.0, "5"), (12.5, "12,5")])
def test_its_kilograms_are_those_of_the_slider(
    look: Look, load: float, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    measure = Look.measure

    def noted(one: Look, words: str, size: float, weight: int = 400) -> int:
        said.append(words)
        return measure(one, words, size, weight)

    monkeypatch.setattr(Look, "measure", noted)
    drawn(look, load)
    assert f"{text}\N{NO-BREAK SPACE}kg" in said


def test_it_is_seen_where_there_is_one_only() -> None:
    def picture(load: float) -> pygame.Surface:
        player = SpinePlayer(hand_load=load, deep_muscles=0.5, long_muscles=0.4)
        return player.app.surface.subsurface(player.spine.view.touch.rect).copy()

    bare, loaded = (pygame.surfarray.array3d(picture(load)).astype(int) for load in (0.0, 20.0))
    changed = np.abs(bare - loaded).max(axis=2) > 30
    assert changed[:, : changed.shape[1] // 3].sum() > 2000
