"""What every declared parameter has to be; numbers as people type them, and what errors say."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.catalogue import SCENES, with_model
from sim.parameter import nearest, number_from, ParameterError, TwoWaysError, UserError
from tests.sim.blocks.stacks import DEFAULTS
from tests.terminal import report, SHORT


def test_every_default_is_valid_and_changes_nothing() -> None:
    for parameter in (p for scene in with_model() for p in SCENES[scene].model.parameters):
        assert parameter.check(parameter.default) == parameter.default
        if not parameter.canonical:
            assert parameter.low <= float(parameter.default) <= parameter.high
            assert parameter.step > 0
    settings = [f"--set={name}={value}" for name, value in DEFAULTS.items()]
    assert report(*SHORT, *settings) == report(*SHORT)


@pytest.mark.parametrize(
    ("text", "number"),
    [("0,5", 0.5), ("12,5", 12.5), ("-0,05", -0.05), (",5", 0.5), ("0,250", 0.25), ("1,2e2", 120)],
)
def test_a_comma_may_stand_before_decimals(text: str, number: float) -> None:
    assert number_from(text) == number_from(f" {text} ") == number


@pytest.mark.parametrize("text", ["1,250", "12,000", "-100,500", " 1,000 "])
def test_what_may_be_thousands_is_not_guessed(text: str) -> None:
    with pytest.raises(TwoWaysError):
        number_from(text)


@pytest.mark.parametrize("text", ["1,2,3", "1.000,5", "1,000.5", ",", "x,5", "1, 5"])
def test_any_other_comma_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="could not convert"):
        number_from(text)


@given(st.floats(allow_nan=False))
def test_a_comma_means_what_a_point_means(number: float) -> None:
    text = repr(number)
    try:
        assert number_from(text.replace(".", ",")) == number
    except TwoWaysError:
        assert len(text.partition(".")[2]) == 3


@pytest.mark.parametrize("scene", with_model())
def test_every_parameter_takes_a_comma_and_tells_its_range_and_unit(scene: str) -> None:
    for parameter in SCENES[scene].parameters:
        if parameter.canonical:
            continue
        text = f"{float(parameter.default):.2f}"
        assert parameter.check(text.replace(".", ",")) == parameter.check(text)
        with pytest.raises(ParameterError) as raised:
            parameter.check(f"{parameter.high + 1:.1f}".replace(".", ","))
        said = str(raised.value)
        assert parameter.name in said
        assert f"from {parameter.low:g} to {parameter.high:g}" in said
        assert parameter.unit in said
        assert raised.value.places["unit"] == parameter.unit


@pytest.mark.parametrize("name", ["", "zzz", "Taped", "x" * 9999, "\ud800"])
def test_an_unknown_name_gets_three_at_most(name: str) -> None:
    valid = ["taped", "untaped", *(f"number_{number}" for number in range(40))]
    error = nearest("preset", name, valid)
    assert 1 <= len(str(error.places["names"]).split(", ")) <= 3
    assert len(str(error)) < 200
    if name == "Taped":
        assert error.places["names"] == "taped, untaped"


def test_an_error_reaches_another_process_whole() -> None:
    error = UserError("what is wrong", "key", low=1)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.key, again.places) == ("what is wrong", "key", {"low": 1})
