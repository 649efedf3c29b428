"""What the program does in a page, with a stand-in for the page."""

import asyncio
from typing import Any

import pygame
import pytest

from scenes.exercises.scene import ExercisesScene
from scenes.preferences import Preferences
from scenes.story.scene import StoryScene
from scenes.web.browser import Program
from scenes.widgets.dialog import Dialog
from scenes.widgets.rich_text import RichText
from sim.catalogue import LANGUAGES
from tests.scenes.shell.links.read import read
from tests.scenes.web.fake_page import begin, FakePage, go_on, key

ODD = ["http://[", "http://[::1/", "//\u2100", "%5B", "blocks%00", "\ud800", "blocks?x", "a" * 3000]


def test_a_link_opens_its_scene_and_the_address_follows_the_settings() -> None:
    page = FakePage("?scene=blocks&press=120&lang=en")
    program = begin(page)
    assert program.app.experiment.model.settings["press"] == 120
    assert "press=120" in page.links[-1]
    key(page, pygame.K_t)
    assert "tape=all" in page.links[-1]
    shared = program.app.exchange.shared()
    assert shared.startswith(page.address)
    assert read(shared)[1] == program.app.experiment.model.settings


@pytest.mark.parametrize("language", LANGUAGES)
def test_scenes_without_a_model_are_said_and_linked(language: str) -> None:
    page = FakePage(f"?scene=exercises&lang={language}")
    page.language = language
    program = begin(page)
    exercises, text = program.app.tab, program.app.words
    assert isinstance(exercises, ExercisesScene)
    assert page.address_bar == f"?scene=exercises&lang={language}"
    assert any(text("exercises_say.find") in said for said in page.said)
    exercises.open("plank")
    go_on(page)
    assert text("exercise.plank") in page.said
    exercises.start()
    go_on(page)
    assert text("exercises.prepare") in page.said
    program.app.choose("story")
    go_on(page)
    assert page.links[-1] == f"?scene=story&step=1&lang={language}"
    assert any(text("story_say.guess") in said for said in page.said)


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
    assert any("not right" in text or "left out" in text for text in said_by(program))


def said_by(program: Program) -> list[str]:
    assert program.app.dialog
    program.app.frame(0.0)
    return texts(program.app.dialog)


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


def test_tab_goes_through_all_controls_and_out() -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    group = program.app.group
    stops = group.stops()
    assert program.leaves(backwards=True)
    for stop in stops:
        assert not program.leaves(backwards=False)
        group.focus_next()
        assert group.focus is stop
    assert program.leaves(backwards=False)
    assert group.focus is None
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


@pytest.mark.parametrize(
    ("language", "begins"), [("nl", b"\xef\xbb\xbftime [s];"), ("en", b"time [s],")]
)
def test_tables_are_downloads(language: str, begins: bytes) -> None:
    page = FakePage(f"?scene=blocks&lang={language}")
    begin(page)
    key(page, pygame.K_d)
    key(page, pygame.K_RETURN)
    ((name, data),) = page.saved.items()
    assert name.endswith(".csv")
    assert data.startswith(begins)


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
    assert page.filled


def test_where_there_is_no_full_screen_it_says_so() -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    page.may_fill = False
    key(page, pygame.K_F11)
    assert program.app.words("app.no_fullscreen") in said_by(program)


def test_a_film_is_of_a_kind_that_the_browser_makes_or_it_says_that_it_makes_none() -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    page.films = ".mp4"
    key(page, pygame.K_g)
    assert [name for name in page.saved if name.endswith(".mp4")]
    page.films = ""
    key(page, pygame.K_ESCAPE)
    key(page, pygame.K_g)
    assert program.app.words("web.no_clip") in said_by(program)
    assert len(page.saved) == 1


@pytest.mark.parametrize("way", ["show", "try", "teach"])
def test_the_way_in_that_was_chosen_while_it_was_loaded_is_gone(way: str) -> None:
    chosen, pointed = (begin(FakePage()) for _ in range(2))
    chosen.begin(way, chosen=True)
    app = chosen.app
    assert app.tab.name == ("blocks" if way == "try" else "story")
    assert app.scene is app.tab
    if isinstance(app.tab, StoryScene):
        assert app.tab.teaching == (way == "teach")
    pointed.begin(way, chosen=False)
    assert pointed.app.scene is pointed.app.start_screen
    focus = pointed.app.group.focus
    assert focus
    assert pointed.app.words(f"start.{way}") in focus.describe()


def test_the_picture_has_its_name_in_the_language_that_is_spoken() -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    english = page.name
    assert english
    program.app.language()
    go_on(page)
    assert page.name == program.app.words("web.name") != english


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


def test_what_one_finger_began_is_not_done_where_a_second_one_comes() -> None:
    page = FakePage("?scene=blocks&lang=en")
    program = begin(page)
    place = {"pos": program.app.header.language.rect.center, "button": 1, "touch": True}
    down, up = (
        pygame.event.Event(kind, place) for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    )
    pygame.event.post(down)
    program.let_go()
    pygame.event.post(up)
    go_on(page)
    assert program.app.words.language == "en"
    pygame.event.post(down)
    pygame.event.post(up)
    go_on(page)
    assert program.app.words.language == "nl"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1366, 768)])
def test_what_a_browser_shows_twice_as_large_has_letters_twice_as_large(
    size: tuple[int, int],
) -> None:
    page = FakePage("?scene=blocks")
    program = begin(page)
    program.resize(*size, 1.0)
    go_on(page)
    before = program.app.look.letters(20)
    page.larger = 2.0
    program.resize(*size, 2.0)
    go_on(page)
    assert abs(program.app.look.letters(20) - 2 * before) <= 1
    assert program.app.preferences.zoom == 1  # it is no preference
    page.larger = 4.0
    program.resize(*size, 4.0)
    go_on(page)
    assert program.app.look.letters(20) > 2.5 * before
    page.larger = 1.0
    program.resize(*size, 1.0)
    go_on(page)
    assert program.app.look.letters(20) == before
