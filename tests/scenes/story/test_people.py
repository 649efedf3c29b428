"""The guess of how many have back trouble."""

import itertools

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.story.people import Crowd, PEOPLE, PeopleScene
from scenes.story.people_picture import person_high
from scenes.text.words import table
from sim.catalogue import LANGUAGES
from tests.scenes.story.player import Reader


def test_a_guess_is_answered_with_the_figure() -> None:
    reader = Reader()
    scene = reader.story.shown
    assert isinstance(scene, PeopleScene)
    reader.click(scene.crowd.cell(2).center)
    assert scene.guess == 3
    assert scene.line.headline.text == table("nl")["story_say.figure"].format(guess="3", ever="8")
    for language in LANGUAGES:
        assert "6" in table(language)["story_say.source"]
    reader.click(scene.crowd.cell(7).center)
    assert scene.line.headline.text == table("nl")["story_say.as_guessed"].format(
        guess="8", ever="8"
    )
    crowd = Crowd(reader.app.words, lambda number: None)
    before = crowd.describe()
    crowd.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0))
    assert crowd.describe() != before


def test_no_box_is_round_the_people_and_the_notes_have_a_card() -> None:
    shown = Reader("show")
    assert not shown.story.guide.pointer.drawn
    taught = Reader("teach")
    notes, panel = taught.story.lesson.pages.rect, taught.app.look.palette.panel
    beside = (notes.left - 6, notes.bottom + 300)
    assert taught.app.surface.get_at(beside)[:3] == panel


@pytest.mark.parametrize("size", [(360, 640), (844, 390), (768, 1024), (1024, 600), (1280, 720)])
def test_people_are_people_and_no_dots(size: tuple[int, int]) -> None:
    player = Reader("show", size)
    scene = player.story.shown
    assert isinstance(scene, PeopleScene)
    for profile, zoom in itertools.product(PROFILES, (1.0, 1.5, 2.0)):
        player.app.prefer(profile=profile, zoom=zoom)
        look = player.app.look
        rooms = [scene.crowd.person(number, look) for number in range(PEOPLE)]
        assert min(person_high(*room.size) for room in rooms) >= look.px(32), (profile, zoom)
        assert all(scene.crowd.rect.contains(room) for room in rooms)


@pytest.mark.parametrize("size", [(640, 360), (844, 390), (360, 640)], ids=str)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_in_the_lesson_they_have_the_whole_window(size: tuple[int, int], zoom: float) -> None:
    reader = Reader("teach", size)
    reader.app.prefer(zoom=zoom)
    reader.frames(2)
    people = reader.story.shown
    assert isinstance(people, PeopleScene)
    box = people.crowd.rect
    assert box.width > 0.9 * size[0]
    assert box.bottom > 0.9 * size[1]
    line = people.line.headline
    assert line.rect.bottom <= box.top
    assert not line.layout(reader.app.look, line.rect.width).cut


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)])
def test_the_card_of_the_people_reaches_down_as_far_as_that_of_the_notes(
    size: tuple[int, int],
) -> None:
    taught = Reader("teach", size)
    people = taught.story.shown
    assert isinstance(people, PeopleScene)
    assert people._placed is not None
    areas = people._placed[0]
    assert people._play.bottom == areas.panel.bottom
    page, look = taught.app.surface, taught.app.look
    for x in (areas.play.left + 60, areas.play.centerx):  # all of its ground, then its edge
        assert page.get_at((x, areas.panel.bottom - look.px(6)))[:3] == look.palette.play
        assert page.get_at((x, areas.panel.bottom - 1))[:3] == look.palette.line
    shown = Reader("show", size)
    crowd = shown.story.shown
    assert isinstance(crowd, PeopleScene)
    assert crowd._play.bottom < shown.story.bar.next.rect.top  # the story has its bar there


@pytest.mark.parametrize("size", [(390, 844), (360, 640), (768, 1024)], ids=str)
def test_rows_of_people_stay_together(size: tuple[int, int]) -> None:
    reader = Reader("teach", size)
    reader.story.go(0)
    reader.frames(2)
    scene, look = reader.story.shown, reader.app.look
    assert isinstance(scene, PeopleScene)
    one, below = scene.crowd.person(0, look), scene.crowd.person(5, look)
    assert one.bottom < below.top < one.bottom + 80 * look.scale
    assert scene.crowd.rect.contains(scene.crowd.cell(0).union(scene.crowd.cell(9)))
    assert (
        abs(scene.crowd.cell(0).union(scene.crowd.cell(9)).centery - scene.crowd.rect.centery) < 4
    )
