"""Every preset of the two backs does what it says."""

import pytest

from scenes.experiment.preset import load_preset, preset_names
from scenes.text.words import table
from scenes.timing.says import say
from sim.catalogue import LANGUAGES
from sim.spine.limits_of_bend import NEUTRAL_ZONE
from tests.scenes.timing.player import raised, TimingPlayer

PRESETS = ("on_time", "a_little_late", "late", "very_late", "like_the_leaflet", "slow_arm")


def test_the_examples_in_their_order() -> None:
    assert preset_names("timing") == PRESETS


def test_every_example_does_what_it_says() -> None:
    found = {name: raised(**load_preset(name)) for name in PRESETS}
    assert found["on_time"].left.turned == found["on_time"].right.turned
    assert found["on_time"].right.within
    right = [found[name].right.turned for name in PRESETS[:4]]
    assert right == sorted(right)
    assert right[1] < 1.2 * right[0]  # makes little difference yet
    assert 1.6 < right[2] / right[0] < 2  # almost twice as far
    assert right[3] > 2 * right[2]  # grows quickly
    leaflet = found["like_the_leaflet"]
    assert leaflet.settings["onset_beside"] < 0 < leaflet.settings["onset"]  # type: ignore[operator]
    assert say(leaflet) == ("right_beyond", ("right_more", "came_later_right"))
    calm = found["slow_arm"]
    assert abs(calm.right.turned - calm.left.turned) < 0.1
    assert calm.right.turned < NEUTRAL_ZONE / 2


@pytest.mark.parametrize("name", PRESETS)
def test_an_example_can_be_chosen_in_the_panel(name: str) -> None:
    player = TimingPlayer()
    player.timing.load(load_preset(name))
    player.frames(1)
    assert player.timing.model.settings == load_preset(name)
    for language in LANGUAGES:
        assert table(language)[f"presets.{name}"]
        assert table(language)[f"presets.{name}_note"]
