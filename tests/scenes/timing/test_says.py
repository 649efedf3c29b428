"""What is said of both backs was measured."""

import numpy as np
import pygame
import pytest

from scenes.shell.dialogs import INFO
from scenes.text.words import table, Words
from scenes.timing.moment import Back, TimingMoment
from scenes.timing.says import say
from sim.catalogue import LANGUAGES
from sim.timing.model import WATCHED
from sim.timing.pair import settings_of
from tests.scenes.timing.player import raised, TimingPlayer


@pytest.mark.parametrize(
    ("turned", "expected"),
    [
        ((1.53, 1.52), ("both_within", ("same",))),
        ((1.5, 2.7), ("right_beyond", ("right_more", "came_later_right"))),
        ((2.7, 1.2), ("left_beyond", ("left_more",))),
        ((2.71, 2.69), ("both_beyond", ("same",))),
        ((1.9, 6.7), ("both_beyond", ("right_more", "came_later_right"))),
        ((1.2, 1.4), ("both_within", ("right_more", "came_later_right"))),
    ],
)
def test_words_follow_from_what_was_measured(
    turned: tuple[float, float], expected: tuple[str, tuple[str, ...]]
) -> None:
    left, right = (
        Back(np.zeros(6), 0.8, 0.9, most, began, np.zeros(6))
        for most, began in zip(turned, (0.0, 0.1), strict=True)
    )
    # Settings that contradict what was measured: words must not come from them.
    settings = settings_of({"onset": -0.1, "onset_beside": 0.2})
    assert say(TimingMoment(0.7, WATCHED, settings, left, right)) == expected
    headline, why = say(TimingMoment(0.5, 0.3, settings, left, right))
    assert (headline, why) == (expected[0], ("moving",))
    assert say(TimingMoment(0.1, -0.1, settings, left, right))[0] == "before"
    assert say(TimingMoment(0.0, None, settings, left, right))[0] == "ready"
    for language in LANGUAGES:
        for key in (headline, *why, *expected[1]):
            assert table(language)[f"timing_say.{key}"]


def test_what_came_later_is_measured() -> None:
    moment = raised(onset=0.08, onset_beside=0.02)
    assert moment.left.began == pytest.approx(0.02, abs=0.002)
    assert moment.right.began == pytest.approx(0.08, abs=0.002)
    assert say(moment)[1] == ("right_more", "came_later_right")
    swapped = raised(onset=0.02, onset_beside=0.08)
    assert say(swapped) == (
        "left_beyond" if swapped.right.within else "both_beyond",
        (
            "left_more",
            "came_later_left",
        ),
    )
    idle = raised(deep_before=0.5, deep_after=0.5)
    assert idle.left.began is None
    assert say(idle)[1] == ("same",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_uncertain_stands_on_the_screen(language: str) -> None:
    player = TimingPlayer(language=language)
    words = Words(language)
    said = [getattr(widget, "text", "") for widget in player.timing.panel.area.children]
    assert words("timing.note") in said
    for part in INFO:
        assert words(f"info.timing_{part}")
    for source in ("1997", "Allison 2008", "Smith"):
        assert source in words("info.timing_counter")
    player.key(pygame.K_i)
    assert player.app.group.modal is not None
