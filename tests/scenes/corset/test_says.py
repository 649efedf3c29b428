"""What is said of the corset is what was computed."""

import numpy as np
import pytest

from scenes.corset.says import level, OPEN, say, UNLOADS, WORKS
from scenes.text.words import table
from sim.catalogue import LANGUAGES
from sim.corset.lifting import POSTURES
from tests.scenes.corset.player import settled

LEVELS = {"resting": (0, 1500), "little": (1500, 3500), "firm": (3500, 6500), "high": (6500, 1e9)}


def test_the_words_are_what_was_computed_in_random_states() -> None:
    source = np.random.default_rng(11)
    seen = set()
    for _ in range(150):
        levels = {name: round(source.uniform() ** 2, 2) for name in ("draw_in", "brace")}
        levels = {name: value * source.integers(0, 2) for name, value in levels.items()}
        values: dict[str, object] = {
            **levels,
            "breath_phase": source.uniform(),
            "breath_depth": source.uniform(),
            "posture": source.choice([*POSTURES]).item(),
            "joined": int(source.uniform() > 0.2),
        }
        moment = settled(**values)
        headline, (what, disc) = say(moment)
        seen.add(headline)
        without = moment.rest_force - moment.disc_force
        assert without >= 0 or not values["joined"]  # parted, it holds less than at rest
        assert disc.endswith("_much") == (without >= UNLOADS * moment.rest_force)
        assert disc.startswith("lift_") == (values["posture"] != "stand")
        assert (headline == "open") == (moment.gap > OPEN)
        if headline == "open":
            assert (what == "open_lost") == (moment.pressure < 1500)
        elif headline == "quiet":
            assert moment.effort.transversus <= WORKS
        else:
            low, high = LEVELS[what]
            assert low <= moment.pressure < high
            assert moment.effort.transversus > WORKS
            assert (headline == "braced") == (moment.effort.obliques > WORKS)
    assert seen == {"open", "quiet", "closes", "exhales", "braced"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_said_has_words(language: str) -> None:
    texts = table(language)
    reasons = {*LEVELS, "open_lost", "open_holds", "breathing_in", "breathing_out"}
    reasons |= {f"{where}_{how}" for where in ("disc", "lift") for how in ("much", "little")}
    for key in {"open", "quiet", "closes", "exhales", "braced"} | reasons:
        assert texts[f"corset_say.{key}"]
        assert texts[f"corset_say_short.{key}"]
    assert {level(pressure) for pressure in (0.0, 2e3, 5e3, 8e3)} == set(LEVELS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sources_and_what_speaks_against_it_are_named(language: str) -> None:
    texts = table(language)
    assert "Wilke" in texts["info.corset_sources"]
    assert "PMC2949466" in texts["info.corset_sources"]
    counter = texts["info.corset_counter"]
    assert "Grenier" in counter
    assert "2007" in counter
    assert ("0,14" if language == "nl" else "0.14") in counter
    # The figures that are told are those of the model.
    told = {"nl": ("0,46", "0,43"), "en": ("0.46", "0.43")}[language]
    for number, moment in zip(told, (settled(), settled(draw_in=1)), strict=True):
        assert number in counter
        assert f"{moment.disc_pressure / 1e6:.2f}".replace(".", number[1]) == number
