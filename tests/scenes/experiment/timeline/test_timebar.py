"""The bar of time by keys."""

import pygame
import pytest

from sim.blocks.model import BlockStack
from sim.catalogue import LANGUAGES
from tests.scenes.player import Player


def test_arrow_keys_look_back_and_forth() -> None:
    player = Player()
    player.frames(60)
    player.key(pygame.K_TAB)
    for _ in range(5):
        player.key(pygame.K_LEFT)
    assert player.scene.playback.before_now == pytest.approx(0.1)
    player.key(pygame.K_RIGHT)
    assert player.scene.playback.before_now == pytest.approx(0.08)


def test_a_held_key_starts_over_once(monkeypatch: pytest.MonkeyPatch) -> None:
    player = Player()
    scene, begun = player.scene, []
    begin = scene.playback.begin

    def counted(model: BlockStack) -> None:
        begun.append(model)
        begin(model)

    monkeypatch.setattr(scene.playback, "begin", counted)
    player.app.group.focus_on(scene.bar.again, keyboard=True)
    for _ in range(4):  # a system repeats a key that is held down
        down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ")
        pygame.event.post(down)
        player.frames(1)
    assert len(begun) == 1


@pytest.mark.parametrize("scene", ["blocks", "recovery"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_under_the_icons_stay_inside_their_buttons(scene: str, language: str) -> None:
    named = 0
    for size in ((1280, 720), (1024, 600), (800, 480), (768, 1024)):
        player = Player(size, language, scene)
        for profile, zoom in (("default", 1.6), ("projector", 2.0)):
            player.app.prefer(profile=profile, zoom=zoom)
            player.frames(1)
            look, bar = player.app.look, player.app.experiment.bar
            buttons = (bar.pause, bar.step, bar.again)
            for button in buttons:
                assert button.stacked
                named += bool(button.text)
                if button.text:
                    assert button.words_high(look, button.rect.width) <= button.rect.height
    assert named > 6


def test_on_a_phone_starting_over_keeps_its_short_name() -> None:
    player = Player((390, 844), "en")
    player.frames(1)
    again = player.scene.bar.again
    before = again.text
    player.scene.bar.refresh()
    player.scene.tap()
    player.frames(5)
    assert again.text == before == player.app.words("app.again_short")
