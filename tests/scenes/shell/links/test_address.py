"""What an address asks for, whoever has been at it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scenes.exercises.catalogue import Dose
from scenes.shell.links.address import asked_by, left_out
from scenes.text.words import NO_BREAK, Words
from sim.blocks.parameters import PARAMETERS, settings_of
from sim.blocks.taped_joints import pattern, SIDES
from sim.catalogue import SCENES, with_model
from sim.parameter import UserError, Value
from sim.share import encode
from tests.scenes.shell.links.read import read


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
        ("blocks?press=60", {"press": 60.0}),
        ("  <BLOCKS?Press=60>. ", {"press": 60.0}),
        ("blocks", {}),
        ("scene=blocks&press=60", {"press": 60.0}),
        ("https://a.example/spine/?scene=blocks&amp;press=60&amp;lang=nl).", {"press": 60.0}),
        ("(https://a.example/?press=60&AMP;scene=blocks)", {"press": 60.0}),
        (
            "?scene=blocks&amp;amp;press=60&#38;push=2&#x26;tape=1",
            {"press": 60.0, "push": 2.0, "tape": "1"},
        ),
        ("?scene=%20blocks&press=%2060%20&push=+.5", {"press": 60.0, "push": 0.5}),
        ("?scene=blocks&tape=1,%202l", {"tape": "1,2l"}),
        ("?scene=blocks&press=60#top", {"press": 60.0}),
    ],
)
def test_what_it_means_is_understood(query: str, settings: dict[str, object]) -> None:
    asked = asked_by(query)
    assert asked.scene == ("blocks" if "blo" in query.lower() else "spine")
    assert asked.settings == settings
    assert [*asked.left_out] == (["fbclid=x"] if "fbclid" in query else [])


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
    assert next(iter(asked.left_out)).isprintable()


def test_what_is_said_twice_counts_once() -> None:
    asked = asked_by("?scene=blocks&push=1&push=2&paused=1&paused=0")
    assert asked.settings == {"push": 1.0}
    assert asked.showing == {"paused": True}
    assert [*asked.left_out] == ["push=2", "paused=0"]


@pytest.mark.parametrize("field", ["week=2", "step=0", "step=x", "step=99", "list=plank"])
def test_a_scene_without_a_model_has_no_settings(field: str) -> None:
    asked = asked_by(f"?scene=story&{field}")
    assert (asked.scene, asked.settings, [*asked.left_out]) == ("story", {}, [field])


def test_without_a_scene_there_is_nothing_to_set() -> None:
    asked = asked_by("?press=60&profile=projector")
    assert (asked.scene, asked.settings) == (None, {})
    assert asked.showing == {"profile": "projector"}
    assert [*asked.left_out] == ["press=60"]


def test_what_was_left_out_is_told_in_short() -> None:
    assert len(next(iter(asked_by("?" + "a" * 3000).left_out))) <= 40


@given(st.text(max_size=60))
def test_whatever_stands_there_it_is_only_read(text: str) -> None:
    for address in (text, f"?scene=blocks&{text}", f"?scene={text}", f"?text={text}"):
        asked = asked_by(address)
        assert all(one.isprintable() for one in asked.left_out)


def test_exercises_are_a_list_with_doses() -> None:
    asked = asked_by("?scene=exercises&list=Bridge,draw_in,bridge,&dose=bridge.3x10x8).")
    assert asked.showing == {"list": ("bridge", "draw_in"), "dose": {"bridge": Dose(3, 10, 8)}}
    assert asked.left_out == {}


@pytest.mark.parametrize(
    ("query", "left", "said"),
    [
        ("?scene=blocks&press=1000&utm_source=x", "press=1000, utm_source=x", "0 to 300\u00a0"),
        ("?scene=blocks&text=300", "text=300", "100 to 200\u00a0%"),
        ("?scene=blocks&profile=dark", "profile=dark", "default, projector, contrast"),
        ("?scene=blocks&shown=ghosts", "shown=ghosts", "none, forces, mode"),
        ("?scene=story&step=99", "step=99", "from 1 to 12"),
        ("?scene=bloks", "scene=bloks", "Do you mean blocks"),
        ("?scene=exercises&list=plank,plonk", "list=plonk", "Do you mean plank"),
        ("?scene=exercises&list=plank&dose=plank.9x1x1", "dose=plank.9x1x1", "(sets) can not be"),
        ("?scene=exercises&list=plank&dose=plank.9", "dose=plank.9", "plank.3x10x10"),
        ("?scene=exercises&list=plank&dose=bridge.1x1x1", "dose=bridge", "dose=bridge."),
        ("?scene=exercises&list=plank&name=Jan&note=x", "name=Jan, note=x", "note=x."),
    ],
)  # fmt: skip
def test_what_was_left_out_is_said_with_what_would_be_right(
    query: str, left: str, said: str
) -> None:
    sentence = left_out(Words("en"), asked_by(query))
    assert sentence.startswith(f"Not understood in the link, and left out: {left}.")
    assert said in sentence
    assert "{" not in left_out(Words("nl"), asked_by(query))


# -- share strings: what is written reads back exactly, and damage is noticed or harmless

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
    scene, found = read(text)
    assert scene == "blocks"
    assert found == values
    assert {name: type(value) for name, value in found.items()} == {
        name: type(value) for name, value in values.items()
    }
    assert set(text) <= WEB
    assert len(text) < 2000  # which browsers do not cut off
    assert encode(*read(text)) == text


@pytest.mark.parametrize("scene", with_model())
def test_every_scene_shares_its_defaults(scene: str) -> None:
    assert read(encode(scene, {})) == (scene, SCENES[scene].check({}))


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
@example("x" * 10**5)
def test_damage_is_noticed_or_harmless(text: str) -> None:
    asked = asked_by(text)
    said = left_out(Words("en"), asked)
    assert said.replace(NO_BREAK, " ").isprintable()
    assert len(said) < 1200
    if asked.scene is not None and asked.settings:
        try:
            found = SCENES[asked.scene].check(asked.settings)
        except UserError:  # each is right, but not all together
            return
        assert read(encode(asked.scene, found)) == (asked.scene, found)
