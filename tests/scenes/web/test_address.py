"""What an address asks for, whoever has been at it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.web.address import asked_by, query_of, shared_in


def test_a_query_and_a_share_string_say_the_same() -> None:
    assert shared_in("?scene=spine&multifidus=0.3&lang=nl") == "spine?multifidus=0.3"
    assert shared_in("http://example.org/?lang=nl&scene=blocks") == "blocks?"
    assert shared_in("?lang=nl") is None
    assert shared_in("blocks?press=100") is None
    assert (
        query_of("blocks?press=100&tape=1,2l", "nl") == "?scene=blocks&press=100&tape=1,2l&lang=nl"
    )
    assert query_of("exercises", "en") == "?scene=exercises&lang=en"


@given(st.text(max_size=60))
def test_any_address_can_be_read(address: str) -> None:
    for text in (address, f"?scene={address}", f"http://[{address}"):
        found = shared_in(text)
        assert found is None or "?" in found


@pytest.mark.parametrize(
    ("query", "settings"),
    [
        ("?scene=spine&multifidus=0.3", {"multifidus": 0.3}),
        ("?scene=spine&multifidus=0,3&fbclid=x", {"multifidus": 0.3}),
        ("?scene=spine/&multifidus=0.3/", {"multifidus": 0.3}),
        ("?SCENE=Spine&Multifidus=0.3", {"multifidus": 0.3}),
        ("?multifidus=0.3&scene=spine", {"multifidus": 0.3}),
        ("?scene=blocks&tape=ALL", {"tape": "all"}),
        ("?scene=blocks&tape=1%2C2l", {"tape": "1,2l"}),
        ("?scene=blo\r\ncks&press=6\n0", {"press": 60.0}),
    ],
)
def test_what_it_means_is_understood(query: str, settings: dict[str, object]) -> None:
    asked = asked_by(query)
    assert asked.scene == ("blocks" if "blo" in query else "spine")
    assert asked.settings == settings
    assert asked.left_out == (["fbclid=x"] if "fbclid" in query else [])


def test_how_it_is_shown_is_understood() -> None:
    query = "?scene=blocks&profile=Contrast&text=150%25&slow=4&paused&shown=forces,mode&lang=NL"
    assert asked_by(query).showing == {
        "profile": "contrast",
        "text": 1.5,
        "slow": 0.25,
        "paused": True,
        "shown": {"forces", "mode"},
        "lang": "nl",
    }
    assert asked_by("?scene=story&step=3&lesson=1").showing == {"step": 3, "lesson": True}
    assert asked_by("?scene=blocks&shown=none&paused=0").showing == {
        "shown": frozenset(),
        "paused": False,
    }


@pytest.mark.parametrize(
    "field",
    [
        "utm_source=mail",
        "press=1000", "press=much", "press=nan", "x", "multifidus=0.3", "lang=fr",
        "profile=dark", "text=300", "text=big", "slow=3", "slow=0", "paused=maybe", "shown=nothing",
        "step=1", "lesson=perhaps", "scene=spine", "=", "press=%ff", "press=\ud800",
    ],
)  # fmt: skip
def test_what_it_does_not_mean_is_left_out_and_the_rest_is_taken(field: str) -> None:
    asked = asked_by(f"?scene=blocks&{field}&push=2")
    assert (asked.scene, asked.settings) == ("blocks", {"push": 2.0})
    assert len(asked.left_out) == 1
    assert asked.left_out[0].isprintable()


def test_what_is_said_twice_counts_once() -> None:
    asked = asked_by("?scene=blocks&push=1&push=2&paused=1&paused=0")
    assert asked.settings == {"push": 1.0}
    assert asked.showing == {"paused": True}
    assert asked.left_out == ["push=2", "paused=0"]


@pytest.mark.parametrize("field", ["week=2", "step=0", "step=x"])
def test_a_scene_without_a_model_has_no_settings(field: str) -> None:
    asked = asked_by(f"?scene=story&{field}")
    assert (asked.scene, asked.settings, asked.left_out) == ("story", {}, [field])


def test_without_a_scene_there_is_nothing_to_set() -> None:
    asked = asked_by("?press=60&profile=projector")
    assert (asked.scene, asked.settings) == (None, {})
    assert asked.showing == {"profile": "projector"}
    assert asked.left_out == ["press=60"]


def test_what_was_left_out_is_told_in_short() -> None:
    assert len(asked_by("?" + "a" * 3000).left_out[0]) <= 40


@given(st.text(max_size=60))
def test_whatever_stands_there_it_is_only_read(text: str) -> None:
    for address in (text, f"?scene=blocks&{text}", f"?scene={text}", f"?text={text}"):
        asked = asked_by(address)
        assert all(one.isprintable() for one in asked.left_out)
