"""The exercises: data, words, cards, list, practice, and forgetting it all."""

import gc
import itertools
import math
import random
import re
import sys
from pathlib import Path

import pygame
import pytest

from scenes.draw.person import pose as figure_pose
from scenes.draw.person.pose import between, extent, joints, phase, shapes
from scenes.exercises import sheet as exercises_sheet
from scenes.exercises.catalogue import Dose, exercises, find, MOST, parse_dose, PARTS, STEPS
from scenes.exercises.handout import handout_pdf
from scenes.exercises.scene import ExercisesScene
from scenes.exercises.session import Session
from scenes.shell import capture
from scenes.text.words import table, Words
from sim.catalogue import LANGUAGES
from sim.parameter import UserError
from tests.scenes.blocks.test_random_events import random_event
from tests.scenes.exercises.exerciser import Exerciser

NAMES = tuple(exercises())
STOP = {
    "nl": ("gevoel", "kracht", "plassen", "ontlasting", "nachts", "val", "koorts", "arts"),
    "en": ("feeling", "strength", "bladder", "bowel", "night", "fall", "fever", "doctor"),
}

# -- data and words ----------------------------------------------------------------------


def test_there_are_eight_exercises_in_three_steps() -> None:
    assert len(NAMES) >= 8
    steps = [exercise.step for exercise in exercises().values()]
    assert steps == sorted(steps)
    assert set(steps) == set(STEPS)
    assert find("draw_in").dose == Dose(1, 10, 10)


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_has_two_phases_that_differ_and_stand_on_the_floor(name: str) -> None:
    assert phase(name, "start") != phase(name, "hold")
    for share in (0.0, 0.3, 0.7, 1.0):
        lowest = min(y for shape in shapes(name, share, 0) for _, y in shape.points)
        assert lowest == pytest.approx(0, abs=0.001)
    left, right, high = extent(name)
    assert 0.3 < right - left < 1.6
    assert 0.1 < high < 1.1


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_moves_smoothly_and_keeps_its_limbs(name: str) -> None:
    places = [joints(between(name, k / 100)) for k in range(101)]
    lengths = figure_pose._art()["lengths"]
    for before, after in itertools.pairwise(places):
        for joint, at in before.items():
            x, y = after[joint]
            assert abs(x - at[0]) + abs(y - at[1]) < 25, joint
    bones = {"upper_arm": ("arm_near", 0), "forearm": ("arm_near", 1), "thigh": ("leg_near", 0)}
    for found in places:
        for bone, (limb, index) in bones.items():
            length = math.dist(found[f"{limb}_{index}"], found[f"{limb}_{index + 1}"])
            assert length == pytest.approx(lengths[bone])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_card_has_two_plain_sentences_and_what_belongs_to_it(
    name: str, language: str
) -> None:
    texts = table(language)
    assert len(re.findall(r"[.!?](\s|$)", texts[f"exercise.{name}_do"])) == 2
    for ending in ("", "_feel", "_breathe"):
        assert texts[f"exercise.{name}{ending}"]
    sentences = re.split(r"(?<=[.])\s", texts[f"exercise.{name}_do"])
    assert max(len(sentence.split()) for sentence in sentences) <= 18


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


def test_a_dose_in_words() -> None:
    dutch, english = Words("nl"), Words("en")
    assert Dose(1, 10, 10).words(dutch, sided=False) == "10 keer 10 tellen"
    assert Dose(2, 8, 6).words(dutch, sided=True) == "2 keer 8 × 6 tellen, per kant"
    assert Dose(1, 6, 10).words(english, sided=True) == "6 times 10 counts, each side"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("plank=3x10", "NAME=SETSxREPETITIONSxSECONDS"),
        ("plank", "NAME=SETSxREPETITIONSxSECONDS"),
        ("plank=3xtenx1", "NAME=SETSxREPETITIONSxSECONDS"),
        ("plank=0x1x1", "sets must be"),
        ("plank=1x31x1", "repetitions must be a whole number from 1 to 30"),
        ("plank=1x1x61", "seconds must be a whole number from 1 to 60"),
        ("plunk=1x1x1", "did you mean plank"),
    ],
)
def test_a_dose_that_is_not_one(text: str, says: str) -> None:
    with pytest.raises(UserError, match=re.escape(says)):
        parse_dose(text)


def test_a_session_keeps_doses_within_what_is_possible() -> None:
    session = Session()
    for part in PARTS:
        for by in (-100, 100):
            session.change("plank", part, by)
            assert getattr(session.dose("plank"), part) in (1, MOST[part])
    assert session.dose("bridge") == find("bridge").dose


# -- by touch ----------------------------------------------------------------------------


def test_choosing_by_touch_fills_the_list() -> None:
    player = Exerciser()
    for name in ("draw_in", "plank"):
        player.tap("exercises.add", name=player.app.words(f"exercise.{name}"))
    assert player.exercises.session.chosen == ["draw_in", "plank"]
    player.tap("exercises.remove", name="Plank")
    assert player.exercises.session.chosen == ["draw_in"]


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
    player.tap("exercises.next")
    assert player.exercises.exercise == "draw_in"
    assert player.exercises.pacer is not None
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


def test_steps_light_their_cards() -> None:
    player = Exerciser()
    page = player.cards
    for step in STEPS:
        page.steps.choose(step - 1)
        player.frames(1)
        lit = {card.exercise for card in page.cards if card.lit}
        assert lit == {name for name in NAMES if exercises()[name].step == step}


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


def test_with_reduced_motion_figures_stand() -> None:
    player = Exerciser()
    player.app.prefer(reduced_motion=True)
    page = player.cards
    for _ in range(120):
        player.frames(1)
        assert {card.share for card in page.cards} == {1.0}
    player.app.prefer(reduced_motion=False)
    seen = set()
    for _ in range(120):
        player.frames(1)
        seen |= {card.share for card in page.cards}
    assert len(seen) > 30


def test_another_language_keeps_list_lines_and_count() -> None:
    player = Exerciser()
    player.tap("exercises.add", name="Plank")
    scene = player.exercises
    scene.show_sheet()
    player.sheet.field._insert("hallo")
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


def test_a_scene_without_a_model_has_nothing_to_share_and_no_clip() -> None:
    player = Exerciser()
    assert player.app.header.share not in player.app.group.widgets
    for key in (pygame.K_c, pygame.K_g, pygame.K_b, pygame.K_p):
        player.key(key)
        assert player.app.group.modal is None
    assert player.app.scene is player.exercises
    player.key(pygame.K_i)
    assert player.app.group.modal is not None
    player.key(pygame.K_ESCAPE)
    player.key(pygame.K_TAB, pygame.KMOD_CTRL)
    assert player.app.scene.name == "story"
    player.app.choose("blocks")
    player.frames(1)
    assert player.app.header.share in player.app.group.widgets
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


# -- the sheet ---------------------------------------------------------------------------


def test_the_sheet_is_saved_from_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    player = Exerciser()
    player.exercises.show_sheet()
    player.frames(1)
    assert not player.sheet.save.enabled
    player.exercises.toggle("plank")
    player.tap("sheet.save")
    (path,) = tmp_path.iterdir()
    assert path.suffix == ".pdf"
    assert path.read_bytes() == handout_pdf(player.app.words, player.exercises.session)
    assert path.name in player.sheet.said.text
    monkeypatch.setitem(sys.modules, "fpdf", None)
    player.tap("sheet.save")
    assert "extra 'handout'" in player.sheet.said.text
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("seed", [1, 2])
def test_anything_and_then_clearing_equals_a_fresh_start(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    monkeypatch.setattr(capture, "save_clip", lambda frames, path, per_second: None)
    monkeypatch.setattr(capture, "save_picture", lambda surface, path: None)
    monkeypatch.setattr(exercises_sheet, "handout_pdf", lambda words, session: b"")
    player = Exerciser()
    source = random.Random(seed)
    pages = set()
    for number in range(800):
        scene = player.app.tab
        if number % 100 == 0 and isinstance(scene, ExercisesScene):
            (scene.show_cards, scene.play, scene.show_sheet, scene.start)[number // 100 % 4]()
        for _ in range(5):
            event = random_event(source, player.app.surface.get_size())
            pygame.event.post(event)
        if source.random() < 0.1:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=source.choice("aé 漢")))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 10]))
        if not isinstance(player.app.scene, ExercisesScene) and player.app.group.modal is None:
            player.app.choose("exercises")
        if isinstance(player.app.tab, ExercisesScene):
            pages.add(type(player.app.tab.page))
    assert player.app.running
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("exercises")
    player.key(pygame.K_DELETE, pygame.KMOD_CTRL)
    assert player.exercises.session == Session()
    assert player.cards.steps.chosen == 0
    assert len(pages) == 4
