"""The cards: chosen, lit by their step, and at rest where motion is unwelcome."""

import pytest

from scenes.exercises.cards import CardsPage
from scenes.exercises.catalogue import exercises, STEPS
from tests.scenes.exercises.pages import shown
from tests.scenes.exercises.player import Exerciser, NAMES


def test_choosing_by_touch_fills_the_list() -> None:
    player = Exerciser()
    for name in ("draw_in", "plank"):
        player.tap("exercises.add", name=player.app.words(f"exercise.{name}"))
    assert player.exercises.session.chosen == ["draw_in", "plank"]
    player.tap("exercises.remove", name="Plank")
    assert player.exercises.session.chosen == ["draw_in"]


def test_steps_light_their_cards() -> None:
    player = Exerciser()
    page = player.cards
    for step in STEPS:
        page.steps.choose(step - 1)
        player.frames(1)
        lit = {card.exercise for card in page.cards if card.lit}
        assert lit == {name for name in NAMES if exercises()[name].step == step}


def test_with_reduced_motion_figures_stand() -> None:
    player = Exerciser()
    player.app.prefer(reduced_motion=True)
    page = player.cards
    for _ in range(120):
        player.app.go_on(1 / 60)
        assert {card.share for card in page.cards} == {1.0}
    player.app.prefer(reduced_motion=False)
    seen = set()
    for _ in range(120):
        player.app.go_on(1 / 60)
        seen |= {card.share for card in page.cards}
    assert len(seen) > 30


def test_a_chosen_step_is_scrolled_to() -> None:
    app, scene = shown("cards", (1024, 600), "default", 2.0, "nl")
    page = scene.page
    assert isinstance(page, CardsPage)
    page.steps.choose(2)
    app.frame(0.0)
    first = next(card for card in page.cards if card.lit)
    assert first.exercise == "side_plank"
    assert page.area.rect.top <= first.rect.centery <= page.area.rect.bottom


@pytest.mark.parametrize("size", [(640, 360), (844, 390), (390, 844)], ids=str)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_in_the_hand_the_way_to_begin_stands_still_under_the_thumb(
    size: tuple[int, int], zoom: float
) -> None:
    player = Exerciser("nl", size)
    player.app.prefer(zoom=zoom)
    player.frames(1)
    begin, window = player.cards.list.begin, player.app.surface.get_rect()
    assert begin in player.app.group.widgets
    assert window.contains(begin.rect)
    assert begin.rect.bottom > 0.9 * size[1]
    assert begin.rect.right > 0.9 * size[0]
    for area in (player.cards.area, player.cards.list.area):
        assert not area.rect.colliderect(begin.rect) or area not in player.app.group.widgets


@pytest.mark.parametrize(
    ("size", "columns"), [((390, 844), 2), ((360, 640), 2), ((640, 360), 2), ((844, 390), 3)]
)
def test_a_phone_has_as_many_cards_beside_each_other_as_fit(
    size: tuple[int, int], columns: int
) -> None:
    cards = Exerciser("nl", size).cards.cards
    first = cards[0].rect.top
    assert sum(card.rect.top == first for card in cards) == columns
