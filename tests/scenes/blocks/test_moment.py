"""What happens is shown: a tap on tape, how far it went, a press on what lies, looking back."""

import pytest

from scenes.blocks.panel import HELD
from tests.scenes.blocks.falls import fall
from tests.scenes.player import Player


def test_a_tap_that_is_stood_is_slow_by_itself() -> None:
    player = Player(tape="all", push=20)
    scene = player.scene
    assert scene.slowing == 1
    scene.tap()
    player.frames(3)
    assert scene.slowing < 1
    assert player.until(lambda: scene.slowing == 1)
    assert not scene.playback.moment.fallen


def test_how_far_it_went_stays_beside_the_stack() -> None:
    player = Player(tape="all", push=20)
    scene = player.scene
    scene.tap()
    player.until(lambda: (scene.playback.moment.since_push or 0) > 1.5)
    moment = scene.playback.moment
    assert moment.furthest < moment.most / 5
    most = max(one.furthest for one in scene.playback.recording.last(1000))
    assert moment.most == pytest.approx(most)
    scene.tap()
    player.frames(1)
    assert scene.playback.moment.most < moment.most


def test_pressing_on_a_fallen_stack_sets_it_up() -> None:
    player = Player(push=0.5)
    fall(player)
    scene = player.scene
    scene.change("push", 1.0)
    assert scene.stack.fallen
    scene.change("press", 80.0)
    assert not scene.stack.fallen
    assert scene.model.settings["press"] == 80


def test_looking_back_shows_the_controls_of_then() -> None:
    player = Player(press=60, push=0.5)
    scene = player.scene
    player.frames(20)
    scene.change("press", 200.0)
    player.frames(20)
    scene.look_back(scene.playback.recording.seconds)
    player.frames(1)
    assert scene.panel.sliders["press"].value == 60
    assert scene.view.looking_back > 0
    scene.change("tape", "all")
    player.frames(1)
    assert scene.view.looking_back == 0
    assert scene.panel.sliders["press"].value == 200
    assert scene.panel.tape.on


@pytest.mark.parametrize("language", ["nl", "en"])
def test_as_many_blocks_are_named_as_are_seen(language: str) -> None:
    scene = Player(language=language).scene
    slider = scene.panel.sliders["blocks"]
    seen = len(scene.playback.moment.state)
    assert slider.text(slider.value).startswith(str(seen))
    assert seen == slider.value + HELD
