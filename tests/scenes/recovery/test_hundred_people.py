"""A hundred people: drawn and said as they were counted."""

import itertools

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.recovery.hundred_people import People
from scenes.recovery.people_picture import COLUMNS, draw_people, place_of
from scenes.recovery.scene import RecoveryScene
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.text.words import Words
from sim.catalogue import LANGUAGES
from sim.recovery.pain_and_recurrence import PEOPLE, people, RECURRENCE, WEEKS
from tests.scenes.recovery.player import RecoveryPlayer


@pytest.mark.parametrize("trained", [False, True])
def test_the_drawn_figures_are_those_of_the_trial(trained: bool) -> None:
    pygame.font.init()
    for profile, week in itertools.product(PROFILES.values(), (0, 13, WEEKS)):
        look = Look(profile)
        surface = pygame.Surface((320, 220))
        surface.fill(profile.panel)
        box = pygame.Rect(10, 10, 300, 200)
        recurred = sum(people(week, trained))
        draw_people(surface, look, box, recurred, PEOPLE)
        amber, teal = np.array(profile.amber_line), np.array(profile.teal)
        found = 0
        for number in range(PEOPLE):
            place = place_of(box, number, PEOPLE)
            seen = pygame.surfarray.array3d(surface.subsurface(place)).reshape(-1, 3).astype(int)
            likes = [np.abs(seen - tone).max(axis=1).min() for tone in (amber, teal)]
            hatched = likes[0] < likes[1]
            assert hatched == (number < recurred)
            found += hatched
        assert found == recurred
    assert recurred == RECURRENCE[trained] == (30 if trained else 84)


def test_places_cover_the_box_row_by_row() -> None:
    box = pygame.Rect(5, 7, 311, 183)
    places = [place_of(box, number, PEOPLE) for number in range(PEOPLE)]
    assert sum(place.width * place.height for place in places) == box.width * box.height
    assert places[COLUMNS].top == places[0].bottom


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_counts_are_said_in_words(language: str) -> None:
    crowd = People(Words(language))
    for trained, again, others in ((False, "84", "16"), (True, "30", "70")):
        crowd.show(WEEKS, trained=trained)
        said = crowd.describe()
        assert again in said
        assert others in said
        assert "52" in said


def test_size_of_the_trial_and_what_speaks_against_it_are_on_the_screen() -> None:
    player = RecoveryPlayer()
    area = player.year.panel.area
    shown = [child for child in area.children if area.rect.contains(child.rect)]
    said = " ".join(child.describe() for child in shown)
    for words in (
        "after a year, of 100",
        "39 people: 84, with training 30",
        "no prediction for you",
        "Smith 2014",
        "not clearly help more",
        "250 people: 69",
    ):
        assert words in said
    assert player.app.words("recovery.example") == player.year.view.touch.note.text


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)])
@pytest.mark.parametrize("profile", PROFILES)
def test_everybody_is_seen_as_a_person(size: tuple[int, int], profile: str) -> None:
    app = App({}, Options("nl", profile, size=size, scene="recovery"))
    app.frame(0.0)
    assert isinstance(app.experiment, RecoveryScene)
    crowd = app.experiment.panel.people
    assert place_of(crowd.box, 0, PEOPLE).height >= 30
    assert crowd.box.bottom <= app.experiment.panel.area.rect.bottom
