"""Both languages say the same things, kindly, and numbers in their own way."""

import re
import string
from pathlib import Path

import pygame
import pytest

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import DEFAULT
from scenes.shell.dialogs import INFO
from scenes.text import words as words_module
from scenes.text.words import MINUS, PLAIN, system_language, table, Words
from scenes.widgets.typing.typed_letters import has_letter
from sim.catalogue import LANGUAGES, SCENES
from sim.parameter import UserError
from tests.scenes.player import Player
from tests.scenes.text.avoided import AVOID


def test_numbers_are_written_in_the_language() -> None:
    player = Player(push=0.3)
    assert player.scene.panel.sliders["push"].text(0.3) == "0,3\N{NO-BREAK SPACE}N"
    player.key(pygame.K_l)
    assert player.scene.panel.sliders["push"].text(0.3) == "0.3\N{NO-BREAK SPACE}N"


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_tables_have_equal_keys_and_places() -> None:
    dutch, english = table("nl"), table("en")
    assert dutch.keys() == english.keys()
    for key, text in dutch.items():
        assert places(text) == places(english[key]), key


def test_every_state_has_words_in_a_long_and_a_short_form() -> None:
    groups: dict[str, set[str]] = {}
    for key in table("nl"):
        group, _, name = key.partition(".")
        groups.setdefault(group, set()).add(name)
    for scene in SCENES:
        assert groups[f"{scene}_say"] == groups[f"{scene}_say_short"]
        assert "by_hand" in groups[scene]
        assert scene in groups["app"]
        assert {f"{scene}_{part}" for part in INFO} <= groups["info"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_frightens(language: str) -> None:
    for key, text in table(language).items():
        for word in AVOID[language].split():
            assert not re.search(rf"\b{word}", text.lower()), key


def test_emphasis_is_written_as_it_is_read() -> None:
    for language in LANGUAGES:
        for key, text in table(language).items():
            assert "*" not in text.replace("**", ""), key


def test_every_glyph_is_in_the_font() -> None:
    pygame.font.init()
    text = "".join(text for language in LANGUAGES for text in table(language).values())
    letters = sorted((set(text) | set(f"0123456789.,+-{MINUS}\N{NO-BREAK SPACE}×")) - {"\n"})
    for weight in (REGULAR, SEMIBOLD):
        font = Look(DEFAULT).font(20, weight)
        assert not has_letter(font, "漢")
        assert [letter for letter in letters if not has_letter(font, letter)] == []


def test_names_from_all_over_europe_can_be_written() -> None:
    pygame.font.init()
    letters = "ÀÉÎÕÜßæøåĀčďęğŁńőřŞťůŵźž"
    for weight in (REGULAR, SEMIBOLD):
        font = Look(DEFAULT).font(20, weight)
        assert [letter for letter in letters if not has_letter(font, letter)] == []


def test_numbers() -> None:
    dutch, english = Words("nl"), Words("en")
    assert dutch.number(-1.25, 2) == f"{MINUS}1,25"
    assert english.number(1234.5, 1) == "1234.5"
    assert english.number(-0.001, 1) == "0.0"
    assert dutch.quantity(0.3, "N") == "0,3\N{NO-BREAK SPACE}N"
    assert dutch.quantity(2.0, "N") == "2\N{NO-BREAK SPACE}N"
    assert english.quantity(150.4, "N") == "150\N{NO-BREAK SPACE}N"


@pytest.mark.parametrize(
    ("preferred", "expected"),
    [
        ([{"language": "nl", "country": "BE"}], "nl"),
        ([{"language": "fr", "country": "BE"}, {"language": "nl", "country": "BE"}], "nl"),
        ([{"language": "en", "country": "GB"}, {"language": "nl", "country": "NL"}], "en"),
        ([{"language": "de", "country": "DE"}], "en"),
        ([], "en"),
    ],
)
def test_the_first_start_is_in_the_language_of_the_system(
    preferred: list[dict[str, str]], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.system, "get_pref_locales", lambda: preferred)
    assert system_language() == expected


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("[app]", "[app", "Expected ']' at the end of a table declaration (at line 1"),
        ("[app]", "app = 1\n[x]", "in line 1: 'app' is not a group of texts"),
        ('\nsaved = "', '\nsaved = 1 # "', "in line 2: 'saved' is not a text"),
        ("\nsaved =", "\nsavd =", ": 'app.saved' is missing"),
        ("{name}", "{nam}", "in line 2: the places in 'app.saved' are not name"),
        ("{name}", "{name", "in line 2: the places in 'app.saved' are not name"),
    ],
)
def test_a_damaged_text_is_one_sentence_with_its_line(
    old: str, new: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[app]\nsaved = "Saved as {name}."\n'
    (tmp_path / "en.toml").write_text(text.replace(old, new, 1))
    monkeypatch.setattr(words_module, "TEXT", tmp_path)
    words_module.table.cache_clear()
    try:
        with pytest.raises(UserError) as error:
            Words("en")("app.saved", name="x")
    finally:
        words_module.table.cache_clear()
    assert str(error.value).startswith("'en.toml' is damaged")
    assert why in str(error.value)


def test_patients_read_plainer_words_for_what_is_there() -> None:
    for language in LANGUAGES:
        texts = table(language)
        plain = {key: text for key, text in texts.items() if key.startswith(PLAIN)}
        assert plain
        for key, text in plain.items():
            instead = texts[key.removeprefix(PLAIN)]
            assert text != instead
            assert places(text) <= places(instead), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_patients_meet_no_word_of_the_trade(language: str) -> None:
    """In what the scenes say and label; sources and notes for who teaches may have them."""
    trade = {
        "nl": r"reserve\b|^stap$|neutrale|L\d/|T12|MPa|per begin\b|startmoment",
        "en": r"reserve\b|^step$|neutral zone|L\d/|T12|MPa|onset$",
    }[language]
    words = Words(language)
    groups = [*SCENES, *(f"{scene}_say" for scene in SCENES), "game", "app"]
    own = "steps", "step_1", "skip_step", "step_seen"  # those of the story and the lesson
    for key in table(language):
        group, _, name = key.partition(".")
        if group in groups and name not in own:
            assert not re.search(trade, words(key), re.IGNORECASE), key


def test_who_teaches_reads_the_terms_and_papers_units() -> None:
    patient, teacher = Words("nl"), Words("nl", teaching=True)
    assert patient("app.reserve") != teacher("app.reserve") == "Reserve"
    assert teacher.pressure(4.6e5) == "0,46\N{NO-BREAK SPACE}MPa"
    assert patient.pressure(4.6e5) == "4,6\N{NO-BREAK SPACE}bar"


def test_the_door_decides_which_words_are_read() -> None:
    player = Player()
    player.app.enter("teach")
    player.app.choose("blocks")
    assert player.scene.words.teaching
    assert player.scene.panel.gauge.describe().startswith("Reserve")
    player.app.language()
    assert player.scene.words.teaching
    player.app.enter("try")
    assert not player.scene.words.teaching
