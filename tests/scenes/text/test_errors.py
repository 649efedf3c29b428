"""What is wrong with a line is said in the window, in the user's language."""

import errno
import re
from pathlib import Path

import pytest

from scenes.shell.links.address import Asked, asked_by
from scenes.shell.machine.platform import Platform
from scenes.text.errors import told
from scenes.text.words import table, Words
from sim.catalogue import LANGUAGES, SCENES
from sim.files import can_not_write
from sim.parameter import UserError
from tests.scenes.player import Player

SAID = {
    "blocks?press=1000": (
        "Hands press (press) can not be '1000'. It must be a number from 0 to 300\u00a0N.",
        "Handen drukken (press) kan niet '1000' zijn. "
        "Het moet een getal zijn van 0 tot en met 300\u00a0N.",
    ),
    "blocks?crown_curvature=x": ("from 0 to 33.3\u00a01/m", "van 0 tot en met 33,3\u00a01/m"),
    "blocks?blocks=3": ("a whole number from 4 to 9.", "een heel getal zijn van 4 tot en met 9."),
    "blocks?tape_stiffness=10,000": ("read in two ways", "op twee manieren"),
    "blocks?tape=x": ("a list of joints", "een lijst van voegen"),
    "blocks?tape=9": ("This stack has joints 1 to 6", "Deze stapel heeft voegen 1 tot en met 6"),
    "blocks?push_block=7": ("has blocks 1 to 5", "heeft blokjes 1 tot en met 5"),
    "spine?push_level=S1": ("one of these: L5, L4", "een van deze zijn: L5, L4"),
    "timing?onset=-1": ("from \u22120.1 to 0.2\u00a0s", "van \u22120,1 tot en met 0,2\u00a0s"),
    "corset?posture=sit": ("one of these: stand", "een van deze zijn: stand"),
    "recovery?week=99": ("It must be a whole number", "Het moet een heel getal zijn"),
    "bloks?press=1": ("Do you mean blocks?", "Bedoelt u blocks?"),
    "blocks?pres=1": ("Do you mean press", "Bedoelt u press"),
    "blocks?press=1&press=2": ("names 'press' twice", "'press' staat er twee keer in"),
    "exercises?list=plonk": ("Do you mean plank", "Bedoelt u plank"),
    "exercises?list=plank&dose=plank.3": ("plank.3x10x10", "plank.3x10x10"),
}


def refused(line: str) -> UserError:
    asked = asked_by(line)
    return next(filter(None, asked.left_out.values()), None) or _together(asked)


def _together(asked: Asked) -> UserError:
    with pytest.raises(UserError) as raised:
        SCENES[asked.scene or ""].check(asked.settings)
    return raised.value


@pytest.mark.parametrize("line", SAID, ids=[line[:30] for line in SAID])
def test_it_is_said_in_both_languages(line: str) -> None:
    error = refused(line)
    for language, expected in zip(("en", "nl"), SAID[line], strict=True):
        said = told(Words(language), error, line.partition("?")[0])
        assert expected in said
        assert "{" not in said


def test_every_sentence_is_there_for_an_error_of_the_program() -> None:
    keys = {key for key in table("en") if key.startswith("errors.")}
    used = {f"errors.{refused(line).key}" for line in SAID}
    rest = {f"errors.no_{what}" for what in ("pillow", "clip", "exercise", "fpdf2")}
    rest |= {"errors.share_form"}
    assert keys == used | rest | {"errors.can_not_write"}


def test_reasons_are_those_of_the_system() -> None:
    reasons = [key.removeprefix("reasons.") for key in table("en") if key.startswith("reasons.")]
    assert len(reasons) >= 8
    for name in reasons:
        error = can_not_write(Path("x"), OSError(getattr(errno, name.upper()), "as it comes"))
        for language in LANGUAGES:
            said = told(Words(language), error)
            assert table(language)[f"reasons.{name}"] in said
            assert "as it comes" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_names_parameter_range_and_unit(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Platform, "paste", lambda self, use: use("blocks?press=1000"))
    player = Player(language=language)
    player.app.exchange.load("blocks?press=1000")
    dialog = player.app.dialog
    assert dialog is not None
    said = " ".join(child.describe() for child in dialog.body.children)
    for part in ("(press)", "'1000'", "0", "300\u00a0N", player.app.words("blocks.press")):
        assert re.search(re.escape(part), said), part
    assert player.app.words("share.left_out", what="press=1000") in said


def test_an_error_without_a_key_is_said_as_it_is() -> None:
    assert told(Words("nl"), UserError("a sentence")) == "a sentence"
