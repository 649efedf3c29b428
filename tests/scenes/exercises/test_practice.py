"""An exercise from its card to done."""

import pytest

from scenes.draw.person.body import shapes
from scenes.exercises.catalogue import Dose
from sim.catalogue import LANGUAGES
from tests.scenes.exercises.player import Exerciser, NAMES, STOP


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_to_stop_names_everything_and_stands_on_every_card(language: str) -> None:
    player = Exerciser(language)
    words = player.app.words
    for name in NAMES:
        player.exercises.open(name)
        player.frames(1)
        said = player.practice.stopping.describe()
        for part in STOP[language]:
            assert part in said
        assert words("exercise.stop_text") in said


def test_an_exercise_by_touch_from_card_to_done() -> None:
    player = Exerciser()
    player.tap("exercises.open", name="Diep uitademen")
    scene = player.exercises
    assert scene.fills_window
    assert player.app.header.tabs not in player.app.group.widgets
    for _ in range(4):
        player.tap("exercises.less", part=player.app.words("exercise.repetitions"))
    player.tap("exercises.more", part=player.app.words("exercise.seconds"))
    assert scene.session.dose("exhale") == Dose(1, 2, 7)
    player.tap("exercises.start")
    pacer = scene.pacer
    assert pacer is not None
    assert player.until(lambda: pacer.beat.kind == "hold", 6)
    player.tap("exercises.pause")
    at = pacer.time
    player.frames(30)
    assert pacer.time == at
    player.tap("exercises.resume")
    assert player.until(lambda: pacer.done, 30)
    player.tap("exercises.back")
    assert not scene.fills_window


def test_begin_goes_through_the_list_in_its_order() -> None:
    player = Exerciser("en")
    for name in ("Bridge", "Abdominal draw-in"):
        player.tap("exercises.add", name=name)
    player.tap("exercises.begin")
    assert player.exercises.exercise == "bridge"
    assert player.exercises.pacer is not None
    assert player.exercises.pacer.beat.kind == "prepare"
    player.tap("exercises.next")
    assert player.exercises.exercise == "draw_in"
    assert player.exercises.pacer is not None
    assert player.exercises.pacer.beat.kind == "rest"
    player.tap("exercises.previous")
    assert player.exercises.exercise == "bridge"
    player.tap("exercises.previous")
    assert player.exercises.exercise == "draw_in"
    player.tap("exercises.stop")
    assert player.exercises.pacer is None
    player.tap("exercises.next")
    assert player.exercises.exercise == "bridge"
    assert player.exercises.pacer is None


def test_the_other_side_is_mirrored_and_can_be_gone_to() -> None:
    player = Exerciser()
    player.exercises.open("bird_dog")
    player.tap("exercises.start")
    pacer = player.exercises.pacer
    assert pacer is not None
    assert pacer.beat.side == 0
    player.tap("exercises.other_side")
    assert (pacer.beat.kind, pacer.beat.side) == ("rest", 1)
    left = shapes("bird_dog", 1.0, 0)
    right = shapes("bird_dog", 1.0, 0, mirrored=True)
    for one, other in zip(left, right, strict=True):
        assert [(-x, y) for x, y in one.points] == other.points
