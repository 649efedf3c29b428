"""Every preset of the stack shows its point, by simulation."""

import math

import numpy as np
import pytest

from scenes.experiment.preset import load_preset, preset_names
from scenes.text.words import table
from sim.blocks.margin import margin_of
from sim.blocks.model import BlockStack
from sim.blocks.parameters import settings_of, WIDTH
from sim.catalogue import LANGUAGES
from sim.mechanics.world import ANGLE, X
from sim.share import encode
from tests.scenes.shell.links.read import read
from tests.sim.blocks.stacks import fall_time, penetration

NAMES = ("untaped", "pressed_hard", "taped", "one_joint_bare", "flat_wooden_blocks")


def test_the_presets_in_their_order() -> None:
    assert preset_names("blocks") == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_is_complete_and_can_be_shared(name: str) -> None:
    found = load_preset(name)
    assert settings_of(found) == found
    assert read(encode("blocks", found)) == ("blocks", found)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preset_has_a_title_and_an_explanation(name: str, language: str) -> None:
    texts = table(language)
    assert texts[f"presets.{name}"]
    assert texts[f"presets.{name}_note"].count(".") == 1


def test_untaped_falls_and_pressed_hard_falls_sooner_at_the_same_push() -> None:
    untaped, hard = load_preset("untaped"), load_preset("pressed_hard")
    assert {name for name in untaped if untaped[name] != hard[name]} == {"press"}
    assert float(hard["press"]) > 10 * float(untaped["press"])
    assert fall_time(**hard) < 0.6 * fall_time(**untaped) < math.inf


@pytest.mark.parametrize("push", [2, 5])
def test_taped_stands(push: float) -> None:
    taped = {**load_preset("taped"), "push": push}
    assert math.isinf(fall_time(**taped))
    assert fall_time(**{**taped, "tape": "none"}) < 0.1


def test_one_bare_joint_gives_way_there_and_one_more_strip_would_hold() -> None:
    values = load_preset("one_joint_bare")
    bare, whole = margin_of(values).critical, margin_of({**values, "tape": "all"}).critical
    assert bare is not None
    assert whole is not None
    assert 1.1 * bare < float(values["press"]) < 0.9 * whole
    stack = BlockStack(values)
    stack.push()
    while not stack.fallen and stack.world.time < 2:
        stack.step()
    assert stack.fallen
    angles = [0.0, *stack.world.state[:-1, ANGLE]]
    assert int(np.argmax(np.abs(np.diff(angles)))) + 1 == 3
    assert values["tape"] == "1,2,4,5,6"
    assert math.isinf(fall_time(**{**values, "tape": "all"}))


def test_flat_blocks_stand_a_push_that_topples_them_when_pressed_less() -> None:
    flat = load_preset("flat_wooden_blocks")
    assert margin_of(flat).flat
    assert math.isinf(fall_time(**flat))
    assert fall_time(**{**flat, "press": 20}) < 0.1


@pytest.mark.parametrize("name", NAMES)
def test_every_preset_obeys_the_laws(name: str) -> None:
    """Finite, equal twice, no deep overlap while standing, no energy from nothing."""
    ends = []
    for _ in range(2):
        stack = BlockStack(load_preset(name))
        start = stack.world.energy()
        stack.push()
        for _ in range(600):
            stack.step()
            assert np.isfinite(stack.world.state).all()
            if np.abs(stack.world.state[:, X]).max() < WIDTH / 4:
                assert penetration(stack) < 0.2e-3
        gained = stack.world.energy() - start - stack.world.hand_work - stack.world.push_work
        assert gained < 0.04 * (abs(stack.world.hand_work) + stack.world.push_work + 0.1)
        ends.append(stack.snapshot())
    assert ends[0] == ends[1]
