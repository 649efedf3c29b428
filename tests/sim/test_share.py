"""What is written as a share string; `tests/scenes/shell/links` reads it back."""

import pytest

from sim.blocks.parameters import settings_of
from sim.parameter import ParameterError
from sim.share import encode, link_to

DEFAULTS = settings_of({})


def test_it_names_every_parameter_and_can_be_read() -> None:
    text = encode("blocks", {"press": 100, "tape": "1,2l"})
    assert text.startswith("blocks?blocks=5&press=100&push=2&")
    assert "&tape=1,2l&" in text
    for name in DEFAULTS:
        assert f"{name}=" in text


def test_settings_that_are_not_valid_are_not_shared() -> None:
    with pytest.raises(ParameterError, match="from 0 to 300 N"):
        encode("blocks", {"press": 301})
    with pytest.raises(ParameterError, match="unknown scene"):
        encode("brick", {})


def test_a_link_says_scene_settings_how_it_is_shown_and_language() -> None:
    page = "https://a.example/"
    assert link_to(page, "blocks?press=100&tape=1,2l", "nl") == (
        f"{page}?scene=blocks&press=100&tape=1,2l&lang=nl"
    )
    assert link_to("", "exercises", "en", {"list": "a,b"}) == "?scene=exercises&list=a,b&lang=en"
    assert link_to("", "", "en", {"text": "a&b"}) == "?text=a%26b&lang=en"
