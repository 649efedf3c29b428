"""Files of presets: a damaged one is one sentence."""

from pathlib import Path

import pytest
from hypothesis import given, HealthCheck, settings

from scenes.assets import PRESETS
from scenes.experiment import preset
from scenes.experiment.preset import load_preset, preset_names, read_preset
from sim.blocks.parameters import settings_of
from sim.parameter import ParameterError, UserError
from tests.scenes.missing_assets import damaged

GOOD = (PRESETS / "one_joint_bare.toml").read_bytes()

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
