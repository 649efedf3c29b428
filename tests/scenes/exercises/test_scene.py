"""The exercises in the window: by keyboard, in another language, and forgotten between patients."""

import gc

import pygame
import pytest

from scenes.exercises.catalogue import find
from scenes.exercises.scene import ExercisesScene
from scenes.exercises.session import Session
from sim.parameter import UserError
from tests.scenes.exercises.player import Exerciser

# -- by keyboard -------------------------------------------------------------------------


def test_everything_by_keyboard_alone() -> None:
    player = Exerciser()
    player.tab_to("exercises.add", name="Plank")
    player.tab_to("exercises.open", name="Plank")
    scene = player.exercises
    assert scene.exercise == "plank"
    player.tab_to("exercises.less", part=player.app.words("exercise.seconds"))
    assert scene.session.dose("plank").seconds == find("plank").dose.seconds - 1
    player.tab_to("exercises.start")
    assert scene.pacer is not None
    player.frames(1)
    player.key(pygame.K_RETURN)  # the focus is on pause by now
    assert scene.pacer.paused
    player.key(pygame.K_ESCAPE)
    assert not scene.fills_window
    player.tab_to("exercises.sheet")
    player.frames(1)
    assert player.app.group.focus is player.sheet.field
    player.type("bel gerust")
    assert scene.session.note == "bel gerust"
    player.key(pygame.K_l)  # a letter, not a change of language
    assert player.app.words.language == "nl"
    player.key(pygame.K_ESCAPE)
    assert player.cards.steps.visible


def test_another_language_keeps_list_lines_and_count() -> None:
    player = Exerciser()
    player.tap("exercises.add", name="Plank")
    scene = player.exercises
    scene.show_sheet()
    player.sheet.field.handle(pygame.event.Event(pygame.TEXTINPUT, text="hallo"))
    player.app.language()
    assert player.sheet.field.text == "hallo"
    scene.begin()
    player.frames(90)
    pacer = scene.pacer
    assert pacer is not None
    at = pacer.time
    player.app.language()
    assert scene.pacer is pacer
    assert pacer.time == at
    assert scene.session.chosen == ["plank"]


# -- the window --------------------------------------------------------------------------


def test_a_scene_without_a_model_has_no_clip_and_no_data() -> None:
    player = Exerciser()
    for key in (pygame.K_d, pygame.K_g, pygame.K_b, pygame.K_p):
        player.key(key)
        assert player.app.group.modal is None
    assert player.app.scene is player.exercises
    player.key(pygame.K_i)
    assert player.app.group.modal is not None
    player.key(pygame.K_ESCAPE)
    player.key(pygame.K_TAB, pygame.KMOD_CTRL)
    assert player.app.scene.name == "story"
    with pytest.raises(UserError, match="has no parameters"):
        ExercisesScene({"press": 1}, player.app.words, player.app.preferences)


@pytest.mark.parametrize("way", ["key", "button"])
def test_between_patients_everything_is_forgotten(way: str) -> None:
    player = Exerciser()
    secret = "mevrouw Janssen"
    scene = player.exercises
    player.tap("exercises.add", name="Plank")
    scene.open("plank")
    scene.change_dose("sets", 1)
    scene.game.press_move()
    scene.play()
    player.frames(90)
    assert scene.game.attempts
    scene.show_sheet()
    player.frames(1)
    player.app.group.focus_on(player.sheet.field)
    player.type(secret)
    player.frames(2)
    assert scene.session.note == secret
    if way == "key":
        player.key(pygame.K_DELETE, pygame.KMOD_CTRL)
    else:
        player.tap("exercises.clear")
    player.frames(2)
    now = player.exercises
    assert now.session == Session()
    assert now.game.attempts == []
    assert now.pacer is None
    assert not now.fills_window
    now.show_sheet()
    assert player.sheet.field.text == ""
    del scene
    gc.collect()
    kept = [thing for thing in gc.get_objects() if isinstance(thing, Session)]
    assert all(secret not in session.note for session in kept)


def test_clearing_goes_for_every_scene() -> None:
    player = Exerciser()
    player.app.choose("blocks")
    player.app.experiment.change("press", 200)
    player.app.choose("exercises")
    player.key(pygame.K_DELETE, pygame.KMOD_CTRL)
    player.app.choose("blocks")
    assert player.app.experiment.model.settings["press"] == 60
