"""Share strings: what is written reads back exactly, and nothing else gets in."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sim.blocks.parameters import PARAMETERS, settings_of
from sim.blocks.taped_joints import pattern, SIDES
from sim.catalogue import SCENES, with_model
from sim.parameter import ParameterError, UserError, Value
from sim.share import decode, encode, LONGEST

DEFAULTS = settings_of({})
WEB = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~?&=,%")


@st.composite
def stacks(draw: st.DrawFn) -> dict[str, Value]:
    """Any valid settings of the block stack, most of them with some defaults."""
    values: dict[str, Value] = {}
    for parameter in PARAMETERS:
        if parameter.canonical or draw(st.booleans()):
            continue
        if parameter.whole:
            values[parameter.name] = draw(st.integers(int(parameter.low), int(parameter.high)))
        else:
            values[parameter.name] = draw(st.floats(parameter.low, parameter.high))
    blocks = int(values.get("blocks", DEFAULTS["blocks"]))
    values["push_block"] = draw(st.integers(0, blocks))
    strip = st.tuples(st.integers(1, blocks + 1), st.sampled_from(SIDES))
    values["tape"] = pattern(draw(st.frozensets(strip)), blocks + 1)
    return settings_of(values)


@settings(deadline=None, max_examples=300)
@given(stacks())
def test_what_is_written_reads_back_exactly(values: dict[str, Value]) -> None:
    text = encode("blocks", values)
    scene, found = decode(text)
    assert scene == "blocks"
    assert found == values
    assert {name: type(value) for name, value in found.items()} == {
        name: type(value) for name, value in values.items()
    }
    assert set(text) <= WEB
    assert len(text) <= LONGEST
    assert encode(*decode(text)) == text


def test_it_names_every_parameter_and_can_be_read() -> None:
    text = encode("blocks", {"press": 100, "tape": "1,2l"})
    assert text.startswith("blocks?blocks=5&press=100&push=2&")
    assert "&tape=1,2l&" in text
    for name in DEFAULTS:
        assert f"{name}=" in text


def test_it_may_be_written_by_hand() -> None:
    for text in ("blocks", "blocks?", "  blocks\n"):
        assert decode(text) == ("blocks", DEFAULTS)
    pasted = "\tblocks?tape=2l%2C1&press=100.0 \r\n"
    assert decode(pasted) == ("blocks", settings_of({"press": 100, "tape": "1,2l"}))


@pytest.mark.parametrize("scene", with_model())
def test_every_scene_shares_its_defaults(scene: str) -> None:
    check = SCENES[scene].check
    assert decode(encode(scene, {})) == (scene, check({}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "unknown scene"),
        ("block?press=100", "did you mean blocks"),
        ("?press=100", "unknown scene"),
        ("press=100", "unknown scene"),
        ("blocks?pres=100", "did you mean press"),
        ("blocks?press=301", "from 0 to 300 N"),
        ("blocks?press=nan", "from 0 to 300 N"),
        ("blocks?press=1e999", "from 0 to 300 N"),
        ("blocks?press=", "from 0 to 300 N"),
        ("blocks?blocks=4.5", "a whole number"),
        ("blocks?blocks=4&tape=6", "has joints 1 to 5"),
        ("blocks?tape=1,", "joints with an optional side"),
        ("blocks?press=100&press=100", "names 'press' twice"),
        ("blocks?press", "not of the form"),
        ("blocks?press=1&", "not of the form"),
        ("blocks?&press=1", "not of the form"),
        ("blocks??press=1", "did you mean press"),
        ("blocks?press=%ff", "not of the form"),
        ("blocks?press=%00", "do not belong"),
        ("blocks?tape=1%0A2", "do not belong"),
        ("blocks?pr\x07ess=1", "do not belong"),
        ("blocks?press=1\N{FULLWIDTH DIGIT ONE}", "do not belong"),
        ("blocks?press=%EF%BC%91", "do not belong"),
        ("\ud800", "do not belong"),
        ("blocks?tape=" + "1," * 1000, "can not have more than 2000"),
        ("x" * 10**6, "can not have more than 2000"),
    ],
)
def test_anything_else_is_one_short_sentence(text: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as raised:
        decode(text)
    message = str(raised.value)
    assert message.isprintable()
    assert len(message) < 200


def test_settings_that_are_not_valid_are_not_shared() -> None:
    with pytest.raises(ParameterError, match="from 0 to 300 N"):
        encode("blocks", {"press": 301})
    with pytest.raises(ParameterError, match="unknown scene"):
        encode("brick", {})


SIGNS = st.one_of(st.sampled_from("?&=,%+;.-_lre019"), st.characters())


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A share string with a few signs changed, lost, added or doubled."""
    text = encode("blocks", draw(stacks()))
    for _ in range(draw(st.integers(1, 5))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 8)))
        middle = draw(st.one_of(st.text(SIGNS, max_size=3), st.just(text[begin:end] * 2)))
        text = text[:begin] + middle + text[end:]
    return text


@settings(deadline=None, max_examples=600)
@given(st.one_of(damaged(), st.text(SIGNS), st.text(SIGNS).map("blocks?".__add__)))
@example("blocks?press=" + "9" * 1900)
@example("blocks?blocks=" + "9" * 1900)
@example("blocks?tape=" + "1" * 1900)
def test_damage_is_noticed_or_harmless(text: str) -> None:
    try:
        (scene, found), message = decode(text), ""
    except UserError as error:
        (scene, found), message = ("", {}), str(error)
    assert message.isprintable()
    assert len(message) < 300
    if not message:
        assert settings_of(found) == found
        assert decode(encode(scene, found)) == (scene, found)
