"""What the program does in a page, with a stand-in for the page."""

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes import saving
from scenes.exercises.scene import ExercisesScene
from scenes.preferences import Preferences
from scenes.text import words
from scenes.web import browser
from scenes.web.address import query_of, shared_in
from scenes.web.browser import Program
from scenes.widgets.dialog import Dialog
from scenes.widgets.rich_text import RichText
from sim.catalogue import LANGUAGES
from sim.share import decode


class FakePage:
    """A page that writes down what it is asked to do."""

    def __init__(self, query: str = "", kept: str = "") -> None:
        self.language, self.query, self.text = "en", query, kept
        self.asked: list[float] = [0, 0, 1]
        self.address = "http://example.org/spine/"
        self.pictures = 0
        self.said: list[str] = []
        self.saved: dict[str, bytes] = {}
        self.links: list[str] = []
        self.heard: list[tuple[int, str, str]] = []
        self.kept_awake: list[bool] = []
        self.clipboard: str | None = None
        self.may_copy = True
        self.program: Program | None = None

    def size(self) -> list[float]:
        return [1280, 720, 1.0]

    async def frame(self) -> float:
        await asyncio.sleep(0)
        self.pictures -= 1
        if self.pictures <= 0 and self.program:
            self.program.app.running = False
        return 0.1

    def say(self, text: str, language: str) -> None:
        self.said += text.split("\n")

    def link(self, query: str) -> None:
        self.links.append(query)

    def wishes(self) -> list[float]:
        return self.asked

    def kept(self) -> str:
        return self.text

    def keep(self, text: str) -> None:
        self.text = text

    def save(self, name: str, kind: str, data: bytes) -> None:
        self.saved[name] = data

    async def copy(self, text: str) -> bool:
        await asyncio.sleep(0)
        if self.may_copy:
            self.clipboard = text
        return self.may_copy

    async def paste(self) -> str | None:
        return self.clipboard

    def fullscreen(self) -> None:
        self.said.append("fullscreen")

    def play(self, tones: Iterable[Iterable[float]], text: str, language: str) -> None:
        self.heard.append((len([*tones]), text, language))

    def awake(self, wanted: bool) -> None:
        self.kept_awake.append(wanted)

    def record(self, name: str, width: int, height: int, rate: float, frame: object) -> bool:
        assert callable(frame)
        self.saved[name] = b"".join(iter(frame, None))
        return True


@pytest.fixture(autouse=True)
def _as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder and the words of a page are for these tests alone."""
    monkeypatch.setattr(browser, "FILES", tmp_path)
    monkeypatch.setattr(browser, "KEPT", tmp_path.with_name("kept"))
    for name in (saving.FOLDER, "SDL_EMSCRIPTEN_KEYBOARD_ELEMENT"):
        monkeypatch.setenv(name, str(tmp_path))
    yield
    words.table.cache_clear()


def begin(page: FakePage) -> Program:
    page.program = Program(page)
    go_on(page)
    return page.program


def go_on(page: FakePage, pictures: int = 12) -> None:
    assert page.program
    page.pictures = pictures
    page.program.app.running = True
    asyncio.run(page.program.run())


def key(page: FakePage, name: int, modifier: int = 0) -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.event.Event(kind, key=name, mod=modifier, unicode=""))
    go_on(page)


def test_a_query_and_a_share_string_say_the_same() -> None:
    assert shared_in("?scene=spine&multifidus=0.3&lang=nl") == "spine?multifidus=0.3"
    assert shared_in("http://example.org/?lang=nl&scene=blocks") == "blocks?"
    assert shared_in("?lang=nl") is None
    assert shared_in("blocks?press=100") is None
    assert (
        query_of("blocks?press=100&tape=1,2l", "nl") == "?scene=blocks&press=100&tape=1,2l&lang=nl"
    )
    assert query_of("exercises", "en") == "?scene=exercises&lang=en"


def test_a_link_opens_its_scene_and_the_address_follows_the_settings() -> None:
    page = FakePage("?scene=blocks&press=120&lang=en")
    program = begin(page)
    assert program.app.experiment.model.settings["press"] == 120
    assert "press=120" in page.links[-1]
    key(page, pygame.K_t)
    assert "tape=all" in page.links[-1]
    shared = shared_in(program.app.exchange.shared())
    assert shared is not None
    assert decode(shared)[1] == program.app.experiment.model.settings


@pytest.mark.parametrize("language", LANGUAGES)
def test_scenes_without_a_model_are_said_and_linked(language: str) -> None:
    page = FakePage(f"?scene=exercises&lang={language}")
    page.language = language
    program = begin(page)
    exercises, text = program.app.tab, program.app.words
    assert isinstance(exercises, ExercisesScene)
    assert page.links[-1] == f"?scene=exercises&lang={language}"
    assert any(text("exercises_say.find") in said for said in page.said)
    exercises.open("plank")
    go_on(page)
    assert text("exercise.plank") in page.said
    exercises.start()
    go_on(page)
    assert text("exercises.prepare") in page.said
    program.app.choose("story")
    go_on(page)
    assert page.links[-1] == f"?scene=story&lang={language}"
    assert any(text("story_say.guess") in said for said in page.said)


ODD = ["http://[", "http://[::1/", "//\u2100", "%5B", "blocks%00", "\ud800", "blocks?x", "a" * 3000]


@pytest.mark.parametrize(
    "query",
    [
        "?scene=blocks&press=1000",
        "?scene=nothing",
        "?scene=blocks&x",
        "?scene=blocks&press=%ff",
        "?scene=",
        *(f"?scene={odd}" for odd in ODD),
        *(f"?scene=blocks&press={odd}" for odd in ODD),
    ],
)
def test_a_link_that_is_not_right_is_told(query: str) -> None:
    page = FakePage(query)
    assert isinstance(begin(page).app.group.modal, Dialog)
    assert any("not right" in text for text in page.said)


@pytest.mark.parametrize("odd", [*ODD, *(f"?scene={odd}" for odd in ODD), "\0", "[", "#", "?" * 50])
def test_whatever_is_pasted_is_told(odd: str) -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    key(page, pygame.K_c)
    dialog = program.app.group.modal
    assert isinstance(dialog, Dialog)
    page.clipboard = odd

    async def pasted() -> None:
        dialog.actions[0].activate()
        await asyncio.sleep(0.01)

    asyncio.run(pasted())
    assert program.app.dialog not in (None, dialog)
    assert any("not right" in text for text in said_by(program))


def said_by(program: Program) -> list[str]:
    assert program.app.dialog
    program.app.frame(0.0)
    return texts(program.app.dialog)


@given(st.text(max_size=60))
def test_any_address_can_be_read(address: str) -> None:
    for text in (address, f"?scene={address}", f"http://[{address}"):
        found = shared_in(text)
        assert found is None or "?" in found


def test_without_a_scene_it_begins_with_the_start_screen_and_no_link() -> None:
    page = FakePage("?lang=en")
    program = begin(page)
    assert program.app.scene is program.app.start_screen
    assert page.links == []
    assert any("What keeps a stack upright" in text for text in page.said)


def test_what_happens_and_what_changes_is_said_once() -> None:
    page = FakePage("?scene=blocks")
    begin(page)
    key(page, pygame.K_p)
    go_on(page, 40)
    assert sum("has fallen" in text for text in page.said) == 1
    key(page, pygame.K_s)
    go_on(page, 40)
    key(page, pygame.K_EQUALS)
    assert any(text.startswith("Hands press: ") for text in page.said)
    before = len(page.said)
    go_on(page, 40)
    assert page.said[before:] == []


def test_tab_goes_in_through_all_controls_and_out() -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    group = program.app.group
    program.enters(backwards=False)
    stops = group.stops()
    assert group.focus is stops[0]
    for stop in stops[1:]:
        assert not program.leaves(backwards=False)
        group.focus_next()
        assert group.focus is stop
    assert program.leaves(backwards=False)
    assert group.focus is None
    assert program.leaves(backwards=True)
    program.enters(backwards=True)
    assert group.focus is stops[-1]
    key(page, pygame.K_F1)
    assert not program.leaves(backwards=False)


def test_pictures_and_clips_are_downloads() -> None:
    page = FakePage("?scene=blocks")
    begin(page)
    key(page, pygame.K_F12)
    ((name, data),) = page.saved.items()
    assert name.endswith(".png")
    assert data.startswith(b"\x89PNG")
    assert any("downloads" in text for text in page.said)
    key(page, pygame.K_ESCAPE)
    page.saved.clear()
    key(page, pygame.K_g)
    ((name, data),) = page.saved.items()
    assert name.endswith(".webm")
    assert len(data) == 45 * 640 * 480 * 4


def test_how_it_looks_is_kept_by_the_page() -> None:
    page = FakePage()
    begin(page)
    key(page, pygame.K_F9)
    assert page.text == 'profile = "projector"\n'
    assert begin(FakePage(kept=page.text)).app.preferences.profile == "projector"


def test_another_tab_keeps_what_it_has_changed() -> None:
    page = FakePage()
    begin(page)
    page.text = "zoom = 1.5\n"  # as another tab keeps it meanwhile
    key(page, pygame.K_F9)
    assert page.text == 'profile = "projector"\nzoom = 1.5\n'


@pytest.mark.parametrize(
    "kept", ["\ud800", 'language = "\udfff"', "zoom = 7", "x" * 20_000, "[" * 9000, "\0", "profile"]
)
def test_damaged_preferences_are_mended_without_a_word(kept: str) -> None:
    page = FakePage(kept=kept)
    program = begin(page)
    assert program.app.preferences == Preferences("en")
    assert program.app.dialog is None
    assert page.saved == {}
    assert page.text == ""
    key(page, pygame.K_F9)
    assert page.text == 'profile = "projector"\n'


def test_what_the_visitors_system_wishes_is_followed_until_they_choose() -> None:
    page = FakePage()
    page.asked = [1, 1, 1.24]
    begun = begin(page).app.preferences
    assert (begun.reduced_motion, begun.profile, begun.zoom) == (True, "contrast", 1.2)
    assert page.text == ""
    key(page, pygame.K_F9)
    begun = begin(page).app.preferences
    assert (begun.reduced_motion, begun.profile, begun.zoom) == (True, "default", 1.2)
    for odd in (0.5, 0, float("nan"), 40.0):
        page.asked = [0, 0, odd]
        assert 1 <= begin(page).app.preferences.zoom <= 2


def texts(dialog: Dialog) -> list[str]:
    return [widget.text for widget in dialog.body.children if isinstance(widget, RichText)]


def test_the_clipboard_takes_and_gives_links() -> None:
    page = FakePage("?scene=blocks&press=120")
    program = begin(page)
    key(page, pygame.K_c)
    dialog = program.app.group.modal
    assert isinstance(dialog, Dialog)
    paste, copy = dialog.actions
    copied, refused = (program.app.words(f"share.{k}") for k in ("copied", "no_clipboard"))

    async def copying() -> None:
        copy.activate()
        assert not {copied, refused} & set(texts(dialog))  # it is not known yet
        await asyncio.sleep(0.01)

    page.may_copy = False
    asyncio.run(copying())
    assert refused in texts(dialog)
    page.may_copy = True
    asyncio.run(copying())
    assert copied in texts(dialog)
    assert page.clipboard is not None
    assert page.clipboard.startswith("http://example.org/spine/?scene=blocks&")
    page.clipboard = "http://example.org/?scene=spine&push=9"

    async def pasted() -> None:
        paste.activate()
        await asyncio.sleep(0.01)

    asyncio.run(pasted())
    assert program.app.scene.name == "spine"
    assert program.app.experiment.model.settings["push"] == 9


def test_what_there_is_not_in_a_page_is_no_action() -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    assert "quit" not in program.app.actions()
    key(page, pygame.K_F1)
    assert program.app.dialog
    program.app.dialog.choose(1)
    keys = "\n".join(texts(program.app.dialog))
    assert "- **F1**" in keys
    assert "Ctrl+Tab" not in keys
    assert "Ctrl+Q" not in keys
    key(page, pygame.K_ESCAPE)
    key(page, pygame.K_F11)
    assert "fullscreen" in page.said


def test_another_size_is_taken_up() -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    program.resize(1000, 700, 1.0)
    go_on(page)
    assert program.app.surface.get_size() == (1000, 700)
    assert program.app.header.info.rect.right < 1000


def test_on_a_dense_screen_nothing_gets_smaller() -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    side = program.app.header.help.rect.height
    program.resize(1800, 1200, 2.0)
    go_on(page)
    assert program.app.header.help.rect.height == 2 * side
    program.resize(800, 480, 3.0)  # without room it does
    go_on(page)
    assert program.app.look.scale == pytest.approx(800 / 560)


def test_a_count_is_heard_and_keeps_the_screen_on() -> None:
    page = FakePage()
    program = Program(page)
    app = program.app
    app.choose("exercises")
    scene: Any = app.tab
    scene.toggle("bridge")
    scene.begin()
    for _ in range(30):
        app.frame(0.2)
    assert page.heard == []  # off at first
    assert page.kept_awake == [True]
    scene.page.sounds.activate()
    for _ in range(90):
        app.frame(0.2)
    said = [text for _, text, _ in page.heard]
    assert {language for _, _, language in page.heard} == {"en"}
    assert "Breathe in." in said
    assert {"2", "3", "4"} <= {*said}
    assert all((tones > 0) != text.isdigit() for tones, text, _ in page.heard)
    app.home()
    app.frame(0.2)
    assert page.kept_awake == [True, False]
    assert "sounds = true" in page.text
