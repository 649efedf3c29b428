"""What is said of the year follows from curves and run."""

import itertools

import pytest

from scenes.recovery.says import say
from scenes.text.words import table
from sim.catalogue import LANGUAGES
from sim.recovery.model import onset
from sim.recovery.pain_and_recurrence import pain, WEEKS
from tests.scenes.text.avoided import AVOID


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_said_has_words_in_both_forms(language: str) -> None:
    texts = table(language)
    turns = (None, 0.5, 1.5, 1.9)
    said = set()
    for week, trained, turn in itertools.product(range(WEEKS + 1), (False, True), turns):
        headline, reasons = say(week, trained, turn)
        said |= {headline, *reasons}
    assert {f"recovery_say.{key}" for key in said} == {
        key for key in texts if key.startswith("recovery_say.")
    }
    assert {f"recovery_say_short.{key}" for key in said} <= set(texts)


def test_words_follow_from_the_curves_and_the_run() -> None:
    for week, trained in itertools.product(range(WEEKS + 1), (False, True)):
        headline, reasons = say(week, trained, 1.9)
        assert ("little" in headline) == (pain(week) < 15) == (week >= 20)
        assert ("before" in reasons) == (onset(week, trained) <= 0) == ("back" in headline)
        assert ("late" in headline) == ("trainable" in reasons) == (not trained or week == 0)
    assert say(20, False, 1.56)[1][-1] == "beyond"
    assert say(20, False, 1.54)[1][-1] == say(20, False, 1.46)[1][-1] == "edge"
    assert say(20, False, 1.4)[1][-1] == "within"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_frightens_or_promises(language: str) -> None:
    avoided = (*AVOID[language].split(), "even goed", "just as well", "genees", "cure")
    for key, text in table(language).items():
        if "recovery" in key:
            assert not any(word in text.lower() for word in avoided), key
