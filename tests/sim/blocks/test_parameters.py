"""The block stack's parameters: each can be set to both ends, and nothing beyond gets in."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sim.blocks.parameters import PARAMETERS
from sim.parameter import Parameter
from tests.sim.blocks.stacks import DEFAULTS
from tests.terminal import call, complaint, one_line, report, SHORT, strict


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_every_parameter_can_be_set_to_both_ends_of_its_range(parameter: Parameter) -> None:
    ends = ("none", "all") if parameter.canonical else (parameter.low, parameter.high)
    for end in ends:
        settings = [f"--set={parameter.name}={end}"]
        if parameter.name == "push_block":
            settings.append("--set=blocks=9")
        assert report(*SHORT, *settings)["parameters"][parameter.name] == end


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("pres=5", "unknown parameter 'pres': did you mean press"),
        ("push_tme=5", "push_time"),
        ("=5", "'=5' is not of the form name=value"),
        ("press", "'press' is not of the form name=value"),
        ("", "'' is not of the form name=value"),
        ("press=301", "press can not be '301': it must be a number from 0 to 300 N"),
        ("press=-1", "a number from 0 to 300 N"),
        ("press=nan", "a number from 0 to 300 N"),
        ("press=inf", "a number from 0 to 300 N"),
        ("press=-inf", "a number from 0 to 300 N"),
        ("press=", "press can not be ''"),
        ("press=1e999", "a number from 0 to 300 N"),
        ("press=" + "9" * 5000, "a number from 0 to 300 N"),
        ("press=60 N", "a number from 0 to 300 N"),
        ("press=60,5,5", "a number from 0 to 300 N"),
        ("press=1,250", "from 0 to 300 N; a comma before three digits can be read in two ways"),
        ("press=1.000,5", "a number from 0 to 300 N"),
        ("blocks=5,5", "a whole number from 4 to 9"),
        ("press=0x10", "a number from 0 to 300 N"),
        ("press=six\nty", "press can not be 'six\\nty'"),
        ("push_time=0", "a number from 0.02 to 1 s"),
        ("crown_curvature=40", "a number from 0 to 33.3 1/m"),
        ("tape_stiffness=100", "a number from 500 to 30000 N/m"),
        ("friction=0", "a number from 0.2 to 1.2"),
        ("blocks=3", "a whole number from 4 to 9"),
        ("blocks=4.5", "a whole number from 4 to 9"),
        ("blocks=inf", "a whole number from 4 to 9"),
        ("push_block=6", "a stack of 5 has blocks 1 to 5"),
        ("tape=", "all, none, or joints with an optional side"),
        ("tape=1,,2", "all, none, or joints with an optional side"),
        ("tape=1x", "all, none, or joints with an optional side"),
        ("tape=0", "all, none, or joints with an optional side"),
        ("tape=both", "all, none, or joints with an optional side"),
        ("tape=1 2", "all, none, or joints with an optional side"),
        ("tape=7", "tape can not be '7': a stack of 5 has joints 1 to 6"),
        ("tape=99", "tape can not be '99'"),
    ],
)
def test_a_bad_setting_is_refused(setting: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "never.csv"
    assert said in complaint(*SHORT, f"--set={setting}", "--csv", str(path))
    assert list(tmp_path.iterdir()) == []


def numbers() -> st.SearchStrategy[str]:
    """Numbers as text: of any kind, and such as are often valid."""
    return st.one_of(
        st.floats().map(str),
        st.integers().map(str),
        st.integers(0, 10).map(str),
        st.floats(0, 300).map("{:g}".format),
    )


def values() -> st.SearchStrategy[str]:
    """Numbers, tape patterns and plain nonsense."""
    strips = st.lists(st.from_regex(r"[0-9]{1,2}[lrx]?", fullmatch=True), max_size=5)
    return st.one_of(numbers(), strips.map(",".join), st.sampled_from(["all", "none"]), st.text())


def texts() -> st.SearchStrategy[str]:
    """What may follow --set: mostly name=value, sometimes anything."""
    names = st.one_of(st.sampled_from(list(DEFAULTS)), st.text(max_size=20))
    pairs = st.tuples(names, values()).map("=".join)
    valid = st.sampled_from([f"{name}={value}" for name, value in DEFAULTS.items()])
    return st.one_of(pairs, pairs, valid, st.text())


@given(st.lists(texts(), max_size=4))
@example(["press=0", "push=50", "push_time=1", "crown_curvature=33.3", "friction=1.2"])
@example(["blocks=9", "tape=10l", "press=300", "tape_stiffness=30000"])
@example(["press=\u2028", "\x85=1"])
@hypothesis_settings(max_examples=100, deadline=None)
def test_any_settings_give_a_report_or_one_line(settings: list[str]) -> None:
    outcome = call(*SHORT, "--json", *(f"--set={text}" for text in settings))
    if outcome.code == 0:
        assert outcome.err == ""
        assert strict(outcome.out)["scene"] == "blocks"
    else:
        assert outcome.code == 2
        assert outcome.out == ""
        one_line(outcome.err)
