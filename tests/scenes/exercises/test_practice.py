"""An exercise from its card to done."""

from typing import Any

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.draw.person.body import shapes
from scenes.exercises import count_picture, practice_picture
from scenes.exercises.catalogue import Dose
from scenes.exercises.pacer_picture import draw_pacer
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


def test_the_figure_has_all_that_the_words_leave() -> None:
    player = Exerciser("en", (1920, 1080))
    for name in NAMES:
        player.exercises.open(name)
        player.frames(1)
        text = player.practice.text
        assert text.rect.height - text.height(player.app.look, text.rect.width) <= 1


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


@pytest.mark.parametrize("size", [(390, 844), (412, 915)])
def test_on_a_phone_the_ring_is_in_the_middle(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Exerciser(size=size)
    player.exercises.open("bridge")
    places: list[pygame.Rect] = []
    monkeypatch.setattr(
        count_picture, "draw_pacer", lambda surface, look, box, **rest: places.append(box)
    )
    player.exercises.start()
    player.frames(2)
    whole = player.app.surface.get_rect()
    assert abs(places[-1].centerx - whole.centerx) <= 1
    assert min(places[-1].size) > 0.7 * whole.width
    assert whole.contains(places[-1])


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_name_and_number_on_top_are_large_enough_to_be_read(
    language: str, zoom: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Exerciser(language, (390, 844))
    player.app.prefer(zoom=zoom)
    player.exercises.session.chosen[:] = NAMES
    words, smaller = player.app.words, []
    fitted, text = Look.fitted, Look.text
    heights: dict[str, int] = {}
    whole = player.app.look.text("1", practice_picture.NOTE, (0, 0, 0)).get_height()

    def shrunk(look: Look, said: str, *rest: Any, **named: Any) -> pygame.Surface:  # noqa: ANN401
        face = fitted(look, said, *rest, **named)
        heights[said] = face.get_height()
        return face

    def written(look: Look, said: str, *rest: Any, **named: Any) -> pygame.Surface:  # noqa: ANN401
        face = text(look, said, *rest, **named)
        heights[said] = face.get_height()
        return face

    monkeypatch.setattr(Look, "fitted", shrunk)
    monkeypatch.setattr(Look, "text", written)
    for number, name in enumerate(NAMES, start=1):
        heights.clear()
        player.exercises.open(name)
        player.frames(1)
        counted = {"number": words.number(number), "count": words.number(len(NAMES))}
        for key in ("number", "number_short"):
            beside = heights.get(words(f"exercises.{key}", **counted), 0)
            assert beside in {0, whole}  # it is not shrunk either
            if heights[words(f"exercise.{name}")] < beside:
                smaller.append(name)
    assert not smaller


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (300, 0), (300, -40), (-9, 200)])
def test_a_pacer_without_room_is_not_drawn_and_raises_nothing(size: tuple[int, int]) -> None:
    surface = pygame.Surface((400, 300))
    draw_pacer(
        surface,
        Look(DEFAULT),
        pygame.Rect((50, 50), size),
        ring=0.5,
        lungs=0.5,
        number="8",
        caption="",
        working=True,
    )


@pytest.mark.parametrize(
    "size", [(390, 844), (360, 640), (320, 520), (640, 360), (768, 1024), (1024, 600)], ids=str
)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_count_is_large_the_main_button_named_and_when_to_stop_a_tap_away(
    size: tuple[int, int], zoom: float
) -> None:
    player = Exerciser("nl", size)
    player.app.prefer(zoom=zoom)
    player.exercises.open("bird_dog")
    player.frames(1)
    page = player.practice
    assert page.main.text == "Start"
    assert page.sounds.icon
    assert page.sounds.describe()
    assert page.main.least(player.app.look, whole=True) <= page.main.rect.width
    assert page.stopping in page.text.children or page._stop.height
    player.tap("exercises.start")
    page = player.practice
    assert page.main.text
    assert page.main.least(player.app.look, whole=True) <= page.main.rect.width
    assert min(page._pacer.size) > 0.3 * min(size)
    if page.text in page.widgets():
        assert page.stopping in page.text.children or page._stop.height
        return
    pacer = player.exercises.pacer
    player.tap("exercises.in_doubt")
    assert player.app.dialog is not None
    assert player.app.words("exercise.stop_text") in player.app.dialog.body.children[0].describe()
    assert pacer is not None
    assert pacer.paused
