"""Every preset shows its point, by simulation; a damaged file is one sentence."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, HealthCheck, settings

from scenes.assets import PRESETS
from scenes.experiment import preset
from scenes.experiment.preset import load_preset, preset_names, read_preset
from scenes.text.words import table
from sim.blocks.margin import margin_of
from sim.blocks.model import BlockStack
from sim.blocks.parameters import settings_of, WIDTH
from sim.catalogue import LANGUAGES
from sim.mechanics.world import ANGLE, X
from sim.parameter import ParameterError, UserError
from sim.share import decode, encode
from tests.scenes.damage import damaged
from tests.sim.blocks.stacks import fall_time, penetration

NAMES = ("untaped", "pressed_hard", "taped", "one_joint_bare", "flat_wooden_blocks")
GOOD = (PRESETS / "one_joint_bare.toml").read_bytes()


def test_the_presets_in_their_order() -> None:
    assert preset_names("blocks") == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_is_complete_and_can_be_shared(name: str) -> None:
    found = load_preset(name)
    assert settings_of(found) == found
    assert decode(encode("blocks", found)) == ("blocks", found)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preset_has_a_title_and_an_explanation(name: str, language: str) -> None:
    texts = table(language)
    assert texts[f"presets.{name}"]
    assert texts[f"presets.{name}_note"].count(".") == 1


# -- what they show ------------------------------------------------------------------


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


# -- files -----------------------------------------------------------------------------


def test_an_unknown_preset_gets_the_nearest() -> None:
    with pytest.raises(ParameterError, match="did you mean untaped"):
        load_preset("untapped")
    with pytest.raises(ParameterError, match="unknown preset"):
        load_preset("../presets/untaped")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of presets with one good one."""
    monkeypatch.setattr(preset, "PRESETS", tmp_path)
    (tmp_path / "one.toml").write_bytes(GOOD)
    return tmp_path


@settings(
    deadline=None, max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=damaged(GOOD))
def test_a_damaged_file_is_one_sentence_that_names_it(data: bytes, folder: Path) -> None:
    (folder / "a_bad.toml").write_bytes(data)
    assert set(preset_names()) == {"one", "a_bad"}
    try:
        found, message = load_preset("a_bad"), ""
    except UserError as error:
        found, message = None, str(error)
    if found is None:
        assert "'a_bad.toml'" in message
        assert message.isprintable()
        assert len(message) < 300
        assert preset_names()[-1] == "a_bad"
    else:
        assert settings_of(found) == found
    assert load_preset("one")["tape"] == "1,2,4,5,6"


@pytest.mark.parametrize(
    "text",
    [
        "",
        'scene = "spine_of_a_fish"\norder = 1\n[parameters]\n',
        'scene = "blocks"\n[parameters]\n',
        'scene = "blocks"\norder = 1\n',
        'scene = "blocks"\norder = 1\n[parameters]\npress = 1000\n',
        'scene = "blocks"\norder = 1\n[parameters]\nblocks = 4\ntape = "6"\n',
        "#" * 20_000,
    ],
)
def test_what_is_missing_or_wrong_is_said(text: str, folder: Path) -> None:
    (folder / "bad.toml").write_text(text)
    with pytest.raises(UserError, match=r"'bad\.toml'.* is damaged"):
        load_preset("bad")


def test_a_file_that_can_not_be_read_is_one_sentence(folder: Path) -> None:
    (folder / "bad.toml").mkdir()
    assert preset_names() == ("one", "bad")
    with pytest.raises(UserError, match=r"can not read the preset 'bad\.toml'"):
        load_preset("bad")


def test_a_file_that_has_gone_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No such file"):
        read_preset(tmp_path / "gone.toml")


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
