"""The exercises and their doses: data and words."""

import re

import pytest

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
