"""The guess of how many have back trouble."""

import pygame

from scenes.story.people import Crowd, PeopleScene
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
