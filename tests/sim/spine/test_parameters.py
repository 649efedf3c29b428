"""The spine's parameters."""

import pytest

from sim.parameter import ParameterError
from sim.spine.parameters import settings_of


def test_linked_muscles_set_two_and_the_later_counts() -> None:
    both = settings_of({"long_muscles": 0.7, "deep_muscles": 0.3})
    assert both["erector_spinae"] == both["abdominals"] == 0.7
    assert both["multifidus"] == both["transversus"] == 0.3
    mixed = settings_of({"long_muscles": 0.7, "abdominals": 0.1})
    assert (mixed["erector_spinae"], mixed["abdominals"]) == (0.7, 0.1)
    assert settings_of({"abdominals": 0.1, "long_muscles": 0.7})["abdominals"] == 0.7
    assert "long_muscles" not in both


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"multifidus": 1.2}, "a number from 0 to 1"),
        ({"long_muscles": -0.1}, "long_muscles"),
        ({"push_level": "L6"}, "one of L5, L4, L3, L2, L1, thorax"),
        ({"hand_load": 25}, "from 0 to 20 kg"),
        ({"multifidis": 1}, "did you mean multifidus"),
    ],
)
def test_bad_values_are_answered_with_the_valid_ones(values: dict[str, object], says: str) -> None:
    with pytest.raises(ParameterError, match=says.replace("(", r"\(")):
        settings_of(values)
