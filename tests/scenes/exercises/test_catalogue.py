"""The exercises and their doses; what is wrong with their file is said with its line."""

import re
from pathlib import Path

import pytest

from scenes.assets import EXERCISES
from scenes.exercises import catalogue
from scenes.exercises.catalogue import Dose, exercises, find, parse_dose, STEPS
from scenes.text.words import table, Words
from sim.catalogue import LANGUAGES
from sim.parameter import UserError
from tests.scenes.exercises.player import NAMES


def test_there_are_eight_exercises_in_three_steps() -> None:
    assert len(NAMES) >= 8
    steps = [exercise.step for exercise in exercises().values()]
    assert steps == sorted(steps)
    assert set(steps) == set(STEPS)
    assert find("draw_in").dose == Dose(1, 10, 10)


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


GOOD = EXERCISES.read_text()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("[draw_in]", "other = 1\n[draw_in]", "the exercise 'other': it is not a table"),
        ("[bridge]\nstep = 2", "[bridge]\nstep = 7", "its step is not 1, 2 or 3"),
        ("[bridge]\nstep = 2", "[bridge]\nstep = true", "its step is not 1, 2 or 3"),
        ("[bridge]\nstep = 2", "[bridge]\nstep = [2]", "its step is not 1, 2 or 3"),
        ("[bridge]\nstep = 2", "[bridge]", "its step is not 1, 2 or 3"),
        ("dose = [2, 8, 6]", "dose = [2, 8]", "its dose is not three whole numbers"),
        ("dose = [2, 8, 6]", "dose = [2, 8, 6.5]", "its dose is not three whole numbers"),
        ("dose = [2, 8, 6]", "dose = 2", "its dose is not three whole numbers"),
        ("dose = [2, 8, 6]", "dose = [2, 8, 61]", "seconds must be a whole number from 1 to 60"),
        ("dose = [2, 8, 6]", "dose = [2, 8, 6]\nbreath = []", "its sides or its breath"),
        ("dose = [2, 8, 6]", "dose = [2, 8, 6]\nsided = 1", "its sides or its breath"),
        ("[bridge]", "[bridge", "Expected ']'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    old: str, new: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "exercises.toml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1))
    line = path.read_text().splitlines().index(new.splitlines()[0]) + 1
    monkeypatch.setattr(catalogue, "EXERCISES", path)
    catalogue.exercises.cache_clear()
    with pytest.raises(UserError) as error:
        catalogue.exercises()
    catalogue.exercises.cache_clear()
    said = str(error.value)
    assert said.startswith("'exercises.toml' is damaged")
    assert why in said
    if old.startswith("[bridge]"):
        assert f"line {line}" in said
